//! Who leads a delegation: "met a delegation of A led by B", "the delegation, headed by B, held talks".
//!
//! Fires on:  a participant that is a delegation, and *led by, headed by* with a person right behind it.
//! Silent on: talks "led by" somebody.

use lexicon::OfficeLevel;
use record::Part;
use text::TokenIndex;

use super::Occasion;
use crate::actor::Actor;
use crate::reading::Reading;

/// Seats those who lead the delegations that are already at the table.
pub(crate) fn add(reading: &Reading, occasion: &mut Occasion) {
    let leaders: Vec<(Actor, Part)> = occasion
        .participants
        .iter()
        .filter_map(|(actor, part)| Some((leader(reading, actor)?, *part)))
        .collect();
    occasion.participants.extend(leaders);
}

fn leader(reading: &Reading, delegation: &Actor) -> Option<Actor> {
    const REACH: u32 = 3;
    if !delegation.offices.iter().any(|o| o.level == OfficeLevel::Delegation) {
        return None;
    }
    let tree = &reading.tree;
    let end = tree.sentence(delegation.tokens.start).tokens.end.0;
    let comma = u32::from(delegation.tokens.end.0 < end && tree.form(delegation.tokens.end) == ",");
    let led = TokenIndex(delegation.tokens.end.0 + comma);
    let by = TokenIndex(led.0 + 1);
    if by.0 >= end || !matches!(tree.form(led), "led" | "headed") || tree.form(by) != "by" {
        return None;
    }
    let mut behind = (by.0 + 1..end.min(by.0 + 1 + REACH)).map(TokenIndex);
    let actor = behind.find_map(|t| reading.actors.at(t))?;
    let whose = if delegation.parties.is_empty() { actor } else { delegation };
    let parties = whose.parties.clone();
    actor.person.is_some().then(|| Actor { parties, ..actor.clone() })
}
