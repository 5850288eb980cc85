//! Batches of rows into a record.

use std::path::PathBuf;

use arrow_array::RecordBatch;
use pipeline::{Keeper, Outcome};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use store::Store;
use view::record_file;

use super::layout::rows;
use crate::apart::guarded;
use crate::fault::Fault;
use crate::reading::Reading;

/// Adds rows to a record, as `rapporteur.read` would have: what came of it.
///
/// `batches` is a stream of Arrow batches (a `pyarrow.Table`, a reader of Parquet, a polars frame) or an iterable of
/// such; other columns are left alone. What is there already is not added again. A row that another version
/// read, or that does not read back, is a `UsageError`.
#[pyfunction]
pub fn keep(py: Python<'_>, batches: &Bound<'_, PyAny>, record: PathBuf) -> PyResult<Reading> {
    let mut store = guarded(|| Ok(Store::create(record_file(&record)?)?))?;
    let mut keeper = Keeper::new(&mut store);
    let is_arrow =
        batches.hasattr("__arrow_c_stream__")? || batches.hasattr("__arrow_c_array__")?;
    if is_arrow {
        keep_all(py, batches, &mut keeper)?;
    } else {
        for batch in batches.try_iter()? {
            keep_all(py, &batch?, &mut keeper)?;
        }
    }
    let outcome: Outcome = py.detach(|| guarded(|| Ok(keeper.end()?)))?;
    Ok(Reading::of(&outcome))
}

/// A batch, or a stream of them.
fn keep_all(py: Python<'_>, batches: &Bound<'_, PyAny>, keeper: &mut Keeper<'_>) -> PyResult<()> {
    for batch in batches.extract::<AnyRecordBatch>()?.into_reader()? {
        let batch = batch.map_err(|error| Fault::Usage(error.to_string()))?;
        py.check_signals()?;
        py.detach(|| guarded(|| keep_one(&batch, keeper)))?;
    }
    Ok(())
}

fn keep_one(batch: &RecordBatch, keeper: &mut Keeper<'_>) -> Result<(), Fault> {
    rows(batch)?.into_iter().try_for_each(|row| Ok(keeper.take(row.gathered()?)?))
}
