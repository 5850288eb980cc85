//! Rounds: meetings of the same sides at the same rank, one after another.

use jiff::civil::Date;
use record::{Process, RowId};
use schemars::JsonSchema;
use serde::Serialize;
use view::{names, told};

use super::parts::{self, Choice, Extent, Named};
use crate::ask::{AS_OF, Ask, FOCUS, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM};
use crate::drawing::processes;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/processes`
pub const PAGE: Page = Page {
    name: "processes",
    path: "/processes",
    title: "Rounds",
    about: "Meetings of the same sides at the same rank, one after another",
    group: Group::Talks,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Processes>,
    tool: None,
    show,
};

/// Rounds of one process that are listed; the rest is counted.
const ROUNDS: usize = 40;

/// Processes, those with most rounds first.
#[derive(Serialize, JsonSchema)]
pub struct Processes {
    /// Which of them are given.
    pub extent: Extent,
    /// The processes.
    pub processes: Vec<ProcessLine>,
    /// Parties to choose by.
    pub parties: Vec<Choice>,
    /// Issues to choose by.
    pub issues: Vec<Choice>,
}

/// One process.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct ProcessLine {
    /// Its row.
    pub id: String,
    /// The sides that all its meetings have.
    pub parties: Vec<Named>,
    /// "Turkey, Syria and Russia"
    pub name: String,
    /// "foreign ministers"
    pub level: Option<String>,
    /// How many meetings.
    pub meetings: usize,
    /// The first day that any of them can have been.
    pub from: Option<String>,
    /// The last.
    pub until: Option<String>,
    /// What they were about, most reported first.
    pub issues: Vec<Named>,
    /// The meetings, in order of time.
    pub rounds: Vec<Round>,
    /// How many more there are than are given.
    pub more: usize,
}

/// One meeting of a process.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Round {
    /// The meeting's row.
    pub id: String,
    /// Its days in words.
    pub when: String,
    /// The first day that it can have been.
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The last.
    #[schemars(with = "Option<String>")]
    pub last: Option<Date>,
    /// Where.
    pub place: Option<String>,
    /// `held`, `scheduled`, …
    pub status: String,
    /// From how many independent origins.
    pub origins: usize,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let all = &snapshot.opened.record.processes;
    let mut fit: Vec<&Process> = all.iter().filter(|process| fits(process, ask)).collect();
    fit.sort_by_key(|process| std::cmp::Reverse(process.meetings.len()));
    let range = ask.range(fit.len());
    let page = Processes {
        extent: parts::extent(&range, fit.len()),
        processes: fit[range].iter().map(|process| line(snapshot, process)).collect(),
        parties: parties(snapshot),
        issues: issues(snapshot),
    };
    let drawn = processes::draw(&page);
    Ok(Shown::of(page)?.drawn(drawn))
}

fn fits(process: &Process, ask: &Ask) -> bool {
    ask.words(PARTY).is_none_or(|asked| process.parties.iter().any(|party| party.0 == asked))
        && ask.words(ISSUE).is_none_or(|asked| process.issues.iter().any(|row| row.value == asked))
}

fn line(snapshot: &Snapshot, process: &Process) -> ProcessLine {
    let opened = &snapshot.opened;
    let last = process.until.and_then(|until| until.yesterday().ok());
    let rounds = process.meetings.iter().take(ROUNDS);
    ProcessLine {
        id: process.id.0.clone(),
        parties: process.parties.iter().map(|party| parts::party(opened, party)).collect(),
        name: names::parties(&opened.tools, &process.parties),
        level: process.level.and_then(names::level).map(str::to_owned),
        meetings: process.meetings.len(),
        from: process.from.map(names::day),
        until: last.map(names::day),
        issues: process.issues.iter().map(|row| parts::issue(opened, &row.value)).collect(),
        rounds: rounds.filter_map(|id| round(snapshot, id)).collect(),
        more: process.meetings.len().saturating_sub(ROUNDS),
    }
}

fn round(snapshot: &Snapshot, id: &RowId) -> Option<Round> {
    let meeting = snapshot.meeting(id)?;
    Some(Round {
        id: id.0.clone(),
        when: names::settled(&meeting.when),
        from: meeting.when.from,
        last: meeting.when.until.and_then(|until| until.yesterday().ok()),
        place: told::place_name(meeting, &snapshot.opened),
        status: meeting.status.as_str().to_owned(),
        origins: meeting.origins,
    })
}

fn parties(snapshot: &Snapshot) -> Vec<Choice> {
    let parties = snapshot.opened.record.processes.iter().flat_map(|process| &process.parties);
    parts::counted(parties, |party| parts::party(&snapshot.opened, party))
}

fn issues(snapshot: &Snapshot) -> Vec<Choice> {
    let issues = snapshot.opened.record.processes.iter().flat_map(|process| &process.issues);
    parts::counted(issues.map(|row| &row.value), |key| parts::issue(&snapshot.opened, key))
}
