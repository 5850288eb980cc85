//! Outcomes: reports and persons that say what became of a promise.
//!
//! Reads:  "reneged on its pledge to withdraw", told on the day of the promise or later, of the only promise of
//!         that side whose words fit best; a deed that fits one (see `deed`).
//! Silent: where two promises fit as well as each other; where the report is of none that the record has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{Claim, CommitmentState, Fate, Outcome, OutcomeMention};

use super::deed::{self, Done};
use super::{ALIKE, End, Promise, quoted};
use crate::scope::Scope;
use crate::words::{overlap, stems};

/// Words that only say that something was promised, as they are stemmed.
const PROMISING: [&str; 8] =
    ["promis", "pledg", "commit", "undertak", "vow", "oblig", "agree", "accord"];

/// A report of an outcome.
struct Told<'a> {
    document: usize,
    day: Option<Date>,
    claim: &'a Claim,
    mention: &'a OutcomeMention,
}

/// Reports of outcomes, by the place of the promise among all.
pub(super) struct Outcomes<'a>(BTreeMap<usize, Vec<Told<'a>>>);

impl<'a> Outcomes<'a> {
    /// Each with the promise that it is about, if there is exactly one.
    pub fn of(scope: &Scope<'a>, groups: &[Vec<Promise>]) -> Outcomes<'a> {
        let mut of: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
        for (document, claim, mention) in scope.outcomes() {
            let day = scope.documents.get(document).and_then(|d| d.day());
            let told = Told { document, day, claim, mention };
            if let Some(group) = told.about(groups) {
                of.entry(group).or_default().push(told);
            }
        }
        of.values_mut().for_each(|told| told.sort_by_key(|t| (t.day, t.document, t.claim.id)));
        Outcomes(of)
    }

    /// The end of one promise: the last report's, with the words of all.
    pub fn of_group(&self, scope: &Scope, at: usize, group: &[Promise]) -> Option<End> {
        let told = self.0.get(&at)?;
        let ends = told.iter().map(|t| t.end(group));
        let (state, fate) =
            ends.reduce(|before, now| if over(before, now) { before } else { now })?;
        let words: Vec<String> = told.iter().map(|t| quoted(scope, t.document, t.claim)).collect();
        Some(End {
            state: Some(state),
            fate,
            why: Some(words.join("; ")),
            claims: told.iter().map(|t| t.claim.id).collect(),
        })
    }
}

/// A promise that is kept is not opened again by a report of a part of it.
fn over(before: (CommitmentState, Option<Fate>), now: (CommitmentState, Option<Fate>)) -> bool {
    before.0 == CommitmentState::Kept && now.0 == CommitmentState::Open
}

impl Told<'_> {
    /// What it makes of a promise.
    fn end(&self, group: &[Promise]) -> (CommitmentState, Option<Fate>) {
        let passed = || {
            let due = group.iter().find_map(|promise| promise.due);
            due.zip(self.day).is_some_and(|(due, day)| due.last() < day)
        };
        let part = || deed::is_part(self.mention, group);
        match self.mention.outcome {
            Outcome::Partly => (CommitmentState::Open, Some(Fate::Partly)),
            Outcome::Done if part() => (CommitmentState::Open, Some(Fate::Partly)),
            Outcome::Kept | Outcome::Done => (CommitmentState::Kept, None),
            Outcome::NotDone if !passed() => (CommitmentState::Open, None),
            Outcome::Broken | Outcome::NotDone => (CommitmentState::Broken, None),
            Outcome::Overtaken => (CommitmentState::Overtaken, None),
        }
    }

    /// The one promise whose words fit best.
    fn about(&self, groups: &[Vec<Promise>]) -> Option<usize> {
        let mut words = stems(self.mention.promise.evidence.words());
        words.retain(|stem| !PROMISING.iter().any(|p| stem.starts_with(p)));
        let done = Done::of(self.mention, self.day);
        let alike = |promise: &Promise| match &done {
            Some(done) => done.fit(promise),
            None => overlap(&promise.stems, &words),
        };
        let fit = |group: &Vec<Promise>| {
            let fits = group.iter().filter(|promise| self.can_be(promise));
            fits.map(alike).fold(0.0, f64::max)
        };
        let mut fits: Vec<(f64, usize)> = groups.iter().map(fit).zip(0..).collect();
        fits.retain(|(fit, _)| *fit >= ALIKE);
        fits.sort_by(|a, b| b.0.total_cmp(&a.0));
        match fits.as_slice() {
            [] => None,
            [(best, _), (next, _), ..] if best == next => None,
            [(_, group), ..] => Some(*group),
        }
    }

    /// Made by that side, or by anybody if none is named, and not after the report.
    fn can_be(&self, promise: &Promise) -> bool {
        let by: BTreeSet<_> = self.mention.by.iter().cloned().collect();
        let sides = by.is_empty() || !by.is_disjoint(&promise.by);
        let order = promise.day.zip(self.day).is_some_and(|(made, told)| made <= told);
        sides && order && promise.claim.id != self.claim.id
    }
}
