//! A meeting put off or called off: "the meeting was postponed", "said it was postponed", "cancelled the summit".
//!
//! Fires on:  *postpone, delay, cancel, call off, put off, adjourn* with a noun of meeting or "it" that takes up a
//!            meeting told as planned in this sentence or one of the last few.
//! Silent on: what "might be called off"; postponing anything else.

use record::Status;
use text::{Role, TokenIndex, Upos};

use super::{Occasion, noun, seat};
use crate::actor::parties_of;
use crate::reading::Reading;

/// A planned meeting is taken up again within this many sentences.
const REACH: usize = 4;

/// All of them, each with the participants of the meeting it takes up.
pub(crate) fn find(reading: &Reading, told: &[Occasion]) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t, told)).collect()
}

fn at(reading: &Reading, verb: TokenIndex, told: &[Occasion]) -> Option<Occasion> {
    let tree = &reading.tree;
    let status = state(reading, verb)?;
    let uncertain =
        matches!(tree.modal(verb).as_deref(), Some("may" | "might" | "could" | "can" | "would"));
    if tree.is_negated(verb) || uncertain {
        return None;
    }
    let passive = tree.child(verb, Role::PassiveSubject);
    let what = passive.or(tree.child(verb, Role::Object)).or(tree.child(verb, Role::Subject))?;
    let named = noun::is_meeting(reading, what);
    if !named && !tree.form(what).eq_ignore_ascii_case("it") {
        return None;
    }
    let mut own = noun::company(reading, what);
    let by = tree.child(verb, Role::Subject).filter(|subject| *subject != what);
    let with_one = parties_of(&own).len() == 1;
    own.extend(by.filter(|_| with_one).map(|by| seat::side(reading, by)).unwrap_or_default());
    let parties = parties_of(&own);
    if parties.len() >= 2 {
        return Some(Occasion::new(what, verb, "meeting/put-off").with(own).in_state(status));
    }
    let antecedent = told.iter().rev().find(|o| {
        o.anchor < verb
            && o.status == Status::Scheduled
            && parties.iter().all(|party| o.parties().contains(party))
            && tree.sentence_index(o.anchor) + REACH >= tree.sentence_index(verb)
    })?;
    Some(Occasion {
        anchor: verb,
        clause: verb,
        status,
        rule: "meeting/put-off",
        of: None,
        former: antecedent.former || super::standing::looks_back(reading, antecedent),
        ..antecedent.clone()
    })
}

/// What a verb makes of a meeting that it puts off or calls off.
pub(super) fn state(reading: &Reading, verb: TokenIndex) -> Option<Status> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB {
        return None;
    }
    let off = || tree.children(verb).iter().any(|c| tree.form(*c).eq_ignore_ascii_case("off"));
    match tree.lemma(verb) {
        "postpone" | "delay" | "adjourn" | "reschedule" => Some(Status::Postponed),
        "cancel" | "scrap" => Some(Status::Cancelled),
        "put" if off() => Some(Status::Postponed),
        "call" if off() => Some(Status::Cancelled),
        _ => None,
    }
}
