//! `diff`: what is new, changed or withdrawn, each with the words that did it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::{ClaimId, Evidence};
use serde::Serialize;
use serde_json::{Map, Value};
use store::Store;

use crate::args::Diff;
use crate::opened::{Opened, record_file};
use crate::page::{Sheet, quoted};
use crate::status::{Status, Usage};
use crate::{export, output};

/// Fields that follow from others: a change in them alone is no news.
const DERIVED: [&str; 8] =
    ["id", "claims", "claim", "reports", "statements", "times", "origins", "issue_claims"];

/// Compares the record with itself as of a day, or two records.
pub fn run(args: &Diff) -> anyhow::Result<Status> {
    let (old, new) = match (args.since, args.records.as_slice()) {
        (Some(day), _) => since(args, day)?,
        (None, [old, new]) => (Opened::at(old, None)?, Opened::at(new, None)?),
        (None, _) => return Err(Usage("name two records, or a day with --since".to_owned()).into()),
    };
    let changes = changes(&old, &new)?;
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
    field: String,
    before: Value,
    after: Value,
}

#[derive(Serialize)]
struct Because {
    document: String,
    quote: String,
}

/// A row of any kind, as far as it can be compared.
struct Side {
    kind: &'static str,
    id: String,
    claims: BTreeSet<ClaimId>,
    told: String,
    fields: Map<String, Value>,
}

fn changes(old: &Opened, new: &Opened) -> anyhow::Result<Vec<Change>> {
    let (before, after) = (sides(old)?, sides(new)?);
    let same = |a: &Side, b: &Side| a.kind == b.kind && !a.claims.is_disjoint(&b.claims);
    let mut changes = Vec::new();
    for row in &after {
        match before.iter().find(|earlier| same(earlier, row)) {
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
    let gone = before.iter().filter(|row| !after.iter().any(|later| same(row, later)));
    changes.extend(
        gone.map(|row| change(Kind::Withdrawn, row, Vec::new(), because(old, &row.claims))),
    );
    Ok(changes)
}

fn change(change: Kind, row: &Side, fields: Vec<FieldChange>, because: Vec<Because>) -> Change {
    Change { change, kind: row.kind, id: row.id.clone(), row: row.told.clone(), fields, because }
}

fn field_changes(before: &Side, after: &Side) -> Vec<FieldChange> {
    let news = after.fields.iter().filter(|(name, _)| !DERIVED.contains(&name.as_str()));
    let change = |(name, value): (&String, &Value)| {
        let earlier = before.fields.get(name).cloned().unwrap_or_default();
        let field = name.clone();
        (earlier != *value).then(|| FieldChange { field, before: earlier, after: value.clone() })
    };
    news.filter_map(change).collect()
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
    for field in &change.fields {
        let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let (before, after) = (plain(&field.before), plain(&field.after));
        sheet.line(2, &format!("{}: {before} → {after}", field.field));
    }
    for because in &change.because {
        sheet.line(2, &format!("{}: {}", because.document, quoted(&because.quote)));
    }
}

fn sides(opened: &Opened) -> anyhow::Result<Vec<Side>> {
    let out = export::whole(opened);
    let record = &opened.record;
    let mut sides = Vec::new();
    for (row, out) in record.meetings.iter().zip(&out.meetings) {
        let claims = row.reports.iter().map(|report| report.claim).collect();
        let told = crate::page::meeting_line(row, opened);
        sides.push(side("meeting", claims, told, out)?);
    }
    for (row, out) in record.statements.iter().zip(&out.statements) {
        let told = format!("{}: {}", row.speaker, row.act.as_str());
        sides.push(side("statement", [row.claim].into(), told, out)?);
    }
    for (row, out) in record.commitments.iter().zip(&out.commitments) {
        let claims = row.claims.iter().copied().collect();
        sides.push(side("commitment", claims, row.action.clone(), out)?);
    }
    for (row, out) in record.conditions.iter().zip(&out.conditions) {
        let claims = row.claims.iter().copied().collect();
        let told = format!("{} waits for {}", quoted(&row.what), quoted(&row.depends_on));
        sides.push(side("condition", claims, told, out)?);
    }
    Ok(sides)
}

fn side<T: Serialize>(
    kind: &'static str,
    claims: BTreeSet<ClaimId>,
    told: String,
    out: &T,
) -> anyhow::Result<Side> {
    let Value::Object(fields) = serde_json::to_value(out)? else {
        anyhow::bail!("a row of kind {kind} does not make a JSON object");
    };
    let id = fields.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    Ok(Side { kind, id, claims, told, fields })
}
