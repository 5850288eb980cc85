//! Files to batches of rows.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::Field;
use pipeline::{Gathered, Input, gather_each, gather_watched};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{to_array_pycapsules, to_schema_pycapsule};

use super::flight::Flight;
use super::layout::{SCHEMA, batch};
use super::row::Row;
use crate::apart::{Flow, Outlet};
use crate::asked::Pages;
use crate::fault::Fault;

/// Rows of a batch at most: what travels between processes at once.
const ROWS: usize = 256;

/// Bytes of a batch at most, unless one row alone has more.
const BYTES: usize = 64 << 20;

/// Batches that wait to be taken.
const ROOM: usize = 1;

/// Rows, one an article or an odd thing.
#[pyclass(frozen, module = "rapporteur.batches")]
pub struct Batch(RecordBatch);

#[pymethods]
impl Batch {
    fn __len__(&self) -> usize {
        self.0.num_rows()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, SCHEMA.as_ref())
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        let field = Field::new_struct("", SCHEMA.fields().clone(), false);
        let rows: ArrayRef = Arc::new(StructArray::from(self.0.clone()));
        to_array_pycapsules(py, field.into(), &rows, requested_schema)
    }
}

/// Batches, each as soon as it is full.
#[pyclass(frozen, module = "rapporteur.batches")]
pub struct Batches(Flow<RecordBatch>);

#[pymethods]
impl Batches {
    fn __iter__(slf: Bound<'_, Batches>) -> Bound<'_, Batches> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Batch>> {
        Ok(self.0.next(py)?.map(Batch))
    }
}

/// Reads files and takes down what they say, keeping nothing: an iterator of batches.
///
/// Takes `paths` and the rest as `rapporteur.read` does, with one thread unless more are asked for: engines start as
/// many processes as there are processors. A batch has at most 256 rows and 64 MB. Whatever is wrong with a document,
/// a stage that fails on it included, is in the `problems_json` of its row, and the rest is read.
///
/// A document may end the whole process, for want of memory. `in_flight` is a folder where the part that is being read
/// is noted; one at which the process has ended twice is left out when the same paths are gathered again, and told as
/// `P004`. Engines that try again then come to an end. Retries must see the same folder.
#[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
#[pyfunction]
#[pyo3(signature = (paths, *, outlet=None, published=None, jobs=1, language_packs=None, in_flight=None))]
pub fn gather_files(
    paths: &Bound<'_, PyAny>,
    outlet: Option<String>,
    published: Option<&Bound<'_, PyAny>>,
    jobs: Option<usize>,
    language_packs: Option<Vec<PathBuf>>,
    in_flight: Option<PathBuf>,
) -> PyResult<Batches> {
    if in_flight.is_some() && jobs != Some(1) {
        return Err(Fault::Usage("in_flight wants jobs=1".to_owned()).into());
    }
    let pages = Pages::of(paths, (outlet, published), jobs, language_packs)?;
    let flow = Flow::of(ROOM, move |outlet| {
        let mut filling = Filling { outlet, rows: Vec::new(), bytes: 0 };
        fill(&pages, in_flight.as_deref(), |part| filling.take(&part))?;
        filling.flush()
    })?;
    Ok(Batches(flow))
}

/// Reads all pages; with a folder for notes, all but those at which the process ended before.
fn fill(
    pages: &Pages,
    notes: Option<&Path>,
    take: impl FnMut(Gathered) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let Some(notes) = notes else {
        return gather_each(&pages.inputs, &pages.reader(), take).map(|_| ());
    };
    let sources: Vec<String> = pages.inputs.iter().map(Input::name).collect();
    let flight = Flight::over(notes, &sources)?;
    gather_watched(&pages.inputs, &pages.reader(), |part| flight.begin(part), take)?;
    flight.end()
}

/// A batch under way.
struct Filling<'a> {
    outlet: &'a Outlet<RecordBatch>,
    rows: Vec<Row>,
    bytes: usize,
}

impl Filling<'_> {
    fn take(&mut self, part: &Gathered) -> Result<(), Fault> {
        part.problems.iter().try_for_each(|odd| self.push(Row::of_problem(odd)?))?;
        part.readings.iter().try_for_each(|reading| self.push(Row::of_reading(reading)?))
    }

    fn push(&mut self, row: Row) -> Result<(), Fault> {
        let bytes = row.weight();
        if self.rows.len() == ROWS || (!self.rows.is_empty() && self.bytes + bytes > BYTES) {
            self.flush()?;
        }
        self.bytes += bytes;
        self.rows.push(row);
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Fault> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let batch = batch(&self.rows).map_err(|error| Fault::Program(error.to_string()))?;
        self.rows.clear();
        self.bytes = 0;
        self.outlet.put(batch)
    }
}
