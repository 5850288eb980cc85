//! Promises: statements by the same parties to do the same thing are one.

mod announced;
mod deed;
mod outcomes;

use std::collections::BTreeSet;

use jiff::civil::Date;
use record::{Claim, ClaimId, Commitment, CommitmentState, Fate, Party, Polarity, RowId, RowKind};
use record::{SpeechAct, Statement, StatementMention};
use text::When;

use crate::alike::Gathering;
use crate::days::days_between;
use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::words::{overlap, stems};
use announced::Announced;
use outcomes::Outcomes;

/// What share of the lesser's words two reports of one promise have in common.
const ALIKE: f64 = 0.5;

/// One word in common is chance.
const FEWEST_SHARED: usize = 2;

/// Reports of one promise are published within so many days.
const DAYS_APART: i32 = 60;

/// One report of a promise.
struct Promise<'a> {
    document: usize,
    claim: &'a Claim,
    by: BTreeSet<Party>,
    action: &'a str,
    stems: BTreeSet<String>,
    due: Option<&'a When>,
    day: Option<Date>,
}

/// In order of the first report.
pub(crate) fn rows(
    scope: &Scope,
    ancestry: &Ancestry,
    statements: &[Statement],
) -> Vec<Commitment> {
    let shown: BTreeSet<_> = statements.iter().map(|s| s.claim).collect();
    let made = scope.statements().filter(|(_, claim, _)| shown.contains(&claim.id));
    let promises = made.filter_map(|(document, claim, said)| promise(scope, document, claim, said));
    let mut groups: Vec<Vec<Promise>> = Vec::new();
    let mut gathering = Gathering::default();
    for promise in promises {
        let near = gathering.candidates(&promise.by, &promise.stems, FEWEST_SHARED);
        let mut fitting = near.into_iter().filter(|n| fits(scope, &groups[*n], &promise));
        let group = fitting.next().unwrap_or(groups.len());
        gathering.note(group, &promise.by, &promise.stems);
        match groups.get_mut(group) {
            Some(group) => group.push(promise),
            None => groups.push(vec![promise]),
        }
    }
    let (announced, outcomes) = (Announced::of(scope), Outcomes::of(scope, &groups));
    let end = |at: usize, group: &[Promise]| {
        let told = outcomes.of_group(scope, at, group);
        told.or_else(|| announced.fulfilment(scope, group)).unwrap_or_default()
    };
    let rows = groups.iter().enumerate();
    rows.filter_map(|(at, group)| row(ancestry, group, end(at, group))).collect()
}

/// How open promises stand to their time on the last day that is known of. That nothing is
/// reported when it is over is not a report that it was broken.
pub(crate) fn weigh_time(commitments: &mut [Commitment], today: Option<Date>) {
    let Some(today) = today else { return };
    for promise in commitments.iter_mut().filter(|c| c.state == CommitmentState::Open) {
        let due = promise.due.as_ref().map(When::last).filter(|_| promise.fate.is_none());
        promise.fate =
            promise.fate.or(due.map(|due| if due < today { Fate::Overdue } else { Fate::Due }));
    }
}

fn promise<'a>(
    scope: &Scope,
    document: usize,
    claim: &'a Claim,
    said: &'a StatementMention,
) -> Option<Promise<'a>> {
    if said.act != SpeechAct::Commitment || claim.certainty.polarity == Polarity::Denied {
        return None;
    }
    let undertaking = said.undertakes.as_ref();
    let named = undertaking.map(|u| &u.by).filter(|by| !by.is_empty());
    let by = named.unwrap_or(&said.speaker.parties).iter().cloned().collect();
    let action = undertaking.map_or(claim.shown().words(), |u| u.action.evidence.words());
    let day = scope.documents.get(document).and_then(|d| d.day());
    let due = undertaking.and_then(|u| u.due.as_ref());
    Some(Promise { document, claim, by, action, stems: stems(action), due, day })
}

fn fits(scope: &Scope, group: &[Promise], promise: &Promise) -> bool {
    let apart = |p: &Promise| scope.verdicts.differ(p.claim.id, promise.claim.id);
    group.iter().any(|p| same(p, promise)) && !group.iter().any(apart)
}

fn same(a: &Promise, b: &Promise) -> bool {
    let near = a.day.zip(b.day).is_none_or(|(x, y)| days_between(x, y).abs() <= DAYS_APART);
    let known = a.by.is_empty() == b.by.is_empty();
    let parties = known && (a.by.is_subset(&b.by) || b.by.is_subset(&a.by));
    let shared = a.stems.intersection(&b.stems).count();
    near && parties && shared >= FEWEST_SHARED && overlap(&a.stems, &b.stems) >= ALIKE
}

/// What has become of a promise, and who says so.
#[derive(Default)]
struct End {
    state: Option<CommitmentState>,
    fate: Option<Fate>,
    why: Option<String>,
    claims: Vec<ClaimId>,
}

fn row(ancestry: &Ancestry, group: &[Promise], end: End) -> Option<Commitment> {
    let first = group.iter().min_by_key(|p| (p.day.is_none(), p.day, p.document, p.claim.id))?;
    let mut claims: Vec<_> = group.iter().map(|p| p.claim.id).collect();
    claims.sort_unstable();
    let by: BTreeSet<&Party> = group.iter().flat_map(|p| &p.by).collect();
    Some(Commitment {
        id: RowId::new(RowKind::Commitment, *claims.first()?),
        by: by.into_iter().cloned().collect(),
        action: first.action.to_owned(),
        due: group.iter().find_map(|p| p.due).cloned(),
        state: end.state.unwrap_or(CommitmentState::Open),
        fate: end.fate,
        why: end.why,
        statements: claims.iter().map(|c| RowId::new(RowKind::Statement, *c)).collect(),
        claims: claims.into_iter().chain(end.claims).collect(),
        origins: ancestry.count(group.iter().map(|p| p.document)),
    })
}

/// "document: "words"": a report, as a reason is given.
fn quoted(scope: &Scope, document: usize, claim: &Claim) -> String {
    let name = scope.documents.get(document).map_or("", |d| d.name.as_str());
    format!("{name}: \"{}\"", claim.shown().words())
}
