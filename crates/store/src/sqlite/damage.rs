//! What is the matter with the file itself, whatever its rows say.

use rusqlite::{Connection, Error, Result};

use super::layout;
use crate::reading::HASHED;

/// The search indexes: their table, its columns, and what they are made from.
const INDEXES: [(&str, &str, &str); 2] =
    [("article_words", "title, text", "articles"), ("claim_words", "quote, speaker", "claims")];

/// Faults, a line for each.
pub(super) fn found(file: &Connection) -> Result<Vec<String>> {
    let mut faults = broken(file)?;
    if faults.is_empty() {
        faults.extend(changed_layout(file)?);
        faults.extend(missing_rows(file)?);
        faults.extend(with_room(file, changed_index)?);
    }
    Ok(faults)
}

/// What SQLite itself finds.
fn broken(file: &Connection) -> Result<Vec<String>> {
    let mut check = file.prepare("PRAGMA integrity_check(20)")?;
    let answers: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<Result<_>>()?;
    let mut check = file.prepare("PRAGMA foreign_key_check")?;
    let lost = check.query_map([], |row| {
        Ok(format!(
            "a row of {} belongs to none of {}",
            row.get::<_, String>(0)?,
            row.get::<_, String>(2)?
        ))
    })?;
    let faults = answers.into_iter().filter(|answer| answer != "ok").map(Ok);
    faults.chain(lost).collect()
}

/// Tables and triggers that are not as this program makes them.
fn changed_layout(file: &Connection) -> Result<Option<String>> {
    let mut sound = Connection::open_in_memory()?;
    layout::make(&mut sound, layout::version(file)?)?;
    let differ = schema(file)? != schema(&sound)?;
    Ok(differ.then(|| "its tables or triggers are not those of a record".to_owned()))
}

fn schema(of: &Connection) -> Result<Vec<(String, String, String)>> {
    let mut select = of.prepare(
        "SELECT type || name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
    )?;
    select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
}

/// Rows with a hash are numbered from one without a gap, since none is ever taken away.
fn missing_rows(file: &Connection) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for (table, _) in HASHED {
        let sql = format!("SELECT count(*), coalesce(max(rowid), 0) FROM {table}");
        let (count, last): (i64, i64) =
            file.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if count != last {
            faults.push(format!("{table} has {count} rows, the last of which is number {last}"));
        }
    }
    Ok(faults)
}

/// Lets a check make tables of its own, which are not in the file.
fn with_room<T>(file: &Connection, check: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
    let only: bool = file.pragma_query_value(None, "query_only", |row| row.get(0))?;
    layout::only_look(file, false)?;
    let found = check(file);
    layout::only_look(file, only)?;
    found
}

/// Compares each search index with one made anew, word by word.
fn changed_index(file: &Connection) -> Result<Option<String>> {
    for (index, columns, table) in INDEXES {
        file.execute_batch(&format!(
            "CREATE VIRTUAL TABLE temp.anew USING fts5 ({columns}, content = '',
                 tokenize = 'porter unicode61 remove_diacritics 2');
             INSERT INTO temp.anew (rowid, {columns}) SELECT rowid, {columns} FROM main.{table};
             CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab ('temp', 'anew', 'instance');
             CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab ('main', '{index}', 'instance');"
        ))?;
        let sound = same_rows(file, "words_anew", "words_kept");
        file.execute_batch(
            "DROP TABLE temp.words_kept; DROP TABLE temp.words_anew; DROP TABLE temp.anew",
        )?;
        if !sound? {
            return Ok(Some(format!("the search index of {table} has other words than {table}")));
        }
    }
    Ok(None)
}

fn same_rows(file: &Connection, one: &str, other: &str) -> Result<bool> {
    let select = |of| format!("SELECT term, doc, col, \"offset\" FROM temp.{of}");
    let (mut one, mut other) = (file.prepare(&select(one))?, file.prepare(&select(other))?);
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    type Word = (String, i64, String, i64);
    let word = |row: &rusqlite::Row<'_>| -> Result<Word> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    loop {
        match (one.next()?.map(word).transpose()?, other.next()?.map(word).transpose()) {
            (None, Ok(None)) => return Ok(true),
            (one, Ok(other)) if one == other => {}
            (_, Ok(_)) => return Ok(false),
            // A word that is no text any more.
            (
                _,
                Err(
                    Error::FromSqlConversionFailure(..)
                    | Error::InvalidColumnType(..)
                    | Error::Utf8Error(..),
                ),
            ) => {
                return Ok(false);
            }
            (_, Err(other)) => return Err(other),
        }
    }
}
