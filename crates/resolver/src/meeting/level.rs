//! The rank of a meeting, each as given, best supported first.

use std::cmp::Reverse;

use record::{Level, Supported};

use super::telling::Telling;
use crate::lineage::Ancestry;

/// By how many origins give it, then how many claims, then the higher rank.
pub(crate) fn levels(ancestry: &Ancestry, tellings: &[&Telling]) -> Vec<Supported<Level>> {
    let mut levels: Vec<Supported<Level>> = Vec::new();
    for telling in tellings {
        if let Some(level) = telling.mention.level {
            Supported::add(&mut levels, level, telling.claim.id);
        }
    }
    let origins = |level: Level| {
        let given = tellings.iter().filter(|t| t.mention.level == Some(level));
        ancestry.count(given.map(|t| t.document))
    };
    levels.sort_by_key(|s| (Reverse(origins(s.value)), Reverse(s.claims.len()), s.value));
    levels
}
