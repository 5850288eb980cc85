//! A visit for talks: "X arrived in Z on Monday for talks", "X visited Z to discuss …".
//!
//! Fires on:  *visit, arrive, travel, fly* to a state or its capital with a leader, minister or envoy of another party
//!            as subject, and words that say it was for talks: *for talks, to meet, to discuss, official visit*.
//! Silent on: visits to places of one's own, to fronts, camps and fairs; visitors without a rank.

use lexicon::{Entry, OfficeLevel};
use record::{ActorKind, Level, Part, Party, Status};
use text::{TokenIndex, TokenRange, Upos};

use super::{Occasion, met, noun, status};
use crate::actor::Actor;
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    let goes = matches!(tree.lemma(verb), "visit" | "arrive" | "travel" | "fly" | "pay" | "return");
    if tree.upos(verb) != Upos::VERB || !goes || !for_talks(reading, verb) {
        return None;
    }
    let visitors = met::subject_side(reading, verb);
    if visitors.is_empty() || !visitors.iter().all(has_rank) {
        return None;
    }
    let (state, words) =
        (verb.0 + 1..verb.0 + 6).find_map(|t| visited(reading, verb, TokenIndex(t)))?;
    let abroad = visitors.iter().all(|a| !a.parties.iter().any(|p| p.0.starts_with(&state.0)));
    let status = status::of_verb(reading, verb).filter(|s| *s == Status::Held)?;
    let mut occasion = Occasion::new(verb, verb, "meeting/visit").with(visitors).in_state(status);
    occasion.participants.push((home(state, words), Part::Party));
    abroad.then_some(occasion)
}

/// What was visited, if a state or its capital begins at a token right behind the verb.
fn visited(reading: &Reading, verb: TokenIndex, at: TokenIndex) -> Option<(Party, TokenRange)> {
    let end = reading.tree.sentence(verb).tokens.end;
    if at >= end || (verb.0 + 1..at.0).any(|t| ends_search(reading, TokenIndex(t))) {
        return None;
    }
    let words: Vec<&str> =
        (at.0..end.0.min(at.0 + 4)).map(|t| reading.tree.form(TokenIndex(t))).collect();
    let found = reading.lexicon.find(&words)?;
    let state = found.entries.iter().find_map(|entry| match entry {
        Entry::State(state) => Some(state.code),
        Entry::City(city) if city.capital => city.state,
        _ => None,
    })?;
    let next = TokenIndex(at.0 + found.words as u32);
    let owner = next < end && reading.tree.form(next).starts_with(['\'', '’']);
    (!owner).then(|| (Party(state.to_owned()), TokenRange { start: at, end: next }))
}

fn ends_search(reading: &Reading, token: TokenIndex) -> bool {
    matches!(reading.tree.upos(token), Upos::VERB | Upos::PUNCT | Upos::CCONJ)
}

/// Whoever receives there, as nothing but the place says.
fn home(state: Party, tokens: TokenRange) -> Actor {
    Actor { parties: vec![state], place: true, ..Actor::named(tokens, ActorKind::State) }
}

fn has_rank(actor: &Actor) -> bool {
    let heads = actor.offices.iter().any(|o| o.level == OfficeLevel::IgoHead);
    let rank = actor.level().is_some_and(|l| l <= Level::Other);
    (rank || heads) && !actor.parties.is_empty()
}

/// Words behind the verb that say what the visit was for.
fn for_talks(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let below = tree.subtree(verb);
    (verb.0 + 1..below.end.0).map(TokenIndex).any(|t| {
        let purpose = matches!(tree.lemma(t), "meet" | "discuss" | "negotiate" | "consult")
            && tree.is_infinitive(t);
        let talks = noun::is_meeting(reading, t)
            && (tree.preposition(t) == "for"
                || tree.head(t).is_some_and(|h| tree.preposition(h) == "for"));
        let official =
            tree.lemma(t) == "visit" && tree.has_modifier(t, &["official", "working", "state"]);
        purpose || talks || official
    })
}
