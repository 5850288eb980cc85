//! Who promised what by when, and what has become of it.

use record::Commitment;
use schemars::JsonSchema;
use serde::Serialize;
use view::names;

use super::parts::{self, Choice, Extent, Named};
use super::statements::party_name;
use super::weight::{self, DocumentLink, Weight};
use crate::ask::{AS_OF, Ask, FOCUS, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/commitments`
pub const PAGE: Page = Page {
    name: "commitments",
    path: "/commitments",
    title: "Commitments",
    about: "Who promised what by when, and what has become of it",
    group: Group::Words,
    asks: &[AS_OF, FOCUS, PARTY, STATE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Commitments>,
    tool: Some(Tool {
        name: "commitments",
        about: "Promises: who is bound to do what by when, and what has become of it (`state`: open, due, overdue, partly, kept, broken, \
                overtaken). Overdue is computed from the day; broken is only ever reported.",
        grounds: &["/commitments/*/id"],
    }),
    show,
};

/// Reports quoted of one promise.
const SHOWN: usize = 3;

/// Promises in order of the first report.
#[derive(Serialize, JsonSchema)]
struct Commitments {
    /// Which of them are given.
    extent: Extent,
    /// The rows.
    commitments: Vec<CommitmentLine>,
    /// Parties to choose by.
    parties: Vec<Choice>,
    /// States to choose by.
    states: Vec<Choice>,
}

/// A promise.
#[derive(Serialize, JsonSchema)]
struct CommitmentLine {
    /// Its row.
    id: String,
    /// Who is bound; empty if not known.
    by: Vec<Named>,
    /// To do what.
    action: String,
    /// By when, in words.
    due: Option<String>,
    /// By when, in Extended Date/Time Format.
    due_edtf: Option<String>,
    /// `open`, `due`, `overdue`, `partly`, `kept`, `broken`, `overtaken`
    state: String,
    /// Who tells of it.
    weight: Weight,
    /// Reports that it was promised.
    promised: Vec<ReportLine>,
    /// How many more there are.
    more: usize,
    /// What is told of its outcome, with the words; nothing if nothing is.
    outcome: Option<String>,
}

/// One report of a promise.
#[derive(Serialize, JsonSchema)]
struct ReportLine {
    /// The words.
    quote: String,
    /// Where they stand.
    document: Option<DocumentLink>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, opened) = (view.snapshot, &view.snapshot.opened);
    let all = &opened.record.commitments;
    let fit: Vec<&Commitment> = all.iter().filter(|row| fits(row, view.ask)).collect();
    let range = view.ask.range(fit.len());
    let parties = all.iter().flat_map(|row| &row.by).map(|party| party.0.as_str());
    Shown::of(Commitments {
        extent: parts::extent(&range, fit.len()),
        commitments: fit[range].iter().map(|row| line(snapshot, row)).collect(),
        parties: weight::choices(parties, |key| party_name(opened, key)),
        states: parts::choices(all.iter().map(|row| Named {
            key: parts::standing(row).to_owned(),
            name: parts::standing(row).to_owned(),
        })),
    })
}

fn fits(row: &Commitment, ask: &Ask) -> bool {
    ask.words(PARTY).is_none_or(|key| row.by.iter().any(|party| party.0 == key))
        && ask.words(STATE).is_none_or(|asked| parts::standing(row) == asked)
}

fn line(snapshot: &Snapshot, row: &Commitment) -> CommitmentLine {
    let opened = &snapshot.opened;
    let claims = || row.claims.iter().filter_map(|id| opened.claim(*id));
    let report = |claim: &record::Claim| ReportLine {
        quote: claim.shown().words().to_owned(),
        document: DocumentLink::to(snapshot, claim.article),
    };
    let due = row.due.as_ref();
    CommitmentLine {
        id: row.id.0.clone(),
        by: row.by.iter().map(|party| parts::party(opened, party)).collect(),
        action: row.action.clone(),
        due: due.map(|due| names::days(due.from, due.last())),
        due_edtf: due.map(exporter::edtf),
        state: parts::standing(row).to_owned(),
        weight: Weight {
            origins: row.origins,
            ..Weight::of(snapshot, claims().map(|claim| claim.article))
        },
        promised: claims().take(SHOWN).map(report).collect(),
        more: row.claims.len().saturating_sub(SHOWN),
        outcome: row.why.clone(),
    }
}
