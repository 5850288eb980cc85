//! Who speaks: the actor behind the words that name a source.
//!
//! Reads:  the source's actor and those joined to it; whom a statement or an office belongs to; by whom
//!         a spokesman is sent; whom an outlet cites.
//! Silent: sources that stand for nobody.

use record::ActorKind;
use text::{Role, TokenIndex, TokenRange, Upos};

use super::Speech;
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

/// "“…,” he added", where nobody else is meant by the pronoun: the one who spoke before.
pub(super) fn again(reading: &Reading, found: &Found, before: &Speech) -> Option<Voices> {
    const REACH: usize = 2;
    let block = |t: TokenIndex| reading.tree.sentence(t).block;
    let word = found.source.first().filter(|w| w.end.0 - w.start.0 == 1)?.start;
    let pronoun = matches!(reading.tree.form(word).to_lowercase().as_str(), "he" | "she");
    let [speaker] = before.speaker.as_slice() else { return None };
    let person = speaker.kind == ActorKind::Person && !speaker.plural;
    let near = block(word) <= block(before.cue) + REACH;
    (pronoun && person && near)
        .then(|| Voices { speaker: vec![speaker.clone()], relays: before.relays.clone() })
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
    if let Some(actor) = reading.actors.at(head).filter(|a| a.parties.is_empty()) {
        let named = actor.antecedent.map_or(head, |first| reading.top(first));
        return Some(vec![sided(reading, actor, named)]);
    }
    let last = TokenIndex(words.end.0.saturating_sub(1));
    let subject = reading.tree.head(last) == Some(found.word);
    let end = || reading.actors.at(last).filter(|_| subject);
    let first = || {
        let first = reading.actors.at(words.start).filter(|_| !is_kin(reading, head))?;
        // "Harthi's deputy, Rana Saleh,": not Harthi.
        let owns = first.person.is_some()
            && first.tokens.end < words.end
            && matches!(reading.tree.form(first.tokens.end), "'s" | "’s" | "'" | "’");
        (!owns || PAPERS.contains(&reading.tree.lemma(head))).then_some(first)
    };
    match reading.actors.at(head).or_else(first).or_else(end) {
        Some(actor) => Some(together(reading, actor)),
        None => on_behalf_of(reading, head, words).map(|actor| vec![actor]),
    }
}

/// "the president's **daughter**", "Kenya's **neighbours**": somebody else than the one whose they are.
fn is_kin(reading: &Reading, head: TokenIndex) -> bool {
    const WORDS: [&str; 34] = [
        "ally",
        "neighbour",
        "neighbor",
        "partner",
        "backer",
        "foe",
        "adversary",
        "creditor",
        "predecessor",
        "successor",
        "son",
        "daughter",
        "brother",
        "sister",
        "wife",
        "husband",
        "father",
        "mother",
        "cousin",
        "nephew",
        "niece",
        "uncle",
        "aunt",
        "widow",
        "lawyer",
        "doctor",
        "friend",
        "critic",
        "opponent",
        "rival",
        "enemy",
        "supporter",
        "follower",
        "loyalist",
    ];
    WORDS.contains(&reading.tree.lemma(head))
}

/// "Salim Harthi, a spokesman for the ministry": the party of what is put beside the name.
fn sided(reading: &Reading, actor: &Actor, head: TokenIndex) -> Actor {
    let beside = reading.tree.children_in(head, Role::Apposition);
    let known = |b: &&Actor| b.reference == Reference::Named && !b.parties.is_empty();
    let office = |t: TokenIndex| reading.actors.at(t).filter(known).or_else(|| owner(reading, t));
    let office = beside.filter(|_| actor.kind == ActorKind::Person).find_map(office);
    let parties = office.map(|o| o.parties.clone()).unwrap_or_default();
    Actor { parties, ..actor.clone() }
}

/// For whom a spokesman or a statement speaks.
fn owner<'r>(reading: &'r Reading, office: TokenIndex) -> Option<&'r Actor> {
    let tree = &reading.tree;
    if !PAPERS.contains(&tree.lemma(office)) && !MOUTHPIECES.contains(&tree.lemma(office)) {
        return None;
    }
    match tree.child(office, Role::Possessive) {
        Some(owner) => reading.actors.at(owner),
        None => behind(reading, office, 0),
    }
}

/// "for the ministry", "for Asian affairs for the president's council": the first behind *for* and *of* that is known.
fn behind<'r>(reading: &'r Reading, noun: TokenIndex, depth: usize) -> Option<&'r Actor> {
    const DEEPEST: usize = 2;
    let tree = &reading.tree;
    let own = |t: TokenIndex| tree.child(t, Role::Possessive).and_then(|o| reading.actors.at(o));
    let at = |t: TokenIndex| own(t).or_else(|| reading.actors.at(t));
    let next = |t: TokenIndex| (depth < DEEPEST).then(|| behind(reading, t, depth + 1))?;
    let found = tree.by_preposition(noun, &["for", "of"]);
    found.into_iter().find_map(|t| at(t).or_else(|| next(t)))
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
    if let Some(owner) = owner(reading, head) {
        return Some(owner.clone());
    }
    let mut beside = tree.children_in(head, Role::Apposition);
    let owner = beside.find_map(|t| owner(reading, t)).filter(|_| tree.upos(head) == Upos::PROPN);
    Some(spokesperson(reading, owner?.clone(), head, words))
}

/// A person that no table knows, for the party of those who sent them.
fn spokesperson(reading: &Reading, owner: Actor, head: TokenIndex, words: TokenRange) -> Actor {
    let apart = |t: &u32| reading.tree.form(TokenIndex(*t)) == ",";
    let end = (head.0..words.end.0).find(apart).unwrap_or(words.end.0);
    let tokens = TokenRange { start: words.start, end: TokenIndex(end) };
    let name = reading.doc().words(reading.tree.bytes(tokens)).to_owned();
    Actor { parties: owner.parties, person: Some(name), ..Actor::named(tokens, ActorKind::Person) }
}
