//! Rows that say how other rows hang together: processes, deadlocks, kinds of disagreement, moves.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Level, Party, RowId, SpeechAct, Supported};

/// Meetings of the same sides at the same rank, one after another: rounds of one process.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Process {
    /// Names it: `p-` and the digits of its first meeting.
    pub id: RowId,
    /// The sides that all its meetings have.
    pub parties: Vec<Party>,
    /// The rank, if its meetings have one.
    pub level: Option<Level>,
    /// In order of time.
    pub meetings: Vec<RowId>,
    /// The first day that any of them can have been.
    pub from: Option<Date>,
    /// The first day after all of them.
    pub until: Option<Date>,
    /// What they were about, most reported first.
    pub issues: Vec<Supported<String>>,
}

/// Parties of which each waits for another, so that nobody can move first.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Deadlock {
    /// In order of code.
    pub parties: Vec<Party>,
    /// Who waits for whom, and the condition that says so.
    pub waits: Vec<Wait>,
}

/// One party waits for another.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Wait {
    /// Who sets the condition.
    pub party: Party,
    /// Whose move it is.
    pub awaits: Party,
    /// The condition.
    pub condition: RowId,
}

/// In what way accounts differ. That they mean different things by one word is not told apart from the rest.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// Both cannot be true.
    Conflict,
    /// One outlet gave one value first and another later.
    Update,
    /// One counts in what the other leaves out.
    Scope,
    /// One is only coarser.
    Precision,
    /// One side is silent on what another reports.
    Silence,
}

/// A party's later act on an issue that is another than the one before.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Moved {
    /// When the later was reported.
    pub reported: Date,
    /// What was done before.
    pub from: SpeechAct,
    /// What was done now.
    pub to: SpeechAct,
    /// The statement that shows it.
    pub statement: RowId,
}

/// How an open promise stands to its time, by the last day that the record knows of.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Its time is still to come.
    Due,
    /// Its time is over and nothing is reported; that is not to say that it was broken.
    Overdue,
    /// A report says that a part was done.
    Partly,
}
