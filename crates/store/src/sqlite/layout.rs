//! The file's layout: made, recognised, and guarded against change.

use std::path::Path;

use rusqlite::Connection;

use crate::{Error, Result};

/// Marks the file as a record: "Rapp" in ASCII.
const APPLICATION: i32 = 0x5261_7070;

/// The layout that this version writes.
const VERSION: i32 = 1;

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

/// Makes a new file's tables, or checks that they are ours.
pub(crate) fn prepare(connection: &mut Connection, path: &Path) -> Result<()> {
    let failed = |cause: rusqlite::Error| Error::database(path.into(), cause.into());
    settings(connection).map_err(failed)?;
    if is_blank(connection).map_err(failed)? {
        return create(connection).map_err(failed);
    }
    check(connection, path)
}

/// Fails unless the file holds a record in a layout that this version reads.
pub(crate) fn check(connection: &Connection, path: &Path) -> Result<()> {
    let failed = |cause: rusqlite::Error| Error::database(path.into(), cause.into());
    if pragma(connection, "application_id").map_err(failed)? != APPLICATION {
        return Err(Error::NotARecord(path.into()));
    }
    match pragma(connection, "user_version").map_err(failed)? {
        VERSION => Ok(()),
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

fn pragma(connection: &Connection, name: &str) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, name, |row| row.get(0))
}

fn is_blank(connection: &Connection) -> rusqlite::Result<bool> {
    let objects: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(objects == 0 && pragma(connection, "application_id")? == 0)
}

fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let all = connection.transaction()?;
    all.pragma_update(None, "application_id", APPLICATION)?;
    all.pragma_update(None, "user_version", VERSION)?;
    all.execute_batch(include_str!("schema.sql"))?;
    for (table, key) in KEPT {
        all.execute_batch(&guards(table, key))?;
    }
    all.commit()
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
