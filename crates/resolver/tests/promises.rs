//! What reports say became of promises.

mod build;

use build::{evidence, page, parties, said, settled};
use record::{
    Attribution, Certainty, Claim, Commitment, CommitmentState, Content, Fate, Outcome,
    OutcomeMention, Phrase, SpeechAct, Tool,
};
use text::Article;

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
