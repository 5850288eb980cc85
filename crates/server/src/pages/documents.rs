//! Every document with its date and where the date was read.

use std::collections::BTreeMap;

use record::DocumentRow;
use schemars::JsonSchema;
use serde::Serialize;
use text::ArticleId;
use view::names;

use super::parts::{self, Choice, Extent, Named};
use super::weight::{self, DocumentLink};
use crate::ask::{AS_OF, Ask, OUTLET, PAGE as PAGE_PARAM, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;

/// `/documents`
pub const PAGE: Page = Page {
    name: "documents",
    path: "/documents",
    title: "Documents",
    about: "Every document that was read, its date and where the date was found",
    group: Group::Sources,
    asks: &[AS_OF, OUTLET, STATE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Documents>,
    tool: None,
    show,
};

/// Documents by name.
#[derive(Serialize, JsonSchema)]
struct Documents {
    /// Which of them are given.
    extent: Extent,
    /// The rows.
    documents: Vec<DocumentLine>,
    /// Outlets to choose by.
    outlets: Vec<Choice>,
    /// `dated`, `undated`
    states: Vec<Choice>,
}

/// A document.
#[derive(Serialize, JsonSchema)]
struct DocumentLine {
    /// Its name, headline, outlet and day.
    #[serde(flatten)]
    link: DocumentLink,
    /// Where the day was read.
    basis: Option<&'static str>,
    /// For an undated one: the days it can have been published.
    inferred: Option<String>,
    /// BCP 47.
    language: String,
    /// Its origin.
    origin: String,
    /// What was odd, by code.
    problems: Vec<Odd>,
    /// Claims that were read in it.
    claims: usize,
}

/// Something odd.
#[derive(Clone, Serialize, JsonSchema)]
pub struct Odd {
    /// `R012`
    pub code: String,
    /// `note`, `warning`, `error`
    pub severity: String,
    /// What is the matter.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Odd {
    /// Of a problem.
    pub fn of(problem: &text::Problem) -> Odd {
        Odd {
            code: problem.code.0.clone(),
            severity: parts::word(&problem.severity),
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let opened = &view.snapshot.opened;
    let all = &opened.record.documents;
    let fit: Vec<&DocumentRow> = all.iter().filter(|row| fits(row, view.ask)).collect();
    let range = view.ask.range(fit.len());
    let mut problems: BTreeMap<&str, Vec<Odd>> = BTreeMap::new();
    for row in &opened.record.problems {
        problems.entry(&row.document).or_default().push(Odd::of(&row.problem));
    }
    let mut claims: BTreeMap<ArticleId, usize> = BTreeMap::new();
    opened.kept.claims.iter().for_each(|c| *claims.entry(c.article).or_default() += 1);
    let line = |row: &&DocumentRow| DocumentLine {
        link: DocumentLink::of(row),
        basis: row.published.as_ref().map(|published| published.basis.as_str()),
        inferred: row.inferred.as_ref().map(names::settled),
        language: row.language.clone(),
        origin: row.origin.clone(),
        problems: problems.get(row.name.as_str()).cloned().unwrap_or_default(),
        claims: claims.get(&row.article).copied().unwrap_or_default(),
    };
    let named = |key: &str| Named { key: key.to_owned(), name: key.to_owned() };
    Shown::of(Documents {
        extent: parts::extent(&range, fit.len()),
        documents: fit[range].iter().map(line).collect(),
        outlets: weight::choices(all.iter().filter_map(|row| row.outlet.as_deref()), str::to_owned),
        states: parts::choices(all.iter().map(|row| named(state(row)))),
    })
}

fn fits(row: &DocumentRow, ask: &Ask) -> bool {
    ask.words(OUTLET).is_none_or(|asked| row.outlet.as_deref() == Some(asked))
        && ask.words(STATE).is_none_or(|asked| state(row) == asked)
}

fn state(row: &DocumentRow) -> &'static str {
    if row.published.is_some() { "dated" } else { "undated" }
}
