//! What a record's file promises: it refuses changes, and every change from outside is found out.

mod making;

use std::path::PathBuf;

use making::reading;
use rusqlite::Connection;
use store::{Error, Fault, SourceProblem, Store};
use text::{Digest, Problem, Severity};

/// A file that goes when the test is over.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let path = std::env::temp_dir().join(format!("rapporteur-{}-{name}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        Place(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn full(place: &Place) -> Store {
    let mut store = Store::create(&place.0).unwrap();
    store.add(&[reading("b", 1), reading("a", 1)], "1").unwrap();
    store
}

#[test]
fn a_second_reading_of_the_same_adds_nothing() {
    let place = Place::new("twice.db");
    let mut store = full(&place);
    let before = std::fs::read(&place.0).unwrap();
    let added = store.add(&[reading("a", 1), reading("b", 1)], "1").unwrap();
    assert_eq!(added, Default::default());
    drop(store);
    assert!(before == std::fs::read(&place.0).unwrap(), "the file changed");
}

#[test]
fn the_file_refuses_update_and_delete() {
    let place = Place::new("guarded.db");
    drop(full(&place));
    let raw = Connection::open(&place.0).unwrap();
    for (table, column) in [
        ("articles", "json"),
        ("claims", "json"),
        ("readings", "tools"),
        ("reading_claims", "reading"),
        ("problems", "json"),
    ] {
        let update = raw.execute(&format!("UPDATE {table} SET {column} = {column}"), []);
        assert!(update.unwrap_err().to_string().contains("only added to"), "{table}");
        let delete = raw.execute(&format!("DELETE FROM {table}"), []);
        assert!(delete.unwrap_err().to_string().contains("only added to"), "{table}");
    }
    let replace = "INSERT OR REPLACE INTO articles (id, json, text, text_sha256)
        SELECT id, json, 'other words', text_sha256 FROM articles";
    assert_eq!(raw.execute(replace, []).unwrap(), 0);
}

#[test]
fn verify_holds_until_a_text_is_changed() {
    let place = Place::new("tampered.db");
    let store = full(&place);
    let sound = store.verify().unwrap();
    assert_eq!((sound.articles, sound.claims, sound.mismatches), (2, 2, vec![]));
    assert_eq!(sound.quotes, 4, "the evidence and the speaker of each claim");
    drop(store);
    tamper(&place, "articles", "UPDATE articles SET text = replace(text, 'all', 'two')");
    let faults = faults(&place);
    assert!(faults.contains(&Fault::Hash) && faults.contains(&Fault::Id), "{faults:?}");
    assert!(faults.iter().any(|f| matches!(f, Fault::Words { .. })), "{faults:?}");
}

#[test]
fn verify_finds_a_changed_claim() {
    let place = Place::new("changed-claim.db");
    drop(full(&place));
    tamper(&place, "claims", "UPDATE claims SET json = replace(json, 'demand', 'denial')");
    let faults = faults(&place);
    assert_eq!(faults.iter().filter(|fault| **fault == Fault::Id).count(), 2, "{faults:?}");
    assert_eq!(faults.iter().filter(|fault| **fault == Fault::RowHash).count(), 2, "{faults:?}");
}

#[test]
fn verify_finds_what_no_id_stands_for() {
    for (table, change, fault) in [
        ("articles", "json = replace(json, 'Strait', 'String')", Fault::RowHash),
        ("readings", "tools = '2'", Fault::RowHash),
        ("source_problems", "path = 'b.html'", Fault::RowHash),
        ("problems", "json = replace(json, 'R001', 'R002')", Fault::Outcome),
    ] {
        let place = Place::new("no-id.db");
        let problem = Problem::new("R002", Severity::Error, "no text");
        let (path, content) = ("a.html".to_owned(), Digest::of(&[b"nothing"]));
        full(&place).add_problems(&[SourceProblem { path, content, problem }]).unwrap();
        assert_eq!(faults(&place), []);
        tamper(&place, table, &format!("UPDATE {table} SET {change}"));
        let faults = faults(&place);
        assert!(!faults.is_empty() && faults.iter().all(|f| *f == fault), "{table}: {faults:?}");
    }
}

#[test]
fn what_does_not_hold_is_not_copied() {
    let (place, other) = (Place::new("not-copied.db"), Place::new("whole.db"));
    drop(full(&place));
    tamper(&place, "articles", "UPDATE articles SET json = replace(json, 'Strait', 'String')");
    let mut copy = Store::create(&other.0).unwrap();
    let copied = Store::open(&place.0).unwrap().copy_to(&mut copy);
    assert!(matches!(copied, Err(Error::Mismatched { rows: 1.., .. })), "{copied:?}");
    assert!(copy.articles().unwrap().is_empty());
}

