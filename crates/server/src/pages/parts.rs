//! Pieces that several pages show.

use std::collections::BTreeSet;

use record::{Commitment, CommitmentState, Fate, Meeting, Participant, Party};
use schemars::JsonSchema;
use serde::Serialize;
use view::{Opened, names, told};

use crate::snapshot::Snapshot;

/// A code or key with what people call it.
#[derive(Clone, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Named {
    /// `SYR`, `troop-withdrawal`
    pub key: String,
    /// "Syria", "withdrawal of troops"
    pub name: String,
}

/// A party.
pub fn party(opened: &Opened, party: &Party) -> Named {
    Named { key: party.0.clone(), name: opened.tools.party_name(party).to_owned() }
}

/// An issue.
pub fn issue(opened: &Opened, key: &str) -> Named {
    Named { key: key.to_owned(), name: names::issue(&opened.tools, key) }
}

/// A meeting as lists show it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct MeetingLine {
    /// Its row.
    pub id: String,
    /// Extended Date/Time Format, level 1.
    pub edtf: String,
    /// Its days in words.
    pub when: String,
    /// City, else country; nothing if no report tells it.
    pub place: Option<String>,
    /// `held`, `scheduled`, …
    pub status: String,
    /// `bilateral`, …
    pub format: Option<String>,
    /// "foreign ministers"
    pub level: Option<String>,
    /// Who was there.
    pub sides: Vec<Side>,
    /// What it was about.
    pub issues: Vec<Named>,
    /// How many reports tell of it.
    pub reports: usize,
    /// From how many outlets.
    pub outlets: usize,
    /// From how many independent origins.
    pub origins: usize,
    /// On how many fields accounts differ.
    pub differences: usize,
}

/// One side of a table.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Side {
    /// For whom.
    pub party: Named,
    /// `party`, `host`, `mediator`, …
    pub part: String,
    /// Who, each with the office; either can be missing.
    pub people: Vec<Person>,
}

/// Somebody.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Person {
    /// Their name, if told.
    pub name: Option<String>,
    /// Their office, if told.
    pub office: Option<String>,
}

/// A meeting as lists show it.
pub fn meeting(snapshot: &Snapshot, meeting: &Meeting) -> MeetingLine {
    let opened = &snapshot.opened;
    let articles: BTreeSet<_> = meeting.reports.iter().map(|report| report.article).collect();
    let outlets: BTreeSet<_> =
        articles.iter().filter_map(|id| opened.article(*id)?.outlet.as_deref()).collect();
    let issues: BTreeSet<Named> =
        meeting.issues.iter().map(|row| issue(opened, &row.value)).collect();
    let differences = opened.record.disagreements.iter().filter(|d| d.meeting == meeting.id);
    MeetingLine {
        id: meeting.id.0.clone(),
        edtf: meeting.when.edtf.clone(),
        when: names::settled(&meeting.when),
        place: told::place_name(meeting, opened),
        status: meeting.status.as_str().to_owned(),
        format: meeting.format.map(|format| format.as_str().to_owned()),
        level: meeting.levels.first().and_then(|l| names::level(l.value)).map(str::to_owned),
        sides: sides(opened, meeting),
        issues: issues.into_iter().collect(),
        reports: articles.len(),
        outlets: outlets.len(),
        origins: meeting.origins,
        differences: differences.count(),
    }
}

/// Each side once, with its people.
pub fn sides(opened: &Opened, meeting: &Meeting) -> Vec<Side> {
    let sides = meeting.participants.chunk_by(|a, b| a.party == b.party);
    let side = |people: &[Participant]| {
        let first = people.first()?;
        let name = opened.index.side(first).to_owned();
        let is_named = |p: &&Participant| p.person.is_some() || p.office.is_some();
        Some(Side {
            party: Named { key: first.party.0.clone(), name },
            part: word(&first.part),
            people: people.iter().filter(is_named).map(person).collect(),
        })
    };
    sides.filter_map(side).collect()
}

/// The word that a closed set is written with: "silence", "mediator".
pub fn word(of: &impl Serialize) -> String {
    let value = serde_json::to_value(of).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn person(participant: &Participant) -> Person {
    Person { name: participant.person.clone(), office: participant.office.clone() }
}

/// How many rows there are, and which of them a page holds.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Extent {
    /// All rows that fit the question.
    pub all: usize,
    /// The first that is given, from 1; 0 if none is.
    pub first: usize,
    /// The last.
    pub last: usize,
}

/// Of a range of rows.
pub fn extent(range: &std::ops::Range<usize>, all: usize) -> Extent {
    Extent { all, first: if range.is_empty() { 0 } else { range.start + 1 }, last: range.end }
}

/// A value to choose by, with how many rows have it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Choice {
    /// What stands in the query.
    pub key: String,
    /// What people read.
    pub name: String,
    /// How many rows.
    pub rows: usize,
}

/// Each value with its rows, most first.
pub fn choices(values: impl Iterator<Item = Named>) -> Vec<Choice> {
    counted(values.collect::<Vec<_>>().iter(), Named::clone)
}

/// The same of values that are named only once counted.
pub fn counted<'a, T: Ord + ?Sized + 'a>(
    values: impl Iterator<Item = &'a T>,
    name: impl Fn(&T) -> Named,
) -> Vec<Choice> {
    let mut counted = std::collections::BTreeMap::<&T, usize>::new();
    values.for_each(|value| *counted.entry(value).or_default() += 1);
    let choice = |(value, rows): (&T, usize)| {
        let Named { key, name } = name(value);
        Choice { key, name, rows }
    };
    let mut choices: Vec<Choice> = counted.into_iter().map(choice).collect();
    choices.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.name.cmp(&b.name)));
    choices
}

/// What has become of a promise, or how an open one stands to its time.
pub fn standing(promise: &Commitment) -> &'static str {
    match (promise.state, promise.fate) {
        (CommitmentState::Open, Some(Fate::Due)) => "due",
        (CommitmentState::Open, Some(Fate::Overdue)) => "overdue",
        (CommitmentState::Open, Some(Fate::Partly)) => "partly",
        (state, _) => exporter::commitment_state(state),
    }
}

/// A word that is its own name.
pub fn plain(word: &str) -> Named {
    Named { key: word.to_owned(), name: word.replace('_', " ") }
}

/// Parties that meetings have, with how many.
pub fn parties_met(snapshot: &Snapshot) -> Vec<Choice> {
    let opened = &snapshot.opened;
    let sides = opened.record.meetings.iter().flat_map(|meeting| {
        let mut parties: Vec<&Party> = meeting.participants.iter().map(|p| &p.party).collect();
        parties.dedup();
        parties
    });
    counted(sides, |of| party(opened, of))
}

/// Issues that meetings have, with how many.
pub fn issues_met(snapshot: &Snapshot) -> Vec<Choice> {
    let opened = &snapshot.opened;
    let issues = opened.record.meetings.iter().flat_map(|meeting| &meeting.issues);
    counted(issues.map(|row| &row.value), |key| issue(opened, key))
}
