//! The parts of a dossier, each from one list of the record.

use record::{Commitment, Condition, Disagreement, DocumentRow, Meeting, Party, Statement};

use super::{Item, Notes, Section, short};
use crate::words::{commitment_state, edtf};

/// Those that have something in them.
pub(super) fn sections(notes: &mut Notes<'_>) -> Vec<Section> {
    let record = notes.material.record;
    let all = [
        section("Meetings", &record.meetings, |row| meeting(row, notes)),
        section("Commitments", &record.commitments, |row| commitment(row, notes)),
        section("Conditions", &record.conditions, |row| condition(row, notes)),
        section("Where accounts differ", &record.disagreements, |row| disagreement(row, notes)),
        section("Statements", &record.statements, |row| statement(row, notes)),
        section("Articles", &record.documents, document),
    ];
    all.into_iter().filter(|section| !section.items.is_empty()).collect()
}

fn section<R>(title: &'static str, rows: &[R], item: impl FnMut(&R) -> Item) -> Section {
    Section { title, items: rows.iter().map(item).collect() }
}

fn meeting(meeting: &Meeting, notes: &mut Notes<'_>) -> Item {
    let names: Vec<String> = meeting.participants.iter().map(|p| who(p, notes)).collect();
    let place = meeting.places.first().and_then(|place| {
        let country = place.value.country.as_deref().map(|c| notes.material.index.country(c));
        place.value.city.as_deref().or(country)
    });
    let place = place.map(|place| format!(", {}", short(place))).unwrap_or_default();
    let (status, when) = (meeting.status.as_str(), day(&meeting.when.edtf));
    let issues: Vec<&str> = meeting.issues.iter().map(|issue| issue.value.as_str()).collect();
    let mut details = vec![format!("At the table: {}", or_not_said(names.join("; ")))];
    details.push(format!("About: {}", or_not_said(issues.join(", "))));
    details.push(reported(meeting.reports.len(), meeting.origins));
    let numbers = meeting.reports.iter().map(|r| notes.of(r.claim, r.article, &r.evidence));
    let notes = numbers.collect();
    Item { id: meeting.id.0.clone(), head: format!("{when}{place}: {status}"), details, notes }
}

fn who(participant: &record::Participant, notes: &Notes<'_>) -> String {
    let party = short(notes.material.index.side(participant));
    match (&participant.person, &participant.office) {
        (Some(person), Some(office)) => format!("{party} ({}, {})", short(person), short(office)),
        (Some(one), None) | (None, Some(one)) => format!("{party} ({})", short(one)),
        (None, None) => party,
    }
}

fn commitment(commitment: &Commitment, notes: &mut Notes<'_>) -> Item {
    let by = names(&commitment.by, notes);
    let due = commitment.due.as_ref().map(edtf);
    let due = format!("Due: {}", or_not_said(due.unwrap_or_default()));
    let state = format!("Status: {}", commitment_state(commitment.state));
    let why = commitment.why.as_deref().map(|why| format!("Why: {}", short(why)));
    let details = [due, state].into_iter().chain(why).collect();
    let head = format!("{by}: {}", short(&commitment.action));
    let notes = notes.of_claims(&commitment.claims);
    Item { id: commitment.id.0.clone(), head, details, notes }
}

fn condition(condition: &Condition, notes: &mut Notes<'_>) -> Item {
    let by = names(&condition.set_by, notes);
    let head = format!("{by}: {}", short(&condition.what));
    let tie = if condition.unless { "Unless" } else { "Waits for" };
    let waits = format!("{tie}: {}", short(&condition.depends_on));
    let awaited = format!("From: {}", names(&condition.awaits, notes));
    let notes = notes.of_claims(&condition.claims);
    Item { id: condition.id.0.clone(), head, details: vec![waits, awaited], notes }
}

fn disagreement(disagreement: &Disagreement, notes: &mut Notes<'_>) -> Item {
    let about = disagreement.about.as_deref().map(|about| format!(" ({})", short(about)));
    let (field, meeting) = (&disagreement.field, &disagreement.meeting);
    let head = format!("{field}{} of {meeting}", about.unwrap_or_default());
    let account = |a: &record::Account| format!("{}: {}", short(&a.voice), short(&a.value));
    let details = disagreement.accounts.iter().map(account).collect();
    let claims: Vec<_> = disagreement.accounts.iter().flat_map(|a| a.claims.clone()).collect();
    Item { id: disagreement.id.0.clone(), head, details, notes: notes.of_claims(&claims) }
}

fn statement(statement: &Statement, notes: &mut Notes<'_>) -> Item {
    let (act, speaker) = (statement.act.as_str(), short(&statement.speaker));
    let head = format!("{speaker}: “{}”", short(statement.evidence.words()));
    let voices: Vec<String> = statement.voices.iter().map(|voice| short(voice)).collect();
    let kind = format!("{act}; {}", or_not_said(statement.issues.join(", ")));
    let details = vec![kind, format!("Told by: {}", or_not_said(voices.join(" → ")))];
    let note = notes.of(statement.claim, statement.article, &statement.evidence);
    Item { id: statement.id.0.clone(), head, details, notes: vec![note] }
}

fn document(row: &DocumentRow) -> Item {
    let title = short(row.title.as_deref().unwrap_or("without a headline"));
    let outlet = row.outlet.as_deref().map_or("outlet not said".to_owned(), short);
    let date = row.published.as_ref().map(|published| edtf(&published.when));
    let inferred = row.inferred.as_ref().map(|inferred| day(&inferred.edtf));
    let date = date.or(inferred).unwrap_or_else(|| "not dated".to_owned());
    let address = row.url.as_deref().map(short);
    let hash = format!("Hash: {}", row.article.0);
    let details = address.into_iter().chain([hash]).collect();
    let head = format!("{outlet}: {title}, {date}");
    Item { id: short(&row.name), head, details, notes: Vec::new() }
}

fn names(parties: &[Party], notes: &Notes<'_>) -> String {
    let names: Vec<String> =
        parties.iter().map(|party| short(notes.material.index.party(party))).collect();
    or_not_said(names.join(", "))
}

fn reported(reports: usize, origins: usize) -> String {
    format!("Reports: {reports}, independent origins: {origins}")
}

/// An interval in words is a day somewhere in it.
fn day(edtf: &str) -> String {
    match edtf.split_once('/') {
        None if edtf.is_empty() => "on a day not said".to_owned(),
        None => edtf.to_owned(),
        Some(("" | "..", "" | "..")) => "on a day not said".to_owned(),
        Some(("" | "..", last)) => format!("on a day up to {last}"),
        Some((first, "" | "..")) => format!("on a day from {first}"),
        Some((first, last)) => format!("on a day between {first} and {last}"),
    }
}

fn or_not_said(words: String) -> String {
    if words.is_empty() { "not said".to_owned() } else { words }
}
