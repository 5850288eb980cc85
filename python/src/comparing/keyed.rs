//! Where articles may meet: their keys, in shares that a step each brings together.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{ArrayRef, BinaryArray, Int8Array, Int32Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread::{self, Kind, Sketch};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use text::Article;

use super::holders::{mark, pack};
use super::{articles, column, each, handed};
use crate::fault::Fault;

/// Packed holders, by kind and share of their keys.
type Cells = BTreeMap<(i8, u32), Vec<u8>>;

/// In how many articles of an archive each word stands.
#[pyclass(frozen, module = "rapporteur.spark")]
pub struct Telling(HashMap<u64, u32>);

#[pymethods]
impl Telling {
    /// Of rows as `words` gives them, summed up. Words of one article may be left out.
    #[new]
    fn of(py: Python<'_>, words: &Bound<'_, PyAny>) -> PyResult<Telling> {
        let mut articles_with = HashMap::new();
        each(py, words, |batch| note(batch, &mut articles_with))?;
        Ok(Telling(articles_with))
    }

    /// The keys of these rows in so many `shares`: columns `kind`, `share`, and `holders`, a cell that `pairs` reads.
    fn keys(
        &self,
        py: Python<'_>,
        rows: &Bound<'_, PyAny>,
        shares: u32,
    ) -> PyResult<PyRecordBatch> {
        let mut cells = Cells::new();
        each(py, rows, |batch| {
            articles(batch)?
                .iter()
                .for_each(|article| self.share_out(article, shares.max(1), &mut cells));
            Ok(())
        })?;
        handed(table(&cells))
    }
}

impl Telling {
    fn share_out(&self, article: &Article, shares: u32, cells: &mut Cells) {
        for (kind, key) in Sketch::of(article).keys(&self.0) {
            let share = u32::try_from(key % u64::from(shares)).unwrap_or_default();
            pack(cells.entry((number(kind), share)).or_default(), key, mark(article.id));
        }
    }
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

fn number(kind: Kind) -> i8 {
    match kind {
        Kind::Run => 0,
        Kind::RareWords => 1,
    }
}

fn table(cells: &Cells) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let schema = Schema::new(vec![
        Field::new("kind", DataType::Int8, false),
        Field::new("share", DataType::Int32, false),
        Field::new("holders", DataType::Binary, false),
    ]);
    let kinds: Int8Array = cells.keys().map(|(kind, _)| *kind).collect::<Vec<_>>().into();
    let shares: Int32Array =
        cells.keys().map(|(_, share)| share.cast_signed()).collect::<Vec<_>>().into();
    let holders = BinaryArray::from_iter_values(cells.values());
    let columns: Vec<ArrayRef> = vec![Arc::new(kinds), Arc::new(shares), Arc::new(holders)];
    RecordBatch::try_new(Arc::new(schema), columns)
}
