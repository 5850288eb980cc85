//! Who sits where a word stands: actors, and those whom no table holds under the name that the article gives.
//!
//! Reads:  an actor with those joined to it; a person without a known side, as a side of his own unless joined to
//!         somebody who has one; a named body that is nobody's organ as far as the tables know.
//! Silent: places, outlets, people without a name.

use record::{ActorKind, Party};
use text::{EntityKind, Role, TokenIndex};

use crate::actor::{Actor, Reference};
use crate::reading::Reading;

/// A word's actor with those joined to it, and the owner of "its delegation".
pub(crate) fn side(reading: &Reading, token: TokenIndex) -> Vec<Actor> {
    let mut found = Vec::new();
    for head in joined(reading, token) {
        let group = reading.actors.group(&reading.tree, head).into_iter();
        let mut here: Vec<Actor> =
            group.filter(|a| !is_place(reading, a)).cloned().collect();
        if here.is_empty() {
            here.extend(body(reading, head));
        }
        for actor in here {
            if !found.iter().any(|f: &Actor| f.start() == actor.start()) {
                found.push(actor);
            }
        }
    }
    by_themselves(&mut found);
    found
}

/// A word and those that the parse joins to it.
fn joined(reading: &Reading, token: TokenIndex) -> Vec<TokenIndex> {
    let mut all = vec![token];
    all.extend(reading.tree.children_in(token, Role::Conjunct));
    all
}

/// People of no known side are sides of their own, where nobody beside them has one.
fn by_themselves(found: &mut [Actor]) {
    if found.iter().any(|a| !a.parties.is_empty()) {
        return;
    }
    for actor in found {
        actor.parties.extend(own_name(actor));
    }
}

/// The name under which somebody without a code stands for himself.
pub(crate) fn own_name(actor: &Actor) -> Option<Party> {
    let alone = actor.kind == ActorKind::Person && !actor.plural && actor.parties.is_empty();
    let name = actor.person.as_ref().filter(|_| alone)?;
    let full = name.contains(' ') || !actor.offices.is_empty();
    full.then(|| Party(name.clone()))
}

/// "the National Dialogue Committee", "Forces of the North": a named body that no table holds.
fn body(reading: &Reading, token: TokenIndex) -> Option<Actor> {
    let doc = reading.doc();
    let name = doc.entities.iter().find(|e| e.tokens.contains(token))?;
    let taken = name.tokens.range().any(|t| reading.actors.at(TokenIndex(t as u32)).is_some());
    if name.kind != EntityKind::Organization || taken {
        return None;
    }
    let words = doc.words(name.span).split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Actor {
        tokens: name.tokens,
        kind: ActorKind::Group,
        parties: vec![Party(words)],
        person: None,
        offices: Vec::new(),
        reference: Reference::Named,
        place: false,
        plural: false,
        count: None,
        antecedent: None,
    })
}

/// Below this a name is as good as surely a place: of place names found so unlikely to stand for
/// a government, one in twelve does (`cargo xtask score metonymy`).
const LITERAL: f64 = 0.1;

/// "in Moscow", "to North Korea", "the Geneva venue": where, not who.
pub(crate) fn is_place(reading: &Reading, actor: &Actor) -> bool {
    let word = |n: u32| {
        actor.tokens.start.0.checked_sub(n).map_or("", |t| reading.tree.form(TokenIndex(t)))
    };
    const AT: [&str; 13] = [
        "in", "at", "to", "from", "into", "near", "outside", "via", "across", "through", "inside",
        "In", "At",
    ];
    let led = AT.contains(&word(1)) || word(1) == "the" && AT.contains(&word(2));
    actor.place && (led || surely_literal(reading, actor))
}

fn surely_literal(reading: &Reading, actor: &Actor) -> bool {
    let within = actor.tokens.range();
    let mut names = reading.doc().entities.iter().filter(|e| within.contains(&e.tokens.start.at()));
    names.any(|name| name.metonymy.is_some_and(|likely| likely.value() < LITERAL))
}
