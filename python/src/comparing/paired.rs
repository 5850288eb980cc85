//! Which articles share keys, and enough of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pipeline::spread;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;

use super::cells::{Cells, Mark, each_cell, held, pair, shared, table};
use super::handed;

/// How many keys two articles share, among rows that hold all cells of their shares: the same columns with cells that
/// `enough` reads, in so many `shares` of the articles.
#[pyfunction]
pub fn pairs(py: Python<'_>, rows: &Bound<'_, PyAny>, shares: u32) -> PyResult<PyRecordBatch> {
    let mut holders: BTreeMap<(i8, i32), Vec<(u64, Mark)>> = BTreeMap::new();
    each_cell(py, rows, |of, cell| {
        holders.entry(of).or_default().extend(held(cell)?);
        Ok(())
    })?;
    let mut found = Cells::new();
    for ((kind, _), holders) in holders {
        py.detach(|| {
            spread::pairs(holders).into_iter().for_each(|two| pair(&mut found, (kind, shares), two))
        });
    }
    handed(table(&found))
}

/// Which articles share enough keys of a kind to be compared, among rows that hold all cells of their shares: columns `a`
/// and `b`, marks, the lesser first. A pair may be there once for each kind.
#[pyfunction]
pub fn enough(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let mut counts: BTreeMap<(i8, i32), Vec<(Mark, Mark, u32)>> = BTreeMap::new();
    each_cell(py, rows, |of, cell| {
        counts.entry(of).or_default().extend(shared(cell)?);
        Ok(())
    })?;
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for mut counts in counts.into_values() {
        counts.sort_unstable();
        for of_two in counts.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            if of_two.iter().map(|(_, _, keys)| keys).sum::<u32>() >= spread::ENOUGH {
                a.push(of_two[0].0.cast_signed());
                b.push(of_two[0].1.cast_signed());
            }
        }
    }
    handed(named(a, b))
}

fn named(a: Vec<i64>, b: Vec<i64>) -> Result<RecordBatch, ArrowError> {
    let schema = ["a", "b"].map(|name| Field::new(name, DataType::Int64, false));
    let columns: Vec<ArrayRef> = vec![Arc::new(Int64Array::from(a)), Arc::new(Int64Array::from(b))];
    RecordBatch::try_new(Arc::new(Schema::new(schema.to_vec())), columns)
}
