//! A model that does what it was asked.

use record::{Certainty, Content, Modality, Polarity, SpeechAct, Tier};
use text::Article;

use crate::desk::{CONDITION, DEMAND, ask, endpoint};
use crate::stub::{Stub, statement, statements};

#[test]
fn words_of_the_passage_become_a_claim_of_their_own_tier() {
    let quote = "Turkey must withdraw its troops from northern Syria";
    let stub = Stub::answering(statements(&[statement("demand", "Iran", quote, [None, None])]));
    let outcome = ask(DEMAND, &endpoint(&stub.url));
    assert_eq!(outcome.codes(), [""; 0]);
    let [claim] = outcome.claims() else { panic!("{:?}", outcome.report) };
    let article = Article::of_paragraphs(DEMAND);
    assert!(claim.evidence.iter().all(|evidence| evidence.holds_in(&article.text)));
    assert_eq!(claim.shown().words(), quote);
    assert_eq!(
        (claim.tool.tier, claim.tool.name.as_str()),
        (Tier::LanguageModel, "language-model/stub-1")
    );
    let lower = Certainty { polarity: Polarity::Affirmed, modality: Modality::Probable };
    assert_eq!(claim.certainty, lower, "never certain");
    let Content::Statement(said) = &claim.content else { panic!("{claim:?}") };
    assert_eq!((said.act, said.speaker.words.as_str()), (SpeechAct::Demand, "Iran"));
    assert_eq!(said.speaker.parties, [record::Party("IRN".to_owned())]);
    assert_eq!((outcome.report.accepted, outcome.report.asked_tokens), (1, 300));
}

#[test]
fn a_condition_has_both_its_parts() {
    let parts = [Some("return its ambassador"), Some("Iran ends its attacks on shipping")];
    let quote = "will not return its ambassador unless Iran ends its attacks on shipping";
    let stub = Stub::answering(statements(&[statement("condition", "Saudi Arabia", quote, parts)]));
    let outcome = ask(CONDITION, &endpoint(&stub.url));
    let [claim] = outcome.claims() else { panic!("{:?} {:?}", outcome.report, outcome.codes()) };
    let Content::Statement(said) = &claim.content else { panic!("{claim:?}") };
    let requires = said.requires.as_ref().unwrap();
    assert_eq!(requires.what.evidence.words(), "return its ambassador");
    assert_eq!(requires.depends_on.evidence.words(), "Iran ends its attacks on shipping");
}

#[test]
fn what_has_no_sign_is_not_sent() {
    let stub = Stub::answering(statements(&[]));
    let outcome = ask(
        "The delegations of Iran and Oman arrived in Muscat on a grey morning in May.",
        &endpoint(&stub.url),
    );
    assert_eq!((outcome.report.passages, stub.asked().len()), (0, 0));
}

#[test]
fn an_empty_answer_is_an_answer() {
    let stub = Stub::answering(statements(&[]));
    let outcome = ask(DEMAND, &endpoint(&stub.url));
    assert_eq!((outcome.report.asked, outcome.report.unanswered), (1, 0));
    assert!(outcome.reading.is_none(), "nothing about the article is new");
}
