//! What is new, changed or withdrawn since a day, with the words that did it.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;
use record::{DocumentRow, RowId};
use schemars::JsonSchema;
use serde::Serialize;
use view::{Change, Kind, names};

use super::parts::{self, Extent};
use super::weight::{Weight, address};
use crate::ask::{AS_OF, Ask, FOCUS, PAGE as PAGE_PARAM, ROWS_PARAM, SINCE, segment};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::snapshots::Snapshots;
use crate::tool::Tool;

/// `/`
pub const PAGE: Page = Page {
    name: "changes",
    path: "/",
    title: "What changed",
    about: "What is new, changed or withdrawn, each with the sentence that did it",
    group: Group::Talks,
    asks: &[AS_OF, SINCE, FOCUS, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Changes>,
    tool: Some(Tool {
        name: "changes",
        about: "What is new, changed or withdrawn between two days: after the end of `since`, up to `as_of` or now, each row with the words that \
                did it. Without `since`: the week before the last report. `holdings` counts all that the record holds, so this is a good \
                first call on a record that is not known yet.",
        grounds: &["/groups/*/changes/*/id"],
    }),
    show,
};

/// Days looked back from the last report, unless asked otherwise.
const DAYS_BACK: i32 = 7;
/// Words shown of one change, one of a document.
const SHOWN: usize = 3;

/// What is not as it was.
#[derive(Serialize, JsonSchema)]
struct Changes {
    /// After the end of this day; nothing if no document bears a date.
    since: Option<String>,
    /// The same in words.
    since_words: Option<String>,
    /// The day of the last report, in words.
    last_words: Option<String>,
    /// Documents published after it.
    fresh: Weight,
    /// How many rows of each kind changed in what way.
    tallies: Vec<Tally>,
    /// Of meetings, promises and conditions that are new or changed, how many a single origin tells.
    single: usize,
    /// Of how many.
    weighed: usize,
    /// Which changes are given.
    extent: Extent,
    /// The changes, by kind.
    groups: Vec<ChangesOfKind>,
    /// What the whole record holds.
    holdings: Holdings,
}

/// How many rows of a kind are not as they were.
#[derive(Debug, Eq, JsonSchema, PartialEq, Serialize)]
struct Tally {
    /// `meeting`, …
    kind: &'static str,
    /// Were not there.
    new: usize,
    /// Were told otherwise.
    changed: usize,
    /// Are no longer there.
    withdrawn: usize,
}

/// Changes of one kind of row.
#[derive(Serialize, JsonSchema)]
struct ChangesOfKind {
    /// `meeting`, …
    kind: &'static str,
    /// "Meetings"
    title: String,
    /// Those on this page.
    changes: Vec<ChangeLine>,
}

/// One row that is not as it was.
#[derive(Serialize, JsonSchema)]
struct ChangeLine {
    /// `new`, `changed`, `withdrawn`
    change: String,
    /// Its row.
    id: String,
    /// The row in one line.
    row: String,
    /// Where its evidence is, if not beside this page.
    href: Option<String>,
    /// Independent origins that tell it; nothing where rows are not joined.
    origins: Option<usize>,
    /// Fields with their values before and after.
    fields: Vec<FieldLine>,
    /// The words that did it.
    because: Vec<WordsLine>,
    /// How many more documents have such words.
    more: usize,
}

/// A field's values before and after.
#[derive(Serialize, JsonSchema)]
struct FieldLine {
    /// "status"
    field: &'static str,
    /// Before; empty if nothing was reported.
    before: String,
    /// After.
    after: String,
}

/// Words, and where they stand.
#[derive(Serialize, JsonSchema)]
struct WordsLine {
    /// The document's name.
    document: String,
    /// Its page.
    href: String,
    /// The words.
    quote: String,
}

/// What a record holds, in numbers.
#[derive(Serialize, JsonSchema)]
struct Holdings {
    /// All documents.
    documents: Weight,
    /// Of them without a day of their own.
    undated: usize,
    /// Meetings.
    meetings: usize,
    /// Meetings that a single origin tells.
    meetings_single: usize,
    /// Statements.
    statements: usize,
    /// Promises.
    commitments: usize,
    /// Conditions.
    conditions: usize,
    /// Fields on which accounts differ.
    differences: usize,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let documents = &view.snapshot.opened.record.documents;
    let last = documents.iter().filter_map(last_day).max();
    let since = view.ask.day(SINCE).or_else(|| last?.checked_sub(DAYS_BACK.days()).ok());
    let changes = since.map(|day| changes(view, day)).transpose()?.unwrap_or_default();
    let range = view.ask.range(changes.len());
    let extent = parts::extent(&range, changes.len());
    let fresh = documents.iter().filter(|row| last_day(row) > since && since.is_some());
    let (single, weighed) = weighed(view.snapshot, &changes);
    Shown::of(Changes {
        since: since.map(|day| day.to_string()),
        since_words: since.map(names::day),
        last_words: last.map(names::day),
        fresh: Weight::of_rows(fresh),
        tallies: tallies(&changes),
        single,
        weighed,
        extent,
        groups: groups(view.snapshot, &changes[range], since),
        holdings: holdings(view.snapshot),
    })
}

fn last_day(row: &DocumentRow) -> Option<Date> {
    row.published.as_ref().map(|published| published.when.last())
}

/// Settles the record as of the days that the page shows unless asked otherwise, so that the first
/// who asks need not wait.
pub fn warm(snapshots: &Arc<Snapshots>) -> Result<(), Refusal> {
    let (snapshot, ask) = (snapshots.at(None)?, Ask::default());
    let view = View { snapshots, snapshot: &snapshot, ask: &ask, id: None, audit: None };
    show(&view).map(drop)
}

/// Between the end of a day and what is shown, those of one kind together. Undated pages count
/// on neither side: they may be older.
fn changes(view: &View<'_>, day: Date) -> Result<Arc<Vec<Change>>, Refusal> {
    let earlier = view.snapshots.at(Some(day))?;
    let later = later(view)?;
    let later = later.as_deref().unwrap_or(view.snapshot);
    let make = || {
        let mut changes = view::changes(&earlier.opened, &later.opened);
        changes.sort_by_key(|change| place(change.kind));
        changes
    };
    // The record of an earlier day may lag behind, and one of another day is seldom asked for again.
    let is_latest = view.ask.day(AS_OF).is_none() && earlier.revision == later.revision;
    match is_latest {
        true => Ok(view.snapshots.changes_since((day, later.revision), make)?),
        false => Ok(Arc::new(make())),
    }
}

/// The record without undated pages, if it has any and is not that already.
fn later(view: &View<'_>) -> Result<Option<Arc<Snapshot>>, Refusal> {
    let documents = &view.snapshot.opened.record.documents;
    let is_undated = documents.iter().any(|row| row.published.is_none());
    let dated = is_undated.then(|| view.snapshots.at(Some(Date::MAX)));
    dated.transpose()
}

/// Meetings first.
fn place(kind: &str) -> usize {
    let kinds = ["meeting", "commitment", "condition", "statement"];
    kinds.iter().position(|known| *known == kind).unwrap_or(kinds.len())
}

/// What the record calls many of a kind.
fn title(kind: &str) -> &'static str {
    match kind {
        "meeting" => "Meetings",
        "commitment" => "Promises",
        "condition" => "Conditions",
        _ => "Statements",
    }
}

