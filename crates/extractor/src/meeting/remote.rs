//! Contacts by wire: "spoke by phone with", "held a telephone call", "phoned".
//!
//! Fires on:  *speak, talk, discuss, call, phone* with *by phone, by telephone, on the phone, by video*; a *call* or
//!            *phone talks* held between two parties.
//! Silent on: "called for", "called on", "called it".

use record::Status;
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, seat, status};
use crate::reading::Reading;

/// What carries a voice or a picture.
const WIRES: [&str; 7] =
    ["phone", "telephone", "videoconference", "videolink", "video", "teleconference", "zoom"];

/// "met by video", "convened via videoconference".
pub(super) fn meets_by_wire(reading: &Reading, verb: TokenIndex) -> bool {
    let by = reading.tree.by_preposition(verb, &["by", "via", "over", "through", "on"]);
    by.into_iter().any(|o| WIRES.contains(&reading.tree.lemma(o).to_lowercase().as_str()))
}

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t).or_else(|| in_a_call(reading, t))).collect()
}

/// "In a phone call with B, A urged …": those two, whatever else was said.
fn in_a_call(reading: &Reading, call: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    let wired = ["phone", "telephone", "video"];
    let by_wire = tree.children_in(call, Role::Compound).any(|c| wired.contains(&tree.lemma(c)));
    let beside = matches!(tree.preposition(call).as_str(), "in" | "during" | "after" | "following");
    if !matches!(tree.lemma(call), "call" | "conversation") || !by_wire || !beside {
        return None;
    }
    let clause = tree.clause_of(call);
    if !tree.doc.tokens[clause.at()].past || tree.modal(clause).is_some() {
        return None;
    }
    let mut actors = met::subject_side(reading, clause);
    actors.extend(noun::company(reading, call));
    Some(Occasion::new(call, clause, "meeting/remote").with(actors).by_wire())
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB {
        return None;
    }
    let wired = match tree.lemma(verb) {
        "phone" | "telephone" => true,
        "speak" | "talk" | "discuss" | "hold" | "have" | "make" | "receive" | "conduct"
        | "review" | "exchange" => by_wire(reading, verb),
        _ => false,
    };
    if !wired || status::of_verb(reading, verb)? != Status::Held {
        return None;
    }
    let mut actors = met::subject_side(reading, verb);
    if matches!(tree.lemma(verb), "phone" | "telephone") {
        actors.extend(met::other_side(reading, verb));
    }
    actors.extend(met::company(reading, verb));
    if let Some(object) = tree.child(verb, Role::Object)
        && (noun::is_meeting(reading, object) || tree.lemma(object) == "call")
    {
        actors.extend(noun::company(reading, object));
        for caller in tree.by_preposition(object, &["from", "to"]) {
            actors.extend(seat::side(reading, caller));
        }
    }
    for caller in tree.by_preposition(verb, &["from"]) {
        actors.extend(seat::side(reading, caller));
    }
    for call in tree.children_in(verb, Role::Oblique) {
        match tree.lemma(call) {
            "call" => actors.extend(noun::company(reading, call)),
            word if WIRES.contains(&word) => {
                let with = tree.by_preposition(call, &met::COMPANY).into_iter();
                actors.extend(with.flat_map(|one| seat::side(reading, one)));
            }
            _ => {}
        }
    }
    Some(Occasion::new(verb, verb, "meeting/remote").with(actors).by_wire())
}

/// "phone", "telephone" or "video" among the words below the verb.
pub(super) fn by_wire(reading: &Reading, verb: TokenIndex) -> bool {
    if reading.tree.children_in(verb, Role::Object).any(|o| is_call(reading, o)) {
        return true;
    }
    let below = reading.tree.subtree(verb);
    (below.start.0..below.end.0)
        .map(TokenIndex)
        .any(|t| WIRES.contains(&reading.tree.lemma(t).to_lowercase().as_str()))
}

/// "a call with", "a call from": between people, not a call for something.
fn is_call(reading: &Reading, object: TokenIndex) -> bool {
    let tree = &reading.tree;
    let next = TokenIndex(object.0 + 1);
    tree.lemma(object) == "call"
        && next < tree.sentence(object).tokens.end
        && matches!(tree.form(next), "with" | "from" | "between")
}
