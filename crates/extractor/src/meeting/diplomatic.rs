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
const KINDS: [&str; 16] = [
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
    "extraordinary",
    "high-level",
];

/// Of those, what only sides of a conflict hold.
const BETWEEN_SIDES: [&str; 8] = [
    "peace",
    "ceasefire",
    "truce",
    "reconciliation",
    "trilateral",
    "tripartite",
    "quadrilateral",
    "proximity",
];

/// True if the noun names diplomacy by itself.
pub(crate) fn names(reading: &Reading, noun: TokenIndex) -> bool {
    noun::is_meeting(reading, noun)
        && (is_on_a_state(reading, noun)
            || is_of_a_kind(reading, noun)
            || is_of_states(reading, noun)
            || place::called_after(reading, noun).is_some())
}

/// True for what only sides of a conflict hold: "peace talks", "ceasefire negotiations".
pub(crate) fn is_between_sides(reading: &Reading, noun: TokenIndex) -> bool {
    noun::is_meeting(reading, noun)
        && before(reading, noun).any(|c| BETWEEN_SIDES.contains(&word(reading, c).as_str()))
}

/// True for talks and negotiations: what nobody holds alone.
pub(crate) fn negotiates(reading: &Reading, noun: TokenIndex) -> bool {
    noun::is_meeting(reading, noun)
        && matches!(
            word(reading, noun).as_str(),
            "talk" | "talks" | "negotiations" | "consultations" | "discussions"
        )
}

/// "a UN conference", "the foreign ministers' meeting", "the meeting of special envoys".
fn is_of_states(reading: &Reading, noun: TokenIndex) -> bool {
    let tree = &reading.tree;
    let joint = |t: TokenIndex| {
        let actor = reading.actors.at(t);
        actor.is_some_and(|a| a.parties.iter().any(record::Party::is_intergovernmental))
    };
    let sent = |t: TokenIndex| matches!(tree.lemma(t), "envoy" | "minister" | "mediator");
    let mut of = tree.by_preposition(noun, &["of", "between"]).into_iter();
    before(reading, noun).any(|c| joint(c) || sent(c)) || of.any(sent)
}

fn is_on_a_state(reading: &Reading, noun: TokenIndex) -> bool {
    let about = reading.tree.by_preposition(noun, &["on", "about", "for"]);
    about.iter().any(|t| reading.actors.at(*t).is_some_and(|a| a.place))
}

fn is_of_a_kind(reading: &Reading, noun: TokenIndex) -> bool {
    before(reading, noun).any(|c| {
        let word = word(reading, c);
        KINDS.contains(&word.as_str()) || word.starts_with("intra-") || word.starts_with("inter-")
    })
}

/// What describes a noun from in front of it.
fn before<'r>(
    reading: &'r Reading,
    noun: TokenIndex,
) -> impl Iterator<Item = TokenIndex> + use<'r> {
    let tree = &reading.tree;
    tree.children(noun).iter().copied().filter(move |c| {
        let describes =
            matches!(tree.role(*c), Role::AdjectiveModifier | Role::Compound | Role::Possessive);
        *c < noun && describes
    })
}

fn word(reading: &Reading, token: TokenIndex) -> String {
    reading.tree.form(token).to_lowercase()
}
