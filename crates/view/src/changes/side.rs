//! Rows of any kind, as far as they can be compared: fields in the words that people read.

use std::collections::BTreeSet;

use record::{ClaimId, Commitment, Condition, Meeting, Statement};

use crate::told::{condition_line, meeting_line, place_name, quoted, sides};
use crate::{Opened, names};

/// A row of any kind.
pub struct Side {
    /// Which kind.
    pub kind: &'static str,
    /// Its place among the rows of its record.
    pub at: usize,
    /// Its row's id.
    pub id: String,
    /// What it follows from.
    pub claims: BTreeSet<ClaimId>,
    /// What is told of it.
    pub told: String,
    /// What can change in it; empty words where nothing is reported.
    pub fields: Vec<(&'static str, String)>,
}

impl Side {
    /// Meetings, statements, commitments and conditions, in this order.
    pub fn all(opened: &Opened) -> Vec<Side> {
        let record = &opened.record;
        let mut all: Vec<Side> = record.meetings.iter().map(|row| meeting(row, opened)).collect();
        all.extend(record.statements.iter().map(|row| statement(row, opened)));
        all.extend(record.commitments.iter().map(|row| commitment(row, opened)));
        all.extend(record.conditions.iter().map(|row| condition(row, opened)));
        all.iter_mut().enumerate().for_each(|(at, side)| side.at = at);
        all
    }
}

fn meeting(row: &Meeting, opened: &Opened) -> Side {
    let level = row.levels.first().and_then(|level| names::level(level.value));
    let issues = row.issues.iter().map(|issue| names::issue(&opened.tools, &issue.value));
    let issues: BTreeSet<String> = issues.collect();
    let mediator = row.mediator.as_ref().map(|party| opened.tools.party_name(party).to_owned());
    let fields = vec![
        ("status", row.status.as_str().to_owned()),
        ("when", names::settled(&row.when)),
        ("place", place_name(row, opened).unwrap_or_default()),
        ("format", row.format.map(|format| format.as_str()).unwrap_or_default().to_owned()),
        ("level", level.unwrap_or_default().to_owned()),
        ("who", sides(row, opened).join("; ")),
        ("mediator", mediator.unwrap_or_default()),
        ("about", issues.into_iter().collect::<Vec<_>>().join("; ")),
    ];
    let claims = row.reports.iter().map(|report| report.claim).collect();
    Side {
        at: 0,
        kind: "meeting",
        id: row.id.0.clone(),
        claims,
        told: meeting_line(row, opened),
        fields,
    }
}

fn statement(row: &Statement, opened: &Opened) -> Side {
    let fields = vec![
        ("act", row.act.as_str().to_owned()),
        ("speaker", row.speaker.clone()),
        ("for", names::parties(&opened.tools, &row.parties)),
    ];
    let told = format!("{}: {}", row.speaker, row.act.as_str());
    Side {
        at: 0,
        kind: "statement",
        id: row.id.0.clone(),
        claims: [row.claim].into(),
        told,
        fields,
    }
}

fn commitment(row: &Commitment, opened: &Opened) -> Side {
    let due = row.due.as_ref().map(|due| names::days(due.from, due.last()));
    let fields = vec![
        ("by", names::parties(&opened.tools, &row.by)),
        ("due", due.unwrap_or_default()),
        ("status", exporter::commitment_state(row.state).to_owned()),
    ];
    let claims = row.claims.iter().copied().collect();
    let told = quoted(&row.action);
    Side { at: 0, kind: "commitment", id: row.id.0.clone(), claims, told, fields }
}

fn condition(row: &Condition, opened: &Opened) -> Side {
    let fields = vec![
        ("set by", names::parties(&opened.tools, &row.set_by)),
        ("next move", names::parties(&opened.tools, &row.awaits)),
    ];
    let claims = row.claims.iter().copied().collect();
    Side {
        at: 0,
        kind: "condition",
        id: row.id.0.clone(),
        claims,
        told: condition_line(row),
        fields,
    }
}
