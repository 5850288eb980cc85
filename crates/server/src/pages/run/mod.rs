//! Can it be trusted: versions, what was read and what was not, how often it errs, what it cannot tell.

mod caveat;
mod limit;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;
use text::Severity;

use self::caveat::CAVEATS;
use self::limit::{Limit, limits};
use super::documents::Odd;
use super::parts::Choice;
use super::weight;
use crate::ask::AS_OF;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/run`
pub const PAGE: Page = Page {
    name: "run",
    path: "/run",
    title: "Run and limits",
    about: "What was read, what was not, how often it errs, and what it cannot tell you",
    group: Group::Desk,
    asks: &[AS_OF],
    shape: shape::<Run>,
    tool: None,
    show,
};

/// Documents named of one problem; the rest is counted.
const NAMED: usize = 3;

/// How the record came about, and its limits.
#[derive(Serialize, JsonSchema)]
struct Run {
    /// The program’s version.
    version: &'static str,
    /// The record’s file.
    file: String,
    /// Documents that were read.
    read: usize,
    /// Of them with a warning.
    warned: usize,
    /// Pages or rows that could not be read.
    failed: usize,
    /// What a note says was left out or passed over, not for being broken.
    noted: usize,
    /// Claims that were read in them.
    claims: usize,
    /// Judgements by people.
    judgements: usize,
    /// Documents by language.
    languages: Vec<Choice>,
    /// Documents by where their date was read.
    dates: Vec<Choice>,
    /// Claims by the rule or model that read them.
    tools: Vec<Choice>,
    /// What was odd, by code.
    problems: Vec<ProblemsOfCode>,
    /// How often it errs.
    limits: Vec<Limit>,
    /// What it cannot tell you.
    cannot_tell: &'static [&'static str],
}

/// Problems of one code.
#[derive(Serialize, JsonSchema)]
struct ProblemsOfCode {
    /// One of them.
    odd: Odd,
    /// How many.
    count: usize,
    /// Some of the documents or files.
    documents: Vec<String>,
    /// How many more.
    more: usize,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let opened = &view.snapshot.opened;
    let record = &opened.record;
    let basis = |row: &record::DocumentRow| row.published.as_ref().map(|p| p.basis.as_str());
    Shown::of(Run {
        version: pipeline::Tools::version(),
        file: view.snapshots.name(),
        read: record.documents.len(),
        warned: of(view.snapshot, Severity::Warning),
        failed: of(view.snapshot, Severity::Error),
        noted: of(view.snapshot, Severity::Note),
        claims: opened.kept.claims.len(),
        judgements: opened.kept.judgements.len(),
        languages: weight::choices(
            record.documents.iter().map(|row| row.language.as_str()),
            str::to_owned,
        ),
        dates: weight::choices(
            record.documents.iter().map(|row| basis(row).unwrap_or("undated")),
            |key| key.replace('-', " "),
        ),
        tools: tools(view.snapshot),
        problems: problems(view.snapshot),
        limits: limits(),
        cannot_tell: CAVEATS,
    })
}

/// Documents or files with a problem so bad.
fn of(snapshot: &Snapshot, severity: Severity) -> usize {
    let problems = snapshot.opened.record.problems.iter();
    let such = problems.filter(|row| row.problem.severity == severity);
    such.map(|row| row.document.as_str()).collect::<BTreeSet<_>>().len()
}

fn tools(snapshot: &Snapshot) -> Vec<Choice> {
    let claims = snapshot.opened.kept.claims.iter();
    weight::choices(claims.map(|claim| claim.tool.name.as_str()), str::to_owned)
}

fn problems(snapshot: &Snapshot) -> Vec<ProblemsOfCode> {
    let mut by_code: BTreeMap<&str, Vec<&record::ProblemRow>> = BTreeMap::new();
    for row in &snapshot.opened.record.problems {
        by_code.entry(&row.problem.code.0).or_default().push(row);
    }
    let line = |rows: Vec<&record::ProblemRow>| {
        let documents: BTreeSet<&str> = rows.iter().map(|row| row.document.as_str()).collect();
        Some(ProblemsOfCode {
            odd: Odd::of(&rows.first()?.problem),
            count: rows.len(),
            more: documents.len().saturating_sub(NAMED),
            documents: documents.into_iter().take(NAMED).map(str::to_owned).collect(),
        })
    };
    by_code.into_values().filter_map(line).collect()
}