fn tallies(changes: &[Change]) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::new();
    for one in changes.chunk_by(|a, b| a.kind == b.kind) {
        let count = |kind| one.iter().filter(|change| change.change == kind).count();
        tallies.push(Tally {
            kind: one[0].kind,
            new: count(Kind::New),
            changed: count(Kind::Changed),
            withdrawn: count(Kind::Withdrawn),
        });
    }
    tallies
}

/// How many of the rows that are there a single origin tells, and of how many that can be said.
fn weighed(snapshot: &Snapshot, changes: &[Change]) -> (usize, usize) {
    let there = changes.iter().filter(|change| change.change != Kind::Withdrawn);
    let origins: Vec<usize> = there.filter_map(|change| origins(snapshot, change)).collect();
    (origins.iter().filter(|origins| **origins < 2).count(), origins.len())
}

fn origins(snapshot: &Snapshot, change: &Change) -> Option<usize> {
    let id = RowId(change.id.clone());
    match change.kind {
        "meeting" => snapshot.meeting(&id).map(|row| row.origins),
        "commitment" => snapshot.commitment(&id).map(|row| row.origins),
        "condition" => snapshot.condition(&id).map(|row| row.origins),
        _ => None,
    }
}

fn groups(snapshot: &Snapshot, changes: &[Change], since: Option<Date>) -> Vec<ChangesOfKind> {
    let of = |changes: &[Change]| ChangesOfKind {
        kind: changes[0].kind,
        title: title(changes[0].kind).to_owned(),
        changes: changes.iter().map(|change| line(snapshot, change, since)).collect(),
    };
    changes.chunk_by(|a, b| a.kind == b.kind).map(of).collect()
}

