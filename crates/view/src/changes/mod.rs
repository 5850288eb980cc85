//! What is new, changed or withdrawn, each with the words that did it.

mod side;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::{ClaimId, Evidence};
use serde::Serialize;

use crate::Opened;
use side::Side;

/// The record at the end of a day, and now. Undated pages are in neither: they may be older.
pub fn since(kept: Kept, day: Date) -> (Opened, Opened) {
    let old = Opened::settled(kept.clone(), Some(day), Tools::shipped());
    (old, Opened::settled(kept, Some(Date::MAX), Tools::shipped()))
}

/// One row that is not as it was.
#[derive(Clone, Serialize)]
pub struct Change {
    /// How.
    pub change: Kind,
    /// What it is: `meeting`, ….
    pub kind: &'static str,
    /// Its row’s id.
    pub id: String,
    /// What is told of the row.
    pub row: String,
    /// Fields that changed, with their values before and after.
    pub fields: Vec<FieldChange>,
    /// The words that did it, with their documents.
    pub because: Vec<Because>,
}

/// In what way a row is not as it was.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Was not there.
    New,
    /// Was told otherwise.
    Changed,
    /// Is no longer there.
    Withdrawn,
}

/// A field of such a row.
#[derive(Clone, Serialize)]
pub struct FieldChange {
    /// Its name.
    pub field: &'static str,
    /// Before; empty if nothing was reported.
    pub before: String,
    /// After.
    pub after: String,
}

/// Words, and where they stand.
#[derive(Clone, Serialize)]
pub struct Because {
    /// The document.
    pub document: String,
    /// The words.
    pub quote: String,
}

/// What is new, changed or withdrawn between two records.
pub fn changes(old: &Opened, new: &Opened) -> Vec<Change> {
    let (before, after) = (Side::all(old), Side::all(new));
    let (earlier, later) = (Known::of(&before), Known::of(&after));
    let mut changes = Vec::new();
    for row in &after {
        match earlier.same(row) {
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
    let gone = before.iter().filter(|row| later.same(row).is_none());
    let withdrawn = |row| change(Kind::Withdrawn, row, Vec::new(), because(old, &row.claims));
    changes.extend(gone.map(withdrawn));
    changes
}

/// The rows of one record, by what they follow from.
struct Known<'a>(BTreeMap<(&'static str, ClaimId), &'a Side>);

impl<'a> Known<'a> {
    fn of(rows: &'a [Side]) -> Known<'a> {
        let mut known = BTreeMap::new();
        for row in rows {
            row.claims.iter().for_each(|claim| {
                known.entry((row.kind, *claim)).or_insert(row);
            });
        }
        Known(known)
    }

    /// The first row that shares a claim with this one.
    fn same(&self, row: &Side) -> Option<&'a Side> {
        let shared = row.claims.iter().filter_map(|claim| self.0.get(&(row.kind, *claim)));
        shared.copied().min_by_key(|side| side.at)
    }
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
