//! A signing told with its place: "A and B signed a framework agreement in Z".
//!
//! Fires on:  *sign, ink, initial* with an agreement as object or in the passive, and two parties or more, in a city.
//! Silent on: laws and decrees, contracts of firms, signings without a place.

use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, place, seat, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// What sides sign with each other.
const PAPERS: [&str; 17] = [
    "agreement",
    "accord",
    "deal",
    "pact",
    "declaration",
    "roadmap",
    "protocol",
    "truce",
    "ceasefire",
    "charter",
    "memorandum",
    "mou",
    "treaty",
    "communique",
    "communiqué",
    "document",
    "understanding",
];

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB || !matches!(tree.lemma(verb), "sign" | "ink" | "initial") {
        return None;
    }
    let is_paper = |t: &TokenIndex| PAPERS.contains(&tree.lemma(*t).to_lowercase().as_str());
    let passive = tree.child(verb, Role::PassiveSubject).filter(is_paper);
    let paper = passive.or_else(|| tree.children_in(verb, Role::Object).find(is_paper))?;
    let mut actors: Vec<Actor> =
        if passive.is_none() { met::subject_side(reading, verb) } else { Vec::new() };
    actors.extend(met::company(reading, verb));
    for head in tree.by_preposition(paper, &["with", "between"]) {
        actors.extend(seat::side(reading, head));
    }
    for head in tree.children_in(verb, Role::Agent).chain(tree.by_preposition(verb, &["by"])) {
        actors.extend(seat::side(reading, head));
    }
    place::of(reading, verb, verb).filter(|p| p.city.is_some())?;
    let status = status::of_verb(reading, verb)?;
    let both = parties_of(&actors).len() >= 2;
    both.then(|| Occasion::new(verb, verb, "meeting/signed").with(actors).in_state(status))
}
