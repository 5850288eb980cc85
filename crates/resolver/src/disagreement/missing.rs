//! Who was there: one report names a side that another, which counts the sides, has no room for.

use std::collections::BTreeSet;

use record::{Difference, Disagreement, Party};

use super::Case;
use super::account::account_of;
use crate::meeting::Telling;

pub(super) fn participants(case: &Case) -> Vec<Disagreement> {
    let complete: Vec<&Telling> = case.told().filter(|t| is_complete(t)).collect();
    if complete.is_empty() {
        return Vec::new();
    }
    let named: BTreeSet<&Party> = case.told().flat_map(|t| t.sides.iter().copied()).collect();
    named.into_iter().filter_map(|party| on(case, &complete, party)).collect()
}

fn on(case: &Case, complete: &[&Telling], party: &Party) -> Option<Disagreement> {
    let without: Vec<&Telling> = complete
        .iter()
        .copied()
        .filter(|t| !t.sides.contains(party) && !t.aside.contains(party))
        .collect();
    let with: Vec<&Telling> = case.told().filter(|t| t.sides.contains(party)).collect();
    let origins = |told: &[&Telling]| -> BTreeSet<usize> {
        told.iter().map(|t| case.ancestry.origin(t.document)).collect()
    };
    if without.is_empty() || origins(&without) == origins(&with) {
        return None;
    }
    let accounts = vec![account_of("named", &with), account_of("not mentioned", &without)];
    Some(case.disagreement(("participants", Difference::Scope), Some(party.0.clone()), accounts))
}

/// "Three-way" and three sides named.
fn is_complete(telling: &Telling) -> bool {
    telling.mention.sides.is_some_and(|sides| usize::from(sides) == telling.sides.len())
}
