//! Where articles may meet: their keys, in shares that a step each brings together.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{ArrayRef, Int32Array, Int8Array, LargeBinaryArray, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread::{self, Kind, Sketch};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use text::Article;

use super::holders::Holders;
use super::{articles, column, each, handed};
use crate::fault::Fault;

/// The keys of these rows in so many `shares`, where `words` has in how many articles of the whole archive a word stands, those
/// of one article aside: columns `kind`, `share`, and `holders`, a cell that `pairs` reads.
#[pyfunction]
pub fn keys(
    py: Python<'_>,
    rows: &Bound<'_, PyAny>,
    words: &Bound<'_, PyAny>,
    shares: u32,
) -> PyResult<PyRecordBatch> {
    let mut articles_with: HashMap<u64, u32> = HashMap::new();
    each(py, words, |batch| note(batch, &mut articles_with))?;
    let mut cells: BTreeMap<(i8, u32), Holders> = BTreeMap::new();
    each(py, rows, |batch| {
        articles(batch)?.iter().for_each(|a| shared_out(a, &articles_with, shares.max(1), &mut cells));
        Ok(())
    })?;
    handed(table(&cells))
}

fn note(batch: &RecordBatch, articles_with: &mut HashMap<u64, u32>) -> Result<(), Fault> {
    let words = column(batch, "word", &DataType::Int64)?;
    let counts = column(batch, "articles", &DataType::Int32)?;
    let counts = counts.as_primitive::<Int32Type>().values();
    let words = words.as_primitive::<Int64Type>().values();
    let counted = words.iter().zip(counts);
    let counted = counted.map(|(word, n)| (word.cast_unsigned(), n.unsigned_abs()));
    articles_with.extend(counted.filter(|(_, articles)| spread::tells(*articles)));
    Ok(())
}

fn shared_out(
    article: &Article,
    articles_with: &HashMap<u64, u32>,
    shares: u32,
    cells: &mut BTreeMap<(i8, u32), Holders>,
) {
    let mut by_share: BTreeMap<(i8, u32), Vec<u64>> = BTreeMap::new();
    for (kind, key) in Sketch::of(article).keys(articles_with) {
        let share = u32::try_from(key % u64::from(shares)).unwrap_or_default();
        by_share.entry((number(kind), share)).or_default().push(key);
    }
    for (share, keys) in by_share {
        cells.entry(share).or_default().note(article.id, &keys);
    }
}

fn number(kind: Kind) -> i8 {
    match kind {
        Kind::Run => 0,
        Kind::RareWords => 1,
    }
}

fn table(cells: &BTreeMap<(i8, u32), Holders>) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let schema = Schema::new(vec![
        Field::new("kind", DataType::Int8, false),
        Field::new("share", DataType::Int32, false),
        Field::new("holders", DataType::LargeBinary, false),
    ]);
    let kinds: Int8Array = cells.keys().map(|(kind, _)| *kind).collect::<Vec<_>>().into();
    let shares: Int32Array =
        cells.keys().map(|(_, share)| share.cast_signed()).collect::<Vec<_>>().into();
    let holders = LargeBinaryArray::from_iter_values(cells.values().map(Holders::packed));
    let columns: Vec<ArrayRef> = vec![Arc::new(kinds), Arc::new(shares), Arc::new(holders)];
    RecordBatch::try_new(Arc::new(schema), columns)
}
