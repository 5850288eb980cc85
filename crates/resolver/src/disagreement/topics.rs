//! What was on the table: one account lists an issue that another leaves out.
//!
//! Only accounts that somebody is quoted for can be silent: an outlet's own summary leaves out
//! what it likes. What a party says in one article it need not repeat in the next.

use std::collections::{BTreeMap, BTreeSet};

use record::{Account, Difference, Disagreement, Party};
use text::ArticleId;

use super::Case;
use super::account::account_of;
use crate::meeting::Telling;

pub(super) fn differ(case: &Case) -> Vec<Disagreement> {
    let mut lists: BTreeMap<&Party, Vec<&Telling>> = BTreeMap::new();
    for telling in case.told().filter(|t| !t.mention.issues.is_empty()) {
        for party in speakers(telling) {
            lists.entry(party).or_default().push(telling);
        }
    }
    let mentions = lists.values().flatten().flat_map(|t| &t.mention.issues);
    let issues: BTreeSet<&str> = mentions.map(|mention| mention.issue.as_str()).collect();
    issues.into_iter().filter_map(|issue| on(case, &lists, issue)).collect()
}

fn on(case: &Case, lists: &BTreeMap<&Party, Vec<&Telling>>, issue: &str) -> Option<Disagreement> {
    let (mut listed, mut silent) = (Vec::new(), Vec::new());
    for told in lists.values() {
        let naming: Vec<&Telling> = told.iter().copied().filter(|t| names(t, issue)).collect();
        match naming.is_empty() {
            true => push(&mut silent, account_of("not mentioned", &fullest(told))),
            false => push(&mut listed, account_of("discussed", &naming)),
        }
    }
    let differ = !listed.is_empty() && !silent.is_empty();
    listed.extend(silent);
    differ
        .then(|| case.disagreement(("issues", Difference::Silence), Some(issue.to_owned()), listed))
}

/// Two parties that speak through one statement are one account.
fn push(accounts: &mut Vec<Account>, account: Account) {
    let Some(same) = accounts.iter_mut().find(|a| a.voice == account.voice) else {
        accounts.push(account);
        return;
    };
    let new = |article: &&ArticleId| !same.articles.contains(article);
    let articles: Vec<ArticleId> = account.articles.iter().filter(new).copied().collect();
    same.articles.extend(articles);
    same.claims.extend(account.claims);
    same.claims.sort_unstable();
    same.claims.dedup();
}

/// The telling that lists most: where the issue would stand.
fn fullest<'t, 'a>(told: &[&'t Telling<'a>]) -> Vec<&'t Telling<'a>> {
    let fullest =
        told.iter().max_by_key(|t| (t.mention.issues.len(), std::cmp::Reverse(t.claim.id)));
    fullest.into_iter().copied().collect()
}

fn names(telling: &Telling, issue: &str) -> bool {
    telling.mention.issues.iter().any(|mention| mention.issue == issue)
}

/// The parties that speak in the innermost voice; none if an outlet or agency does.
fn speakers<'t>(telling: &'t Telling) -> &'t [Party] {
    let voice = telling.claim.attribution.origin();
    voice.and_then(|v| v.source.actor()).map(|actor| actor.parties.as_slice()).unwrap_or_default()
}
