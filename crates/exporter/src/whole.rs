//! The record as one JSON object: the fields that other programs rely on, in a fixed order.

use jiff::civil::Date;
use record::{Deadlock, Judgement, Process, Record};
use serde::Serialize;

use crate::actor::{ActorRow, actors};
use crate::document::{DocumentOut, LineageOut, OriginOut, ProblemOut};
use crate::event::EventOut;
use crate::index::Index;
use crate::meeting::{DisagreementOut, MeetingOut, TimelineOut};
use crate::statement::{CommitmentOut, ConditionOut, PositionOut, StatementOut};

/// The whole record.
#[derive(Serialize)]
pub struct Whole<'a> {
    rapporteur: &'static str,
    as_of: Option<Date>,
    /// What was read.
    pub documents: Vec<DocumentOut<'a>>,
    /// Who met whom.
    pub meetings: Vec<MeetingOut<'a>>,
    /// Who said what.
    pub statements: Vec<StatementOut<'a>>,
    /// Who did what to whom, in codes.
    pub events: Vec<EventOut<'a>>,
    /// Who promised what.
    pub commitments: Vec<CommitmentOut<'a>>,
    /// What waits for what.
    pub conditions: Vec<ConditionOut<'a>>,
    /// Who stands where.
    pub positions: Vec<PositionOut<'a>>,
    /// Meetings that are rounds of one process.
    pub(crate) processes: &'a [Process],
    /// Who waits for whom in a circle.
    pub(crate) deadlocks: &'a [Deadlock],
    /// Which article derives from which.
    pub(crate) lineage: Vec<LineageOut<'a>>,
    /// Which reports are one.
    pub origins: Vec<OriginOut<'a>>,
    /// Where accounts differ.
    pub disagreements: Vec<DisagreementOut<'a>>,
    /// All of it by day.
    pub timeline: Vec<TimelineOut<'a>>,
    /// Who acts.
    pub actors: Vec<ActorRow>,
    /// What was odd.
    pub problems: Vec<ProblemOut<'a>>,
    /// What people hold.
    pub(crate) judgements: &'a [Judgement],
}

/// The record as it is written.
pub fn whole<'a>(record: &'a Record, index: &'a Index) -> Whole<'a> {
    Whole {
        rapporteur: env!("CARGO_PKG_VERSION"),
        as_of: record.as_of,
        documents: record.documents.iter().map(DocumentOut::of).collect(),
        meetings: record.meetings.iter().map(|m| MeetingOut::of(m, index)).collect(),
        statements: record.statements.iter().map(|s| StatementOut::of(s, index)).collect(),
        events: record.events.iter().map(|e| EventOut::of(e, index)).collect(),
        commitments: record.commitments.iter().map(|c| CommitmentOut::of(c, index)).collect(),
        conditions: record.conditions.iter().map(|c| ConditionOut::of(c, index)).collect(),
        positions: record.positions.iter().map(PositionOut::of).collect(),
        processes: &record.processes,
        deadlocks: &record.deadlocks,
        lineage: record.lineage.iter().map(|l| LineageOut::of(l, index)).collect(),
        origins: record.origins.iter().map(|o| OriginOut::of(o, index)).collect(),
        disagreements: record.disagreements.iter().map(|d| DisagreementOut::of(d, index)).collect(),
        timeline: record.timeline.iter().map(TimelineOut::of).collect(),
        actors: actors(record, index),
        problems: record.problems.iter().map(ProblemOut::of).collect(),
        judgements: &record.judgements,
    }
}
