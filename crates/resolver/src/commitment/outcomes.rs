//! Outcomes: reports and persons that say what became of a promise.
//!
//! Reads:  "reneged on its pledge to withdraw", told on the day of the promise or later, of the only promise of
//!         that side whose words fit best.
//! Silent: where two promises fit as well as each other; where the report is of none that the record has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{Claim, CommitmentState, Fate, Outcome, OutcomeMention};

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
    pub fn of_group(&self, scope: &Scope, group: usize) -> Option<End> {
        let told = self.0.get(&group)?;
        let outcome = told.last()?.mention.outcome;
        let words: Vec<String> = told.iter().map(|t| quoted(scope, t.document, t.claim)).collect();
        Some(End {
            state: Some(state(outcome)),
            fate: (outcome == Outcome::Partly).then_some(Fate::Partly),
            why: Some(words.join("; ")),
            claims: told.iter().map(|t| t.claim.id).collect(),
        })
    }
}

fn state(outcome: Outcome) -> CommitmentState {
    match outcome {
        Outcome::Kept => CommitmentState::Kept,
        Outcome::Partly => CommitmentState::Open,
        Outcome::Broken => CommitmentState::Broken,
        Outcome::Overtaken => CommitmentState::Overtaken,
    }
}

impl Told<'_> {
    /// The one promise whose words fit best.
    fn about(&self, groups: &[Vec<Promise>]) -> Option<usize> {
        let mut words = stems(self.mention.promise.evidence.words());
        words.retain(|stem| !PROMISING.iter().any(|p| stem.starts_with(p)));
        let fit = |group: &Vec<Promise>| {
            let fits = group.iter().filter(|promise| self.can_be(promise));
            fits.map(|promise| overlap(&promise.stems, &words)).fold(0.0, f64::max)
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
