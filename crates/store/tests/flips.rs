//! A byte of a record's file that changes by itself is found by `verify`, or it changes nothing that can be read.
//!
//! Some bytes of the file are tried, evenly spread; `RAPPORTEUR_FLIPS=1` tries each of them.

mod disk;
mod making;

use std::collections::BTreeMap;
use std::path::Path;

use disk::Disk;
use making::{TABLES, reading, verdict};
use rusqlite::Connection;
use store::{SourceProblem, Store};
use text::{Digest, Problem, Severity};

/// Every so many bytes one is tried.
fn stride() -> usize {
    std::env::var("RAPPORTEUR_FLIPS").ok().and_then(|stride| stride.parse().ok()).unwrap_or(61)
}

/// A record with rows in every table.
fn full() -> Disk {
    let disk = Disk::new("flips");
    let mut store = Store::create(Path::new(&disk.record())).unwrap();
    let pages: Vec<_> = (0..8).map(|n| reading(&format!("page {n}"), 1)).collect();
    store.add(&pages, "1").unwrap();
    store.judge(&[verdict("the same words")]).unwrap();
    let problem = Problem::new("R002", Severity::Error, "no text");
    let content = Digest::of(&[b"nothing"]);
    store.add_problems(&[SourceProblem { path: "a.html".to_owned(), content, problem }]).unwrap();
    disk
}

/// All that can be read, by table.
fn all(disk: &Disk) -> rusqlite::Result<BTreeMap<String, String>> {
    let raw = Connection::open(disk.record())?;
    let mut found = BTreeMap::new();
    for table in TABLES {
        let mut select = raw.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))?;
        let columns = select.column_count();
        let mut rows = select.query([])?;
        let cells: &mut String = found.entry(table.to_owned()).or_default();
        while let Some(row) = rows.next()? {
            (0..columns)
                .try_for_each(|n| row.get_ref(n).map(|cell| *cells += &format!("{cell:?}|")))?;
        }
    }
    for (words, query) in [("article_words", "roadblocks"), ("claim_words", "talks OR Kavan")] {
        let mut select = raw.prepare(&format!(
            "SELECT group_concat(rowid) FROM {words} WHERE {words} MATCH '{query}' ORDER BY rowid"
        ))?;
        let rows: Option<String> = select.query_row([], |row| row.get(0))?;
        found.insert(words.to_owned(), rows.unwrap_or_default());
    }
    Ok(found)
}

/// What came of a changed byte.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Fate {
    /// The record does not open, or `verify` says so.
    Found,
    /// Everything reads as before.
    Harmless,
    /// Something reads otherwise, and nothing says so.
    Missed(String),
}

fn fate(disk: &Disk, sound: &BTreeMap<String, String>) -> Fate {
    let store = Store::create(Path::new(&disk.record()));
    let verified = store.and_then(|store| store.verify());
    if !verified.is_ok_and(|found| found.mismatches.is_empty()) {
        return Fate::Found;
    }
    match all(disk) {
        Ok(found) if found == *sound => Fate::Harmless,
        Ok(found) => {
            let other = sound.iter().find(|(table, cells)| found.get(*table) != Some(cells));
            Fate::Missed(other.map(|(table, _)| table.clone()).unwrap_or_default())
        }
        Err(why) => Fate::Missed(why.to_string()),
    }
}

#[test]
fn a_changed_byte_is_found_or_changes_nothing() {
    let disk = full();
    let sound = all(&disk).unwrap();
    let mut fates: BTreeMap<Fate, usize> = BTreeMap::new();
    for at in (0..disk.length()).step_by(stride()) {
        let changed = disk.copy("flips-trial");
        changed.flip(at, at / stride());
        *fates.entry(fate(&changed, &sound)).or_default() += 1;
    }
    println!("{fates:?}");
    let missed: Vec<_> = fates.keys().filter(|fate| matches!(fate, Fate::Missed(_))).collect();
    assert!(missed.is_empty(), "{fates:?}");
    assert!(fates[&Fate::Found] > 100);
}
