//! `ftm`: meetings, those who meet, and articles as FollowTheMoney entities, one a line.
//!
//! Ids are made from names, so that two exports agree on who is who. Days are given as far as they
//! are known: a meeting on a day of April 2024 has `startDate` and `endDate` of the range. States
//! are public bodies by name; FollowTheMoney's own country codes are of two letters and not written.

use std::collections::BTreeMap;

use record::{DocumentRow, Meeting, Participant, Party};
use serde_json::{Value, json};
use text::Digest;

use crate::material::Material;
use crate::output::Exported;
use crate::plain::{clip, line, web};
use crate::told;
use crate::words::edtf;
use crate::written::compact;

/// Longer names are cut.
const LONGEST_NAME: usize = 300;

/// Entities by id: somebody who is at two meetings is written once, with all offices.
type Entities = BTreeMap<String, Entity>;

struct Entity {
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

/// The entities.
pub fn ftm(material: &Material<'_>) -> Exported {
    let mut entities = Entities::new();
    material.record.documents.iter().for_each(|row| document(&mut entities, row, material));
    material.record.meetings.iter().for_each(|row| meeting(&mut entities, row, material));
    let line = |(id, entity): (&String, &Entity)| -> String { compact(&written(id, entity)) };
    entities.iter().map(line).collect::<String>().into()
}

fn written(id: &str, entity: &Entity) -> Value {
    let properties: BTreeMap<_, _> =
        entity.properties.iter().filter(|(_, values)| !values.is_empty()).collect();
    json!({ "id": id, "schema": entity.schema, "properties": properties })
}

/// An id of one kind for one content.
fn id(kind: &str, content: &str) -> String {
    format!("rapporteur-{kind}-{}", &Digest::of(&[content.as_bytes()]).to_string()[..16])
}

fn add(
    entities: &mut Entities,
    id: &str,
    schema: &'static str,
    values: impl IntoIterator<Item = (&'static str, Option<String>)>,
) {
    let new = || Entity { schema, properties: BTreeMap::new() };
    let entity = entities.entry(id.to_owned()).or_insert_with(new);
    for (name, value) in values {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        let values = entity.properties.entry(name).or_default();
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

fn short(words: &str) -> String {
    clip(&line(words), LONGEST_NAME)
}

fn document(entities: &mut Entities, row: &DocumentRow, material: &Material<'_>) {
    let day = row.published.as_ref().filter(|published| published.when.is_day());
    let values = [
        ("title", row.title.as_deref().map(short)),
        ("fileName", Some(short(&row.name))),
        ("publisher", row.outlet.as_deref().map(short)),
        ("publishedAt", day.map(|published| edtf(&published.when))),
        ("sourceUrl", row.url.as_deref().and_then(web).map(str::to_owned)),
        ("bodyText", material.written_text(row.article).map(str::to_owned)),
    ];
    add(entities, &article(row), "Article", values);
}

fn article(row: &DocumentRow) -> String {
    id("article", &row.article.0.to_string())
}

fn meeting(entities: &mut Entities, meeting: &Meeting, material: &Material<'_>) {
    let last = meeting.when.until.and_then(|until| until.yesterday().ok());
    let event = format!("rapporteur-{}", meeting.id);
    let mut values = vec![
        ("name", Some(told::title(meeting, material))),
        ("startDate", meeting.when.from.map(|day| day.to_string())),
        ("endDate", last.map(|day| day.to_string())),
        ("location", told::place(meeting, material)),
        ("summary", Some(format!("{}: {}", meeting.status.as_str(), meeting.when.edtf))),
        ("organizer", meeting.host.as_ref().map(|host| party(entities, host, material))),
    ];
    values.extend(meeting.issues.iter().map(|issue| ("keywords", Some(issue.value.clone()))));
    for participant in &meeting.participants {
        values.push(("involved", Some(party(entities, &participant.party, material))));
        values.push(("involved", person(entities, participant, material)));
    }
    for report in &meeting.reports {
        let row = material.document(report.article);
        values.push(("proof", row.map(article)));
        let quote = clip(&line(report.evidence.words()), LONGEST_NAME);
        values.push(("notes", Some(quote)));
        values.push(("sourceUrl", row.and_then(|r| web(r.url.as_deref()?)).map(str::to_owned)));
    }
    add(entities, &event, "Event", values);
}

fn party(entities: &mut Entities, party: &Party, material: &Material<'_>) -> String {
    let id = id("party", &party.0);
    let name = short(material.index.party(party));
    add(entities, &id, "PublicBody", [("name", Some(name)), ("alias", Some(party.0.clone()))]);
    id
}

/// Two parties' people of one name are two.
fn person(
    entities: &mut Entities,
    participant: &Participant,
    material: &Material<'_>,
) -> Option<String> {
    let name = participant.person.as_deref()?;
    let id = id("person", &format!("{} {name}", participant.party.0));
    let position = participant.office.as_deref().map(short);
    let stands_for = format!("for {}", short(material.index.party(&participant.party)));
    let values =
        [("name", Some(short(name))), ("position", position), ("summary", Some(stands_for))];
    add(entities, &id, "Person", values);
    Some(id)
}
