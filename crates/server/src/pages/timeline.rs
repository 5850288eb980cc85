//! When: meetings, telling statements and promises over time.

use jiff::civil::Date;
use record::{Meeting, Status, TimelineEntry};
use schemars::JsonSchema;
use serde::Serialize;
use view::{names, told};

use super::parts::{self, Choice, Extent};
use crate::ask::{
    AS_OF, Ask, FOCUS, FROM, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE, UNTIL,
};
use crate::drawing::overview::{self, Bin};
use crate::drawing::timeline;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/timeline`
pub const PAGE: Page = Page {
    name: "timeline",
    path: "/timeline",
    title: "Timeline",
    about: "What was planned, held, said and promised, and when",
    group: Group::Talks,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, STATE, FROM, UNTIL, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Timeline>,
    tool: Some(Tool {
        name: "timeline",
        about: "Meetings, statements and promises in order of time. `from` and `until` bound the days, `party` takes a code (see `actors`), \
                `issue` a key that the answer’s `issues` lists.",
        grounds: &["/entries/*/id"],
    }),
    show,
};

/// Dated rows in order of time.
#[derive(Serialize, JsonSchema)]
pub struct Timeline {
    /// Which of them are given.
    pub extent: Extent,
    /// The rows.
    pub entries: Vec<Entry>,
    /// How all rows that fit the question are spread over time.
    pub bins: Vec<Bin>,
    /// How long a bin is: "3 months".
    pub bin: String,
    /// Meetings that no report dates; they are on the page of meetings alone.
    pub undated: usize,
    /// Parties to choose by.
    pub parties: Vec<Choice>,
    /// Issues to choose by.
    pub issues: Vec<Choice>,
    /// States and acts to choose by.
    pub states: Vec<Choice>,
}

/// One dated row.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Entry {
    /// The row.
    pub id: String,
    /// Among what it stands.
    pub lane: Lane,
    /// Extended Date/Time Format, level 1.
    pub edtf: String,
    /// Its days in words.
    pub when: String,
    /// The first day that it can have been.
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// The last.
    #[schemars(with = "Option<String>")]
    pub last: Option<Date>,
    /// `held`, `scheduled`, `open`, `offer`, …
    pub state: String,
    /// What it is, in one line.
    pub line: String,
    /// In a word or two: where the meeting was, else who met.
    pub short: Option<String>,
    /// For a meeting that was announced before: the day of the first report of that.
    #[schemars(with = "Option<String>")]
    pub planned: Option<Date>,
    /// For a promise with a time: the last day of it.
    #[schemars(with = "Option<String>")]
    pub due: Option<Date>,
    /// From how many independent origins; nothing for a statement, which has one.
    pub origins: Option<usize>,
}

/// Among what a row stands.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// Meetings and contacts.
    Meeting,
    /// Conditions, denials and offers.
    Statement,
    /// Promises.
    Commitment,
}

impl Lane {
    /// The lanes, from the top.
    pub const ALL: [Lane; 3] = [Lane::Meeting, Lane::Statement, Lane::Commitment];

    fn of(kind: &str) -> Lane {
        match kind {
            "meeting" => Lane::Meeting,
            "commitment" => Lane::Commitment,
            _ => Lane::Statement,
        }
    }
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let record = &snapshot.opened.record;
    let fit: Vec<&TimelineEntry> =
        record.timeline.iter().filter(|entry| fits(snapshot, entry, ask)).collect();
    let range = ask.range(fit.len());
    let day = |entry: &&TimelineEntry| Some((Lane::of(&entry.kind), first_day(snapshot, entry)?));
    let (bins, bin) = overview::bins(&fit.iter().filter_map(day).collect::<Vec<_>>());
    let is_undated = |m: &&Meeting| m.when.from.is_none() && m.when.until.is_none();
    let page = Timeline {
        extent: parts::extent(&range, fit.len()),
        entries: fit[range].iter().filter_map(|row| entry(snapshot, row)).collect(),
        bins,
        bin,
        undated: record.meetings.iter().filter(is_undated).count(),
        parties: parties(snapshot),
        issues: parts::issues_met(snapshot),
        states: states(snapshot),
    };
    let drawn = timeline::draw(&page, ask);
    Ok(Shown::of(page)?.drawn(drawn))
}

/// The first day of a row.
fn first_day(snapshot: &Snapshot, entry: &TimelineEntry) -> Option<Date> {
    match snapshot.meeting(&entry.id) {
        Some(meeting) => meeting.when.from.or_else(|| last_day(meeting)),
        None => entry.when.parse().ok(),
    }
}

fn last_day(meeting: &Meeting) -> Option<Date> {
    meeting.when.until.and_then(|until| until.yesterday().ok())
}

fn fits(snapshot: &Snapshot, entry: &TimelineEntry, ask: &Ask) -> bool {
    let after = |from| first_day(snapshot, entry).is_some_and(|day| day >= from);
    let before = |until| first_day(snapshot, entry).is_some_and(|day| day <= until);
    ask.day(FROM).is_none_or(after)
        && ask.day(UNTIL).is_none_or(before)
        && ask.words(STATE).is_none_or(|asked| state(snapshot, entry) == Some(asked))
        && ask.words(PARTY).is_none_or(|party| of_party(snapshot, entry, party))
        && ask.words(ISSUE).is_none_or(|issue| on_issue(snapshot, entry, issue))
}

/// The state of a meeting or promise, the act of a statement.
fn state<'a>(snapshot: &'a Snapshot, entry: &TimelineEntry) -> Option<&'a str> {
    Some(match Lane::of(&entry.kind) {
        Lane::Meeting => snapshot.meeting(&entry.id)?.status.as_str(),
        Lane::Statement => snapshot.statement(&entry.id)?.act.as_str(),
        Lane::Commitment => parts::standing(snapshot.commitment(&entry.id)?),
    })
}

fn of_party(snapshot: &Snapshot, entry: &TimelineEntry, party: &str) -> bool {
    let id = &entry.id;
    let found = match Lane::of(&entry.kind) {
        Lane::Meeting => {
            snapshot.meeting(id).map(|m| m.participants.iter().any(|p| p.party.0 == party))
        }
        Lane::Statement => snapshot.statement(id).map(|s| s.parties.iter().any(|p| p.0 == party)),
        Lane::Commitment => snapshot.commitment(id).map(|c| c.by.iter().any(|p| p.0 == party)),
    };
    found.unwrap_or_default()
}

fn on_issue(snapshot: &Snapshot, entry: &TimelineEntry, issue: &str) -> bool {
    let said = |id| snapshot.statement(id).is_some_and(|s| s.issues.iter().any(|i| i == issue));
    match Lane::of(&entry.kind) {
        Lane::Meeting => {
            snapshot.meeting(&entry.id).is_some_and(|m| m.issues.iter().any(|i| i.value == issue))
        }
        Lane::Statement => said(&entry.id),
        Lane::Commitment => {
            snapshot.commitment(&entry.id).is_some_and(|c| c.statements.iter().any(said))
        }
    }
}

fn entry(snapshot: &Snapshot, entry: &TimelineEntry) -> Option<Entry> {
    let day = first_day(snapshot, entry);
    let row = Entry {
        id: entry.id.0.clone(),
        lane: Lane::of(&entry.kind),
        edtf: entry.when.clone(),
        when: day.map(|day| names::days(day, day)).unwrap_or_default(),
        from: day,
        last: day,
        state: state(snapshot, entry)?.to_owned(),
        line: entry.text.clone(),
        short: None,
        planned: None,
        due: None,
        origins: None,
    };
    Some(match row.lane {
        Lane::Meeting => of_meeting(snapshot, snapshot.meeting(&entry.id)?, row),
        Lane::Statement => row,
        Lane::Commitment => {
            let promise = snapshot.commitment(&entry.id)?;
            let due = promise.due.as_ref().map(|when| when.last());
            Entry { due, origins: Some(promise.origins), ..row }
        }
    })
}

fn of_meeting(snapshot: &Snapshot, meeting: &Meeting, row: Entry) -> Entry {
    let planned = meeting.life.iter().find(|step| step.status == Status::Scheduled);
    Entry {
        when: names::settled(&meeting.when),
        from: meeting.when.from,
        last: last_day(meeting),
        short: told::place_name(meeting, &snapshot.opened).or_else(|| sides(snapshot, meeting)),
        planned: planned.and_then(|step| step.reported),
        origins: Some(meeting.origins),
        ..row
    }
}

/// Whoever acts in a row of the timeline, most often first.
fn parties(snapshot: &Snapshot) -> Vec<Choice> {
    let opened = &snapshot.opened;
    let record = &opened.record;
    let met = record.meetings.iter().flat_map(|meeting| {
        let mut parties: Vec<_> = meeting.participants.iter().map(|p| &p.party).collect();
        parties.dedup();
        parties
    });
    let bound = record.commitments.iter().flat_map(|commitment| &commitment.by);
    parts::counted(met.chain(bound), |party| parts::party(opened, party))
}

/// "Turkey–Syria"
fn sides(snapshot: &Snapshot, meeting: &Meeting) -> Option<String> {
    let mut sides: Vec<_> = meeting.participants.iter().map(|p| &p.party).collect();
    sides.dedup();
    let names = sides.iter().map(|party| snapshot.opened.tools.party_name(party));
    let names = names.collect::<Vec<_>>().join("–");
    (!names.is_empty()).then_some(names)
}

fn states(snapshot: &Snapshot) -> Vec<Choice> {
    let entries = snapshot.opened.record.timeline.iter();
    let states = entries.filter_map(|entry| state(snapshot, entry));
    parts::counted(states, parts::plain)
}
