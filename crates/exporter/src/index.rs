//! What rows are called and coded as, found once for a record.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use record::{Claim, ClaimId, Event, Ontology, Participant, Party, Place, Record, RowId, Tier};
use text::ArticleId;

use crate::point::Point;

/// Names and codes of the rows of a record.
pub struct Index {
    /// What codes mean.
    pub ontology: Ontology,
    documents: BTreeMap<ArticleId, String>,
    parties: BTreeMap<Party, String>,
    codings: BTreeMap<RowId, Coding>,
    points: BTreeMap<Place, Point>,
    models: BTreeMap<ClaimId, String>,
}

/// How the words of a row are coded.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Coding {
    /// Who acts: "TURGOV".
    pub source: String,
    /// On or with whom.
    pub target: String,
    /// CAMEO.
    pub code: String,
}

impl Index {
    /// Of a record, its parties called as `name` says.
    pub fn of(record: &Record, name: impl Fn(&Party) -> String) -> Index {
        let documents = record.documents.iter().map(|d| (d.article, d.name.clone())).collect();
        let parties = parties(record).into_iter().map(|party| {
            let called = name(&party);
            (party, called)
        });
        Index {
            ontology: Ontology::shipped(),
            documents,
            parties: parties.collect(),
            codings: codings(&record.events),
            points: BTreeMap::new(),
            models: BTreeMap::new(),
        }
    }

    /// The same, the places of its meetings where `point` says.
    pub fn located(mut self, record: &Record, point: impl Fn(&Place) -> Option<Point>) -> Index {
        let places = record.meetings.iter().flat_map(|meeting| &meeting.places);
        let points = places.filter_map(|place| Some((place.value.clone(), point(&place.value)?)));
        self.points = points.collect();
        self
    }

    /// The same, what a language model read marked with its name.
    pub fn marked(mut self, claims: &[Claim]) -> Index {
        let by_model = claims.iter().filter(|claim| claim.tool.tier == Tier::LanguageModel);
        self.models = by_model.map(|claim| (claim.id, claim.tool.name.clone())).collect();
        self
    }

    /// The language model that read any of these claims; `None` if rules or people read all.
    pub fn read_by<'a>(&'a self, claims: &[ClaimId]) -> Option<&'a str> {
        claims.iter().find_map(|claim| self.models.get(claim)).map(String::as_str)
    }

    /// Where a place lies, if that is known.
    pub fn point(&self, place: &Place) -> Option<Point> {
        self.points.get(place).copied()
    }

    /// What people call an article; the first digits of its id if it is not in the record.
    pub fn document(&self, article: ArticleId) -> String {
        self.documents.get(&article).cloned().unwrap_or_else(|| article.0.short())
    }

    /// What a party is called; its code if it acts nowhere in the record.
    pub fn party<'a>(&'a self, party: &'a Party) -> &'a str {
        self.parties.get(party).map_or(party.0.as_str(), String::as_str)
    }

    /// What someone's party is called by the reports, else by its name.
    pub fn side<'a>(&'a self, participant: &'a Participant) -> &'a str {
        participant.called.as_deref().unwrap_or_else(|| self.party(&participant.party))
    }

    /// What a party is called, if that is known.
    pub fn name<'a>(&'a self, party: &Party) -> Option<&'a str> {
        self.parties.get(party).map(String::as_str).filter(|name| *name != party.0)
    }

    /// What a state is called; its code if that is not known.
    pub fn country<'a>(&'a self, code: &'a str) -> &'a str {
        self.name(&Party(code.to_owned())).unwrap_or(code)
    }

    /// How the words of a meeting or statement are coded.
    pub fn coding(&self, row: &RowId) -> Option<&Coding> {
        self.codings.get(row)
    }
}

/// Everyone whom a row names, and the states of its places.
fn parties(record: &Record) -> BTreeSet<Party> {
    let meetings = record.meetings.iter();
    let met = meetings
        .flat_map(|m| m.participants.iter().map(|p| &p.party).chain(&m.host).chain(&m.mediator));
    let said = record.statements.iter().flat_map(|s| &s.parties);
    let bound = record.commitments.iter().flat_map(|c| &c.by);
    let set = record.conditions.iter().flat_map(|c| c.set_by.iter().chain(&c.awaits));
    let mut parties: BTreeSet<Party> = met.chain(said).chain(bound).chain(set).cloned().collect();
    let places = record.meetings.iter().flat_map(|m| &m.places);
    parties.extend(places.filter_map(|place| place.value.country.clone().map(Party)));
    parties
        .extend(record.events.iter().flat_map(|e| [&e.source, &e.target]).flat_map(|c| heads(c)));
    parties
}

/// Of an actor code all of it, for bodies of states, and its state.
fn heads(code: &str) -> impl Iterator<Item = Party> {
    let state = code.get(..3).filter(|state| *state != code);
    [Some(code), state].into_iter().flatten().map(|code| Party(code.to_owned()))
}

/// Of several events in the words of a row the one with the most particular code.
fn codings(events: &[Event]) -> BTreeMap<RowId, Coding> {
    let mut order: Vec<&Event> = events.iter().filter(|event| event.of.is_some()).collect();
    order.sort_by_key(|event| (event.code.len(), Reverse(&event.id)));
    let coding = |event: &Event| Coding {
        source: event.source.clone(),
        target: event.target.clone(),
        code: event.code.clone(),
    };
    order.into_iter().filter_map(|event| Some((event.of.clone()?, coding(event)))).collect()
}
