//! Meetings as event data has them: a line for each two sides, in both directions.
//!
//! A table of twenty sides becomes 380 lines, so this is done on request only. The code is the plainest
//! that fits: `040` for those who sat together, `041` for a call, `036` for what is announced or put off,
//! `045` from whoever carries messages to each side. What is called off is left out, as are hosts and
//! observers.

use jiff::civil::Date;
use record::{Event, EventReport, EventStatus, Medium, Meeting, Part, Party, RowId, Status};
use text::Digest;

/// The events of a record with its meetings taken apart: what is coded from the words of a meeting gives
/// way to the meeting's own lines.
pub fn events(meetings: &[Meeting], coded: &[Event]) -> Vec<Event> {
    let of_meeting =
        |event: &Event| meetings.iter().any(|meeting| event.of.as_ref() == Some(&meeting.id));
    let rest = coded.iter().filter(|event| !of_meeting(event)).cloned();
    meetings.iter().flat_map(pairs).chain(rest).collect()
}

/// What was made of the meetings, for people.
pub fn told(meetings: &[Meeting]) -> String {
    let sizes = meetings.iter().map(|meeting| pairs(meeting).len());
    let (told, lines) = sizes.filter(|n| *n > 0).fold((0, 0), |(m, n), of| (m + 1, n + of));
    format!("{told} meetings written as {lines} lines, one for each two sides and direction")
}

fn pairs(meeting: &Meeting) -> Vec<Event> {
    let Some((code, status)) = code(meeting) else { return Vec::new() };
    let (sides, mediators) = (having(meeting, Part::Party), having(meeting, Part::Mediator));
    let mut pairs = Vec::new();
    for one in &sides {
        let others = sides.iter().filter(|other| *other != one);
        pairs.extend(others.map(|other| event(meeting, (one, other), (code, status))));
    }
    for mediator in mediators.iter().filter(|mediator| !sides.contains(mediator)) {
        let code = if status == EventStatus::Past { "045" } else { code };
        pairs.extend(sides.iter().map(|side| event(meeting, (mediator, side), (code, status))));
    }
    pairs
}

fn code(meeting: &Meeting) -> Option<(&'static str, EventStatus)> {
    match (meeting.status, meeting.medium) {
        (Status::Cancelled, _) => None,
        (Status::Scheduled | Status::Postponed, _) => Some(("036", EventStatus::Future)),
        (Status::Contact, _) | (Status::Held, Medium::Remote) => Some(("041", EventStatus::Past)),
        (Status::Held, _) => Some(("040", EventStatus::Past)),
    }
}

/// Who is there in a part, each once.
fn having(meeting: &Meeting, part: Part) -> Vec<&Party> {
    let those = meeting.participants.iter().filter(|participant| participant.part == part);
    let mut parties: Vec<&Party> = those.map(|participant| &participant.party).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// The day, if the reports leave no other.
fn day(meeting: &Meeting) -> Option<Date> {
    let day = meeting.when.from?;
    (day.tomorrow().ok() == meeting.when.until).then_some(day)
}

fn event(
    meeting: &Meeting,
    (source, target): (&Party, &Party),
    (code, status): (&str, EventStatus),
) -> Event {
    let parts = [meeting.id.0.as_bytes(), source.0.as_bytes(), target.0.as_bytes()];
    let reports = meeting.reports.iter().map(|report| EventReport {
        claim: report.claim,
        article: report.article,
        evidence: report.evidence.clone(),
        pattern: String::new(),
        voices: report.voices.clone(),
    });
    Event {
        id: RowId(format!("e-{}", Digest::of(&parts).short())),
        source: source.0.clone(),
        target: target.0.clone(),
        code: code.to_owned(),
        status,
        contexts: Vec::new(),
        day: day(meeting),
        reported: meeting.life.iter().filter_map(|step| step.reported).min(),
        of: Some(meeting.id.clone()),
        reports: reports.collect(),
        origins: meeting.origins,
    }
}
