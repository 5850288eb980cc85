//! Which articles share keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{ArrayRef, Int8Array, Int32Array, Int64Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pipeline::spread;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;

use super::holders::{Mark, unpack};
use super::{column, each, handed};

/// How many keys of a kind two articles share, among rows that hold all cells of their shares: columns `kind`, `a`, `b`
/// (marks, the lesser first) and `keys`. A pair may be there once for each share; sum them up.
#[pyfunction]
pub fn pairs(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let mut cells: BTreeMap<(i8, i32), Vec<(u64, Mark)>> = BTreeMap::new();
    each(py, rows, |batch| {
        let kinds = column(batch, "kind", &DataType::Int8)?;
        let shares = column(batch, "share", &DataType::Int32)?;
        let holders = column(batch, "holders", &DataType::LargeBinary)?;
        let (kinds, shares) =
            (kinds.as_primitive::<Int8Type>(), shares.as_primitive::<Int32Type>());
        for at in 0..batch.num_rows() {
            let cell = unpack(holders.as_binary::<i64>().value(at))?;
            cells.entry((kinds.value(at), shares.value(at))).or_default().extend(cell);
        }
        Ok(())
    })?;
    let mut found = Found::default();
    for ((kind, _), holders) in cells {
        py.detach(|| {
            spread::pairs(holders).into_iter().for_each(|shared| found.take(kind, shared))
        });
    }
    handed(found.table())
}

#[derive(Default)]
struct Found {
    kinds: Vec<i8>,
    a: Vec<i64>,
    b: Vec<i64>,
    keys: Vec<i32>,
}

impl Found {
    fn take(&mut self, kind: i8, ((a, b), keys): ((Mark, Mark), u32)) {
        self.kinds.push(kind);
        self.a.push(a.cast_signed());
        self.b.push(b.cast_signed());
        self.keys.push(keys.cast_signed());
    }

    fn table(self) -> Result<RecordBatch, ArrowError> {
        let schema = Schema::new(vec![
            Field::new("kind", DataType::Int8, false),
            Field::new("a", DataType::Int64, false),
            Field::new("b", DataType::Int64, false),
            Field::new("keys", DataType::Int32, false),
        ]);
        let columns: Vec<ArrayRef> = vec![
            Arc::new(Int8Array::from(self.kinds)),
            Arc::new(Int64Array::from(self.a)),
            Arc::new(Int64Array::from(self.b)),
            Arc::new(Int32Array::from(self.keys)),
        ];
        RecordBatch::try_new(Arc::new(schema), columns)
    }
}
