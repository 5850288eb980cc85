//! The second layout: each row has a hash of its own, so that a change of any of its bytes is found.

use rusqlite::{Result, Transaction};

use super::layout;
use crate::reading::{HASHED, row_hash};

/// Gives each row its hash.
pub(super) fn add_hashes(rows: &Transaction<'_>) -> Result<()> {
    for (table, cells) in HASHED {
        rows.execute_batch(&format!("ALTER TABLE {table} ADD COLUMN row_sha256 TEXT"))?;
        layout::changing(rows, table, || fill(rows, table, &cells.join(", ")))?;
    }
    Ok(())
}

fn fill(rows: &Transaction<'_>, table: &str, cells: &str) -> Result<()> {
    let mut select = rows.prepare(&format!("SELECT rowid, {cells} FROM {table}"))?;
    let mut update = rows.prepare(&format!("UPDATE {table} SET row_sha256 = ?2 WHERE rowid = ?1"))?;
    let mut found = select.query([])?;
    while let Some(row) = found.next()? {
        let cells: [String; 3] = [row.get(1)?, row.get(2)?, row.get(3)?];
        update.execute((row.get::<_, i64>(0)?, row_hash(cells.each_ref().map(String::as_str))))?;
    }
    Ok(())
}
