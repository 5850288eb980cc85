//! Promises: statements by the same parties to do the same thing are one.

use std::collections::BTreeSet;

use jiff::civil::Date;
use record::{Claim, Commitment, CommitmentState, Fate, Party, Polarity, RowId, RowKind};
use record::{SpeechAct, Statement, StatementMention};
use text::When;

use crate::alike::Gathering;
use crate::days::days_between;
use crate::lineage::Ancestry;
use crate::scope::Scope;
use crate::words::{overlap, stems, words};

/// What share of the lesser's words two reports of one promise have in common.
const ALIKE: f64 = 0.5;

/// One word in common is chance.
const FEWEST_SHARED: usize = 2;

/// Reports of one promise are published within so many days.
const DAYS_APART: i32 = 60;

/// What share of a promise's words a report that it was done repeats.
const DONE_ALIKE: f64 = 0.75;

/// Words that take back what the rest seems to say.
const UNDONE: &[&str] = &[
    "agreed", "cannot", "continue", "expected", "fail", "failed", "must", "never", "no", "not",
    "plan", "plans", "refused", "shall", "should", "tasked", "will", "without", "would",
];

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
    let deeds = Deeds::of(scope);
    groups.into_iter().filter_map(|group| row(scope, ancestry, &deeds, group)).collect()
}

/// How open promises stand to their time on the last day that is known of. That nothing is
/// reported when it is over is not a report that it was broken.
pub(crate) fn weigh_time(commitments: &mut [Commitment], today: Option<Date>) {
    let Some(today) = today else { return };
    for promise in commitments.iter_mut().filter(|c| c.state == CommitmentState::Open) {
        let due = promise.due.as_ref().map(When::last);
        promise.fate = due.map(|due| if due < today { Fate::Overdue } else { Fate::Due });
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

fn row(
    scope: &Scope,
    ancestry: &Ancestry,
    deeds: &Deeds,
    group: Vec<Promise>,
) -> Option<Commitment> {
    let first = group.iter().min_by_key(|p| (p.day.is_none(), p.day, p.document, p.claim.id))?;
    let mut claims: Vec<_> = group.iter().map(|p| p.claim.id).collect();
    claims.sort_unstable();
    let by: BTreeSet<&Party> = group.iter().flat_map(|p| &p.by).collect();
    let done = group.iter().find_map(|p| deeds.fulfilment(scope, p));
    let state = if done.is_some() { CommitmentState::Kept } else { CommitmentState::Open };
    Some(Commitment {
        id: RowId::new(RowKind::Commitment, *claims.first()?),
        by: by.into_iter().cloned().collect(),
        action: first.action.to_owned(),
        due: group.iter().find_map(|p| p.due).cloned(),
        state,
        fate: None,
        why: done,
        statements: claims.iter().map(|c| RowId::new(RowKind::Statement, *c)).collect(),
        claims,
        origins: ancestry.count(group.iter().map(|p| p.document)),
    })
}

/// Announcements, found by party and word.
struct Deeds<'a> {
    told: Vec<(usize, &'a Claim, &'a StatementMention)>,
    by_word: Gathering,
}

impl<'a> Deeds<'a> {
    fn of(scope: &Scope<'a>) -> Deeds<'a> {
        let certain = |claim: &Claim| claim.certainty == record::Certainty::FACT;
        let told = scope
            .statements()
            .filter(|(_, claim, said)| said.act == SpeechAct::Announcement && certain(claim));
        let mut deeds = Deeds { told: told.collect(), by_word: Gathering::default() };
        for (at, (_, claim, said)) in deeds.told.iter().enumerate() {
            let by = said.speaker.parties.iter().cloned().collect();
            deeds.by_word.note(at, &by, &stems(claim.shown().words()));
        }
        deeds
    }

    /// The words of a later report that tells the action as done.
    fn fulfilment(&self, scope: &Scope, promise: &Promise) -> Option<String> {
        let fewest = (DONE_ALIKE * promise.stems.len() as f64).ceil() as usize;
        let near = self.by_word.candidates(&promise.by, &promise.stems, fewest.max(FEWEST_SHARED));
        let mut told = near.into_iter().filter_map(|at| self.told.get(at));
        let (document, claim, _) = told.find(|(document, claim, said)| {
            let reported = scope.documents.get(*document).and_then(|d| d.day());
            promise.day.zip(reported).is_some_and(|(made, told)| told > made)
                && said.speaker.parties.iter().any(|party| promise.by.contains(party))
                && tells_as_done(promise, claim.shown().words())
        })?;
        let name = scope.documents.get(*document).map_or("", |d| d.name.as_str());
        Some(format!("{name}: \"{}\"", claim.shown().words()))
    }
}

/// It repeats the action's words, one of them in the past, and takes nothing back.
fn tells_as_done(promise: &Promise, told: &str) -> bool {
    let heard = words(told);
    let past =
        |form: &str| form.ends_with("ed") && promise.stems.contains(crate::words::stem(form));
    let repeated = promise.stems.intersection(&stems(told)).count();
    promise.stems.len() >= 2
        && repeated as f64 >= DONE_ALIKE * promise.stems.len() as f64
        && heard.iter().any(|word| past(&word.norm))
        && !heard.iter().any(|word| UNDONE.contains(&word.norm.as_str()))
}
