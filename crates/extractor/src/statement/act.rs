//! What is done by saying it: the constructions in the order in which they win.

use lexicon::{CueClass, SpeechAct as CueAct};
use record::SpeechAct;

use super::{ActRead, characterization, commitment, demand, denial, offer, precondition};
use crate::reading::Reading;
use crate::voice::{ContentForm, Speech};

/// Reads one speech. `None` if it says nothing that a record of talks keeps.
pub(crate) fn read(reading: &Reading, speech: &Speech) -> Option<ActRead> {
    if let Some(requires) = precondition::within(reading, speech) {
        let rule = "statement/precondition";
        let act = SpeechAct::Precondition;
        return Some(ActRead { act, rule, requires: Some(requires), undertakes: None });
    }
    let (act, rule) = plain(reading, speech)?;
    let undertakes =
        (act == SpeechAct::Commitment).then(|| commitment::undertaking(reading, speech)).flatten();
    let told = matches!(act, SpeechAct::Announcement | SpeechAct::Characterization);
    let kept = act != SpeechAct::Announcement || of_the_talks(reading, speech);
    let kept = kept && !(told && speech.carried);
    kept.then_some(ActRead { act, rule, requires: None, undertakes })
}

fn plain(reading: &Reading, speech: &Speech) -> Option<(SpeechAct, &'static str)> {
    use SpeechAct::*;
    if denial::is(reading, speech) {
        return Some((Denial, "statement/denial"));
    }
    if demand::is(reading, speech) {
        return Some((Demand, "statement/demand"));
    }
    if offer::is(reading, speech) {
        return Some((Offer, "statement/offer"));
    }
    if commitment::is(reading, speech) {
        return Some((Commitment, "statement/commitment"));
    }
    if characterization::is(reading, speech) {
        return Some((Characterization, "statement/characterization"));
    }
    match (speech.act, speech.form) {
        (Some(act), ContentForm::Infinitive | ContentForm::Nominal) => {
            Some((of_cue(act), "statement/cue"))
        }
        (_, ContentForm::Clause) => Some((Announcement, "statement/announcement")),
        (None, _) if speech.class == CueClass::Stress => Some((Demand, "statement/cue")),
        _ => None,
    }
}

fn of_cue(act: CueAct) -> SpeechAct {
    match act {
        CueAct::Demand => SpeechAct::Demand,
        CueAct::Precondition => SpeechAct::Precondition,
        CueAct::Commitment => SpeechAct::Commitment,
        CueAct::Denial => SpeechAct::Denial,
        CueAct::Offer => SpeechAct::Offer,
        CueAct::Characterization => SpeechAct::Characterization,
        CueAct::Announcement => SpeechAct::Announcement,
    }
}

/// Nouns and verbs of diplomacy: a plain report is kept if it has one or touches an issue.
const TALKS: [&str; 18] = [
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
];

fn of_the_talks(reading: &Reading, speech: &Speech) -> bool {
    let tokens = &reading.doc().tokens[speech.tokens.range()];
    !reading.issues(speech.tokens).is_empty()
        || tokens.iter().any(|t| TALKS.contains(&t.lemma.to_lowercase().as_str()))
}
