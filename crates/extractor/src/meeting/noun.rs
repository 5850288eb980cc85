//! A meeting told with a noun: "talks between A and B", "A's meeting with B", "a summit of the four".
//!
//! Fires on:  a noun of meeting with two parties by *between, of, with, among*, by a possessive or as
//!            compound, if its clause, its adjectives or its time say that it was held or is to be.
//! Silent on: "any meeting with", "a potential meeting", talks that somebody calls for.

use record::ActorKind;
use text::{EntityKind, Role, TokenIndex, Upos};

use super::{Occasion, called, diplomatic, mediated, met, paired, seat, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// Nouns of meeting.
const NOUNS: [&str; 17] = [
    "meeting",
    "talk",
    "talks",
    "summit",
    "negotiation",
    "discussion",
    "consultation",
    "session",
    "encounter",
    "conversation",
    "round",
    "dialogue",
    "gathering",
    "conference",
    "forum",
    "workshop",
    "roundtable",
];

/// True for a noun of meeting.
pub(crate) fn is_meeting(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    matches!(tree.upos(token), Upos::NOUN | Upos::PROPN)
        && NOUNS.contains(&tree.lemma(token).to_lowercase().as_str())
        && !is_for_the_press(reading, token)
        && !is_part_of_a_name(reading, token)
}

/// The last word of a body's name, "the World Forum".
fn is_part_of_a_name(reading: &Reading, token: TokenIndex) -> bool {
    let named = || reading.doc().entities.iter().find(|e| e.tokens.contains(token));
    reading.tree.upos(token) == Upos::PROPN
        && reading.tree.lemma(token).eq_ignore_ascii_case("forum")
        && named().is_some_and(|e| e.kind == EntityKind::Organization)
}

/// "press conference", "news conference", "session of parliament" told as such elsewhere.
fn is_for_the_press(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    let before = token.0.checked_sub(1).map_or("", |t| tree.form(TokenIndex(t)));
    tree.lemma(token).eq_ignore_ascii_case("conference")
        && matches!(before.to_lowercase().as_str(), "press" | "news" | "media" | "video")
}

/// True if the noun stands for no one meeting: "any talks", "no talks", "potential".
pub(crate) fn is_open(reading: &Reading, noun: TokenIndex) -> bool {
    let words = reading.tree.children(noun).iter();
    words.map(|c| reading.tree.form(*c).to_lowercase()).any(|w| {
        matches!(w.as_str(), "any" | "no" | "possible" | "potential" | "hypothetical" | "every")
    })
}

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter(|t| is_meeting(reading, *t)).filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, noun: TokenIndex) -> Option<Occasion> {
    if is_open(reading, noun) {
        return None;
    }
    let mut actors = company(reading, noun);
    if actors.is_empty() {
        actors = sat_at(reading, noun);
        if !parties_of(&actors).is_empty() {
            let clause = told_in(reading, noun)?;
            let status = status::of_verb(reading, clause)?;
            return Some(Occasion::new(noun, clause, "meeting/noun").with(actors).in_state(status));
        }
    }
    if !parties_of(&actors).is_empty() {
        actors.extend(host_of(reading, noun));
        actors.extend(speaker_at(reading, noun));
    }
    let verb = takes_place(reading, noun);
    actors.extend(verb.map(|verb| met::company(reading, verb)).unwrap_or_default());
    let known = verb.is_some()
        || goes_on(reading, noun)
        || mediated::is_convened(reading, noun)
        || called::is_called(reading, noun)
        || diplomatic::names(reading, noun);
    if parties_of(&actors).is_empty() && !known {
        return None;
    }
    if let Some(verb) = verb {
        let status = status::of_verb(reading, verb)?;
        return Some(Occasion::new(noun, verb, "meeting/noun").with(actors).in_state(status));
    }
    let status = status::of_noun(reading, noun)?;
    let clause = reading.tree.clause_of(noun);
    Some(Occasion::new(noun, clause, "meeting/noun").with(actors).in_state(status))
}

