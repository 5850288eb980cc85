//! Meetings that the words know by their subject or seat, whoever sits there: "the conference on Sudan", "the third Geneva
//! meeting", "peace talks".
//!
//! Reads:  a noun of meeting with a state after *on, about, for*; with *peace, ceasefire, trilateral* and their like before it; with
//!         a city as its name.
//! Silent: other conferences and sessions.

use text::{Role, TokenIndex};

use super::{noun, place};
use crate::reading::Reading;

/// What only talks between sides are called.
const KINDS: [&str; 18] = [
    "peace",
    "ceasefire",
    "truce",
    "mediation",
    "reconciliation",
    "consultative",
    "trilateral",
    "tripartite",
    "quadrilateral",
    "bilateral",
    "ministerial",
    "indirect",
    "proximity",
    "face-to-face",
    "intra-afghan",
    "inter-libyan",
    "extraordinary",
    "high-level",
];

/// True if the noun names diplomacy by itself.
pub(crate) fn names(reading: &Reading, noun: TokenIndex) -> bool {
    noun::is_meeting(reading, noun)
        && (is_on_a_state(reading, noun)
            || is_of_a_kind(reading, noun)
            || place::called_after(reading, noun).is_some())
}

fn is_on_a_state(reading: &Reading, noun: TokenIndex) -> bool {
    let about = reading.tree.by_preposition(noun, &["on", "about", "for"]);
    about.iter().any(|t| reading.actors.at(*t).is_some_and(|a| a.place))
}

fn is_of_a_kind(reading: &Reading, noun: TokenIndex) -> bool {
    let tree = &reading.tree;
    let mut before =
        tree.children(noun).iter().copied().filter(|c| {
            *c < noun && matches!(tree.role(*c), Role::AdjectiveModifier | Role::Compound)
        });
    before.any(|c| KINDS.contains(&tree.form(c).to_lowercase().as_str()))
}
