//! A table told by who sat round it: "the conference brought together A, B and C", "the talks, attended by A and B",
//! "with the participation of A and B".
//!
//! Fires on:  a noun of meeting as subject of *bring together, gather, include, feature*, with a participle *attended by*,
//!            or with *participation, presence, attendance of*, and two parties or more.
//! Silent on: lists of those invited; what the meeting "included" if that is nobody; who did not take part.

use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, seat, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, token: TokenIndex) -> Option<Occasion> {
    let (meeting, seated) = brought(reading, token)
        .or_else(|| attended(reading, token))
        .or_else(|| took_part(reading, token))
        .or_else(|| presence(reading, token))?;
    if parties_of(&seated).is_empty() || noun::is_open(reading, meeting) {
        return None;
    }
    let clause = reading.tree.clause_of(token);
    let status = status::of_verb(reading, clause)?;
    Some(Occasion::new(meeting, clause, "meeting/gathered").with(seated).in_state(status))
}

/// "the meeting brought together A and B".
fn brought(reading: &Reading, verb: TokenIndex) -> Option<(TokenIndex, Vec<Actor>)> {
    let tree = &reading.tree;
    let gathers = match tree.lemma(verb) {
        "gather" | "include" | "feature" | "comprise" | "involve" | "assemble" | "unite" => true,
        "bring" => tree.children(verb).iter().any(|c| tree.form(*c) == "together"),
        _ => false,
    };
    let gathers = gathers && !tree.is_negated(verb);
    let subject = tree.subject(verb).filter(|s| gathers && noun::is_meeting(reading, *s))?;
    let object = tree.child(verb, Role::Object)?;
    let seated = seat::side(reading, object);
    let seated = if seated.is_empty() { met::other_side(reading, verb) } else { seated };
    Some((subject, seated))
}

/// "the meeting, attended by A and B".
fn attended(reading: &Reading, verb: TokenIndex) -> Option<(TokenIndex, Vec<Actor>)> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB || tree.lemma(verb) != "attend" {
        return None;
    }
    let by = tree.child(verb, Role::Agent).or_else(|| tree.by_preposition(verb, &["by"]).pop())?;
    let above = tree
        .head(verb)
        .filter(|_| matches!(tree.role(verb), Role::NounClause | Role::RelativeClause));
    let meeting = tree.child(verb, Role::PassiveSubject).or(above)?;
    noun::is_meeting(reading, meeting).then(|| (meeting, seat::side(reading, by)))
}

/// "A and B took part in the talks".
fn took_part(reading: &Reading, verb: TokenIndex) -> Option<(TokenIndex, Vec<Actor>)> {
    let tree = &reading.tree;
    let part = || tree.children_in(verb, Role::Object).any(|o| tree.form(o) == "part");
    let there = match tree.lemma(verb) {
        "participate" => true,
        "take" => part(),
        _ => false,
    };
    let there = there && !tree.is_negated(verb);
    let inside = tree.by_preposition(verb, &["in"]).into_iter().filter(|_| there);
    let meeting = inside.into_iter().find(|n| noun::is_meeting(reading, *n))?;
    Some((meeting, met::subject_side(reading, verb)))
}

/// "a meeting in Z with the participation of A and B".
fn presence(reading: &Reading, noun: TokenIndex) -> Option<(TokenIndex, Vec<Actor>)> {
    let tree = &reading.tree;
    let there = matches!(tree.lemma(noun), "participation" | "presence" | "attendance")
        && matches!(tree.preposition(noun).as_str(), "with" | "in");
    let whose = tree.by_preposition(noun, &["of", "from", "by"]).pop().filter(|_| there)?;
    let mut before = (tree.sentence(noun).tokens.start.0..noun.0).map(TokenIndex);
    let meeting = before.find(|t| noun::is_meeting(reading, *t))?;
    Some((meeting, seat::side(reading, whose)))
}