/// "ministers of A and B discussed C at a meeting in D": those who discussed.
fn sat_at(reading: &Reading, noun: TokenIndex) -> Vec<Actor> {
    let tree = &reading.tree;
    let beside =
        matches!(tree.preposition(noun).as_str(), "at" | "during" | "in" | "after" | "following");
    let indefinite = tree
        .children(noun)
        .iter()
        .any(|c| matches!(tree.form(*c).to_lowercase().as_str(), "a" | "their" | "an"))
        || tree.preposition(noun) == "during" && tree.child(noun, Role::Determiner).is_none();
    if !beside || !indefinite {
        return Vec::new();
    }
    told_in(reading, noun).map(|clause| met::subject_side(reading, clause)).unwrap_or_default()
}

/// The nearest finite verb in the past above a noun.
fn told_in(reading: &Reading, noun: TokenIndex) -> Option<TokenIndex> {
    const CLIMB: usize = 4;
    let tree = &reading.tree;
    let mut at = tree.clause_of(noun);
    for _ in 0..CLIMB {
        let subject = tree.children(at).iter().any(|c| tree.role(*c).is_subject());
        if tree.upos(at) == Upos::VERB && subject && tree.doc.tokens[at.at()].past {
            return Some(at);
        }
        at = tree.clause_of(tree.head(at)?);
    }
    None
}

/// "has begun a round of visits, including a meeting with B in C last month": who had it.
///
/// Only with a time in the past, and never under a verb that keeps the meeting from being held.
fn host_of(reading: &Reading, noun: TokenIndex) -> Vec<Actor> {
    const KEPT_OPEN: [&str; 12] = [
        "cancel", "postpone", "reject", "refuse", "want", "seek", "propose", "call", "demand",
        "urge", "offer", "request",
    ];
    let tree = &reading.tree;
    let clause = tree.clause_of(noun);
    let with = noun.0 + 1 < tree.sentence(noun).tokens.end.0
        && tree.form(TokenIndex(noun.0 + 1)).eq_ignore_ascii_case("with");
    let owned = tree.child(noun, Role::Possessive).is_some();
    let verb = tree.upos(clause) == Upos::VERB;
    let told = with && !owned && verb && !is_state(reading, noun) && status::is_past(reading, noun);
    if !told || KEPT_OPEN.contains(&tree.lemma(clause)) {
        return Vec::new();
    }
    tree.subject(clause).map(|s| seat::side(reading, s)).unwrap_or_default()
}

/// "During a meeting with B in Z on Monday, A said …": who said it there.
fn speaker_at(reading: &Reading, noun: TokenIndex) -> Vec<Actor> {
    let tree = &reading.tree;
    let during =
        matches!(tree.preposition(noun).as_str(), "in" | "during" | "at" | "after" | "following");
    let with = link_behind(reading, noun).is_some_and(|link| tree.form(link) == "with");
    let clause = tree.clause_of(noun);
    let was = tree.auxiliaries(clause).iter().any(|a| matches!(a.as_str(), "was" | "were"));
    let told = (tree.doc.tokens[clause.at()].past || was) && tree.modal(clause).is_none();
    if !(during && with && told)
        || is_state(reading, noun)
        || tree.child(noun, Role::Possessive).is_some_and(|p| is_named(reading, p))
    {
        return Vec::new();
    }
    let subject = met::subject_side(reading, clause).into_iter();
    let seated = |a: &Actor| match a.kind {
        ActorKind::Person => a.person.is_some(),
        ActorKind::Outlet | ActorKind::State => false,
        _ => true,
    };
    subject.filter(seated).collect()
}

/// "was in talks with B": a state of things, not one meeting.
fn is_state(reading: &Reading, noun: TokenIndex) -> bool {
    reading.tree.child(noun, Role::Copula).is_some()
}

/// "Smith's meeting", not "his meeting".
fn is_named(reading: &Reading, owner: TokenIndex) -> bool {
    reading.tree.upos(owner) != Upos::PRON
}

