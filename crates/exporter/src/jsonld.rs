//! `jsonld`: meetings as schema.org events, statements as quotations, articles as news articles.
//!
//! The vocabulary is named in the file (`@vocab`), so that no reader has to fetch a context. A
//! meeting on one known day has `startDate`; a range has not, because schema.org would take it for
//! a length: its days are in the description.

use record::{DocumentRow, Meeting, Statement, Status};
use serde_json::{Value, json};
use text::ArticleId;

use crate::material::Material;
use crate::output::Exported;
use crate::plain::web;
use crate::told;
use crate::words::edtf;
use crate::written::pretty;

/// The graph.
pub fn jsonld(material: &Material<'_>) -> Exported {
    let record = material.record;
    let meetings = record.meetings.iter().map(|row| event(row, material));
    let statements = record.statements.iter().map(quotation);
    let articles = record.documents.iter().map(|row| article(row, material));
    let graph: Vec<Value> = meetings.chain(statements).chain(articles).collect();
    pretty(&json!({ "@context": { "@vocab": "https://schema.org/" }, "@graph": graph })).into()
}

fn event(meeting: &Meeting, material: &Material<'_>) -> Value {
    let attendees: Vec<Value> =
        meeting.participants.iter().map(|p| attendee(p, material)).collect();
    let sources: Vec<Value> = meeting.reports.iter().map(|r| reference(r.article)).collect();
    let mut event = json!({
        "@id": format!("urn:rapporteur:{}", meeting.id),
        "@type": "Event",
        "name": told::title(meeting, material),
        "description": format!("{}; independent origins: {}", meeting.when.edtf, meeting.origins),
        "eventStatus": { "@id": status(meeting.status) },
        "attendee": attendees,
        "about": meeting.issues.iter().map(|issue| issue.value.as_str()).collect::<Vec<_>>(),
        "subjectOf": sources,
    });
    if let Some(day) = meeting.when.from.filter(|day| day.tomorrow().ok() == meeting.when.until) {
        event["startDate"] = json!(day);
    }
    if let Some(place) = meeting.places.first().map(|place| &place.value) {
        let address = json!({
            "@type": "PostalAddress", "addressLocality": place.city, "addressCountry": place.country,
        });
        event["location"] = json!({ "@type": "Place", "address": address });
    }
    event
}

/// schema.org has no word for *held*: an event that took place as announced is scheduled.
fn status(status: Status) -> &'static str {
    match status {
        Status::Held | Status::Contact | Status::Scheduled => "https://schema.org/EventScheduled",
        Status::Postponed => "https://schema.org/EventPostponed",
        Status::Cancelled => "https://schema.org/EventCancelled",
    }
}

fn attendee(participant: &record::Participant, material: &Material<'_>) -> Value {
    let name = material.index.side(participant);
    let code = &participant.party.0;
    let party = json!({ "@type": "Organization", "name": name, "identifier": code });
    match &participant.person {
        None => party,
        Some(person) => json!({
            "@type": "Person", "name": person, "jobTitle": participant.office, "affiliation": party,
        }),
    }
}

fn quotation(statement: &Statement) -> Value {
    json!({
        "@id": format!("urn:rapporteur:{}", statement.id),
        "@type": "Quotation",
        "text": statement.evidence.words(),
        "creator": { "@type": "Person", "name": statement.speaker },
        "about": statement.issues,
        "additionalType": statement.act.as_str(),
        "isPartOf": reference(statement.article),
    })
}

fn article(row: &DocumentRow, material: &Material<'_>) -> Value {
    let mut article = json!({
        "@id": urn(row.article),
        "@type": "NewsArticle",
        "identifier": row.name,
        "headline": row.title,
        "inLanguage": row.language,
        "publisher": row.outlet.as_ref().map(|name| json!({ "@type": "Organization", "name": name })),
        "datePublished": row.published.as_ref().map(|published| edtf(&published.when)),
        "url": row.url.as_deref().and_then(web),
    });
    if let Some(text) = material.written_text(row.article) {
        article["articleBody"] = json!(text);
    }
    article
}

fn reference(article: ArticleId) -> Value {
    json!({ "@id": urn(article) })
}

fn urn(article: ArticleId) -> String {
    format!("urn:sha256:{}", article.0)
}
