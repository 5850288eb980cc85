//! What reports say became of promises.

mod build;

use build::{evidence, page, parties, said, settled};
use record::{
    Attribution, Certainty, Claim, Commitment, CommitmentState, Content, Deed, Fate, Outcome,
    OutcomeMention, Phrase, SpeechAct, TimeMention, Tool,
};
use text::{Anchor, Article, When};

const MADE: &str = "Armenia promised to open the Margara crossing to lorries.";
const OTHER: &str = "Armenia promised to return the prisoners of the spring.";

fn told(page: &Article, promise: &str, by: &str, outcome: Outcome) -> Claim {
    let phrase = Phrase { evidence: evidence(page, promise) };
    let mention = OutcomeMention { by: parties(by), promise: phrase, outcome, deed: None };
    let said = (Attribution::outlet("page"), Certainty::FACT);
    let read = (evidence(page, &page.text.clone()), Tool::rule("outcome/test", 1));
    Claim::new(page.id, Content::Outcome(mention), said, read)
}

/// The promises of the first page when later pages tell these of them, in order of what was promised.
fn commitments(reports: &[(&str, &str, Outcome)]) -> Vec<Commitment> {
    let mut pages = vec![page("p0", Some("2024-03-01"), &[MADE, OTHER])];
    let made = |words: &str| said(&pages[0], words, "ARM", SpeechAct::Commitment, &[]);
    let mut claims = vec![made(MADE), made(OTHER)];
    for (n, (day, promise, outcome)) in reports.iter().enumerate() {
        let line = format!("So much for {promise}, report {n}.");
        let later = page(&format!("p{}", n + 1), Some(day), &[&line]);
        claims.push(told(&later, promise, "ARM", *outcome));
        pages.push(later);
    }
    let mut rows = settled(&pages, &claims).commitments;
    rows.sort_by(|a, b| a.action.cmp(&b.action));
    rows
}

#[test]
fn a_report_that_it_was_broken_breaks_it() {
    let told = commitments(&[("2024-05-01", "its pledge to open the crossing", Outcome::Broken)]);
    assert_eq!(told[0].state, CommitmentState::Broken);
    assert!(told[0].why.as_ref().unwrap().starts_with("p1: "), "{:?}", told[0].why);
    assert_eq!(told[0].claims.len(), 2);
    assert_eq!(told[1].state, CommitmentState::Open);
}

#[test]
fn a_part_leaves_it_open() {
    let told = commitments(&[("2024-05-01", "part of its pledge on prisoners", Outcome::Partly)]);
    assert_eq!((told[1].state, told[1].fate), (CommitmentState::Open, Some(Fate::Partly)));
}

#[test]
fn the_last_report_stands_and_both_are_given() {
    let crossing = "its pledge to open the crossing";
    let told = commitments(&[
        ("2024-05-01", crossing, Outcome::Broken),
        ("2024-06-01", crossing, Outcome::Kept),
    ]);
    assert_eq!(told[0].state, CommitmentState::Kept);
    let why = told[0].why.as_ref().unwrap();
    assert!(why.contains("p1: ") && why.contains("p2: "), "{why}");
}

#[test]
fn a_report_from_before_is_of_another_promise() {
    let told = commitments(&[("2024-02-01", "its pledge to open the crossing", Outcome::Broken)]);
    assert_eq!(told[0].state, CommitmentState::Open);
}

#[test]
fn a_report_that_fits_two_is_of_neither() {
    let told = commitments(&[("2024-05-01", "its pledge to Armenia", Outcome::Broken)]);
    assert!(told.iter().all(|row| row.state == CommitmentState::Open));
}

/// A later page, whose it is, what was done, the verb as it stands and its lemma.
struct Done {
    told: &'static str,
    by: &'static str,
    words: &'static str,
    verb: (&'static str, &'static str),
    thing: &'static str,
    outcome: Outcome,
    on: Option<&'static str>,
}

const OPENED: Done = Done {
    told: "2024-05-01",
    by: "ARM",
    words: "opened the Margara crossing to lorries",
    verb: ("opened", "open"),
    thing: "crossing",
    outcome: Outcome::Done,
    on: None,
};

