//! What a meeting was about, by issue, most reported first.

use std::cmp::Reverse;

use record::Supported;

use super::telling::Telling;
use crate::lineage::Ancestry;

/// By how many origins name the issue, then how many claims, then its key.
pub(crate) fn issues(ancestry: &Ancestry, tellings: &[&Telling]) -> Vec<Supported<String>> {
    let mut issues: Vec<Supported<String>> = Vec::new();
    for telling in tellings {
        for mention in &telling.mention.issues {
            Supported::add(&mut issues, mention.issue.clone(), telling.claim.id);
        }
    }
    let origins = |issue: &str| {
        let given = tellings.iter().filter(|t| t.mention.issues.iter().any(|m| m.issue == issue));
        ancestry.count(given.map(|t| t.document))
    };
    issues.sort_by_cached_key(|s| {
        (Reverse(origins(&s.value)), Reverse(s.claims.len()), s.value.clone())
    });
    issues
}
