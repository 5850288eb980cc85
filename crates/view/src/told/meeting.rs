//! A meeting in a line: when, where, who, what became of it, who tells it.

use std::collections::BTreeSet;

use record::{Content, LifeStep, Meeting, Participant, Party, Status};

use crate::{Opened, names};

/// "Wednesday 28 December 2022, Moscow: trilateral meeting of defence ministers; held"
pub fn meeting_line(meeting: &Meeting, opened: &Opened) -> String {
    let mut line = names::settled(&meeting.when);
    if let Some(weekday) = weekday(meeting, opened) {
        line.push_str(&format!(", a {weekday}"));
    }
    line.push_str(&occasion(meeting, opened));
    line
}

/// ", Moscow: trilateral meeting of defence ministers; held"
pub fn occasion(meeting: &Meeting, opened: &Opened) -> String {
    let place = place_name(meeting, opened).map(|place| format!(", {place}")).unwrap_or_default();
    let kind = if meeting.status == Status::Contact { "contact" } else { "meeting" };
    let shape = meeting.format.map(|format| format!("{} ", format.as_str())).unwrap_or_default();
    let level = meeting.levels.first().and_then(|level| names::level(level.value));
    let level = level.map(|level| format!(" of {level}")).unwrap_or_default();
    match meeting.status {
        Status::Contact => format!("{place}: {shape}{kind}{level}"),
        status => format!("{place}: {shape}{kind}{level}; {}", status.as_str()),
    }
}

/// The day of the week that its reports name, where the day itself is not settled.
fn weekday(meeting: &Meeting, opened: &Opened) -> Option<&'static str> {
    if is_one_day(meeting) {
        return None;
    }
    let told = meeting.reports.iter().filter(|report| report.status == meeting.status);
    let claims = told.filter_map(|report| opened.claim(report.claim));
    let named = claims.filter_map(|claim| match &claim.content {
        Content::Meeting(mention) => mention.time.as_ref()?.weekday,
        _ => None,
    });
    let named: BTreeSet<i8> = named.collect();
    named.first().filter(|_| named.len() == 1).and_then(|number| names::weekday(*number))
}

/// True if all reports together leave one day.
pub fn is_one_day(meeting: &Meeting) -> bool {
    let last = meeting.when.until.and_then(|until| until.yesterday().ok());
    meeting.when.from.is_some() && meeting.when.from == last
}

/// True if the days are narrowed by other reports, not given by one of its own.
pub fn is_inferred(meeting: &Meeting) -> bool {
    let (from, until) = (meeting.when.from, meeting.when.until);
    let given = |time: &record::Supported<text::When>| {
        Some(time.value.from) == from && time.value.last().tomorrow().ok() == until
    };
    let is_bounded = from.is_some() || until.is_some();
    is_bounded && !is_one_day(meeting) && !meeting.times.iter().any(given)
}

/// The city, else the country.
pub fn place_name(meeting: &Meeting, opened: &Opened) -> Option<String> {
    let place = &meeting.places.first()?.value;
    let country = || {
        let party = Party(place.country.clone()?);
        Some(opened.tools.party_name(&party).to_owned())
    };
    place.city.clone().or_else(country)
}

/// "Turkey: Hulusi Akar (defence minister)" a side; those told by the same office alone share one.
pub fn sides(meeting: &Meeting, opened: &Opened) -> Vec<String> {
    let mut told: Vec<(Vec<String>, String)> = Vec::new();
    for side in meeting.participants.chunk_by(|a, b| a.party == b.party) {
        let people = side.iter().filter(|participant| adds_to(side, participant));
        let people = people.filter_map(person_line).collect::<Vec<_>>().join(", ");
        let is_named = side.iter().any(|participant| participant.person.is_some());
        let name = side_name(meeting, &side[0].party, opened);
        match told.iter_mut().find(|(_, others)| !is_named && *others == people) {
            Some((names, _)) => names.push(name),
            None => told.push((vec![name], people)),
        }
    }
    let line = |(sides, people): (Vec<String>, String)| {
        let colon = if people.is_empty() { "" } else { ": " };
        format!("{}{colon}{people}", names::listed(&sides))
    };
    told.into_iter().map(line).collect()
}

/// False for "minister" alone beside somebody who is foreign minister.
fn adds_to(side: &[Participant], participant: &Participant) -> bool {
    let Some(office) = participant.office.as_deref() else { return true };
    let holds = |other: &Participant| {
        other.person.is_some() && other.office.as_deref().is_some_and(|held| held.ends_with(office))
    };
    participant.person.is_some() || !side.iter().any(holds)
}

fn side_name(meeting: &Meeting, party: &Party, opened: &Opened) -> String {
    let host = if meeting.host.as_ref() == Some(party) { " (host)" } else { "" };
    format!("{}{host}", opened.tools.party_name(party))
}

fn person_line(participant: &Participant) -> Option<String> {
    match (&participant.person, &participant.office) {
        (Some(person), Some(office)) => Some(format!("{person} ({office})")),
        (Some(name), None) | (None, Some(name)) => Some(name.clone()),
        (None, None) => None,
    }
}

/// "expected early May (20 Apr 2023) → postponed (27 Apr 2023) → held (10 May 2023)"
pub fn life_line(meeting: &Meeting) -> String {
    let step = |step: &LifeStep| {
        let mut words = names::step(step.status).to_owned();
        if let (Some(time), Status::Scheduled) = (&step.time, step.status) {
            words.push_str(&format!(" {time}"));
        }
        if let Some(reported) = step.reported {
            words.push_str(&format!(" ({})", reported.strftime("%-d %b %Y")));
        }
        words
    };
    meeting.life.iter().map(step).collect::<Vec<_>>().join(" → ")
}

/// "2 independent origins: 01-strait-wire, 02-cape-news"
pub fn sources_line(meeting: &Meeting, opened: &Opened) -> String {
    let mut documents: Vec<_> =
        meeting.reports.iter().map(|r| opened.document(r.article)).collect();
    documents.dedup();
    let origins = names::count(meeting.origins, "independent origin");
    format!("{origins}: {}", documents.join(", "))
}
