//! Whose an official is where the phrase does not say: by a typical word, by what it refers to, by who acts around it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use lexicon::Entry;
use text::TokenIndex;

use super::phrase::Phrase;
use super::{Told, person};
use crate::action::EventCoder;

/// A state that is named, and one whose organs or people act.
const NAMED: u32 = 2;
const ACTING: u32 = 3;

/// Words for a state itself.
const STATE: [&str; 11] = [
    "country",
    "nation",
    "state",
    "democracy",
    "government",
    "republic",
    "constitution",
    "land",
    "homeland",
    "kingdom",
    "administration",
];

impl EventCoder {
    /// The party of a phrase that has none of its own, and the sector that a typical word has.
    pub(super) fn around(
        &self,
        phrase: &Phrase,
        told: Option<&Told>,
    ) -> Option<(String, &'static str)> {
        let doc = phrase.reading.doc();
        let words: Vec<&str> =
            phrase.tokens().map(|t| doc.words(doc.tokens[t.at()].span)).collect();
        let weights = weights(phrase);
        let acting = weights.iter().filter(|(_, (_, acts, _))| *acts);
        let acting: Vec<&str> = acting.map(|(state, _)| state.as_str()).collect();
        let named: Vec<&str> = weights.keys().map(String::as_str).collect();
        if let Some((state, sector)) = self.typical.state(&words, &acting, &named) {
            return Some((state.to_owned(), sector));
        }
        if let Some(party) = referent(phrase) {
            return Some((party, ""));
        }
        let lemma = |t: TokenIndex| phrase.reading.tree.lemma(t).to_lowercase();
        let state = phrase.tokens().any(|t| STATE.contains(&lemma(t).as_str()));
        let role = told.is_some_and(|told| !told.sector.is_empty());
        let found = if role || state { heaviest(weights) } else { None };
        found.map(|party| (party, ""))
    }
}

/// How strongly a state stands there, whether its organs or people act, how near.
type Weight = (u32, bool, Reverse<usize>);

/// The party of what the phrase takes up.
fn referent(phrase: &Phrase) -> Option<String> {
    let mut actors = phrase.tokens().filter_map(|t| phrase.reading.actors.at(t));
    let actor = actors.find(|actor| !actor.parties.is_empty())?;
    let party = &actor.parties[0].0;
    let body = phrase.reading.lexicon.organisation(party);
    Some(body.map_or_else(|| party.clone(), |body| person::of_body(body, phrase.on()).0))
}

/// How strongly each state stands around a phrase, and how near: the nearer, the more.
fn weights(phrase: &Phrase) -> BTreeMap<String, Weight> {
    let mut weights: BTreeMap<String, Weight> = BTreeMap::new();
    let mut add = |state: String, weight: u32, range: Range<usize>| {
        let far = Reverse(phrase.distance(&range));
        let known = weights.entry(state).or_insert((0, false, far));
        *known = (known.0 + weight, known.1 || weight == ACTING, known.2.max(far));
    };
    let all = Phrase::whole(phrase.reading, phrase.sectors);
    for (range, entries) in all.names.iter().filter(|(range, _)| !phrase.holds(range.start)) {
        if let Some((state, weight)) = evidence(phrase, entries) {
            add(state, weight, range.clone());
        }
    }
    for actor in phrase.reading.actors.all().iter().filter(|a| a.person.is_some()) {
        let party =
            actor.parties.first().filter(|p| p.0.len() == 3 && !phrase.holds(actor.start()));
        if let Some(party) = party {
            add(party.0.clone(), ACTING, actor.start()..actor.end());
        }
    }
    weights
}

/// Which state a name speaks for.
fn evidence(phrase: &Phrase, entries: &[Entry]) -> Option<(String, u32)> {
    let people: Vec<_> = entries
        .iter()
        .filter_map(|e| if let Entry::Person(id) = e { Some(*id) } else { None })
        .collect();
    let (party, weight) = match entries.first()? {
        Entry::State(state) | Entry::Demonym { state, .. } => (state.code.to_owned(), NAMED),
        Entry::City(city) => (city.state?.to_owned(), if city.capital { NAMED } else { 1 }),
        Entry::Seat(seat) => (seat.state.to_owned(), ACTING),
        Entry::Organisation(body) => (body.state?.to_owned(), ACTING),
        Entry::Person(_) => {
            let told = person::one_of(phrase.reading.lexicon, &people, phrase.on(), &[])?;
            (told.party?, ACTING)
        }
        Entry::Agency(_) | Entry::Office(_) => return None,
    };
    (party.len() == 3).then_some((party, weight))
}

fn heaviest(weights: BTreeMap<String, Weight>) -> Option<String> {
    weights.into_iter().max_by_key(|(_, weight)| *weight).map(|(state, _)| state)
}
