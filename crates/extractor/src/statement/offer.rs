//! Offers: "proposed to Putin forming …", "is ready to discuss", "said he could meet", "expressed willingness".
//!
//! Fires on:  cues of proposing; readiness and willingness in the clause; "could" and "would" with a
//!            meeting as what is offered.
//! Silent on: readiness to use force ("ready to strike").

use lexicon::CueClass;
use text::{Role, TokenIndex, Upos};

use super::commitment::ours;
use crate::reading::Reading;
use crate::voice::Speech;

/// Predicates of readiness.
const READY: [&str; 6] = ["ready", "willing", "open", "prepared", "willingness", "readiness"];

/// Verbs of talks and of giving way.
const TALKING: [&str; 16] = [
    "meet",
    "talk",
    "discuss",
    "negotiate",
    "speak",
    "hold",
    "sit",
    "consider",
    "join",
    "host",
    "mediate",
    "cooperate",
    "work",
    "resume",
    "withdraw",
    "normalise",
];

/// True if the speech offers something.
pub(crate) fn is(reading: &Reading, speech: &Speech) -> bool {
    speech.class == CueClass::Propose || ready(reading, speech) || could_meet(reading, speech)
}

fn ready(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    (speech.tokens.start.0..speech.tokens.end.0).map(TokenIndex).any(|t| {
        let lemma = tree.lemma(t).to_lowercase();
        READY.contains(&lemma.as_str())
            && tree.upos(t) != Upos::VERB
            && !tree.is_negated(t)
            && (tree.upos(t) == Upos::NOUN || ours(reading, speech, t))
            && tree.children(t).iter().any(|c| {
                matches!(
                    tree.role(*c),
                    Role::OpenComplement | Role::NounClause | Role::AdverbialClause
                ) && !fights(tree.lemma(*c))
            })
    })
}

fn fights(lemma: &str) -> bool {
    matches!(
        lemma,
        "strike" | "fight" | "retaliate" | "attack" | "respond" | "launch" | "mount" | "defend"
    )
}

fn could_meet(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let head = speech.head;
    matches!(tree.modal(head).as_deref(), Some("could" | "can"))
        && TALKING.contains(&tree.lemma(head))
        && !tree.is_negated(head)
        && tree.subject(head).is_some_and(|s| {
            super::demand::first_person(tree.form(s))
                || reading
                    .actors
                    .at(s)
                    .is_some_and(|a| speech.speaker.iter().any(|p| p.parties == a.parties))
        })
}
