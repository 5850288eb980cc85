//! In how many articles each word stands.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{Int32Array, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread::Sketch;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;

use super::{articles, each, handed};

/// Counts, for each word of these rows, the articles it stands in: columns `word` (a hash) and `articles`.
#[pyfunction]
pub fn words(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let mut counts: HashMap<u64, i32> = HashMap::new();
    each(py, rows, |batch| {
        for article in articles(batch)? {
            Sketch::of(&article).words().for_each(|word| *counts.entry(word).or_default() += 1);
        }
        Ok(())
    })?;
    let schema = Schema::new(vec![
        Field::new("word", DataType::Int64, false),
        Field::new("articles", DataType::Int32, false),
    ]);
    let (words, articles): (Vec<i64>, Vec<i32>) =
        counts.into_iter().map(|(word, articles)| (word.cast_signed(), articles)).unzip();
    let columns: Vec<arrow_array::ArrayRef> =
        vec![Arc::new(Int64Array::from(words)), Arc::new(Int32Array::from(articles))];
    handed(RecordBatch::try_new(Arc::new(schema), columns))
}
