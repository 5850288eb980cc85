//! Meetings that one verb tells and that were apart: "met separately with B and C", "held separate meetings with B and C".
//!
//! Reads:  *separately* on the verb, *separate* on the noun; those before the verb met each party behind it.
//! Silent: whatever does not say so: "met B and C" is one meeting.

use std::collections::BTreeMap;

use record::{Part, Party};

use super::Occasion;
use crate::actor::Actor;
use crate::reading::Reading;

/// One for each party that was met apart; the same if none was.
pub(super) fn split(reading: &Reading, occasion: Occasion) -> Vec<Occasion> {
    if !is_told_apart(reading, &occasion) {
        return vec![occasion];
    }
    let (own, met): (Vec<_>, Vec<_>) = occasion
        .participants
        .iter()
        .cloned()
        .partition(|(actor, _)| actor.tokens.start < occasion.clause);
    let mut by_party: BTreeMap<Vec<Party>, Vec<(Actor, Part)>> = BTreeMap::new();
    for seated in met {
        by_party.entry(seated.0.parties.clone()).or_default().push(seated);
    }
    if own.is_empty() || by_party.len() < 2 {
        return vec![occasion];
    }
    let each = by_party.into_values().map(|met| Occasion {
        participants: own.iter().cloned().chain(met).collect(),
        ..occasion.clone()
    });
    each.collect()
}

fn is_told_apart(reading: &Reading, occasion: &Occasion) -> bool {
    let tree = &reading.tree;
    let apart = |t| tree.has_modifier(t, &["separate", "separately", "individually"]);
    apart(occasion.anchor) || apart(occasion.clause)
}
