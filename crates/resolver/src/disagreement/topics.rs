//! What was on the table: one account lists an issue that another leaves out.
//!
//! Only accounts that somebody is quoted for can be silent: an outlet's own summary leaves out
//! what it likes. What a party says in one article it need not repeat in the next.

use std::collections::{BTreeMap, BTreeSet};

use record::{Account, Disagreement};

use super::Case;
use super::account::{account, voice};
use crate::meeting::Telling;

/// A party, or a voice that stands for none.
type Teller<'a> = &'a str;

pub(super) fn differ(case: &Case) -> Vec<Disagreement> {
    let mut lists: BTreeMap<Teller, Vec<&Telling>> = BTreeMap::new();
    let names: Vec<String> = case.told().map(|t| voice(t.claim)).collect();
    for (telling, name) in case.told().zip(&names) {
        if quoted(telling) && !telling.mention.issues.is_empty() {
            tellers(telling, name).into_iter().for_each(|t| lists.entry(t).or_default().push(telling));
        }
    }
    let issues: BTreeSet<&str> =
        lists.values().flatten().flat_map(|t| t.mention.issues.iter().map(|i| i.issue.as_str())).collect();
    issues.into_iter().filter_map(|issue| on(case, &lists, issue)).collect()
}

fn on(case: &Case, lists: &BTreeMap<Teller, Vec<&Telling>>, issue: &str) -> Option<Disagreement> {
    let mut accounts = Vec::new();
    let (mut listed, mut silent) = (0, 0);
    for told in lists.values() {
        let naming: Vec<&Telling> = told.iter().copied().filter(|t| names(t, issue)).collect();
        let (value, told) = match naming.is_empty() {
            true => ("not mentioned", fullest(told)),
            false => ("discussed", naming),
        };
        if value == "discussed" { listed += 1 } else { silent += 1 }
        push(&mut accounts, account(value, told.first().map(|t| voice(t.claim))?, &told));
    }
    (listed > 0 && silent > 0)
        .then(|| case.disagreement("issues", Some(issue.to_owned()), accounts))
}

/// Two parties that speak through one statement are one account.
fn push(accounts: &mut Vec<Account>, account: Account) {
    if !accounts.contains(&account) {
        accounts.push(account);
    }
}

/// The telling that lists most: where the issue would stand.
fn fullest<'t, 'a>(told: &[&'t Telling<'a>]) -> Vec<&'t Telling<'a>> {
    let fullest = told.iter().max_by_key(|t| (t.mention.issues.len(), std::cmp::Reverse(t.claim.id)));
    fullest.into_iter().copied().collect()
}

fn names(telling: &Telling, issue: &str) -> bool {
    telling.mention.issues.iter().any(|mention| mention.issue == issue)
}

fn quoted(telling: &Telling) -> bool {
    telling.claim.attribution.voices().len() > 1
}

fn tellers<'t>(telling: &'t Telling, name: &'t str) -> Vec<Teller<'t>> {
    let voice = telling.claim.attribution.origin();
    let actor = voice.and_then(|v| v.source.actor());
    match actor.map(|a| a.parties.as_slice()) {
        Some(parties) if !parties.is_empty() => parties.iter().map(|p| p.0.as_str()).collect(),
        _ => vec![name],
    }
}
