//! Who met whom, at what level, where and when.

use record::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{self, Choice, Extent, MeetingLine, Named};
use crate::ask::{AS_OF, Ask, FOCUS, ISSUE, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::tool::Tool;

/// `/meetings`
pub const PAGE: Page = Page {
    name: "meetings",
    path: "/meetings",
    title: "Meetings",
    about: "Who met whom, at what level, where and when",
    group: Group::Talks,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, STATE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Meetings>,
    tool: Some(Tool {
        name: "meetings",
        about: "Meetings, contacts and talks, one row each however many reports tell of it: when, where, who sat there at what rank, on what, \
                what became of it (`state`: held, scheduled, postponed, cancelled, denied, contact), and how many independent origins tell it.",
        grounds: &["/meetings/*/id"],
    }),
    show,
};

/// Meetings in order of time, one row each however many reports tell of it.
#[derive(Serialize, JsonSchema)]
struct Meetings {
    /// Which of them are given.
    extent: Extent,
    /// The rows.
    meetings: Vec<MeetingLine>,
    /// Parties to choose by.
    parties: Vec<Choice>,
    /// Issues to choose by.
    issues: Vec<Choice>,
    /// States to choose by.
    states: Vec<Choice>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let snapshot = view.snapshot;
    let all = &snapshot.opened.record.meetings;
    let fit: Vec<&Meeting> = all.iter().filter(|meeting| fits(meeting, view.ask)).collect();
    let range = view.ask.range(fit.len());
    Shown::of(Meetings {
        extent: parts::extent(&range, fit.len()),
        meetings: fit[range].iter().map(|meeting| parts::meeting(snapshot, meeting)).collect(),
        parties: parts::parties_met(snapshot),
        issues: parts::issues_met(snapshot),
        states: parts::choices(all.iter().map(|meeting| state(meeting))),
    })
}

fn fits(meeting: &Meeting, ask: &Ask) -> bool {
    let of_party = |party: &str| meeting.participants.iter().any(|p| p.party.0 == party);
    let on_issue = |issue: &str| meeting.issues.iter().any(|row| row.value == issue);
    ask.words(PARTY).is_none_or(of_party)
        && ask.words(ISSUE).is_none_or(on_issue)
        && ask.words(STATE).is_none_or(|state| meeting.status.as_str() == state)
}

fn state(meeting: &Meeting) -> Named {
    let state = meeting.status.as_str().to_owned();
    Named { key: state.clone(), name: state }
}
