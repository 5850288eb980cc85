//! Holders of keys, packed: one cell of a table instead of thousands of rows.
//!
//! A cell is one key after another, each with the mark of the article that holds it, all numbers with their least byte
//! first.

use text::ArticleId;

use crate::fault::Fault;

/// Bytes of a key with its holder.
const HELD: usize = 16;

/// The first 60 bits of an id, its first fifteen digits as text. They are in the order of ids and name one article each,
/// which whoever hands them on has to make sure of.
pub type Mark = u64;

/// The mark of an article.
pub fn mark(id: ArticleId) -> Mark {
    id.0.bytes().first_chunk::<8>().map(|first| u64::from_be_bytes(*first) >> 4).unwrap_or_default()
}

/// Adds a key and an article that holds it.
pub fn pack(cell: &mut Vec<u8>, key: u64, holder: Mark) {
    cell.extend(key.to_le_bytes());
    cell.extend(holder.to_le_bytes());
}

/// The keys of a cell, each with who holds it.
pub fn unpack(cell: &[u8]) -> Result<Vec<(u64, Mark)>, Fault> {
    let held = cell.chunks_exact(HELD);
    if !held.remainder().is_empty() {
        return Err(Fault::Usage("holders: a cell does not read back".to_owned()));
    }
    Ok(held.filter_map(one).collect())
}

fn one(held: &[u8]) -> Option<(u64, Mark)> {
    let (key, holder) = held.split_first_chunk::<8>()?;
    Some((u64::from_le_bytes(*key), u64::from_le_bytes(holder.try_into().ok()?)))
}
