//! The laws of the whole way, on the pages of the example.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::date;
use pipeline::{Given, Input, Kept, Reader, Source, Tools, find, gather, read_into, settle};
use record::{Claim, Judge, Judgement, Record, Thing, Verdict};
use rusqlite::Connection;
use store::{Fault, Reading, Store};

static TOOLS: LazyLock<Tools> = LazyLock::new(Tools::shipped);

/// A file that goes when the test is over.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Place {
        let path = std::env::temp_dir().join(format!("rapporteur-{}-{name}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        Place(path)
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(&self.0).unwrap()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn pages() -> Vec<Input> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/moscow-talks/pages");
    find(&[folder])
}

/// Reads inputs into the record at a place and gives what follows from it.
fn read(place: &Place, inputs: &[Input], jobs: usize) -> Record {
    let mut store = Store::create(&place.0).unwrap();
    let jobs = NonZero::new(jobs).unwrap();
    let reader = Reader { tools: &TOOLS, given: &Given::default(), jobs };
    let outcome = read_into(&mut store, inputs, &reader, |_| {}).unwrap();
    assert_eq!(outcome.articles, inputs.len());
    settle(&Kept::load(&store).unwrap(), None, &TOOLS)
}

#[test]
fn any_number_of_threads_makes_the_same_file() {
    let (one, two) = (Place::new("one.db"), Place::new("two.db"));
    let records = [read(&one, &pages(), 1), read(&two, &pages(), 2)];
    assert_eq!(records[0], records[1]);
    assert!(one.bytes() == two.bytes(), "the files differ");
}

#[test]
fn files_in_any_order_make_the_same_record() {
    let (forth, back) = (Place::new("forth.db"), Place::new("back.db"));
    let mut inputs = pages();
    let in_order = read(&forth, &inputs, 2);
    inputs.reverse();
    let json = |record: &Record| serde_json::to_string(record).unwrap();
    assert_eq!(json(&read(&back, &inputs, 2)), json(&in_order));
}

#[test]
fn a_second_reading_adds_nothing() {
    let place = Place::new("again.db");
    let first = read(&place, &pages(), 2);
    let bytes = place.bytes();
    assert_eq!(read(&place, &pages(), 2), first);
    assert!(place.bytes() == bytes, "the file changed");
}

#[test]
fn gather_is_what_the_engine_keeps() {
    let place = Place::new("gathered.db");
    read(&place, &pages(), 2);
    let kept = Kept::load(&Store::open(&place.0).unwrap()).unwrap();
    let mut claims: Vec<Claim> = Vec::new();
    for input in pages() {
        let (path, bytes) = (input.name(), input.bytes().unwrap());
        let source = Source { path: &path, bytes: &bytes };
        let gathered = gather(&source, &Given::default(), &TOOLS);
        claims.extend(gathered.readings.into_iter().flat_map(|reading| reading.claims));
    }
    claims.sort_by_key(|claim| claim.id);
    claims.dedup();
    assert_eq!(kept.claims, claims);
}

#[test]
fn every_quote_stands_where_its_row_says_until_a_text_is_changed() {
    let place = Place::new("verified.db");
    read(&place, &pages(), 2);
    let sound = Store::open(&place.0).unwrap().verify().unwrap();
    assert_eq!(sound.mismatches, []);
    assert!(sound.quotes > 0, "nothing was checked");
    let raw = Connection::open(&place.0).unwrap();
    let change = "UPDATE articles SET text = replace(text, 'Moscow', 'Munich')";
    assert!(raw.execute(change, []).is_err(), "the record let a text be changed");
    raw.execute("DROP TRIGGER articles_no_update", []).unwrap();
    raw.execute(change, []).unwrap();
    let faults = Store::open(&place.0).unwrap().verify().unwrap().mismatches;
    assert!(faults.iter().any(|m| m.fault == Fault::Hash), "{faults:?}");
    assert!(faults.iter().any(|m| matches!(m.fault, Fault::Words { .. })), "{faults:?}");
}

#[test]
fn the_record_as_of_a_day_is_made_from_what_was_published_by_then() {
    let place = Place::new("as-of.db");
    read(&place, &pages(), 2);
    let day = date(2023, 4, 26);
    let kept = Kept::load(&Store::open(&place.0).unwrap()).unwrap();
    let then = settle(&kept, Some(day), &TOOLS);
    let dated = |a: &text::Article| a.published.as_ref().is_some_and(|p| p.when.last() <= day);
    let by_then: Vec<_> = kept.articles.iter().filter(|a| dated(a)).cloned().collect();
    assert!(!by_then.is_empty() && by_then.len() < kept.articles.len());
    assert_eq!(then.documents.len(), by_then.len());
    let only = settle(&Kept { articles: by_then, ..kept }, None, &TOOLS);
    assert_eq!((then.meetings, then.statements), (only.meetings, only.statements));
}

#[test]
fn a_rejection_outlives_a_reading_by_newer_tools() {
    let place = Place::new("carried.db");
    let before = read(&place, &pages(), 2);
    let rejected = before.statements.first().expect("the example has statements").clone();
    let mut store = Store::create(&place.0).unwrap();
    let judge = Judge::Person { name: "R. Eviewer".to_owned(), at: "2024-01-01".to_owned() };
    let left = Thing::Claim(rejected.claim);
    let (verdict, reason) = (Verdict::Reject, "misread".to_owned());
    store.judge(&[Judgement::of_one(left, verdict, judge, reason)]).unwrap();
    let kept = Kept::load(&store).unwrap();
    store.add(&kept.articles.iter().map(|a| newer(a, &kept)).collect::<Vec<_>>(), "next").unwrap();
    let after = settle(&Kept::load(&store).unwrap(), None, &TOOLS);
    let stands = |s: &record::Statement| {
        s.article == rejected.article && s.evidence == rejected.evidence && s.act == rejected.act
    };
    assert!(!after.statements.is_empty());
    assert_eq!(after.statements.iter().filter(|s| stands(s)).count(), 0);
}

/// The same claims by tools of the next version.
fn newer(article: &text::Article, kept: &Kept) -> Reading {
    let own = kept.claims.iter().filter(|claim| claim.article == article.id);
    let raised = |claim: &Claim| {
        let mut tool = claim.tool.clone();
        tool.version += 1;
        let said = (claim.attribution.clone(), claim.certainty);
        let read = (claim.shown().clone(), tool);
        Claim::new(claim.article, claim.content.clone(), said, read)
    };
    let claims = own.map(raised).collect();
    Reading { article: article.clone(), claims, problems: Vec::new() }
}

#[test]
fn a_file_that_is_not_there_is_a_problem_and_the_rest_is_read() {
    let place = Place::new("missing.db");
    let mut store = Store::create(&place.0).unwrap();
    let mut inputs = find(&[PathBuf::from("no/such/page.html")]);
    inputs.extend(pages().into_iter().take(1));
    let jobs = NonZero::<usize>::MIN;
    let reader = Reader { tools: &TOOLS, given: &Given::default(), jobs };
    let outcome = read_into(&mut store, &inputs, &reader, |_| {}).unwrap();
    assert_eq!((outcome.seen.files, outcome.articles, outcome.seen.unread), (2, 1, 1));
    assert_eq!(outcome.problems["P001"].count, 1);
}
