//! What was answered is not asked again, and makes the same claims without a network.

use std::fs;

use consult::Answers;
use record::Claim;

use crate::desk::{CONDITION, DEMAND, endpoint, run};
use crate::stub::{Stub, http, statement, statements};

fn named(claims: &[Claim]) -> Vec<String> {
    claims.iter().map(|claim| claim.id.0.to_string()).collect()
}

#[test]
fn an_exact_repetition_asks_nothing_and_gives_the_same() {
    let path =
        std::env::temp_dir().join(format!("rapporteur-recorded-{}.jsonl", std::process::id()));
    let _ = fs::remove_file(&path);
    let text = format!("{DEMAND}\n\n{CONDITION}");
    let quote = "Turkey must withdraw its troops from northern Syria";
    let stub = Stub::answering(statements(&[statement("demand", "Iran", quote, [None, None])]));
    let first = run(&text, &[], &mut Answers::kept(&path).unwrap(), Some(&endpoint(&stub.url)));
    assert_eq!((first.report.asked, first.report.recorded, first.claims().len()), (2, 0, 1));
    let kept = fs::read(&path).unwrap();

    let again = run(&text, &[], &mut Answers::kept(&path).unwrap(), Some(&endpoint(&stub.url)));
    assert_eq!((again.report.asked, again.report.recorded), (0, 2));
    let offline = run(&text, &[], &mut Answers::recorded(&path).unwrap(), None);
    assert_eq!(stub.asked().len(), 2, "only the first run asked");
    assert_eq!(named(first.claims()), named(again.claims()));
    assert_eq!(named(first.claims()), named(offline.claims()));
    assert_eq!(first.codes(), offline.codes());
    assert_eq!(offline.report.asked_tokens, first.report.asked_tokens);
    assert_eq!(fs::read(&path).unwrap(), kept, "nothing is added");

    let other = run(
        &text.replace("northern", "eastern"),
        &[],
        &mut Answers::recorded(&path).unwrap(),
        None,
    );
    assert_eq!(
        (other.report.recorded, other.report.unanswered),
        (1, 1),
        "another passage is another question"
    );

    let settled = run(&text, first.claims(), &mut Answers::recorded(&path).unwrap(), None);
    assert_eq!(
        named(settled.claims()),
        named(first.claims()),
        "what the model said before is not what a rule said"
    );
    fs::remove_file(&path).unwrap();
}

#[test]
fn what_was_accepted_stands_while_the_endpoint_is_away() {
    let quote = "Turkey must withdraw its troops from northern Syria";
    let stub = Stub::answering(statements(&[statement("demand", "Iran", quote, [None, None])]));
    let first = run(DEMAND, &[], &mut Answers::default(), Some(&endpoint(&stub.url)));
    let away = Stub::new(|_| http(503, "", b""));
    let then = run(DEMAND, first.claims(), &mut Answers::default(), Some(&endpoint(&away.url)));
    assert_eq!(named(then.claims()), named(first.claims()));
    assert_eq!(then.codes(), ["L001"]);
}
