//! Who judged what, when and from where, and what was refused; for whoever looks after the server.

use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{self, Choice, Extent};
use crate::ask::{Ask, PAGE as PAGE_PARAM, ROWS_PARAM, STATE};
use crate::audit::{Audit, Entry, Log};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;

/// `/audit`
pub const PAGE: Page = Page {
    name: "audit",
    path: "/audit",
    title: "Audit",
    about: "Who changed what, when and from where, and which changes were refused",
    group: Group::Server,
    asks: &[STATE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Noted>,
    tool: None,
    show,
};

/// What was noted, the latest first.
#[derive(Serialize, JsonSchema)]
struct Noted {
    /// Which entries are given.
    extent: Extent,
    /// Lines that do not follow the line before, or that nobody can read: somebody changed the file, or it was cut off.
    broken: Vec<usize>,
    /// The entries.
    entries: Vec<Line>,
    /// `kept`, `refused`
    states: Vec<Choice>,
}

/// An entry.
#[derive(Serialize, JsonSchema)]
struct Line {
    /// Its line in the file, from 1.
    line: usize,
    /// `kept` or `refused`
    state: &'static str,
    /// What it says.
    #[serde(flatten)]
    entry: Entry,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let nobody = || Refusal::Missing("only a server has an audit log".to_owned());
    let Log { entries, broken } = read(view.audit.ok_or_else(nobody)?)?;
    let states = parts::choices(entries.iter().map(|(_, entry)| parts::plain(state(entry))));
    let fit: Vec<_> = entries.into_iter().rev().filter(|(_, e)| fits(e, view.ask)).collect();
    let range = view.ask.range(fit.len());
    let extent = parts::extent(&range, fit.len());
    let line = |(line, entry): (usize, Entry)| Line { line, state: state(&entry), entry };
    let entries = fit.into_iter().skip(range.start).take(range.len()).map(line).collect();
    Shown::of(Noted { extent, broken, entries, states })
}

fn read(audit: &Audit) -> Result<Log, Refusal> {
    let failed = |error| Refusal::Failed(format!("the audit log cannot be read: {error}"));
    audit.read().map_err(failed)
}

fn state(entry: &Entry) -> &'static str {
    if entry.refused.is_none() { "kept" } else { "refused" }
}

fn fits(entry: &Entry, ask: &Ask) -> bool {
    ask.words(STATE).is_none_or(|asked| state(entry) == asked)
}
