//! Who acts: parties with their people, from the rows in which they appear.

use std::collections::{BTreeMap, BTreeSet};

use record::{Party, Record};
use serde::Serialize;

use crate::index::Index;

/// A party and its people.
#[derive(Serialize)]
pub struct ActorRow {
    /// Its code.
    pub party: String,
    /// What it is called.
    pub name: String,
    /// Meetings it is part of.
    pub meetings: usize,
    /// Statements made for it.
    pub statements: usize,
    /// Those who meet for it, by name.
    pub persons: Vec<PersonRow>,
}

/// One of its people.
#[derive(Serialize)]
pub struct PersonRow {
    /// In full.
    pub name: String,
    /// As what, in order of the alphabet.
    pub offices: Vec<String>,
}

#[derive(Default)]
struct Seen<'a> {
    meetings: BTreeSet<&'a str>,
    statements: usize,
    persons: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// All of them, by code.
pub fn actors(record: &Record, index: &Index) -> Vec<ActorRow> {
    let mut seen: BTreeMap<&Party, Seen<'_>> = BTreeMap::new();
    for meeting in &record.meetings {
        for participant in &meeting.participants {
            let actor = seen.entry(&participant.party).or_default();
            actor.meetings.insert(&meeting.id.0);
            if let Some(person) = &participant.person {
                actor.persons.entry(person).or_default().extend(participant.office.as_deref());
            }
        }
    }
    for party in record.statements.iter().flat_map(|statement| &statement.parties) {
        seen.entry(party).or_default().statements += 1;
    }
    seen.into_iter().map(|(party, actor)| row(party, actor, index)).collect()
}

fn row(party: &Party, seen: Seen<'_>, index: &Index) -> ActorRow {
    let person = |(name, offices): (&str, BTreeSet<&str>)| PersonRow {
        name: name.to_owned(),
        offices: offices.into_iter().map(str::to_owned).collect(),
    };
    ActorRow {
        party: party.0.clone(),
        name: index.party(party).to_owned(),
        meetings: seen.meetings.len(),
        statements: seen.statements,
        persons: seen.persons.into_iter().map(person).collect(),
    }
}
