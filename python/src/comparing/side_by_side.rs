//! Two articles side by side.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;

use super::{article, column, each, handed};
use crate::fault::Fault;

/// Compares the articles of each row (`a_json`, `a_text`, `b_json`, `b_text`): a column `compared` that
/// `rapporteur.open` takes.
#[pyfunction]
pub fn compare(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let mut found: Vec<String> = Vec::new();
    each(py, rows, |batch| {
        let columns = ["a_json", "a_text", "b_json", "b_text"]
            .map(|name| column(batch, name, &DataType::Utf8));
        let [a_json, a_text, b_json, b_text] = columns;
        let (a_json, a_text, b_json, b_text) = (a_json?, a_text?, b_json?, b_text?);
        for at in 0..batch.num_rows() {
            let cell = |column: &ArrayRef| column.as_string::<i32>().value(at).to_owned();
            let a = article(&cell(&a_json), &cell(&a_text))?;
            let b = article(&cell(&b_json), &cell(&b_text))?;
            let compared = serde_json::to_string(&spread::compare(&a, &b));
            found.push(compared.map_err(|error| Fault::Program(error.to_string()))?);
        }
        Ok(())
    })?;
    let schema = Schema::new(vec![Field::new("compared", DataType::Utf8, false)]);
    let column: ArrayRef = Arc::new(StringArray::from_iter_values(found));
    handed(RecordBatch::try_new(Arc::new(schema), vec![column]))
}
