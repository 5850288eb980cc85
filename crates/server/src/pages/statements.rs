//! Who said what on what, and through whom it is known.

use record::Statement;
use schemars::JsonSchema;
use serde::Serialize;
use view::{Opened, names, told};

use super::parts::{self, Choice, Extent, Named};
use super::weight::{self, DocumentLink};
use crate::ask::{AS_OF, Ask, FOCUS, ISSUE, OUTLET, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/statements`
pub const PAGE: Page = Page {
    name: "statements",
    path: "/statements",
    title: "Statements",
    about: "Who said what on what, and through whom it is known",
    group: Group::Words,
    asks: &[AS_OF, FOCUS, PARTY, STATE, ISSUE, OUTLET, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Statements>,
    tool: Some(Tool {
        name: "statements",
        about: "Who said what on what, in whose words, and through which voices it is known. `state` chooses the act: demand, precondition, \
                commitment, denial, offer, characterization or announcement.",
        grounds: &["/statements/*/id"],
    }),
    show,
};

/// Statements by document and place in it.
#[derive(Serialize, JsonSchema)]
struct Statements {
    /// Which of them are given.
    extent: Extent,
    /// The rows.
    statements: Vec<StatementLine>,
    /// Parties to choose by.
    parties: Vec<Choice>,
    /// Acts to choose by.
    acts: Vec<Choice>,
    /// Issues to choose by.
    issues: Vec<Choice>,
    /// Outlets to choose by.
    outlets: Vec<Choice>,
}

/// Something said.
#[derive(Serialize, JsonSchema)]
struct StatementLine {
    /// Its row.
    id: String,
    /// Who said it: a name, else the words for the speaker.
    speaker: String,
    /// For whom; empty if not known.
    parties: Vec<Named>,
    /// `demand`, `offer`, …
    act: String,
    /// What it is about.
    issues: Vec<Named>,
    /// The words.
    quote: String,
    /// True if all of them stand in quotation marks.
    verbatim: bool,
    /// BCP 47.
    language: String,
    /// Who says so, the outlet first, the innermost voice last.
    voices: Vec<String>,
    /// The same as people say it.
    told_by: String,
    /// Where it stands.
    document: Option<DocumentLink>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, opened) = (view.snapshot, &view.snapshot.opened);
    let all = &opened.record.statements;
    let fit: Vec<&Statement> = all.iter().filter(|row| fits(snapshot, row, view.ask)).collect();
    let range = view.ask.range(fit.len());
    let parties = all.iter().flat_map(|row| &row.parties).map(|party| party.0.as_str());
    let issues = all.iter().flat_map(|row| &row.issues).map(String::as_str);
    Shown::of(Statements {
        extent: parts::extent(&range, fit.len()),
        statements: fit[range].iter().map(|row| line(snapshot, row)).collect(),
        parties: weight::choices(parties, |key| party_name(opened, key)),
        acts: weight::choices(all.iter().map(|row| row.act.as_str()), str::to_owned),
        issues: weight::choices(issues, |key| names::issue(&opened.tools, key)),
        outlets: weight::choices(all.iter().filter_map(|row| outlet(snapshot, row)), str::to_owned),
    })
}

/// What people call the party of a code.
pub fn party_name(opened: &Opened, key: &str) -> String {
    opened.tools.party_name(&record::Party(key.to_owned())).to_owned()
}

fn outlet<'a>(snapshot: &'a Snapshot, row: &Statement) -> Option<&'a str> {
    snapshot.document(row.article)?.outlet.as_deref()
}

fn fits(snapshot: &Snapshot, row: &Statement, ask: &Ask) -> bool {
    ask.words(PARTY).is_none_or(|key| row.parties.iter().any(|party| party.0 == key))
        && ask.words(ISSUE).is_none_or(|key| row.issues.iter().any(|issue| issue == key))
        && ask.words(STATE).is_none_or(|act| row.act.as_str() == act)
        && ask.words(OUTLET).is_none_or(|name| outlet(snapshot, row) == Some(name))
}

fn line(snapshot: &Snapshot, row: &Statement) -> StatementLine {
    let opened = &snapshot.opened;
    let article = opened.article(row.article);
    StatementLine {
        id: row.id.0.clone(),
        speaker: row.speaker.clone(),
        parties: row.parties.iter().map(|party| parts::party(opened, party)).collect(),
        act: row.act.as_str().to_owned(),
        issues: row.issues.iter().map(|issue| parts::issue(opened, issue)).collect(),
        quote: row.evidence.words().to_owned(),
        verbatim: row.verbatim,
        language: article.map(|article| article.language.clone()).unwrap_or_default(),
        voices: row.voices.clone(),
        told_by: told::chain(&row.voices),
        document: DocumentLink::to(snapshot, row.article),
    }
}
