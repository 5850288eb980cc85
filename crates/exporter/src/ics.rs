//! `ics`: meetings as a calendar, RFC 5545, whole days.
//!
//! A meeting held or a call is `CONFIRMED`, one announced or put off `TENTATIVE`, one called off
//! `CANCELLED`. A range is a day somewhere in it, and the entry says so. A meeting that has no first
//! or no last day fits no calendar and is left out. The stamp is the day of the first report that
//! the record dates, never the time of an export.

use jiff::civil::Date;
use record::{Meeting, Status};

use crate::material::Material;
use crate::output::{Exported, Output};
use crate::plain::{clip, plain};
use crate::told;

/// Octets of a line without its end: RFC 5545, 3.1.
const LINE: usize = 75;
/// Longer descriptions are cut.
const LONGEST: usize = 600;

/// The calendar.
pub fn ics(material: &Material<'_>) -> Exported {
    let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rapporteur//record//EN"];
    let mut lines = head.map(str::to_owned).to_vec();
    let meetings = &material.record.meetings;
    let entries: Vec<_> = meetings.iter().filter_map(|meeting| entry(meeting, material)).collect();
    let left = meetings.len() - entries.len();
    lines.extend(entries.into_iter().flatten());
    lines.push("END:VCALENDAR".to_owned());
    let text: String = lines.iter().map(|line| folded(line)).collect();
    Exported::from(Output::File(text.into_bytes()))
        .without(left, "meetings left out: their first or last day is not known")
}

fn entry(meeting: &Meeting, material: &Material<'_>) -> Option<Vec<String>> {
    let (from, until) = (meeting.when.from?, meeting.when.until?);
    let stamp = meeting.life.iter().find_map(|step| step.reported).unwrap_or(from);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@rapporteur.invalid", meeting.id),
        format!("DTSTAMP:{}T000000Z", digits(stamp)),
        format!("DTSTART;VALUE=DATE:{}", digits(from)),
        format!("DTEND;VALUE=DATE:{}", digits(until)),
        format!("SUMMARY:{}", escaped(&summary(meeting, material))),
        format!("DESCRIPTION:{}", escaped(&description(meeting))),
        format!("STATUS:{}", status(meeting.status)),
        format!("SEQUENCE:{}", meeting.life.len().saturating_sub(1)),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    if let Some(place) = told::place(meeting, material) {
        lines.push(format!("LOCATION:{}", escaped(&place)));
    }
    lines.push("END:VEVENT".to_owned());
    Some(lines)
}

fn is_range(meeting: &Meeting) -> bool {
    let tomorrow = meeting.when.from.and_then(|from| from.tomorrow().ok());
    tomorrow != meeting.when.until
}

fn summary(meeting: &Meeting, material: &Material<'_>) -> String {
    let range = if is_range(meeting) { " (on one day of these)" } else { "" };
    told::title(meeting, material) + range
}

fn description(meeting: &Meeting) -> String {
    let quote = clip(told::quote(meeting).unwrap_or_default(), LONGEST);
    let (when, origins) = (&meeting.when.edtf, meeting.origins);
    format!("When: {when}\nIndependent origins: {origins}\n“{quote}”")
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Held | Status::Contact => "CONFIRMED",
        Status::Scheduled | Status::Postponed => "TENTATIVE",
        Status::Cancelled => "CANCELLED",
    }
}

fn digits(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// A value of type TEXT: RFC 5545, 3.3.11.
fn escaped(words: &str) -> String {
    let words = plain(words).replace("\r\n", "\n").replace('\r', "\n");
    let words = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    words.replace('\n', "\\n")
}

/// A line cut into pieces of 75 octets, between characters.
fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / LINE * 3 + 2);
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            folded.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= c.len_utf8();
        folded.push(c);
    }
    folded + "\r\n"
}
