//! A table in Python: Arrow for frames, lists for those who have none, a page for notebooks.

use std::fmt::Write;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::Field;
use exporter::{Cell, Sheet, plain, xml};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};

use crate::columns;
use crate::fault::Fault;

/// Rows that a notebook is shown.
const SHOWN_ROWS: usize = 20;

/// Characters of a cell that a notebook is shown.
const SHOWN_CHARACTERS: usize = 160;

/// A table of a record. Hand it to `pandas`, `polars`, `duckdb` or `pyarrow` as it is.
#[pyclass(frozen, module = "rapporteur")]
#[derive(Clone)]
pub struct Table {
    sheet: Arc<Sheet>,
    batch: RecordBatch,
}

impl Table {
    /// Of the exporter's.
    pub fn of(sheet: Sheet) -> Result<Table, Fault> {
        let batch = columns::batch(&sheet).map_err(|error| Fault::Program(error.to_string()))?;
        Ok(Table { sheet: Arc::new(sheet), batch })
    }

    /// `meetings`
    pub fn title(&self) -> &'static str {
        self.sheet.name
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.sheet.rows
    }

    /// What a row is.
    pub fn row_is(&self) -> &'static str {
        self.sheet.about
    }
}

#[pymethods]
impl Table {
    /// `meetings`
    #[getter]
    fn name(&self) -> &'static str {
        self.title()
    }

    /// What a row is.
    #[getter]
    fn about(&self) -> &'static str {
        self.row_is()
    }

    /// The names of its columns, in order. What each holds, with its unit, is in `record["codebook"]` and in the
    /// `description` of each Arrow field.
    #[getter]
    fn columns(&self) -> Vec<&'static str> {
        self.sheet.columns.iter().map(|column| column.name).collect()
    }

    fn __len__(&self) -> usize {
        self.rows()
    }

    fn __repr__(&self) -> String {
        let columns = self.columns().join(", ");
        format!("<rapporteur.Table {}: {} rows of {columns}>", self.title(), self.rows())
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, self.batch.schema_ref().as_ref())
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let schema = self.batch.schema();
        let field = Field::new_struct("", schema.fields().clone(), false)
            .with_metadata(schema.metadata().clone());
        let rows: ArrayRef = Arc::new(StructArray::from(self.batch.clone()));
        let reader = ArrayIterator::new([Ok(rows)], Arc::new(field));
        to_stream_pycapsule(py, Box::new(reader), requested_schema)
    }

    /// Its rows as dicts; needs no other package. Text is `str`, several in one cell are parted by "; ", days are
    /// `datetime.date`, what is not said is `None`.
    fn to_pylist<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let days = py.import("datetime")?.getattr("date")?;
        let rows = PyList::empty(py);
        for at in 0..self.rows() {
            let row = PyDict::new(py);
            for column in &self.sheet.columns {
                row.set_item(column.name, value(&column.cells[at], &days)?)?;
            }
            rows.append(row)?;
        }
        Ok(rows)
    }

    /// As a `pandas.DataFrame` of `len(table)` rows; needs pandas and pyarrow. Days are `datetime64[ms]`, whole numbers
    /// `Int64`, yes and no `boolean`, so that what is not said stays missing.
    fn to_pandas<'py>(slf: &Bound<'py, Table>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("rapporteur.frames")?.call_method1("to_pandas", (slf,))
    }

    fn _repr_html_(&self) -> String {
        html(&self.sheet)
    }
}

fn value<'py>(cell: &Cell, days: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let py = days.py();
    Ok(match cell {
        Cell::Empty => py.None().into_bound(py),
        Cell::Text(words) => plain(words).into_pyobject(py)?.into_any(),
        Cell::Count(count) => count.into_pyobject(py)?.into_any(),
        Cell::Number(number) => number.into_pyobject(py)?.into_any(),
        Cell::Day(day) => days.call1((day.year(), day.month(), day.day()))?,
        Cell::Truth(truth) => truth.into_pyobject(py)?.to_owned().into_any(),
    })
}

/// Words of others stand in `bdi`, so that they turn nothing round but themselves.
fn html(sheet: &Sheet) -> String {
    let mut page = format!(
        "<table><caption>{}: {} rows; a row is {}</caption><thead><tr>",
        xml(sheet.name),
        sheet.rows,
        xml(sheet.about)
    );
    for column in &sheet.columns {
        _ = write!(page, "<th title=\"{}\">{}</th>", xml(column.about), xml(column.name));
    }
    page.push_str("</tr></thead><tbody>");
    for at in 0..sheet.rows.min(SHOWN_ROWS) {
        page.push_str("<tr>");
        for column in &sheet.columns {
            let words = clipped(&column.cells[at].written());
            _ = write!(page, "<td><bdi>{}</bdi></td>", xml(&words));
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>");
    if let Some(more @ 1..) = sheet.rows.checked_sub(SHOWN_ROWS) {
        _ = write!(page, "<p>{more} more rows</p>");
    }
    page
}

fn clipped(words: &str) -> String {
    match words.char_indices().nth(SHOWN_CHARACTERS) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}
