//! The parties and those who speak and meet for them.

use exporter::{ActorRow, PersonRow};
use record::Party;
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{self, Extent};
use crate::ask::{AS_OF, PAGE as PAGE_PARAM, PARTY, ROWS_PARAM, escaped};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::tool::Tool;

/// `/actors`
pub const PAGE: Page = Page {
    name: "actors",
    path: "/actors",
    title: "Actors",
    about: "The parties and those who meet for them",
    group: Group::Sources,
    asks: &[AS_OF, PARTY, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Actors>,
    tool: Some(Tool {
        name: "actors",
        about: "The parties of the record with their codes, which the `party` argument of other tools takes, and the people who meet for \
                them with their offices.",
        grounds: &[],
    }),
    show,
};

/// People shown of one party; the rest is counted.
const SHOWN: usize = 40;

/// Parties, those with most rows first.
#[derive(Serialize, JsonSchema)]
struct Actors {
    /// Which of them are given.
    extent: Extent,
    /// The parties.
    actors: Vec<Actor>,
}

/// A party.
#[derive(Serialize, JsonSchema)]
struct Actor {
    /// Its code: that of a country is of ISO 3166; without one, the name that reports give.
    code: String,
    /// True if the code is of a table, false if it is a name that stands in for one.
    coded: bool,
    /// What it is called.
    name: String,
    /// Meetings it is part of.
    meetings: usize,
    /// Where they are listed.
    meetings_href: String,
    /// Statements made for it.
    statements: usize,
    /// Where they are listed.
    statements_href: String,
    /// Those who meet for it, by name.
    persons: Vec<Person>,
    /// How many more there are.
    more: usize,
}

/// Somebody.
#[derive(Serialize, JsonSchema)]
struct Person {
    /// In full.
    name: String,
    /// As what, in order of the alphabet.
    offices: Vec<String>,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let opened = &view.snapshot.opened;
    let asked = view.ask.words(PARTY);
    let all = exporter::actors(&opened.record, &opened.index).into_iter();
    let mut fit: Vec<ActorRow> =
        all.filter(|row| asked.is_none_or(|asked| row.party == asked)).collect();
    fit.sort_by_key(|row| std::cmp::Reverse((row.meetings, row.statements)));
    let range = view.ask.range(fit.len());
    let extent = parts::extent(&range, fit.len());
    Shown::of(Actors { extent, actors: fit[range].iter().map(actor).collect() })
}

fn actor(row: &ActorRow) -> Actor {
    let person =
        |person: &PersonRow| Person { name: person.name.clone(), offices: person.offices.clone() };
    let code = escaped(&row.party);
    Actor {
        code: row.party.clone(),
        coded: Party(row.party.clone()).is_code(),
        name: row.name.clone(),
        meetings: row.meetings,
        meetings_href: format!("/meetings?party={code}"),
        statements: row.statements,
        statements_href: format!("/statements?party={code}"),
        persons: row.persons.iter().take(SHOWN).map(person).collect(),
        more: row.persons.len().saturating_sub(SHOWN),
    }
}