/// What has become of the promise to open the crossing when a later page tells this deed.
fn after(done: &Done) -> Commitment {
    let first = page("p0", Some("2024-03-01"), &[MADE, OTHER]);
    let made = |words: &str| said(&first, words, "ARM", SpeechAct::Commitment, &[]);
    let line = format!("{} on the day.", done.words);
    let later = page("p1", Some(done.told), &[&line]);
    let phrase = |words: &str| Phrase { evidence: evidence(&later, words) };
    let time = done.on.map(|day| TimeMention {
        evidence: evidence(&later, "on the day"),
        value: day.to_owned(),
        when: Some(When::day(day.parse().unwrap(), Anchor::Stated)),
        weekday: None,
    });
    let (verb, lemma) = (phrase(done.verb.0), done.verb.1.to_owned());
    let deed = Deed { verb, lemma, thing: Some(phrase(done.thing)), time };
    let by = if done.by.is_empty() { Vec::new() } else { parties(done.by) };
    let promise = phrase(done.words);
    let mention = OutcomeMention { by, promise, outcome: done.outcome, deed: Some(deed) };
    let voice = (Attribution::outlet("page"), Certainty::FACT);
    let read = (evidence(&later, done.words), Tool::rule("outcome/deed", 1));
    let claim = Claim::new(later.id, Content::Outcome(mention), voice, read);
    let claims = [made(MADE), made(OTHER), claim];
    let mut rows = settled(&[first, later], &claims).commitments;
    rows.sort_by(|a, b| a.action.cmp(&b.action));
    rows.swap_remove(0)
}

#[test]
fn the_deed_keeps_the_promise() {
    let row = after(&OPENED);
    assert_eq!(row.state, CommitmentState::Kept);
    assert_eq!(row.why.unwrap(), "p1: \"opened the Margara crossing to lorries\"");
}

#[test]
fn a_verb_that_says_the_same_will_do() {
    let words = "reopened the Margara crossing";
    let row = after(&Done { words, verb: ("reopened", "reopen"), ..OPENED });
    assert_eq!(row.state, CommitmentState::Kept);
    let words = "closed the Margara crossing to lorries";
    let row = after(&Done { words, verb: ("closed", "close"), ..OPENED });
    assert_eq!(row.state, CommitmentState::Open);
}

#[test]
fn a_deed_of_nobody_has_to_fit_better() {
    let passive = |words| Done { words, by: "", ..OPENED };
    let row = after(&passive("The Margara crossing was opened"));
    assert_eq!(row.state, CommitmentState::Kept);
    assert_eq!(after(&passive("The crossing was opened")).state, CommitmentState::Open);
}

#[test]
fn a_deed_of_another_side_or_in_another_place_is_another() {
    assert_eq!(after(&Done { by: "AZE", ..OPENED }).state, CommitmentState::Open);
    let words = "opened the Yeraskh crossing to lorries";
    assert_eq!(after(&Done { words, ..OPENED }).state, CommitmentState::Open);
}

#[test]
fn the_same_verb_with_another_thing_is_another_deed() {
    let words = "opened an office at the Margara crossing";
    assert_eq!(after(&Done { words, thing: "office", ..OPENED }).state, CommitmentState::Open);
}

#[test]
fn what_was_done_before_is_not_what_was_promised() {
    assert_eq!(after(&Done { told: "2024-03-01", ..OPENED }).state, CommitmentState::Open);
    assert_eq!(after(&Done { on: Some("2024-02-20"), ..OPENED }).state, CommitmentState::Open);
    assert_eq!(after(&Done { on: Some("2024-04-20"), ..OPENED }).state, CommitmentState::Kept);
    assert_eq!(after(&Done { told: "2026-05-01", ..OPENED }).state, CommitmentState::Open);
}

#[test]
fn a_part_of_it_is_a_part() {
    let words = "opened two lanes of the Margara crossing";
    let row = after(&Done { words, ..OPENED });
    assert_eq!((row.state, row.fate), (CommitmentState::Open, Some(Fate::Partly)));
}

#[test]
fn what_is_not_done_and_has_no_day_stays_open_and_says_why() {
    let row = after(&Done { outcome: Outcome::NotDone, ..OPENED });
    assert_eq!(row.state, CommitmentState::Open);
    assert!(row.why.is_some());
}
