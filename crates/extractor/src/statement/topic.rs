//! What a record of talks keeps: words on the process, on its issues, and judgements of them.
//!
//! A careful reader notes who asks, promises or denies what. Of what is merely told or judged, they note
//! what is said of the talks and their issues, and leave the rest: praise of persons, asides, the weather.

use lexicon::CueClass;
use record::{Manner, SpeechAct};
use text::{Role, TokenIndex};

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

/// True if a reader would note it.
pub(super) fn is_noted(reading: &Reading, speech: &Speech, act: SpeechAct) -> bool {
    match act {
        SpeechAct::Announcement => is_of_the_talks(reading, speech),
        SpeechAct::Characterization => {
            !judges_a_person(reading, speech)
                && (is_of_the_talks(reading, speech)
                    || speech.manner != Manner::Paraphrase && !speech.carried)
        }
        _ => true,
    }
}

fn is_of_the_talks(reading: &Reading, speech: &Speech) -> bool {
    let tokens = &reading.doc().tokens[speech.tokens.range()];
    !reading.issues(speech.tokens).is_empty()
        || tokens.iter().any(|t| TALKS.contains(&t.lemma.to_lowercase().as_str()))
}

/// "described the minister as a friend": of somebody, not of the talks.
fn judges_a_person(reading: &Reading, speech: &Speech) -> bool {
    let judging = matches!(speech.class, CueClass::Describe | CueClass::Praise | CueClass::Accuse);
    let object = reading.tree.child(speech.cue, Role::Object).filter(|_| judging);
    object.is_some_and(|o| reading.actors.at(o).is_some_and(|a| a.tokens.contains(o)))
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
    let looks_on = |t: TokenIndex| ONLOOKERS.contains(&reading.tree.lemma(t));
    speech.speaker.iter().any(|a| looks_on(reading.top(a.tokens)))
}
