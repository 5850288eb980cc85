//! Who meets whom, by distinct meetings and not by mentions of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{Medium, Meeting, Part, Participant, Party, Status};
use schemars::JsonSchema;
use serde::Serialize;
use view::names;

use super::parts::{self, Choice, Extent, Named};
use crate::ask::{AS_OF, Ask, FOCUS, FROM, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, UNTIL};
use crate::drawing::network;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/network`
pub const PAGE: Page = Page {
    name: "network",
    path: "/network",
    title: "Who meets whom",
    about: "Which sides sat at one table, and how many times",
    group: Group::Talks,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, FROM, UNTIL, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Network>,
    tool: None,
    show,
};

/// Pairs of sides, those that met most often first.
#[derive(Serialize, JsonSchema)]
pub struct Network {
    /// Which of them are given.
    pub extent: Extent,
    /// The pairs.
    pub ties: Vec<Tie>,
    /// Everyone in these pairs, with all of their meetings.
    pub parties: Vec<Choice>,
    /// Meetings that count.
    pub meetings: usize,
    /// Sides to choose by.
    pub sides: Vec<Choice>,
    /// Issues to choose by.
    pub issues: Vec<Choice>,
}

/// Two sides that met, or mean to.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Tie {
    /// One side.
    pub one: Named,
    /// The other.
    pub other: Named,
    /// At how many meetings both were.
    pub met: usize,
    /// How many calls or messages.
    pub contacts: usize,
    /// How many talks through somebody else.
    pub indirect: usize,
    /// How many meetings are planned or put off.
    pub planned: usize,
    /// The day of the first of these, in words.
    pub first: Option<String>,
    /// Of the last.
    pub last: Option<String>,
    /// The row of the last.
    pub latest: String,
}

impl Tie {
    /// How often they had to do with each other.
    pub fn weight(&self) -> usize {
        self.met + self.contacts + self.indirect
    }
}

/// How two sides had to do with each other at one meeting.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Manner {
    Met,
    Contact,
    Indirect,
    Planned,
}

/// What is counted of a pair.
#[derive(Default)]
struct Count<'a> {
    by_manner: [usize; 4],
    first: Option<Date>,
    latest: Option<(Option<Date>, &'a Meeting)>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let meetings = snapshot.opened.record.meetings.iter().filter(|meeting| counts(meeting, ask));
    let meetings: Vec<&Meeting> = meetings.collect();
    let mut pairs: Vec<_> = pairs(&meetings, ask.words(PARTY)).into_iter().collect();
    let rank = |count: &Count<'_>| {
        let [met, contacts, indirect, planned] = count.by_manner;
        (met + contacts + indirect, planned)
    };
    pairs.sort_by(|(a, one), (b, other)| rank(other).cmp(&rank(one)).then_with(|| a.cmp(b)));
    let range = ask.range(pairs.len());
    let ties: Vec<Tie> = pairs[range.clone()]
        .iter()
        .filter_map(|(pair, count)| tie(snapshot, *pair, count))
        .collect();
    let sides = sides(snapshot, &meetings);
    let page = Network {
        extent: parts::extent(&range, pairs.len()),
        parties: of_ties(&sides, &ties),
        ties,
        meetings: meetings.len(),
        sides,
        issues: parts::issues_met(snapshot),
    };
    let drawn = network::draw(&page, ask);
    Ok(Shown::of(page)?.drawn(drawn))
}

fn counts(meeting: &Meeting, ask: &Ask) -> bool {
    let day = meeting.when.from.or(meeting.when.until);
    let on_issue = |issue: &str| meeting.issues.iter().any(|row| row.value == issue);
    meeting.status != Status::Cancelled
        && ask.words(ISSUE).is_none_or(on_issue)
        && ask.day(FROM).is_none_or(|from| day.is_some_and(|day| day >= from))
        && ask.day(UNTIL).is_none_or(|until| day.is_some_and(|day| day <= until))
}

/// Those who came to talk: who lends the house or looks on does not meet anyone by that.
fn at_table(meeting: &Meeting) -> BTreeMap<&Party, Part> {
    let talks = |p: &&Participant| matches!(p.part, Part::Party | Part::Mediator);
    meeting.participants.iter().filter(talks).map(|p| (&p.party, p.part)).collect()
}

fn pairs<'a>(
    meetings: &[&'a Meeting],
    party: Option<&str>,
) -> BTreeMap<(&'a Party, &'a Party), Count<'a>> {
    let mut pairs: BTreeMap<_, Count<'a>> = BTreeMap::new();
    for meeting in meetings {
        let table: Vec<_> = at_table(meeting).into_iter().collect();
        for (at, (one, part)) in table.iter().enumerate() {
            for (other, other_part) in &table[at + 1..] {
                if party.is_none_or(|party| one.0 == party || other.0 == party) {
                    let manner = manner(meeting, [*part, *other_part]);
                    pairs.entry((*one, *other)).or_default().add(meeting, manner);
                }
            }
        }
    }
    pairs
}

fn manner(meeting: &Meeting, parts: [Part; 2]) -> Manner {
    match meeting.status {
        Status::Scheduled | Status::Postponed | Status::Cancelled => Manner::Planned,
        _ if meeting.medium == Medium::Indirect && parts == [Part::Party; 2] => Manner::Indirect,
        Status::Contact => Manner::Contact,
        Status::Held if meeting.medium == Medium::Remote => Manner::Contact,
        Status::Held => Manner::Met,
    }
}

impl<'a> Count<'a> {
    fn add(&mut self, meeting: &'a Meeting, manner: Manner) {
        self.by_manner[manner as usize] += 1;
        let day = meeting.when.from.or(meeting.when.until);
        self.first = [self.first, day].into_iter().flatten().min();
        if self.latest.is_none_or(|(last, _)| last <= day) {
            self.latest = Some((day, meeting));
        }
    }
}

fn tie(snapshot: &Snapshot, (one, other): (&Party, &Party), count: &Count<'_>) -> Option<Tie> {
    let opened = &snapshot.opened;
    let [met, contacts, indirect, planned] = count.by_manner;
    let (last, meeting) = count.latest?;
    Some(Tie {
        one: parts::party(opened, one),
        other: parts::party(opened, other),
        met,
        contacts,
        indirect,
        planned,
        first: count.first.map(names::day),
        last: last.map(|_| names::settled(&meeting.when)),
        latest: meeting.id.0.clone(),
    })
}

fn sides(snapshot: &Snapshot, meetings: &[&Meeting]) -> Vec<Choice> {
    let sides = meetings.iter().flat_map(|meeting| at_table(meeting).into_keys());
    parts::counted(sides, |party| parts::party(&snapshot.opened, party))
}

fn of_ties(sides: &[Choice], ties: &[Tie]) -> Vec<Choice> {
    let held: BTreeSet<&str> =
        ties.iter().flat_map(|tie| [tie.one.key.as_str(), tie.other.key.as_str()]).collect();
    sides.iter().filter(|side| held.contains(side.key.as_str())).cloned().collect()
}
