//! Sides of one state: "the Sudanese government and rebel groups".
//!
//! Reads:  a group without a state, joined to a government or another body of one state: CAMEO's rebels, opposition, …
//!         of that state.
//! Silent: groups by themselves; lists of several states.

use record::{ActorKind, Party};

use crate::actor::Actor;
use crate::reading::Reading;

/// Words for a side within a state, and its sector.
const SECTORS: [(&str, &str); 16] = [
    ("rebel", "REB"),
    ("insurgent", "REB"),
    ("guerrilla", "REB"),
    ("militia", "REB"),
    ("paramilitary", "REB"),
    ("armed group", "REB"),
    ("armed movement", "REB"),
    ("armed faction", "REB"),
    ("opposition", "OPP"),
    ("protest", "OPP"),
    ("army", "MIL"),
    ("military", "MIL"),
    ("political part", "PTY"),
    ("civil society", "CVL"),
    ("tribal", "CVL"),
    ("tribe", "CVL"),
];

/// Gives those without a state the one of the government that they are joined to.
pub(crate) fn take_side(reading: &Reading, found: &mut [Actor]) {
    let mut homes: Vec<&str> =
        found.iter().flat_map(|a| &a.parties).filter_map(|p| p.0.get(..3)).collect();
    homes.sort_unstable();
    homes.dedup();
    let [home] = homes.as_slice() else { return };
    let Some(home) = reading.lexicon.state(home).map(|state| state.code.to_owned()) else { return };
    for actor in found.iter_mut().filter(|a| a.parties.is_empty() && a.kind != ActorKind::Person) {
        let words = reading.doc().words(reading.tree.bytes(actor.tokens)).to_lowercase();
        let sector = SECTORS.iter().find(|(word, _)| words.contains(word));
        actor.parties.extend(sector.map(|(_, sector)| Party(format!("{home}{sector}"))));
    }
}
