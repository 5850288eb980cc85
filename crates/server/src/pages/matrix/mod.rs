//! Which outlet says what of a meeting or of a party's stand, those of one origin side by side.

mod column;
mod mark;
mod meeting;
mod party;

use record::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::meeting::Difference;
use super::parts::{self, Extent};
use super::weight::Weight;
use crate::ask::{AS_OF, FOCUS, PAGE as PAGE_PARAM, ROWS_PARAM};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use column::OriginColumns;
use mark::Mark;

/// `/matrix`
pub const PAGE: Page = Page {
    name: "matrix",
    path: "/matrix",
    title: "Claims × outlets",
    about: "Who reports what, who denies it, and who is silent",
    group: Group::Sources,
    asks: &[AS_OF, FOCUS, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Matrices>,
    tool: None,
    show,
};

/// Matters on a page unless asked otherwise: each has a table of its own.
const MATTERS: usize = 10;

/// One table for each meeting, then for each party, that more than one document tells of.
#[derive(Serialize, JsonSchema)]
struct Matrices {
    /// Which of them are given.
    extent: Extent,
    /// The tables.
    matters: Vec<Matter>,
}

/// One meeting, or one party's stand.
#[derive(Serialize, JsonSchema)]
pub struct Matter {
    /// `meeting` or `party`
    kind: &'static str,
    /// What it is about.
    title: String,
    /// Its own page.
    href: String,
    /// Who tells of it.
    weight: Weight,
    /// Origins, each with its outlets: the columns.
    origins: Vec<OriginColumns>,
    /// Outlets left out for want of room.
    more: usize,
    /// What can be told.
    rows: Vec<MatrixRow>,
    /// In what way accounts differ.
    differences: Vec<Difference>,
}

/// One thing that can be told.
#[derive(Serialize, JsonSchema)]
pub struct MatrixRow {
    /// "place", "presence of Iran", …
    label: String,
    /// What most have, or what the record settled on.
    value: String,
    /// How accounts differ on it: `conflict`, `update`, …; nothing if none does.
    differs: Option<String>,
    /// How many outlets assert it.
    asserted: usize,
    /// For each column what it says; empty if it is silent.
    cells: Vec<Vec<Mark>>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let snapshot = view.snapshot;
    let meetings: Vec<&Meeting> =
        snapshot.opened.record.meetings.iter().filter(|row| is_told_twice(row)).collect();
    let parties = party::told_twice(snapshot);
    let all = meetings.len() + parties.len();
    let rows = view.ask.words(ROWS_PARAM).map_or(MATTERS, |_| view.ask.rows());
    let start = (view.ask.page() - 1).saturating_mul(rows).min(all);
    let range = start..start.saturating_add(rows).min(all);
    let matter = |at: usize| match meetings.get(at) {
        Some(row) => meeting::matter(snapshot, row),
        None => party::matter(snapshot, &parties[at - meetings.len()]),
    };
    let extent = parts::extent(&range, all);
    Shown::of(Matrices { extent, matters: range.map(matter).collect() })
}

fn is_told_twice(meeting: &Meeting) -> bool {
    meeting.reports.iter().any(|report| report.article != meeting.reports[0].article)
}

/// How many columns assert it.
fn asserted(cells: &[Vec<Mark>]) -> usize {
    cells.iter().filter(|marks| marks.iter().any(Mark::is_assertion)).count()
}

/// A document's column: who published it, out of which origin.
fn place<'a>(snapshot: &'a Snapshot, article: text::ArticleId) -> Option<(&'a str, &'a str)> {
    let row = snapshot.document(article)?;
    Some((row.origin.as_str(), row.outlet.as_deref().unwrap_or(&row.name)))
}