#[test]
fn another_record_of_the_same_size_has_another_revision() {
    let revision = |name, tools| {
        let place = Place::new("revision.db");
        let mut store = Store::create(&place.0).unwrap();
        store.add(&[reading(name, 1)], tools).unwrap();
        store.revision().unwrap()
    };
    assert_eq!(revision("a", "1"), revision("a", "1"));
    assert_ne!(revision("a", "1"), revision("b", "1"));
    assert_ne!(revision("a", "1"), revision("a", "2"));
}

#[test]
fn verify_finds_what_was_taken_away() {
    for away in [
        "DROP TRIGGER claims_no_delete",
        "DROP TRIGGER articles_no_delete; PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE rowid = 1",
        "DROP TRIGGER reading_claims_no_delete; DELETE FROM reading_claims WHERE reading = 1",
        "INSERT INTO claim_words (claim_words) VALUES ('delete-all')",
    ] {
        let place = Place::new("taken-away.db");
        drop(full(&place));
        Connection::open(&place.0).unwrap().execute_batch(away).unwrap();
        assert!(matches!(faults(&place)[..], [Fault::File(_), ..]), "{away}");
    }
}

/// A record that an earlier version wrote, with its layout.
#[test]
fn an_older_record_is_read_as_it_is_and_brought_up_to_date_when_it_is_added_to() {
    let place = Place::new("older.db");
    let packed = std::fs::File::open("tests/layouts/1.db.gz").unwrap();
    std::io::copy(
        &mut flate2::read::GzDecoder::new(packed),
        &mut std::fs::File::create(&place.0).unwrap(),
    )
    .unwrap();
    let all = |store: &Store| {
        let read =
            (store.articles().unwrap(), store.claims().unwrap(), store.judgements().unwrap());
        (read, store.problems().unwrap(), store.verify().unwrap().mismatches)
    };
    let before = std::fs::read(&place.0).unwrap();
    let old = all(&Store::open(&place.0).unwrap());
    assert!(before == std::fs::read(&place.0).unwrap(), "looking at it changed the file");
    assert_eq!((old.0.0.len(), old.0.2.len(), old.2.len()), (2, 1, 0));
    assert_eq!(all(&Store::reopen(&place.0).unwrap()), old);
    assert!(before != std::fs::read(&place.0).unwrap(), "it was not brought up to date");
    tamper(&place, "articles", "UPDATE articles SET json = replace(json, '\"en\"', '\"fr\"')");
    assert_eq!(faults(&place), [Fault::RowHash]);
}

#[test]
fn verify_finds_a_row_that_does_not_read_back() {
    let place = Place::new("unreadable.db");
    drop(full(&place));
    tamper(&place, "claims", "UPDATE claims SET json = '{}'");
    let faults = faults(&place);
    let unreadable = faults.iter().filter(|fault| matches!(fault, Fault::Unreadable(_)));
    assert_eq!(unreadable.count(), 2, "{faults:?}");
}

/// Changes rows in spite of the guard, and puts the guard back.
fn tamper(place: &Place, table: &str, change: &str) {
    let raw = Connection::open(&place.0).unwrap();
    let select = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    let guard: String =
        raw.query_row(select, [format!("{table}_no_update")], |row| row.get(0)).unwrap();
    raw.execute(&format!("DROP TRIGGER {table}_no_update"), []).unwrap();
    assert_ne!(raw.execute(change, []).unwrap(), 0);
    raw.execute(&guard, []).unwrap();
}

fn faults(place: &Place) -> Vec<Fault> {
    let found = Store::open(&place.0).unwrap().verify().unwrap();
    found.mismatches.into_iter().map(|m| m.fault).collect()
}

#[test]
fn other_files_are_refused_by_name() {
    let place = Place::new("other.txt");
    assert!(matches!(Store::open(&place.0), Err(Error::Missing(_))));
    std::fs::write(&place.0, "a letter, longer than the header of a database\n".repeat(20))
        .unwrap();
    assert!(matches!(Store::create(&place.0), Err(Error::NotARecord(_))));
    std::fs::remove_file(&place.0).unwrap();
    Connection::open(&place.0).unwrap().execute("CREATE TABLE bookmarks (url)", []).unwrap();
    assert!(matches!(Store::create(&place.0), Err(Error::NotARecord(_))));
    std::fs::remove_file(&place.0).unwrap();
    drop(full(&place));
    Connection::open(&place.0).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(&place.0), Err(Error::Newer { found: 99, .. })));
}
