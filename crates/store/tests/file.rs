//! What a record's file promises: it refuses changes, and every change from outside is found out.

mod making;

use std::path::PathBuf;

use making::reading;
use rusqlite::Connection;
use store::{Error, Fault, Store};

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
    assert_eq!(faults(&place), [Fault::Id, Fault::Id]);
}

#[test]
fn verify_finds_a_row_that_does_not_read_back() {
    let place = Place::new("unreadable.db");
    drop(full(&place));
    tamper(&place, "claims", "UPDATE claims SET json = '{}'");
    assert!(matches!(faults(&place)[..], [Fault::Unreadable(_), Fault::Unreadable(_)]));
}

fn tamper(place: &Place, table: &str, change: &str) {
    let raw = Connection::open(&place.0).unwrap();
    raw.execute(&format!("DROP TRIGGER {table}_no_update"), []).unwrap();
    raw.execute(change, []).unwrap();
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
