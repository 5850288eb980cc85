//! A model that makes things up: whatever is not a piece of the passage is dropped and counted.

use crate::desk::{CONDITION, DEMAND, Outcome, ask, endpoint, run};
use crate::stub::{Stub, statement, statements};
use consult::Answers;
use serde_json::Value;

const QUOTE: &str = "Turkey must withdraw its troops from northern Syria";

fn told(text: &str, one: Value) -> Outcome {
    let stub = Stub::answering(statements(&[one]));
    ask(text, &endpoint(&stub.url))
}

/// The code with which the one statement of an answer is dropped.
fn dropped(text: &str, one: Value) -> String {
    let outcome = told(text, one);
    assert!(outcome.claims().is_empty(), "{:?}", outcome.claims());
    assert_eq!(outcome.report.dropped.values().sum::<usize>(), 1);
    outcome.codes().concat()
}

#[test]
fn invented_words_are_dropped() {
    for quote in [
        "Turkey must leave Syria at once",
        "Turkey must withdraw its troop from northern Syria",
        "turkey must withdraw its troops",
        "Turkey must … northern Syria",
        "urkey must withdraw",
        "must withdraw its troop",
        "must",
        "",
    ] {
        assert_eq!(
            dropped(DEMAND, statement("demand", "Iran", quote, [None, None])),
            "L003",
            "{quote}"
        );
    }
}

#[test]
fn words_of_a_sentence_that_was_not_asked_about_are_dropped() {
    let beside = statement("denial", "Iran", "The talks in Muscat ended late", [None, None]);
    assert_eq!(dropped(DEMAND, beside), "L003");
}

#[test]
fn invented_and_completed_names_are_dropped() {
    for speaker in
        ["Hossein Amir-Abdollahian", "Iranian", "the Islamic Republic of Iran", "Ira", ""]
    {
        assert_eq!(
            dropped(DEMAND, statement("demand", speaker, QUOTE, [None, None])),
            "L004",
            "{speaker}"
        );
    }
}

#[test]
fn a_speaker_whom_no_table_holds_is_dropped() {
    let text =
        "The Moonlight Society insists that Turkey must withdraw its troops from northern Syria.";
    assert_eq!(
        dropped(text, statement("demand", "Moonlight Society", QUOTE, [None, None])),
        "L005"
    );
}

#[test]
fn parts_of_a_condition_that_are_not_in_its_quote_are_dropped() {
    let quote = "will not return its ambassador unless Iran ends its attacks on shipping";
    for parts in [
        [Some("return its ambassador"), None],
        [None, Some("Iran ends its attacks on shipping")],
        [Some("return its envoy"), Some("Iran ends its attacks on shipping")],
        [Some("return its ambassador unless Iran ends"), Some("Iran ends its attacks on shipping")],
    ] {
        let one = statement("condition", "Saudi Arabia", quote, parts);
        assert_eq!(dropped(CONDITION, one), "L006", "{parts:?}");
    }
}

#[test]
fn what_a_rule_has_read_is_not_read_again() {
    let first = told(DEMAND, statement("demand", "Iran", QUOTE, [None, None]));
    let mut rule = first.claims()[0].clone();
    rule.tool = record::Tool::rule("statement/demand", 1);
    let stub = Stub::answering(statements(&[statement("denial", "Iran", QUOTE, [None, None])]));
    let mut answers = Answers::default();
    let outcome =
        run(DEMAND, std::slice::from_ref(&rule), &mut answers, Some(&endpoint(&stub.url)));
    assert_eq!(
        (outcome.report.passages, stub.asked().len()),
        (0, 0),
        "the rules have that sentence"
    );
    assert_eq!(outcome.report.by_rules, 1);
}
