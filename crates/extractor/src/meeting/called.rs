//! Whose house it was: "a meeting hosted by C", "talks convened by C", "chaired by C", and who was there besides: "attended by D",
//! "in the presence of D".
//!
//! Fires on:  *host, convene, organise, chair, attend, join* as a participle with an agent, below the noun or verb of a meeting
//!            told otherwise; *presence, participation, attendance* and whose.
//! Silent on: agents of other nouns.

use record::Part;
use text::{Role, TokenIndex, Upos};

use super::{Occasion, seat};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// Seats those whom the clause names beside the sides.
pub(crate) fn add(reading: &Reading, occasion: &mut Occasion) {
    let tree = &reading.tree;
    for token in tree.tokens(tree.sentence(occasion.anchor)) {
        let (part, heads) = match part(reading, token) {
            Some(part) if hangs(reading, token, occasion) => (part, agents(reading, token)),
            _ if is_presence(reading, token) && hangs(reading, token, occasion) => {
                (Part::Party, tree.by_preposition(token, &["of", "from", "by"]))
            }
            _ if invites(reading, token) => {
                (Part::Host, tree.by_preposition(token, &["of", "from", "by"]))
            }
            _ => continue,
        };
        let seated: Vec<Actor> = heads.into_iter().flat_map(|h| seat::side(reading, h)).collect();
        take(occasion, part, seated);
    }
}

/// "a meeting co-hosted by C": a noun of meeting that says who called it.
pub(crate) fn is_called(reading: &Reading, noun: TokenIndex) -> bool {
    let called =
        |c: &TokenIndex| part(reading, *c) == Some(Part::Host) && !agents(reading, *c).is_empty();
    reading.tree.children(noun).iter().any(called)
}

/// A host who was named as a side already stays one.
fn take(occasion: &mut Occasion, part: Part, seated: Vec<Actor>) {
    for actor in seated {
        let known = occasion.parties();
        let new = parties_of([&actor]).iter().any(|p| !known.contains(p));
        if new || actor.person.is_some() {
            occasion.participants.push((actor, if new { part } else { Part::Party }));
        }
    }
}

fn part(reading: &Reading, token: TokenIndex) -> Option<Part> {
    if reading.tree.upos(token) != Upos::VERB {
        return None;
    }
    match reading.tree.lemma(token) {
        "host" | "co-host" | "convene" | "organise" | "organize" | "chair" | "co-chair"
        | "sponsor" => Some(Part::Host),
        "attend" | "join" => Some(Part::Party),
        _ => None,
    }
}

fn agents(reading: &Reading, verb: TokenIndex) -> Vec<TokenIndex> {
    let tree = &reading.tree;
    let mut heads: Vec<TokenIndex> = tree.children_in(verb, Role::Agent).collect();
    heads.extend(tree.by_preposition(verb, &["by"]));
    heads
}

fn is_presence(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    matches!(tree.lemma(token), "participation" | "presence" | "attendance")
        && matches!(tree.preposition(token).as_str(), "with" | "in")
}

/// "at the invitation of C".
fn invites(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    tree.lemma(token) == "invitation"
        && matches!(tree.preposition(token).as_str(), "at" | "on" | "upon")
}

/// Below the anchor or its clause, with at most one word between.
fn hangs(reading: &Reading, token: TokenIndex, occasion: &Occasion) -> bool {
    let is = |t: TokenIndex| t == occasion.anchor || t == occasion.clause;
    let head = reading.tree.head(token);
    head.is_some_and(is) || head.and_then(|h| reading.tree.head(h)).is_some_and(is)
}
