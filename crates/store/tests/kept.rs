//! What a store promises: it is only added to, adds nothing twice, and finds out every change.

use record::{
    ActorKind, ActorMention, Attribution, Certainty, Claim, Content, Evidence, Judge, Judgement,
    Party, SpeechAct, StatementMention, Thing, Tool, Verdict,
};
use rusqlite::Connection;
use std::path::PathBuf;
use store::{Error, Fault, Found, Reading, SourceProblem, Store};
use text::{Article, Block, BlockKind, CaptureId, Digest, Problem, Severity, Span};

const TEXT: &str = "Kavan demands that all roadblocks be lifted before any talks.";

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

fn article(name: &str) -> Article {
    let capture = CaptureId(Digest::of(&[name.as_bytes()]));
    let span = Span::from_range(0..TEXT.len()).unwrap();
    Article {
        id: Article::identify(capture, name, TEXT, None),
        capture,
        name: name.to_owned(),
        path: format!("pages/{name}.txt"),
        url: None,
        outlet: Some("Strait Wire".to_owned()),
        title: None,
        byline: None,
        language: "en".to_owned(),
        text: TEXT.to_owned(),
        blocks: vec![Block { kind: BlockKind::Paragraph, span }],
        published: None,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}

fn claim(article: &Article, version: u32) -> Claim {
    let span = Span::new(0, 5).unwrap();
    let speaker = ActorMention {
        span,
        words: "Kavan".to_owned(),
        kind: ActorKind::State,
        parties: vec![Party("KAV".to_owned())],
        person: None,
        office: None,
        level: None,
    };
    let content = Content::Statement(StatementMention {
        speaker,
        act: SpeechAct::Demand,
        issues: Vec::new(),
        verbatim: false,
        requires: None,
        undertakes: None,
    });
    let said = (Attribution::outlet("Strait Wire"), Certainty::FACT);
    let shown = Evidence::cut(article, Span::new(14, 61).unwrap()).unwrap();
    Claim::new(article.id, content, said, (shown, Tool::rule("statement/demand", version)))
}

fn reading(name: &str, version: u32) -> Reading {
    let article = article(name);
    let claims = vec![claim(&article, version)];
    let problems = vec![Problem::new("R001", Severity::Warning, "no date")];
    Reading { article, claims, problems }
}

fn full(place: &Place) -> Store {
    let mut store = Store::create(&place.0).unwrap();
    store.add(&[reading("b", 1), reading("a", 1)], "1").unwrap();
    store
}

#[test]
fn what_goes_in_comes_out_sorted_by_id() {
    let mut store = Store::in_memory().unwrap();
    let readings = [reading("b", 1), reading("a", 1)];
    store.add(&readings, "1").unwrap();
    let mut articles = readings.clone().map(|r| r.article);
    articles.sort_by_key(|a| a.id);
    let mut claims = readings.map(|r| r.claims[0].clone());
    claims.sort_by_key(|c| c.id);
    assert_eq!(store.articles().unwrap(), articles);
    assert_eq!(store.claims().unwrap(), claims);
    assert_eq!(store.problems().unwrap().len(), 2);
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
fn only_the_last_reading_counts_and_the_earlier_one_is_kept() {
    let mut store = Store::in_memory().unwrap();
    store.add(&[reading("a", 1)], "1").unwrap();
    store.add(&[reading("a", 2)], "2").unwrap();
    let current: Vec<_> = store.claims().unwrap().iter().map(|c| c.tool.version).collect();
    assert_eq!(current, [2]);
    assert_eq!(store.all_claims().unwrap().len(), 2);
    assert_eq!(store.problems().unwrap().len(), 1);
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
fn judgements_come_back_in_order_and_once() {
    let mut store = Store::in_memory().unwrap();
    let judge = |reason: &str| {
        let (a, b) = (Thing::Article(article("a").id), Thing::Article(article("b").id));
        let person = Judge::Person { name: "R. Eviewer".to_owned(), at: "2024-01-01".to_owned() };
        Judgement::of_two(a, b, Verdict::Same, person, reason.to_owned())
    };
    store.judge(&[judge("second thoughts"), judge("a first look")]).unwrap();
    store.judge(&[judge("second thoughts")]).unwrap();
    let reasons: Vec<_> = store.judgements().unwrap().into_iter().map(|j| j.reason).collect();
    assert_eq!(reasons, ["second thoughts", "a first look"]);
}

#[test]
fn problems_of_files_are_kept_once() {
    let mut store = Store::in_memory().unwrap();
    let problem = Problem::new("R006", Severity::Error, "there is nothing in it");
    let content = Digest::of(&[b""]);
    let odd = SourceProblem { path: "a.html".to_owned(), content, problem };
    store.add_problems(&[odd.clone(), odd.clone()]).unwrap();
    store.add_problems(&[SourceProblem { path: "./a.html".to_owned(), ..odd.clone() }]).unwrap();
    assert_eq!(store.source_problems().unwrap(), [(odd.path, odd.problem)]);
}

#[test]
fn search_finds_words_and_ignores_operators() {
    let mut store = Store::in_memory().unwrap();
    store.add(&[reading("a", 1)], "1").unwrap();
    let hits = store.search("lifting roadblock", 10).unwrap();
    assert!(matches!(hits[0].place, Found::Claim(_)), "{hits:?}");
    assert!(matches!(hits[1].place, Found::Article(_)), "{hits:?}");
    assert!(hits[0].excerpt.contains("«roadblocks»"), "{hits:?}");
    for odd in ["", "\"", "AND (", "quote:x*", "-- '; DROP"] {
        assert_eq!(store.search(odd, 10).unwrap(), [], "{odd}");
    }
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
