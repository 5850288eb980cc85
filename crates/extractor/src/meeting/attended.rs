//! Who was there: "A of X and B of Y took part in the meeting", "C also attended", "the meeting, which was chaired
//! by D".
//!
//! Fires on:  *attend, take part, participate, join, host, chair* with a person as subject or agent, and a
//!            definite noun of meeting, or no object at all, after a held meeting of the same article.
//! Silent on: bodies and states, other meetings ("attended the December talks"), what is yet to be.

use record::{ActorKind, Part, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, seat, status};
use crate::actor::Actor;
use crate::reading::Reading;

/// A meeting is spoken of within this many sentences.
const REACH: usize = 6;

/// All of them, each with the participants of the meeting it speaks of and those it adds.
pub(crate) fn find(reading: &Reading, told: &[Occasion]) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t, told)).collect()
}

fn at(reading: &Reading, verb: TokenIndex, told: &[Occasion]) -> Option<Occasion> {
    let tree = &reading.tree;
    let part = part(reading, verb)?;
    if tree.upos(verb) != Upos::VERB || status::of_verb(reading, verb)? != Status::Held {
        return None;
    }
    let persons = persons(reading, verb);
    if persons.is_empty() || !speaks_of_it(reading, verb) {
        return None;
    }
    let whole = told.iter().rev().find(|o| {
        o.anchor < verb
            && o.status == Status::Held
            && tree.sentence_index(o.anchor) + REACH >= tree.sentence_index(verb)
    })?;
    let told_already = |a: &Actor| {
        let there = |(b, _): &(Actor, Part)| a.parties == b.parties && a.person == b.person;
        whole.participants.iter().any(there)
    };
    if persons.iter().all(told_already) {
        return None;
    }
    let mut occasion = Occasion {
        anchor: verb,
        clause: verb,
        rule: "meeting/attended",
        of: Some(whole.of.unwrap_or((whole.anchor, whole.clause))),
        ..whole.clone()
    };
    occasion.participants.extend(persons.into_iter().map(|a| (a, part)));
    Some(occasion)
}

fn part(reading: &Reading, verb: TokenIndex) -> Option<Part> {
    let next = TokenIndex((verb.0 + 1).min(reading.tree.sentence(verb).tokens.end.0 - 1));
    match reading.tree.lemma(verb) {
        "attend" | "participate" => Some(Part::Party),
        "take" if reading.tree.form(next) == "part" => Some(Part::Party),
        "host" | "chair" => Some(Part::Host),
        _ => None,
    }
}

fn persons(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let agent = reading.tree.child(verb, Role::Agent);
    let found = match agent {
        Some(agent) => seat::side(reading, agent),
        None => met::subject_side(reading, verb),
    };
    let there = |a: &Actor| match a.kind {
        ActorKind::Person => a.person.is_some() || !a.parties.is_empty(),
        ActorKind::State | ActorKind::Body => !a.parties.is_empty(),
        ActorKind::Organization | ActorKind::Group => true,
        ActorKind::Outlet => false,
    };
    if found.iter().all(there) { found } else { Vec::new() }
}

/// The object is the meeting, or nothing; the relative clause hangs on it.
fn speaks_of_it(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let plain = |t: TokenIndex| {
        noun::is_meeting(reading, t)
            && noun::company(reading, t).is_empty()
            && !named_otherwise(reading, t)
    };
    let object = tree.children(verb).iter().copied().find(|c| {
        let noun = tree.upos(*c) == Upos::NOUN;
        (tree.role(*c) == Role::Object || tree.role(*c) == Role::Oblique && noun)
            && tree.form(*c) != "part"
    });
    let relative = tree.head(verb).filter(|_| tree.role(verb) == Role::RelativeClause);
    match (object, relative) {
        (Some(object), _) => plain(object),
        (None, Some(noun)) => plain(noun),
        (None, None) => true,
    }
}

/// "the December talks", "the Moscow talks": perhaps another meeting.
fn named_otherwise(reading: &Reading, noun: TokenIndex) -> bool {
    reading.tree.children_in(noun, Role::Compound).next().is_some()
}
