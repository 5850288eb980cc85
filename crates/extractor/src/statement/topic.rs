//! What a record of talks keeps: words on the process, on its issues, and judgements of them.
//!
//! A careful reader notes who asks, promises or denies what. Of what is merely told or judged, they note
//! what is said of the talks and their issues, and leave the rest: praise of persons, asides, the weather.

use lexicon::CueClass;
use record::{Manner, SpeechAct};
use text::{Role, Token, TokenIndex, Upos};

use crate::reading::Reading;
use crate::voice::Speech;

/// Nouns and verbs of diplomacy.
const TALKS: [&str; 24] = [
    "meeting",
    "meet",
    "talk",
    "talks",
    "summit",
    "negotiation",
    "negotiate",
    "dialogue",
    "agreement",
    "accord",
    "treaty",
    "roadmap",
    "normalisation",
    "normalization",
    "reconciliation",
    "consultation",
    "mediation",
    "operation",
    "postpone",
    "reschedule",
    "envoy",
    "negotiator",
    "truce",
    "settlement",
];

/// What talks are for: enough where it is judged.
const TIES: [&str; 16] = [
    "relation",
    "relationship",
    "tie",
    "cooperation",
    "collaboration",
    "peace",
    "progress",
    "process",
    "rapprochement",
    "trust",
    "confidence",
    "reconcile",
    "concession",
    "compromise",
    "step",
    "decision",
];

/// True if a reader would note it.
pub(super) fn is_noted(reading: &Reading, speech: &Speech, act: SpeechAct) -> bool {
    match act {
        SpeechAct::Announcement => !is_a_thought(speech) && is_of_the_talks(reading, speech),
        SpeechAct::Characterization => {
            !is_a_thought(speech)
                && !judges_a_person(reading, speech)
                && (is_of_the_talks(reading, speech)
                    || names(reading, speech, &TIES)
                    || speech.manner != Manner::Paraphrase && !speech.carried)
        }
        _ => true,
    }
}

/// "fears that", "hopes that": what the writer knows of a mind, not what anybody said.
fn is_a_thought(speech: &Speech) -> bool {
    speech.manner == Manner::Inferred
}

fn is_of_the_talks(reading: &Reading, speech: &Speech) -> bool {
    !reading.issues(speech.tokens).is_empty() || names(reading, speech, &TALKS)
}

fn names(reading: &Reading, speech: &Speech, words: &[&str]) -> bool {
    let tokens = &reading.doc().tokens[speech.tokens.range()];
    let chats = |t: &Token| t.lemma == "talk" && t.upos == Upos::VERB;
    tokens.iter().any(|t| words.contains(&t.lemma.to_lowercase().as_str()) && !chats(t))
}

/// "described the minister as a friend": of somebody, not of the talks.
fn judges_a_person(reading: &Reading, speech: &Speech) -> bool {
    let judging = matches!(speech.class, CueClass::Describe | CueClass::Praise | CueClass::Accuse);
    let object = reading.tree.child(speech.cue, Role::Object).filter(|_| judging);
    object.is_some_and(|o| reading.actors.at(o).is_some_and(|a| a.tokens.contains(o)))
}

/// "Why should we wait?" says nothing yet.
pub(super) fn is_asked(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let first = tree.form(speech.tokens.start).to_lowercase();
    let last = tree.sentence(speech.tokens.start).tokens.end;
    let marked = (speech.tokens.start.0..last.0).any(|t| tree.form(TokenIndex(t)) == "?");
    marked || matches!(first.as_str(), "why" | "how" | "when" | "where" | "who")
}

/// Those who watch and speak for nobody, whatever country they are of.
const ONLOOKERS: [&str; 16] = [
    "expert",
    "analyst",
    "critic",
    "observer",
    "journalist",
    "reporter",
    "correspondent",
    "scholar",
    "professor",
    "academic",
    "historian",
    "resident",
    "activist",
    "protester",
    "voter",
    "economist",
];

/// True for "experts in the United States": of a state, not its voice.
pub(super) fn by_onlookers(reading: &Reading, speech: &Speech) -> bool {
    let tree = &reading.tree;
    let looks_on = |t: TokenIndex| ONLOOKERS.contains(&tree.lemma(t));
    speech
        .speaker
        .iter()
        .map(|a| reading.top(a.tokens))
        .any(|head| looks_on(head) || tree.children_in(head, Role::Apposition).any(looks_on))
}
