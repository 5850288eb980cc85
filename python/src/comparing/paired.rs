//! Which articles share keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{Array, ArrayRef, Int8Array, Int32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use pipeline::spread;
use pyo3::prelude::*;
use pyo3_arrow::PyRecordBatch;
use text::ArticleId;

use super::holders::unpacked;
use super::{column, each, handed};

/// How many keys of a kind two articles share, among rows that hold all cells of their shares: columns `kind`, `a`, `b`
/// (ids, the lesser first) and `keys`. A pair may be there once for each share; sum them up.
#[pyfunction]
pub fn pairs(py: Python<'_>, rows: &Bound<'_, PyAny>) -> PyResult<PyRecordBatch> {
    let mut cells: BTreeMap<(i8, i32), Vec<(u64, ArticleId)>> = BTreeMap::new();
    each(py, rows, |batch| {
        let kinds = column(batch, "kind", &DataType::Int8)?;
        let shares = column(batch, "share", &DataType::Int32)?;
        let holders = column(batch, "holders", &DataType::LargeBinary)?;
        for at in 0..batch.num_rows() {
            let share = (kinds.as_primitive::<Int8Type>().value(at), shares.as_primitive::<Int32Type>().value(at));
            cells.entry(share).or_default().extend(unpacked(holders.as_binary::<i64>().value(at))?);
        }
        Ok(())
    })?;
    let mut found: Vec<(i8, ArticleId, ArticleId, u32)> = Vec::new();
    for ((kind, _), holders) in cells {
        let of_share = py.detach(|| spread::pairs(holders));
        found.extend(of_share.into_iter().map(|((a, b), keys)| (kind, a, b, keys)));
    }
    handed(table(&found))
}

fn table(
    found: &[(i8, ArticleId, ArticleId, u32)],
) -> Result<RecordBatch, arrow_schema::ArrowError> {
    let schema = Schema::new(vec![
        Field::new("kind", DataType::Int8, false),
        Field::new("a", DataType::Utf8, false),
        Field::new("b", DataType::Utf8, false),
        Field::new("keys", DataType::Int32, false),
    ]);
    let kinds: Int8Array = found.iter().map(|row| row.0).collect::<Vec<_>>().into();
    let a: StringArray = found.iter().map(|row| Some(row.1.0.to_string())).collect();
    let b: StringArray = found.iter().map(|row| Some(row.2.0.to_string())).collect();
    let keys: Int32Array = found.iter().map(|row| row.3.cast_signed()).collect::<Vec<_>>().into();
    let columns: Vec<ArrayRef> = vec![Arc::new(kinds), Arc::new(a), Arc::new(b), Arc::new(keys)];
    debug_assert!(columns.iter().all(|column| column.null_count() == 0));
    RecordBatch::try_new(Arc::new(schema), columns)
}
