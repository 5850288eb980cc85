//! A record in one SQLite file.

mod add;
mod damage;
mod layout;
mod rows;
mod search;

use std::path::Path;

use record::Judgement;
use rusqlite::types::{FromSql as _, ValueRef};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::backend::{Answer, Backend};
use crate::{Added, Error, Hit, Location, Reading, Result, Use};

/// An open file.
#[derive(Debug)]
pub(crate) struct Sqlite {
    connection: Connection,
}

/// Opens the file for this use.
pub(crate) fn open(path: &Path, to: Use) -> Result<Sqlite> {
    let failed = |cause: rusqlite::Error| Error::database(Location::from(path), cause.into());
    if to == Use::Create {
        return Sqlite::made(Connection::open(path).map_err(failed)?, path);
    }
    if !path.exists() {
        return Err(Error::Missing(path.into()));
    }
    // For writing where that can be, even to look: only so is undone what a killed program began to write.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    layout::settings(&connection).map_err(failed)?;
    layout::check(&connection, path)?;
    match to {
        Use::Look => layout::only_look(&connection, true).map_err(failed)?,
        _ => layout::prepare(&mut connection, path)?,
    }
    Ok(Sqlite { connection })
}

impl Sqlite {
    /// A record that is not kept.
    pub fn in_memory() -> Result<Sqlite> {
        open(Path::new(":memory:"), Use::Create)
    }

    fn made(mut connection: Connection, path: &Path) -> Result<Sqlite> {
        layout::prepare(&mut connection, path)?;
        Ok(Sqlite { connection })
    }
}

impl Backend for Sqlite {
    fn add(&mut self, readings: &[Reading], tools: &str) -> Answer<Added> {
        Ok(add::readings(&mut self.connection, readings, tools)?)
    }

    fn add_problems(&mut self, problems: &[[String; 3]]) -> Answer<()> {
        Ok(add::problems(&mut self.connection, problems)?)
    }

    fn judge(&mut self, judgements: &[Judgement]) -> Answer<()> {
        Ok(add::judgements(&mut self.connection, judgements)?)
    }

    fn each(&self, sql: &str, with: &[i64], take: &mut dyn FnMut(Vec<String>)) -> Answer<()> {
        let mut select = self.connection.prepare(sql)?;
        let columns = select.column_count();
        let mut rows = select.query(params_from_iter(with))?;
        while let Some(row) = rows.next()? {
            let cells = (0..columns).map(|column| row.get_ref(column).map(|cell| lossy(&cell)));
            take(cells.collect::<rusqlite::Result<_>>()?);
        }
        Ok(())
    }

    fn revision(&self) -> Answer<u64> {
        let sql = "SELECT (SELECT COALESCE(MAX(rowid), 0) FROM articles)
                        + (SELECT COALESCE(MAX(number), 0) FROM readings)
                        + (SELECT COALESCE(MAX(rowid), 0) FROM source_problems)
                        + (SELECT COALESCE(MAX(rowid), 0) FROM judgements)";
        let sum: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        Ok(sum.unsigned_abs())
    }

    fn search(&self, words: &[&str], limit: u32) -> Answer<Vec<Hit>> {
        self.find(words, limit)
    }

    fn damage(&self) -> Answer<Vec<String>> {
        Ok(damage::found(&self.connection)?)
    }

    fn has_row_hashes(&self) -> Answer<bool> {
        Ok(layout::version(&self.connection)? >= 2)
    }
}

/// A value as a text; one that is no text is shown as such, so that it fails its check.
fn lossy(value: &ValueRef<'_>) -> String {
    match value {
        ValueRef::Integer(number) => number.to_string(),
        value => String::column_result(*value).unwrap_or_else(|_| format!("{value:?}")),
    }
}
