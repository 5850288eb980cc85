//! The columns of a batch, there and back.

use std::sync::{Arc, LazyLock};

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::to_schema_pycapsule;

use super::row::Row;
use crate::fault::Fault;

/// The same for all batches.
pub static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
    let text = |name, nullable| Field::new(name, DataType::Utf8, nullable);
    let list = |name| Field::new(name, DataType::new_list(DataType::Utf8, true), false);
    Arc::new(Schema::new(vec![
        text("article", true),
        text("article_json", true),
        text("text", true),
        list("claims_json"),
        list("problems_json"),
        text("path", false),
        text("content", true),
        text("status", false),
        text("tools", false),
    ]))
});

/// Rows as a batch.
pub fn batch(rows: &[Row]) -> Result<RecordBatch, ArrowError> {
    let some = |of: fn(&Row) -> Option<&str>| -> ArrayRef {
        Arc::new(rows.iter().map(of).collect::<StringArray>())
    };
    let many = |of: fn(&Row) -> &[String]| -> ArrayRef { Arc::new(lists(rows.iter().map(of))) };
    let columns = vec![
        some(|row| row.article.as_deref()),
        some(|row| row.article_json.as_deref()),
        some(|row| row.text.as_deref()),
        many(|row| &row.claims_json),
        many(|row| &row.problems_json),
        some(|row| Some(&row.path)),
        some(|row| row.content.as_deref()),
        some(|row| Some(&row.status)),
        some(|row| Some(&row.tools)),
    ];
    RecordBatch::try_new(SCHEMA.clone(), columns)
}

fn lists<'a>(rows: impl Iterator<Item = &'a [String]>) -> ListArray {
    let mut lists = ListBuilder::new(StringBuilder::new());
    for row in rows {
        row.iter().for_each(|words| lists.values().append_value(words));
        lists.append(true);
    }
    lists.finish()
}

/// A batch that came back, whatever its kinds of strings and lists. Other columns are left alone.
pub fn rows(batch: &RecordBatch) -> Result<Vec<Row>, Fault> {
    let [article, article_json, text, path, content, status, tools] =
        ["article", "article_json", "text", "path", "content", "status", "tools"]
            .map(|name| column(batch, name));
    let [claims, problems] = ["claims_json", "problems_json"].map(|name| column(batch, name));
    let (article, article_json, text) = (article?, article_json?, text?);
    let (path, content, status, tools) = (path?, content?, status?, tools?);
    let (claims, problems) = (claims?, problems?);
    let row = |at| Row {
        article: words(&article, at),
        article_json: words(&article_json, at),
        text: words(&text, at),
        claims_json: list(&claims, at),
        problems_json: list(&problems, at),
        path: words(&path, at).unwrap_or_default(),
        content: words(&content, at),
        status: words(&status, at).unwrap_or_default(),
        tools: words(&tools, at).unwrap_or_default(),
    };
    Ok((0..batch.num_rows()).map(row).collect())
}

fn column(batch: &RecordBatch, name: &str) -> Result<ArrayRef, Fault> {
    let field = SCHEMA.field_with_name(name).map_err(|e| Fault::Program(e.to_string()))?;
    let found = batch.column_by_name(name);
    let found = found.ok_or_else(|| Fault::Usage(format!("the rows have no column {name}")))?;
    cast(found, field.data_type()).map_err(|error| Fault::Usage(format!("{name}: {error}")))
}

fn words(column: &ArrayRef, at: usize) -> Option<String> {
    let words = column.as_string::<i32>();
    words.is_valid(at).then(|| words.value(at).to_owned())
}

fn list(column: &ArrayRef, at: usize) -> Vec<String> {
    let lists = column.as_list::<i32>();
    if lists.is_null(at) {
        return Vec::new();
    }
    let values = lists.value(at);
    values.as_string::<i32>().iter().flatten().map(str::to_owned).collect()
}

/// The columns of a batch, for `pyarrow.schema`.
#[pyclass(frozen, module = "rapporteur.batches", name = "Schema")]
pub struct Columns;

#[pymethods]
impl Columns {
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, SCHEMA.as_ref())
    }
}

/// The columns of every batch.
#[pyfunction]
pub fn schema() -> Columns {
    Columns
}
