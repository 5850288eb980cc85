//! Denials: "denied speaking to him", "dismissed the report", "said it had not agreed to withdraw".
//!
//! Fires on:  cues of denying and rejecting; negated clauses about what was agreed, said or planned.
//! Silent on: what others did not do; vows never to do it; negations of prospect ("will not reach results"),
//!            "not sufficient"; "did not deny"; what must never be.

use lexicon::CueClass;
use text::{Role, TokenIndex};

use super::commitment::ours;
use crate::reading::Reading;
use crate::voice::Speech;

/// Verbs whose negation contradicts somebody's report.
const CONTRADICTED: [&str; 16] = [
    "speak", "agree", "discuss", "meet", "hold", "plan", "accept", "offer", "promise", "send",
    "take", "make", "sign", "receive", "propose", "be",
];

/// True if the speech denies.
pub(crate) fn is(reading: &Reading, speech: &Speech) -> bool {
    let denies = matches!(speech.class, CueClass::Deny | CueClass::Reject);
    denies && !reading.tree.is_negated(speech.cue) || contradicts(reading, speech)
}

fn contradicts(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    let verb = CONTRADICTED[..CONTRADICTED.len() - 1].contains(&tree.lemma(head));
    let past = tree.doc.tokens[head.at()].past && tree.modal(head).is_none();
    let wish = matches!(tree.modal(head).as_deref(), Some("must" | "should" | "ought"));
    let never_on_the_table =
        !wish && tree.children_in(head, Role::Negation).any(|n| tree.form(n) == "never");
    let own = speech.class != CueClass::Promise && ours(reading, speech, head);
    let not = tree.is_negated(head) && (verb && past || never_on_the_table);
    own && not || false_report(reading, speech)
}

/// "said the report was false", "there is no truth in …".
fn false_report(reading: &Reading, speech: &Speech) -> bool {
    let lemmas = (speech.tokens.start.0..speech.tokens.end.0)
        .map(|t| reading.tree.lemma(TokenIndex(t)).to_lowercase());
    let lemmas: Vec<String> = lemmas.collect();
    let has = |word: &str| lemmas.iter().any(|l| l == word);
    has("baseless")
        || has("unfounded")
        || has("untrue")
        || has("report") && has("false")
        || has("truth") && has("no")
}
