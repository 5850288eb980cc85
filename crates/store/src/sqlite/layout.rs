//! The file's layout: made, recognised, and guarded against change.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::rows;
use crate::{Error, Result};

/// Marks the file as a record: "Rapp" in ASCII.
const APPLICATION: i32 = 0x5261_7070;

/// The layout that this version writes.
const VERSION: i32 = 2;

/// The tables that are only added to, each with the columns of its key.
const KEPT: [(&str, &str); 7] = [
    ("articles", "id"),
    ("claims", "id"),
    ("readings", "number"),
    ("reading_claims", "reading, claim"),
    ("problems", "reading, place"),
    ("source_problems", "id"),
    ("judgements", "id"),
];

/// Makes a new file's tables, or checks that they are ours and brings them up to date.
pub(crate) fn prepare(connection: &mut Connection, path: &Path) -> Result<()> {
    let failed = |cause: rusqlite::Error| Error::database(path.into(), cause.into());
    settings(connection).map_err(failed)?;
    if !is_blank(connection).map_err(failed)? {
        check(connection, path)?;
    }
    update(connection).map_err(failed)
}

/// Fails unless the file holds a record in a layout that this version reads. Older ones are read as they are.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |cause: rusqlite::Error| Error::database(path.into(), cause.into());
    if pragma(connection, "application_id").map_err(failed)? != APPLICATION {
        return Err(Error::NotARecord(path.into()));
    }
    match pragma(connection, "user_version").map_err(failed)? {
        1..=VERSION => Ok(()),
        found => Err(Error::Newer { at: path.into(), found, known: VERSION }),
    }
}

/// A rollback journal keeps a closed record in one file; full synchronisation survives a power cut.
pub(crate) fn settings(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(30))?;
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;",
    )
}

/// Refuses all changes through this connection, or takes them again.
pub(super) fn only_look(connection: &Connection, only: bool) -> rusqlite::Result<()> {
    connection.pragma_update(None, "query_only", only)
}

fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

fn is_blank(connection: &Connection) -> rusqlite::Result<bool> {
    let objects: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0 && pragma(connection, "application_id")? == 0)
}

/// Which layout the file has; none before its tables are made.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i32> {
    pragma(connection, "user_version")
}

/// Takes the steps from the layout that is there to this version's.
fn update(connection: &mut Connection) -> rusqlite::Result<()> {
    if version(connection)? == VERSION { Ok(()) } else { make(connection, VERSION) }
}

/// Takes the steps from the layout that is there to another: all or none.
pub(super) fn make(connection: &mut Connection, to: i32) -> rusqlite::Result<()> {
    let all = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have taken them in the meantime.
    if version(&all)? < 1 {
        all.pragma_update(None, "application_id", APPLICATION)?;
        all.execute_batch(include_str!("schema.sql"))?;
        KEPT.iter().try_for_each(|(table, key)| all.execute_batch(&guards(table, key)))?;
    }
    if version(&all)? < 2 && to >= 2 {
        rows::add_hashes(&all)?;
    }
    all.pragma_update(None, "user_version", to)?;
    all.commit()
}

/// Lets rows of a table be changed within a step, and refuses it again after that.
pub(super) fn changing(
    rows: &Transaction<'_>,
    table: &str,
    change: impl FnOnce() -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let name = format!("{table}_no_update");
    let select = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1";
    let guard: String = rows.query_row(select, [&name], |row| row.get(0))?;
    rows.execute_batch(&format!("DROP TRIGGER {name}"))?;
    change()?;
    rows.execute_batch(&guard)
}

/// Triggers that refuse changes. A row whose key is there is left as it is, even by INSERT OR REPLACE.
fn guards(table: &str, key: &str) -> String {
    let fresh = key.split(", ").map(|column| format!("new.{column}")).collect::<Vec<_>>();
    let refuse = "SELECT RAISE(ABORT, 'a record is only added to')";
    format!(
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse}; END;
         CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END;
         CREATE TRIGGER {table}_once BEFORE INSERT ON {table}
         WHEN EXISTS (SELECT 1 FROM {table} WHERE ({key}) = ({}))
         BEGIN SELECT RAISE(IGNORE); END;",
        fresh.join(", ")
    )
}
