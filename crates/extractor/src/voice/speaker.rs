//! Who speaks: the actor behind the words that name a source.
//!
//! Reads:  the source's actor and those joined to it; whom a statement or an office belongs to; by whom
//!         a spokesman is sent; whom an outlet cites.
//! Silent: sources that stand for nobody.

use record::ActorKind;
use text::{Role, TokenIndex, TokenRange, Upos};

use super::relation::Found;
use crate::actor::{Actor, Reference};
use crate::reading::Reading;

/// Who says it, and who passes it on.
pub(super) struct Voices {
    pub speaker: Vec<Actor>,
    pub relays: Vec<Actor>,
}

/// Of an attribution. "RIA said, citing the ministry": the ministry speaks, RIA passes on.
pub(super) fn of(reading: &Reading, found: &Found) -> Option<Voices> {
    let named = found.source.iter().find_map(|words| named(reading, found, *words));
    match cited(reading, found.word) {
        Some(speaker) => Some(Voices { speaker: vec![speaker], relays: named.unwrap_or_default() }),
        None => Some(Voices { speaker: named?, relays: Vec::new() }),
    }
}

fn cited(reading: &Reading, verb: TokenIndex) -> Option<Actor> {
    let tree = &reading.tree;
    let citing = tree
        .children_in(verb, Role::AdverbialClause)
        .find(|c| matches!(tree.lemma(*c), "cite" | "quote"))?;
    reading.actors.at(tree.child(citing, Role::Object)?).cloned()
}

fn named(reading: &Reading, found: &Found, words: TokenRange) -> Option<Vec<Actor>> {
    let according = reading.tree.form(found.word).eq_ignore_ascii_case("according");
    let mut all = reading.actors.within(words.start.at(), words.end.at());
    if let Some(outlet) = all.find(|a| according && a.kind == ActorKind::Outlet) {
        return Some(vec![outlet.clone()]);
    }
    let head = reading.top(words);
    match reading.actors.at(head).or_else(|| reading.actors.at(words.start)) {
        Some(actor) => Some(together(reading, actor)),
        None => on_behalf_of(reading, head, words).map(|actor| vec![actor]),
    }
}

/// An actor with those joined to it; an outlet is not joined to those it tells of.
fn together(reading: &Reading, actor: &Actor) -> Vec<Actor> {
    let group = reading.actors.group(&reading.tree, actor.tokens.start);
    let alike = group.iter().all(|a| a.kind != ActorKind::Outlet);
    if alike { group.into_iter().cloned().collect() } else { vec![actor.clone()] }
}

/// What speaks for somebody.
const PAPERS: [&str; 7] =
    ["statement", "readout", "office", "communique", "tweet", "letter", "announcement"];

/// Those who speak for somebody.
const MOUTHPIECES: [&str; 10] = [
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "aide",
    "adviser",
    "advisor",
    "envoy",
    "representative",
    "negotiator",
    "director",
];

/// "Ankara's statement"; "a spokeswoman for the ministry"; "Salim Harthi, a spokesman for the ministry".
fn on_behalf_of(reading: &Reading, head: TokenIndex, words: TokenRange) -> Option<Actor> {
    let tree = &reading.tree;
    let speaks = |t: TokenIndex| MOUTHPIECES.contains(&tree.lemma(t));
    let paper = PAPERS.contains(&tree.lemma(head));
    let office = Some(head)
        .filter(|t| paper || speaks(*t))
        .or_else(|| tree.children_in(head, Role::Apposition).find(|t| speaks(*t)))?;
    let owner = tree.child(office, Role::Possessive);
    let named = owner.or_else(|| tree.by_preposition(office, &["for", "of"]).first().copied())?;
    let owner = reading.actors.at(named)?.clone();
    let person = tree.upos(head) == Upos::PROPN && office != head;
    Some(if person { spokesperson(reading, owner, head, words) } else { owner })
}

/// A person that no table knows, for the party of those who sent them.
fn spokesperson(reading: &Reading, owner: Actor, head: TokenIndex, words: TokenRange) -> Actor {
    let apart = |t: &u32| reading.tree.form(TokenIndex(*t)) == ",";
    let end = (head.0..words.end.0).find(apart).unwrap_or(words.end.0);
    let tokens = TokenRange { start: words.start, end: TokenIndex(end) };
    let name = reading.doc().words(reading.tree.bytes(tokens)).to_owned();
    Actor {
        tokens,
        kind: ActorKind::Person,
        person: Some(name),
        offices: Vec::new(),
        reference: Reference::Named,
        place: false,
        plural: false,
        count: None,
        antecedent: None,
        ..owner
    }
}
