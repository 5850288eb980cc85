//! What a condition is about, so that only conditions of one matter make a circle.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Term;
use crate::days::days_between;
use crate::scope::Scope;
use crate::words::{overlap, stems};

/// Conditions set further apart than this belong to different rounds of talks.
const DAYS_APART: i32 = 365;

/// What share of the lesser's words the thing waited for and the thing held back have in common.
const ALIKE: f64 = 0.5;

/// One word in common is chance.
const FEWEST_SHARED: usize = 2;

/// What one condition is about, from all its reports.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matter {
    issues: BTreeSet<String>,
    held_back: BTreeSet<String>,
    awaited: BTreeSet<String>,
    days: BTreeSet<Date>,
    documents: BTreeSet<usize>,
}

impl Matter {
    /// Of the reports of one condition.
    pub(super) fn of(scope: &Scope, group: &[Term]) -> Matter {
        let mut matter = Matter::default();
        for term in group {
            matter.issues.extend(term.issues.iter().cloned());
            matter.held_back.extend(stems(term.dependence.what.evidence.words()));
            matter.awaited.extend(stems(term.dependence.depends_on.evidence.words()));
            matter.days.extend(scope.documents.get(term.document).and_then(|d| d.day()));
            matter.documents.insert(term.document);
        }
        matter
    }

    /// True if what this waits for is held back by the other, or both are of one issue or told in one place.
    pub fn is_of(&self, other: &Matter) -> bool {
        let shared = self.awaited.intersection(&other.held_back).count();
        let moves = shared >= FEWEST_SHARED && overlap(&self.awaited, &other.held_back) >= ALIKE;
        let one = !self.issues.is_disjoint(&other.issues)
            || !self.documents.is_disjoint(&other.documents);
        (moves || one) && self.is_near(other)
    }

    /// Undated pages are near to nothing that is dated.
    fn is_near(&self, other: &Matter) -> bool {
        let near = |a: &Date| other.days.iter().any(|b| days_between(*a, *b).abs() <= DAYS_APART);
        self.days.is_empty() && other.days.is_empty() || self.days.iter().any(near)
    }

    #[cfg(test)]
    pub(super) fn about(mut self, issue: &str) -> Matter {
        self.issues.insert(issue.to_owned());
        self
    }
}
