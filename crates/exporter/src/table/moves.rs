//! How rows hang together over time: positions and their moves, processes, deadlocks.

use record::{Deadlock, Position, Step, Wait};

use super::meetings::LEVELS;
use super::said::{ACTS, codes, ids};
use crate::material::Material;
use crate::sheet::{Draft, Kind, Sheet, list};

/// One row a step of a position.
pub fn positions(material: &Material<'_>) -> Sheet {
    let all = material.record.positions.iter();
    let rows: Vec<(&Position, &Step)> =
        all.flat_map(|position| position.steps.iter().map(move |step| (position, step))).collect();
    Draft::new("positions", "a step in where a party stands on an issue", &rows)
        .column("party", Kind::Text, "code of whose position it is", |(p, _)| p.party.0.as_str())
        .column("issue", Kind::Text, "key of what it is on", |(p, _)| p.issue.as_str())
        .column("reported", Kind::Day, "when it was reported, if known", |(_, s)| s.reported)
        .choice("act", ACTS, "what is done by saying it", |(_, s)| s.act.as_str())
        .choice("moved_from", ACTS, "what was done before, if that was another thing", |(p, s)| {
            let moved = p.moved.iter().find(|moved| moved.statement == s.statement);
            moved.map(|moved| moved.from.as_str())
        })
        .column("statement", Kind::Text, "id in statements", |(_, s)| s.statement.0.as_str())
        .done()
}

/// One row a series of rounds.
pub fn processes(material: &Material<'_>) -> Sheet {
    Draft::new(
        "processes",
        "meetings of the same sides at the same rank",
        &material.record.processes,
    )
    .column("id", Kind::Text, "names the process", |p| p.id.0.as_str())
    .column("parties", Kind::List, "codes of the sides that all its meetings have", |p| {
        codes(&p.parties)
    })
    .choice("level", LEVELS, "their rank, if they have one", |p| p.level.map(|l| l.as_str()))
    .column("first_day", Kind::Day, "first day that any can have been on", |p| p.from)
    .column("last_day", Kind::Day, "last day that any can have been on", |p| {
        p.until.and_then(|until| until.yesterday().ok())
    })
    .column("meetings", Kind::List, "ids in meetings, in order of time", |p| ids(&p.meetings))
    .column("issues", Kind::List, "keys of what they were about", |p| {
        list(p.issues.iter().map(|issue| &issue.value))
    })
    .done()
}

/// One row a wait in a circle of them.
pub fn deadlocks(material: &Material<'_>) -> Sheet {
    let all = material.record.deadlocks.iter();
    let rows: Vec<(&Deadlock, &Wait)> =
        all.flat_map(|deadlock| deadlock.waits.iter().map(move |wait| (deadlock, wait))).collect();
    Draft::new("deadlocks", "one party's wait for another, of several in a circle", &rows)
        .column("circle", Kind::List, "codes of all who wait; equal for one circle", |(d, _)| {
            codes(&d.parties)
        })
        .column("party", Kind::Text, "code of who waits", |(_, w)| w.party.0.as_str())
        .column("awaits", Kind::Text, "code of whose move it is", |(_, w)| w.awaits.0.as_str())
        .column("condition", Kind::Text, "id in conditions", |(_, w)| w.condition.0.as_str())
        .done()
}
