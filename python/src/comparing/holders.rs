//! Holders of keys, packed: one cell of a table instead of thousands of rows.
//!
//! A cell has a number of ids, the ids, and then each key with the number of the id that holds it; all
//! numbers with their least byte first.

use text::ArticleId;

use crate::fault::Fault;

/// Bytes of an id.
const ID: usize = 32;

/// Bytes of a key and of the number of an id.
const HELD: usize = 12;

/// Holders of a share of the keys.
#[derive(Default)]
pub struct Holders {
    ids: Vec<ArticleId>,
    held: Vec<(u64, u32)>,
}

impl Holders {
    /// Notes that an article has these keys.
    pub fn note(&mut self, article: ArticleId, keys: &[u64]) {
        let number = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.push(article);
        self.held.extend(keys.iter().map(|key| (*key, number)));
    }

    /// As a cell.
    pub fn packed(&self) -> Vec<u8> {
        let mut cell = Vec::with_capacity(4 + self.ids.len() * ID + self.held.len() * HELD);
        cell.extend(u32::try_from(self.ids.len()).unwrap_or(u32::MAX).to_le_bytes());
        self.ids.iter().for_each(|id| cell.extend(id.0.bytes()));
        for (key, number) in &self.held {
            cell.extend(key.to_le_bytes());
            cell.extend(number.to_le_bytes());
        }
        cell
    }
}

/// The keys of a cell, each with who holds it.
pub fn unpacked(cell: &[u8]) -> Result<Vec<(u64, ArticleId)>, Fault> {
    read(cell).ok_or_else(|| Fault::Usage("holders: a cell does not read back".to_owned()))
}

fn read(cell: &[u8]) -> Option<Vec<(u64, ArticleId)>> {
    let (count, rest) = cell.split_first_chunk::<4>()?;
    let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
    let (ids, held) = rest.split_at_checked(count.checked_mul(ID)?)?;
    let ids: Vec<ArticleId> = ids.chunks_exact(ID).map(id).collect::<Option<_>>()?;
    if held.len() % HELD != 0 {
        return None;
    }
    let holder = |bytes: &[u8]| {
        let (key, number) = bytes.split_first_chunk::<8>()?;
        let number = u32::from_le_bytes(number.try_into().ok()?);
        Some((u64::from_le_bytes(*key), *ids.get(usize::try_from(number).ok()?)?))
    };
    held.chunks_exact(HELD).map(holder).collect()
}

fn id(bytes: &[u8]) -> Option<ArticleId> {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    hex.parse().ok().map(ArticleId)
}
