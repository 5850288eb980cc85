//! Cells: thousands of rows packed into one, so that what goes from step to step is little and soon read.
//!
//! A table of cells has columns `kind` (of keys), `share` and `packed`. A cell is one entry after another, each two or three
//! numbers with their least byte first: a key and an article that holds it, or two articles and how many keys they share.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int32Type};
use arrow_array::{ArrayRef, BinaryArray, Int8Array, Int32Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::prelude::*;
use text::ArticleId;

use super::{column, each};
use crate::fault::Fault;

/// Bytes of a number.
const NUMBER: usize = 8;

/// Bytes of a count.
const COUNT: usize = 4;

/// The first 60 bits of an id, its first fifteen digits as text. They are in the order of ids and name one article
/// each, which whoever hands them on has to make sure of.
pub type Mark = u64;

/// Cells by kind and share.
pub type Cells = BTreeMap<(i8, u32), Vec<u8>>;

/// The mark of an article.
pub fn mark(id: ArticleId) -> Mark {
    id.0.bytes().first_chunk::<8>().map(|first| u64::from_be_bytes(*first) >> 4).unwrap_or_default()
}

/// The share of a number, in the table as it travels.
fn share(number: u64, shares: u32) -> u32 {
    u32::try_from(number % u64::from(shares.max(1))).unwrap_or_default()
}

/// Adds a key and an article that holds it.
pub fn hold(cells: &mut Cells, (kind, shares): (i8, u32), (key, holder): (u64, Mark)) {
    let cell = cells.entry((kind, share(key, shares))).or_default();
    cell.extend(key.to_le_bytes());
    cell.extend(holder.to_le_bytes());
}

/// Adds two articles and how many keys they share.
pub fn pair(cells: &mut Cells, (kind, shares): (i8, u32), ((a, b), keys): ((Mark, Mark), u32)) {
    let cell = cells.entry((kind, share(a, shares))).or_default();
    cell.extend(a.to_le_bytes());
    cell.extend(b.to_le_bytes());
    cell.extend(keys.to_le_bytes());
}

/// The keys of a cell, each with who holds it.
pub fn held(cell: &[u8]) -> Result<impl Iterator<Item = (u64, Mark)>, Fault> {
    Ok(entries::<{ 2 * NUMBER }>(cell)?
        .map(|entry| (number(&entry[..NUMBER]), number(&entry[NUMBER..]))))
}

/// The pairs of a cell, each with how many keys they share.
pub fn shared(cell: &[u8]) -> Result<impl Iterator<Item = (Mark, Mark, u32)>, Fault> {
    let entries = entries::<{ 2 * NUMBER + COUNT }>(cell)?;
    Ok(entries.map(|entry| {
        let (pair, keys) = entry.split_at(2 * NUMBER);
        let keys = u32::try_from(number(keys)).unwrap_or(u32::MAX);
        (number(&pair[..NUMBER]), number(&pair[NUMBER..]), keys)
    }))
}

fn entries<const BYTES: usize>(cell: &[u8]) -> Result<impl Iterator<Item = &[u8; BYTES]>, Fault> {
    let (entries, rest) = cell.as_chunks::<BYTES>();
    match rest.is_empty() {
        true => Ok(entries.iter()),
        false => Err(Fault::Usage("packed: a cell does not read back".to_owned())),
    }
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Gives each cell of a stream of tables to `take`, with its kind and share.
pub fn each_cell(
    py: Python<'_>,
    rows: &Bound<'_, PyAny>,
    mut take: impl FnMut((i8, i32), &[u8]) -> Result<(), Fault> + Send,
) -> PyResult<()> {
    each(py, rows, |batch| {
        let kinds = column(batch, "kind", &DataType::Int8)?;
        let shares = column(batch, "share", &DataType::Int32)?;
        let cells = column(batch, "packed", &DataType::LargeBinary)?;
        let (kinds, shares) =
            (kinds.as_primitive::<Int8Type>(), shares.as_primitive::<Int32Type>());
        let cells = cells.as_binary::<i64>();
        (0..batch.num_rows())
            .try_for_each(|at| take((kinds.value(at), shares.value(at)), cells.value(at)))
    })
}

/// Cells as a table.
pub fn table(cells: &Cells) -> Result<RecordBatch, ArrowError> {
    let schema = Schema::new(vec![
        Field::new("kind", DataType::Int8, false),
        Field::new("share", DataType::Int32, false),
        Field::new("packed", DataType::Binary, false),
    ]);
    let kinds: Int8Array = cells.keys().map(|(kind, _)| *kind).collect::<Vec<_>>().into();
    let shares: Int32Array =
        cells.keys().map(|(_, share)| share.cast_signed()).collect::<Vec<_>>().into();
    let packed = BinaryArray::from_iter_values(cells.values());
    let columns: Vec<ArrayRef> = vec![Arc::new(kinds), Arc::new(shares), Arc::new(packed)];
    RecordBatch::try_new(Arc::new(schema), columns)
}
