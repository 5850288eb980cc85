//! How strongly the evidence speaks for each day.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use jiff::civil::Date;
use text::DateBasis;

use super::evidence::{self, Evidence, MODIFIED, Page};
use super::moment;
use crate::published::{Candidate, Weighed};

/// A reason a line, with its weight in hundredths of a nat.
const WEIGHTS: &str = include_str!("../../../data/date_weights.txt");
/// The reason for a page to have no date at all.
const NONE: &str = "none";
/// The reasons of a day that the page's structured data or markup names as that of its publication.
const STATED: [&str; 2] = ["json", "meta"];
/// Most days of one page that are handed on.
const MOST: usize = 12;

static WEIGHT: LazyLock<HashMap<&'static str, i32>> = LazyLock::new(|| {
    let rows = WEIGHTS.lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once(' '))
        .filter_map(|(name, weight)| Some((name, weight.trim().parse().ok()?)))
        .collect()
});

fn weight(reason: &str) -> i32 {
    WEIGHT.get(reason).copied().unwrap_or_default()
}

/// The days that a page gives, best first, each with what speaks for it.
pub(in crate::html) fn candidates(page: &Page) -> Vec<Candidate> {
    let mut days: BTreeMap<Date, Vec<Evidence>> = BTreeMap::new();
    for evidence in evidence::gather(page) {
        days.entry(evidence.day).or_default().push(evidence);
    }
    let mut weighed: Vec<Weighed> =
        days.iter().map(|(day, evidence)| weigh(*day, evidence)).collect();
    weighed.sort_by_key(|weighed| (-weighed.points, weighed.day));
    weighed.into_iter().take(MOST).map(Candidate::Weighed).collect()
}

fn weigh(day: Date, evidence: &[Evidence]) -> Weighed {
    let points: i32 = evidence.iter().map(|evidence| weight(&evidence.reason)).sum();
    let firm: BTreeSet<DateBasis> =
        evidence.iter().filter(|e| evidence::is_firm(&e.reason)).map(|e| e.basis).collect();
    let any: BTreeSet<DateBasis> = evidence.iter().map(|evidence| evidence.basis).collect();
    let basis = firm.first().or(any.first()).copied().unwrap_or(DateBasis::Visible);
    let is_change = evidence.iter().all(|evidence| is_change(&evidence.reason));
    let is_stated = evidence.iter().any(|evidence| STATED.contains(&evidence.reason.as_str()));
    Weighed { day, basis, points: points - weight(NONE), bases: firm.len(), is_change, is_stated }
}

/// True if a reason speaks for a day only as that of a change, or only together with others.
fn is_change(reason: &str) -> bool {
    reason.contains("changed")
        || reason == "only"
        || reason.starts_with("linked")
        || reason.ends_with("-zone")
        || reason.contains("markup-zone")
}

/// The day of the last change.
pub(in crate::html) fn modified(page: &Page) -> Option<Date> {
    let stated = page.own.iter().find_map(|story| story.modified.as_deref());
    let told = MODIFIED.iter().find_map(|name| page.survey.metas.get(*name)).map(String::as_str);
    moment::parse(stated.or(told)?, page.order).map(|moment| moment.day)
}
