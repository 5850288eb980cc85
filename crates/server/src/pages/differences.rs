//! Where accounts of one meeting differ, and in what way.

use record::{Disagreement, Meeting};
use schemars::JsonSchema;
use serde::Serialize;
use view::told;

use super::meeting::{self, Difference};
use super::parts::{self, Choice, Extent};
use crate::ask::{AS_OF, Ask, FOCUS, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/differences`
pub const PAGE: Page = Page {
    name: "differences",
    path: "/differences",
    title: "Differences",
    about: "On what accounts of one meeting differ, and in what way",
    group: Group::Sources,
    asks: &[AS_OF, FOCUS, PARTY, STATE, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Differences>,
    tool: Some(Tool {
        name: "disagreements",
        about: "Where reports of one meeting disagree: on its date, place, participants, level, subject, or on whether it took \
                place at all. Each side is given with its words and documents; nothing is averaged. `state` chooses the kind: \
                conflict, update (a later report replaces an earlier one), scope, precision or silence (others say nothing of it).",
        grounds: &["/differences/*/id"],
    }),
    show,
};

/// Fields on which accounts differ, by meeting.
#[derive(Serialize, JsonSchema)]
struct Differences {
    /// Which of them are given.
    extent: Extent,
    /// The rows.
    differences: Vec<DifferenceLine>,
    /// Parties of the meetings, to choose by.
    parties: Vec<Choice>,
    /// `conflict`, `update`, `scope`, `precision`, `silence`
    states: Vec<Choice>,
}

/// One field of one meeting.
#[derive(Serialize, JsonSchema)]
struct DifferenceLine {
    /// What differs, and each side of it.
    #[serde(flatten)]
    difference: Difference,
    /// The meeting's row.
    meeting: String,
    /// The meeting in one line.
    line: String,
    /// Its page.
    href: String,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let snapshot = view.snapshot;
    let all = &snapshot.opened.record.disagreements;
    let told = all.iter().filter_map(|row| Some((row, snapshot.meeting(&row.meeting)?)));
    let told: Vec<(&Disagreement, &Meeting)> = told.collect();
    let fit: Vec<_> = told.iter().filter(|(row, of)| fits(row, of, view.ask)).collect();
    let range = view.ask.range(fit.len());
    let sides = told.iter().flat_map(|(_, meeting)| parties(meeting));
    Shown::of(Differences {
        extent: parts::extent(&range, fit.len()),
        differences: fit[range].iter().map(|(row, of)| line(snapshot, row, of)).collect(),
        parties: parts::counted(sides, |party| parts::party(&snapshot.opened, party)),
        states: parts::choices(told.iter().map(|(row, _)| parts::plain(&kind(row)))),
    })
}

fn kind(row: &Disagreement) -> String {
    parts::word(&row.difference)
}

/// Each once.
fn parties(meeting: &Meeting) -> Vec<&record::Party> {
    let mut parties: Vec<_> = meeting.participants.iter().map(|p| &p.party).collect();
    parties.dedup();
    parties
}

fn fits(row: &Disagreement, meeting: &Meeting, ask: &Ask) -> bool {
    ask.words(PARTY).is_none_or(|asked| parties(meeting).iter().any(|party| party.0 == asked))
        && ask.words(STATE).is_none_or(|asked| kind(row) == asked)
}

fn line(snapshot: &Snapshot, row: &Disagreement, of: &Meeting) -> DifferenceLine {
    DifferenceLine {
        difference: meeting::difference(snapshot, row),
        meeting: of.id.0.clone(),
        line: told::meeting_line(of, &snapshot.opened),
        href: meeting::address(&of.id.0),
    }
}