fn line(snapshot: &Snapshot, change: &Change, since: Option<Date>) -> ChangeLine {
    let fields = change.fields.iter().map(|field| FieldLine {
        field: field.field,
        before: field.before.clone(),
        after: field.after.clone(),
    });
    let because = change.because.iter().take(SHOWN).map(|words| WordsLine {
        document: words.document.clone(),
        href: address(&words.document),
        quote: words.quote.clone(),
    });
    ChangeLine {
        change: parts::word(&change.change),
        id: change.id.clone(),
        row: change.row.clone(),
        href: elsewhere(snapshot, change, since),
        origins: origins(snapshot, change),
        fields: fields.collect(),
        because: because.collect(),
        more: change.because.len().saturating_sub(SHOWN),
    }
}

/// A withdrawn row is shown as of the day on which it was still there.
fn elsewhere(snapshot: &Snapshot, change: &Change, since: Option<Date>) -> Option<String> {
    let id = RowId(change.id.clone());
    let is_here = match change.kind {
        "meeting" => snapshot.meeting(&id).is_some(),
        "commitment" => snapshot.commitment(&id).is_some(),
        "condition" => snapshot.condition(&id).is_some(),
        _ => snapshot.statement(&id).is_some(),
    };
    let day = if change.change == Kind::Withdrawn { since } else { Some(Date::MAX) };
    let there = |day| format!("/evidence/{}?as_of={day}", segment(&change.id));
    day.filter(|_| !is_here).map(there)
}

fn holdings(snapshot: &Snapshot) -> Holdings {
    let record = &snapshot.opened.record;
    Holdings {
        documents: Weight::of_rows(record.documents.iter()),
        undated: record.documents.iter().filter(|row| row.published.is_none()).count(),
        meetings: record.meetings.len(),
        meetings_single: record.meetings.iter().filter(|row| row.origins < 2).count(),
        statements: record.statements.len(),
        commitments: record.commitments.len(),
        conditions: record.conditions.len(),
        differences: record.disagreements.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(kind: &'static str, change: Kind) -> Change {
        let (id, row) = (String::new(), String::new());
        Change { change, kind, id, row, fields: Vec::new(), because: Vec::new() }
    }

    #[test]
    fn changes_are_counted_by_kind_and_way() {
        let all = [
            changed("meeting", Kind::New),
            changed("meeting", Kind::Withdrawn),
            changed("statement", Kind::New),
            changed("statement", Kind::New),
        ];
        let tally = |kind, new, changed, withdrawn| Tally { kind, new, changed, withdrawn };
        assert_eq!(tallies(&all), [tally("meeting", 1, 0, 1), tally("statement", 2, 0, 0)]);
        assert!(tallies(&[]).is_empty());
    }

    #[test]
    fn meetings_come_first_and_statements_last() {
        let mut all = vec![
            changed("statement", Kind::New),
            changed("condition", Kind::New),
            changed("meeting", Kind::Withdrawn),
            changed("commitment", Kind::New),
        ];
        all.sort_by_key(|change| place(change.kind));
        let order = ["meeting", "commitment", "condition", "statement"];
        assert!(all.iter().map(|change| change.kind).eq(order));
    }
}