/// Those whom the noun itself names.
pub(crate) fn company(reading: &Reading, noun: TokenIndex) -> Vec<Actor> {
    const BY: [&str; 8] =
        ["between", "of", "with", "among", "along with", "together with", "involving", "by"];
    let tree = &reading.tree;
    let mut heads = tree.by_preposition(noun, &BY);
    for inner in tree.children_in(noun, Role::NounClause) {
        // "talks attended by A and B" seats them, "talks mediated by A" does not.
        let seats = matches!(tree.lemma(inner), "attend" | "join");
        let links = if seats { &BY[..] } else { &BY[..BY.len() - 1] };
        heads.extend(tree.by_preposition(inner, links));
    }
    heads.extend(tree.children(noun).iter().copied().filter(|c| {
        matches!(tree.role(*c), Role::Possessive | Role::Compound)
            && reading.actors.at(*c).is_none_or(|a| sits_at_it(reading, a))
    }));
    if let Some(token) = behind(reading, noun) {
        heads.push(token);
    }
    let mut found: Vec<Actor> = paired::states(reading, noun);
    for head in heads {
        for actor in seat::side(reading, head) {
            if !found.iter().any(|f| f.start() == actor.start()) {
                found.push(actor);
            }
        }
    }
    found
}

/// "the Trump-Abe summit", "Syria-Turkey talks": sides; "the Moscow talks", "the Arab League summit": not.
fn sits_at_it(reading: &Reading, actor: &Actor) -> bool {
    let behind = actor.tokens.end;
    let last = behind >= reading.tree.sentence(actor.tokens.start).tokens.end;
    let next = if last { "" } else { reading.tree.form(behind) };
    let before =
        actor.tokens.start.0.checked_sub(1).map_or("", |t| reading.tree.form(TokenIndex(t)));
    let paired =
        matches!(next, "-" | "–") || matches!(before, "-" | "–") || next.starts_with(['\'', '’']);
    paired
        || actor.kind == ActorKind::Person
        || actor.kind != ActorKind::Organization && !actor.place
}

/// "talks between A and B", "meeting on Monday in Z with B" by position, for where the parse has it elsewhere.
fn behind(reading: &Reading, noun: TokenIndex) -> Option<TokenIndex> {
    const REACH: u32 = 4;
    let end = reading.tree.sentence(noun).tokens.end.0;
    let link = link_behind(reading, noun)?;
    (link.0 + 1..(link.0 + REACH).min(end))
        .map(TokenIndex)
        .find(|t| reading.actors.at(*t).is_some_and(|a| a.tokens.start <= *t))
}

/// The *between* or *of* right behind a noun, or the *with* behind its time and place.
fn link_behind(reading: &Reading, noun: TokenIndex) -> Option<TokenIndex> {
    let end = reading.tree.sentence(noun).tokens.end.0;
    let mut at = noun.0 + 1;
    while at < end {
        let token = TokenIndex(at);
        let form = reading.tree.form(token);
        if form == "with" || at == noun.0 + 1 && matches!(form, "between" | "of" | "among") {
            return Some(token);
        }
        at = met::past_adjunct(reading, token)?;
    }
    None
}

/// "the conference concluded on Saturday", "the talks resumed".
fn goes_on(reading: &Reading, noun: TokenIndex) -> bool {
    const STAGES: [&str; 8] =
        ["begin", "start", "open", "conclude", "end", "resume", "convene", "kick"];
    let tree = &reading.tree;
    let clause = tree.head(noun).filter(|_| tree.role(noun).is_subject());
    clause.is_some_and(|verb| STAGES.contains(&tree.lemma(verb)))
}

/// The *take place* or *be held* behind a noun in its sentence.
fn takes_place(reading: &Reading, noun: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let end = tree.sentence(noun).tokens.end.0;
    let hung = |t: &TokenIndex| {
        tree.role(*t) == Role::NounClause
            && tree.head(*t) == Some(noun)
            && matches!(tree.form(*t), "held" | "convened" | "conducted")
    };
    (noun.0 + 1..end).map(TokenIndex).find(|t| {
        let next = TokenIndex((t.0 + 1).min(end - 1));
        let before = TokenIndex(t.0 - 1);
        tree.upos(*t) == Upos::VERB
            && (tree.lemma(*t) == "take" && tree.form(next) == "place"
                || matches!(tree.form(*t), "held" | "convened") && tree.lemma(before) == "be"
                || hung(t))
    })
}
