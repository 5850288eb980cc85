//! One meeting: its life, every account of it by origin, where they differ.

use std::collections::BTreeMap;

use record::{Account, Disagreement, LifeStep, Meeting, Report};
use schemars::JsonSchema;
use serde::Serialize;
use view::{Target, names, told};

use super::parts::{self, MeetingLine};
use crate::ask::{AS_OF, FOCUS, segment};
use crate::evidence::{self, Passage};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;
use crate::tool::Tool;

/// `/meetings/{id}`
pub const PAGE: Page = Page {
    name: "meeting",
    path: "/meetings/{id}",
    title: "A meeting",
    about: "Its life, every account of it by origin, and where they differ",
    group: Group::Hidden,
    asks: &[AS_OF, FOCUS],
    shape: shape::<MeetingPage>,
    tool: Some(Tool {
        name: "meeting",
        about: "One meeting in full, by its id: its life (scheduled, postponed, held, …), why its days are what they are, every account of it \
                grouped by independent origin, and where the accounts differ.",
        grounds: &["/origins/*/accounts/*/claim"],
    }),
    show,
};

/// One meeting.
#[derive(Serialize, JsonSchema)]
struct MeetingPage {
    /// As lists show it.
    meeting: MeetingLine,
    /// Each bound of its days, with its words or report.
    dated_by: Vec<String>,
    /// Each state it was reported in, in order.
    life: Vec<Step>,
    /// Every account, those of one origin together.
    origins: Vec<Origin>,
    /// Where accounts differ.
    differences: Vec<Difference>,
}

/// A state of its life.
#[derive(Serialize, JsonSchema)]
struct Step {
    /// "held"
    state: String,
    /// When it was meant to be, as the report has it.
    time: Option<String>,
    /// When it was reported.
    reported: Option<String>,
}

/// Accounts of one origin.
#[derive(Serialize, JsonSchema)]
struct Origin {
    /// Its id.
    origin: String,
    /// Each account.
    accounts: Vec<Passage>,
}

/// A field on which accounts differ.
#[derive(Serialize, JsonSchema)]
pub struct Difference {
    /// Its row.
    id: String,
    /// "date", "presence of Iran", …
    subject: String,
    /// `conflict`, `update`, `scope`, `precision`, `silence`
    kind: String,
    /// Each side of it.
    sides: Vec<Telling>,
}

/// One account of such a field.
#[derive(Serialize, JsonSchema)]
struct Telling {
    /// What it says.
    value: String,
    /// Whose account.
    voice: String,
    /// In which documents.
    documents: Vec<String>,
    /// The words; for a silent account those in which the others’ news would stand.
    quote: Option<String>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, opened) = (view.snapshot, &view.snapshot.opened);
    let Target::Meeting(meeting) = view::target(opened, view.id.unwrap_or_default())? else {
        return Err(Refusal::Missing(
            "that is no meeting; see /evidence/ for other rows".to_owned(),
        ));
    };
    let differ = opened.record.disagreements.iter().filter(|row| row.meeting == meeting.id);
    let page = MeetingPage {
        meeting: parts::meeting(snapshot, meeting),
        dated_by: meeting.when.why.clone(),
        life: meeting.life.iter().map(step).collect(),
        origins: origins(snapshot, meeting),
        differences: differ.map(|row| difference(snapshot, row)).collect(),
    };
    let heading = told::meeting_line(meeting, opened);
    Ok(Shown::of(page)?.headed(heading))
}

fn step(step: &LifeStep) -> Step {
    Step {
        state: names::step(step.status).to_owned(),
        time: step.time.clone(),
        reported: step.reported.map(names::day),
    }
}

fn origins(snapshot: &Snapshot, meeting: &Meeting) -> Vec<Origin> {
    let opened = &snapshot.opened;
    let documents: BTreeMap<_, _> =
        opened.record.documents.iter().map(|row| (row.article, row.origin.as_str())).collect();
    let mut origins: BTreeMap<&str, Vec<&Report>> = BTreeMap::new();
    for report in &meeting.reports {
        let origin = documents.get(&report.article).copied().unwrap_or_default();
        origins.entry(origin).or_default().push(report);
    }
    let account = |report: &Report| Some(evidence::passage(snapshot, opened.claim(report.claim)?));
    let origin = |(origin, reports): (&str, Vec<&Report>)| Origin {
        origin: origin.to_owned(),
        accounts: reports.into_iter().filter_map(account).collect(),
    };
    origins.into_iter().map(origin).collect()
}

/// A difference in words.
pub fn difference(snapshot: &Snapshot, row: &Disagreement) -> Difference {
    let opened = &snapshot.opened;
    let telling = |account: &Account| Telling {
        value: account.value.replace('_', " "),
        voice: told::account_voice(account, opened),
        documents: account.articles.iter().map(|id| opened.document(*id)).collect(),
        quote: account.evidence.as_ref().map(|evidence| evidence.words().to_owned()),
    };
    Difference {
        id: row.id.0.clone(),
        subject: told::subject(row, opened),
        kind: parts::word(&row.difference),
        sides: row.accounts.iter().map(telling).collect(),
    }
}

/// Where a meeting is shown.
pub fn address(id: &str) -> String {
    format!("/meetings/{}", segment(id))
}
