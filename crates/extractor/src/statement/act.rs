//! What is done by saying it: the constructions in the order in which they win.

use lexicon::SpeechAct as CueAct;
use record::SpeechAct;

use super::{ActRead, characterization, commitment, demand, denial, offer, precondition, topic};
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
    topic::is_noted(reading, speech, act).then_some(ActRead {
        act,
        rule,
        requires: None,
        undertakes,
    })
}

fn plain(reading: &Reading, speech: &Speech) -> Option<(SpeechAct, &'static str)> {
    use SpeechAct::*;
    if topic::is_asked(reading, speech) {
        return None;
    }
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
    if commitment::is_a_threat(reading, speech) {
        return Some((Announcement, "statement/threat"));
    }
    match (speech.act, speech.form) {
        (Some(act), ContentForm::Infinitive | ContentForm::Nominal) => {
            Some((of_cue(act), "statement/cue"))
        }
        (_, ContentForm::Clause) => Some((Announcement, "statement/announcement")),
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
