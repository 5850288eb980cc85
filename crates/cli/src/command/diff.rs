//! `diff`: what is new, changed or withdrawn, each with the words that did it.

mod side;

use std::collections::BTreeSet;

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::{ClaimId, Evidence};
use serde::Serialize;
use store::Store;

use crate::args::Diff;
use crate::opened::{Opened, record_file};
use crate::output;
use crate::page::{Sheet, quoted};
use crate::status::{Status, Usage};
use side::Side;

/// Compares the record with itself as of a day, or two records.
pub fn run(args: &Diff) -> anyhow::Result<Status> {
    let (old, new) = match (args.since, args.records.as_slice()) {
        (Some(day), _) => since(args, day)?,
        (None, [old, new]) => (Opened::at(old, None)?, Opened::at(new, None)?),
        (None, _) => return Err(Usage("name two records, or a day with --since".to_owned()).into()),
    };
    let changes = changes(&old, &new);
    if args.kept.json {
        output::print_json(&changes)?;
        return Ok(Status::Done);
    }
    let mut sheet = Sheet::for_stdout();
    changes.iter().for_each(|change| put(&mut sheet, change));
    if changes.is_empty() {
        sheet.line(0, "no difference");
    }
    output::print(&sheet.into_text())?;
    Ok(Status::Done)
}

/// The record at the end of a day, and now. Undated pages are in neither: they may be older.
fn since(args: &Diff, day: Date) -> anyhow::Result<(Opened, Opened)> {
    let store = Store::open(record_file(&args.kept.record)?)?;
    let kept = Kept::load(&store)?;
    let old = Opened::settled(kept.clone(), Some(day), Tools::shipped());
    Ok((old, Opened::settled(kept, Some(Date::MAX), Tools::shipped())))
}

/// One row that is not as it was.
#[derive(Serialize)]
struct Change {
    change: Kind,
    kind: &'static str,
    id: String,
    /// What is told of the row.
    row: String,
    /// Fields that changed, with their values before and after.
    fields: Vec<FieldChange>,
    /// The words that did it, with their documents.
    because: Vec<Because>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    New,
    Changed,
    Withdrawn,
}

#[derive(Serialize)]
struct FieldChange {
    field: &'static str,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct Because {
    document: String,
    quote: String,
}

fn changes(old: &Opened, new: &Opened) -> Vec<Change> {
    let (before, after) = (Side::all(old), Side::all(new));
    let mut changes = Vec::new();
    for row in &after {
        match before.iter().find(|earlier| earlier.is_same(row)) {
            None => changes.push(change(Kind::New, row, Vec::new(), because(new, &row.claims))),
            Some(earlier) => {
                let fields = field_changes(earlier, row);
                if !fields.is_empty() {
                    let fresh = row.claims.difference(&earlier.claims).copied().collect();
                    changes.push(change(Kind::Changed, row, fields, because(new, &fresh)));
                }
            }
        }
    }
    let gone = before.iter().filter(|row| !after.iter().any(|later| row.is_same(later)));
    let withdrawn = |row| change(Kind::Withdrawn, row, Vec::new(), because(old, &row.claims));
    changes.extend(gone.map(withdrawn));
    changes
}

fn change(change: Kind, row: &Side, fields: Vec<FieldChange>, because: Vec<Because>) -> Change {
    Change { change, kind: row.kind, id: row.id.clone(), row: row.told.clone(), fields, because }
}

fn field_changes(before: &Side, after: &Side) -> Vec<FieldChange> {
    let pairs = before.fields.iter().zip(&after.fields);
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    let change = |((field, before), (_, after)): (&(&'static str, String), &(_, String))| {
        FieldChange { field, before: before.clone(), after: after.clone() }
    };
    changed.map(change).collect()
}

/// One quote of each document at most.
fn because(opened: &Opened, claims: &BTreeSet<ClaimId>) -> Vec<Because> {
    let mut seen = BTreeSet::new();
    let claims = claims.iter().filter_map(|id| opened.claim(*id));
    let first = claims.filter(|claim| seen.insert(claim.article));
    let words = |evidence: &Evidence| evidence.words().to_owned();
    first
        .map(|c| Because { document: opened.document(c.article), quote: words(c.shown()) })
        .collect()
}

fn put(sheet: &mut Sheet, change: &Change) {
    let word = match change.change {
        Kind::New => "new",
        Kind::Changed => "changed",
        Kind::Withdrawn => "withdrawn",
    };
    sheet.entry(0, &format!("{word} {}: {}", change.kind, change.row), &change.id);
    for FieldChange { field, before, after } in &change.fields {
        let line = match (before.as_str(), after.as_str()) {
            ("", after) => format!("{field}: {after}, not reported before"),
            (before, "") => format!("{field}: {before} no longer"),
            (before, after) => format!("{field}: {before} → {after}"),
        };
        sheet.line(2, &line);
    }
    for because in &change.because {
        sheet.line(2, &format!("{}: {}", because.document, quoted(&because.quote)));
    }
}
