//! One side of a disagreement.

use std::collections::BTreeSet;

use record::{Account, Claim};

use super::Case;
use crate::meeting::Telling;

/// Who vouches for a claim: the innermost voice.
pub(super) fn voice(claim: &Claim) -> String {
    claim.attribution.origin().map(|v| v.source.name()).unwrap_or_default()
}

/// Those who say `value`, with the words of the first that has any.
pub(super) fn account(value: &str, voice: String, told: &[&Telling]) -> Account {
    let mut claims: Vec<_> = told.iter().map(|t| t.claim.id).collect();
    claims.sort_unstable();
    let mut articles = Vec::new();
    for telling in told {
        if !articles.contains(&telling.claim.article) {
            articles.push(telling.claim.article);
        }
    }
    let evidence = told.first().map(|t| t.claim.shown().clone());
    Account { value: value.to_owned(), voice, articles, evidence, claims }
}

/// One account of all who say `value`, in the voice of the first.
pub(super) fn account_of(value: &str, told: &[&Telling]) -> Account {
    account(value, told.first().map(|t| voice(t.claim)).unwrap_or_default(), told)
}

/// Who independently says so: the origin of the article and the voice in it.
pub(super) fn sources(case: &Case, told: &[&Telling]) -> BTreeSet<(usize, String)> {
    told.iter().map(|t| (case.ancestry.origin(t.document), voice(t.claim))).collect()
}
