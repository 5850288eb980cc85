//! Articles side by side, two by two.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread::{self, Sketch};
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;

use super::holders::{Mark, mark};
use super::{article, column, each, handed};
use crate::fault::Fault;

/// Compares articles, each taken apart once: a column `compared`, JSON that `rapporteur.open` takes.
///
/// A row is an article (`article_json`, `text`) or two that are to be compared (their marks, `a` and `b`), and all articles
/// that are named must be there, in any order.
#[pyfunction]
pub fn compare(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let (mut sketches, mut pairs) = (HashMap::new(), Vec::new());
    each(py, rows, |batch| {
        take_articles(batch, &mut sketches)?;
        take_pairs(batch, &mut pairs)
    })?;
    pairs.sort_unstable();
    let found = py.detach(|| {
        pairs.iter().map(|(a, b)| told(&sketches, *a, *b)).collect::<Result<Vec<_>, _>>()
    })?;
    let schema = Schema::new(vec![Field::new("compared", DataType::Utf8, false)]);
    let column: ArrayRef = Arc::new(StringArray::from(found));
    handed(RecordBatch::try_new(Arc::new(schema), vec![column]))
}

fn take_articles(batch: &RecordBatch, sketches: &mut HashMap<Mark, Sketch>) -> Result<(), Fault> {
    let [jsons, texts] = ["article_json", "text"].map(|name| column(batch, name, &DataType::Utf8));
    let (jsons, texts) = (jsons?, texts?);
    for (json, text) in jsons.as_string::<i32>().iter().zip(texts.as_string::<i32>()) {
        if let (Some(json), Some(text)) = (json, text) {
            let article = article(json, text)?;
            sketches.entry(mark(article.id)).or_insert_with(|| Sketch::of(&article));
        }
    }
    Ok(())
}

fn take_pairs(batch: &RecordBatch, pairs: &mut Vec<(Mark, Mark)>) -> Result<(), Fault> {
    let [a, b] = ["a", "b"].map(|name| column(batch, name, &DataType::Int64));
    let (a, b) = (a?, b?);
    let (a, b) = (a.as_primitive::<Int64Type>(), b.as_primitive::<Int64Type>());
    let named = (0..batch.num_rows()).filter(|at| a.is_valid(*at) && b.is_valid(*at));
    pairs.extend(named.map(|at| (a.value(at).cast_unsigned(), b.value(at).cast_unsigned())));
    Ok(())
}

fn told(sketches: &HashMap<Mark, Sketch>, a: Mark, b: Mark) -> Result<String, Fault> {
    let of = |mark: Mark| {
        let missing =
            || Fault::Usage(format!("article {mark:015x}… is to be compared and is not there"));
        sketches.get(&mark).ok_or_else(missing)
    };
    let compared = spread::compare(of(a)?, of(b)?);
    serde_json::to_string(&compared).map_err(|error| Fault::Program(error.to_string()))
}
