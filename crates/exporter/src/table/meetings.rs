//! Meetings, who was there, and who tells of it.

use record::{Medium, Meeting, Part, Participant, Report, Standing};

use crate::material::Material;
use crate::sheet::{Draft, Kind, Sheet, list};

const STATUSES: &[&str] = &["held", "contact", "scheduled", "postponed", "cancelled"];
const FORMATS: &[&str] = &["bilateral", "trilateral", "quadrilateral", "multilateral", "mediated"];
const MEDIA: &[&str] = &["in_person", "remote", "indirect"];
pub(super) const LEVELS: &[&str] = &[
    "head_of_state",
    "foreign_minister",
    "defence_minister",
    "intelligence",
    "deputy_minister",
    "special_envoy",
    "delegation",
    "other",
];
const PARTS: &[&str] = &["party", "mediator", "host", "observer"];
const STANDINGS: &[&str] = &["main", "background", "planned"];

/// One row a meeting.
pub fn meetings(material: &Material<'_>) -> Sheet {
    let first = |m: &Meeting| m.places.first().map(|place| place.value.clone());
    Draft::new("meetings", "a meeting, a call or a plan of one", &material.record.meetings)
        .column("id", Kind::Text, "names the meeting", |m| m.id.0.as_str())
        .choice("status", STATUSES, "its latest state", |m| m.status.as_str())
        .column("when", Kind::Text, "the days it can have been on; EDTF", |m| m.when.edtf.as_str())
        .column("first_day", Kind::Day, "first day that fits", |m| m.when.from)
        .column("last_day", Kind::Day, "last day that fits", |m| {
            m.when.until.and_then(|until| until.yesterday().ok())
        })
        .column("city", Kind::Text, "best supported, in English", |m| first(m).and_then(|p| p.city))
        .column("country", Kind::Text, "best supported; ISO 3166-1 alpha-3", |m| {
            first(m).and_then(|place| place.country)
        })
        .column("latitude", Kind::Number, "of that city, if known; degrees north", |m| {
            first(m).and_then(|place| material.index.point(&place)).map(|point| point.latitude)
        })
        .column("longitude", Kind::Number, "the same; degrees east", |m| {
            first(m).and_then(|place| material.index.point(&place)).map(|point| point.longitude)
        })
        .choice("format", FORMATS, "the shape of the table", |m| m.format.map(|f| f.as_str()))
        .choice("medium", MEDIA, "how the sides speak to each other", |m| medium(m.medium))
        .choice("level", LEVELS, "its rank, best supported", |m| {
            m.levels.first().map(|level| level.value.as_str())
        })
        .column("parties", Kind::List, "codes of those at the table", parties)
        .column("host", Kind::Text, "code of whose house it is", |m| {
            m.host.as_ref().map(|party| party.0.as_str())
        })
        .column("mediator", Kind::Text, "code of who carries messages", |m| {
            m.mediator.as_ref().map(|party| party.0.as_str())
        })
        .column("issues", Kind::List, "keys of what it was about", |m| {
            list(m.issues.iter().map(|issue| &issue.value))
        })
        .column("reports", Kind::Count, "accounts of it", |m| m.reports.len())
        .column("origins", Kind::Count, "independent origins of these", |m| m.origins)
        .done()
}

/// The codes of those at the table, each once.
fn parties(meeting: &Meeting) -> Option<String> {
    let mut codes: Vec<&str> = meeting.participants.iter().map(|p| p.party.0.as_str()).collect();
    codes.dedup();
    list(codes)
}

/// One row a person or party at the table.
pub fn participants(material: &Material<'_>) -> Sheet {
    let rows: Vec<(&Meeting, &Participant)> = each(material, |meeting| &meeting.participants);
    Draft::new("participants", "somebody at the table of a meeting", &rows)
        .column("meeting", Kind::Text, "id in meetings", |(m, _)| m.id.0.as_str())
        .column("party", Kind::Text, "code of whom they stand for", |(_, p)| p.party.0.as_str())
        .column("party_name", Kind::Text, "the same in words", |(_, p)| material.index.side(p))
        .column("person", Kind::Text, "who, if named", |(_, p)| p.person.as_deref())
        .column("office", Kind::Text, "as what", |(_, p)| p.office.as_deref())
        .choice("part", PARTS, "in what part", |(_, p)| part(p.part))
        .column("claims", Kind::Count, "claims that say so", |(_, p)| p.claims.len())
        .done()
}

/// One row an account of a meeting.
pub fn reports(material: &Material<'_>) -> Sheet {
    let rows: Vec<(&Meeting, &Report)> = each(material, |meeting| &meeting.reports);
    let document = |r: &Report| material.document(r.article);
    Draft::new("reports", "an account of a meeting, with its words", &rows)
        .column("meeting", Kind::Text, "id in meetings", |(m, _)| m.id.0.as_str())
        .column("document", Kind::Text, "id in documents", |(_, r)| {
            material.index.document(r.article)
        })
        .column("outlet", Kind::Text, "who published it", |(_, r)| {
            document(r).and_then(|d| d.outlet.as_deref())
        })
        .choice("role", STANDINGS, "what the meeting is to the article", |(_, r)| {
            standing(r.standing)
        })
        .choice("status", STATUSES, "the state that this account tells", |(_, r)| r.status.as_str())
        .column("voices", Kind::List, "who vouches, from the outlet inward", |(_, r)| {
            list(&r.voices)
        })
        .column("quote", Kind::Text, "the words", |(_, r)| r.evidence.words())
        .column("start", Kind::Count, "where they begin; bytes of the article's text", |(_, r)| {
            r.evidence.span().start()
        })
        .column("end", Kind::Count, "one past where they end; bytes", |(_, r)| {
            r.evidence.span().end()
        })
        .column("claim", Kind::Text, "names the claim; SHA-256", |(_, r)| r.claim.0.to_string())
        .done()
}

/// Each meeting with each of its rows of a kind.
fn each<'a, T>(
    material: &Material<'a>,
    of: fn(&'a Meeting) -> &'a Vec<T>,
) -> Vec<(&'a Meeting, &'a T)> {
    let meetings = material.record.meetings.iter();
    meetings.flat_map(|meeting| of(meeting).iter().map(move |row| (meeting, row))).collect()
}

fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::InPerson => "in_person",
        Medium::Remote => "remote",
        Medium::Indirect => "indirect",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Party => "party",
        Part::Mediator => "mediator",
        Part::Host => "host",
        Part::Observer => "observer",
    }
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Main => "main",
        Standing::Background => "background",
        Standing::Planned => "planned",
    }
}
