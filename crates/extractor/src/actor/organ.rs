//! Organs of states whose names other states give to theirs: "Kenya's National Security Council" is Kenya's.
//!
//! Reads:  an organ behind a state's possessive or adjective: that state's.
//! Silent: an organ with a name of several words where the article speaks of its state nowhere: of the many that
//!         are so called nobody knows which.

use std::collections::BTreeSet;

use lexicon::OrganisationKind;
use text::AnnotatedArticle;

use super::unit::{Unit, UnitKind};

/// The same bricks, each such organ with whose it is.
pub(super) fn placed<'a>(doc: &AnnotatedArticle, mut units: Vec<Unit<'a>>) -> Vec<Unit<'a>> {
    let spoken_of: BTreeSet<&str> = units.iter().filter_map(|unit| state_of(&unit.kind)).collect();
    let owners: Vec<Option<&'a str>> = (0..units.len()).map(|n| owner(doc, &units, n)).collect();
    for (unit, owner) in units.iter_mut().zip(owners) {
        if let Some(party) = owner {
            unit.kind = UnitKind::Seat { party };
        }
    }
    let known = |unit: &Unit| match organ(&unit.kind) {
        Some(state) => unit.end - unit.start < 2 || spoken_of.contains(state),
        None => true,
    };
    units.retain(known);
    units
}

/// The state whose organ that is.
fn organ<'a>(kind: &UnitKind<'a>) -> Option<&'a str> {
    match kind {
        UnitKind::Organisation(body) if body.kind == OrganisationKind::StateOrgan => body.state,
        _ => None,
    }
}

fn state_of<'a>(kind: &UnitKind<'a>) -> Option<&'a str> {
    match kind {
        UnitKind::State(state) | UnitKind::Adjective(state) | UnitKind::Capital { state } => {
            Some(state.code)
        }
        UnitKind::Seat { party } => Some(party),
        _ => None,
    }
}

/// The other state right before an organ.
fn owner<'a>(doc: &AnnotatedArticle, units: &[Unit<'a>], n: usize) -> Option<&'a str> {
    let own = organ(&units[n].kind)?;
    let before = units.get(n.checked_sub(1)?)?;
    let state = match &before.kind {
        UnitKind::State(state) | UnitKind::Adjective(state) => state.code,
        _ => return None,
    };
    let between = (before.end..units[n].start).map(|t| doc.words(doc.tokens[t].span));
    let owned = between.into_iter().all(|word| matches!(word, "'s" | "’s" | "'" | "’"));
    (owned && state != own).then_some(state)
}
