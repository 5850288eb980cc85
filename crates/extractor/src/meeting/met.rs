//! A meeting told with a verb of meeting: "X met Y in Z", "ministers of A and B convened".
//!
//! Fires on:  *meet, convene, gather, confer, sit down* with two parties as subject, or with one as subject and
//!            the other as object or after *with*.
//! Silent on: "met the deadline", "met with criticism", negations, conditions, mere wishes.
//! Claims:    `Content::Meeting`. See PLOVER CONSULT.

use record::Status;
use text::{Role, TokenIndex, Upos};

use super::seat::{is_place, side};
use super::{Occasion, noun, remote, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// Prepositions before further company.
pub(crate) const COMPANY: [&str; 6] =
    ["with", "along with", "together with", "alongside", "as well as", "between"];

/// Nouns for those who are met.
const PEOPLE: [&str; 17] = [
    "counterpart",
    "leader",
    "official",
    "minister",
    "delegation",
    "member",
    "representative",
    "figure",
    "envoy",
    "ambassador",
    "diplomat",
    "commander",
    "negotiator",
    "mediator",
    "head",
    "politician",
    "lawmaker",
];

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter(|t| tells(reading, *t)).filter_map(|t| at(reading, t)).collect()
}

fn tells(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    tree.upos(token) == Upos::VERB
        && matches!(tree.lemma(token), "meet" | "convene" | "confer" | "gather" | "sit")
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    if meets_a_thing(reading, verb) {
        return None;
    }
    let status = status::of_verb(reading, verb)?;
    let mut actors = subject_side(reading, verb);
    let whole = parties_of(&actors).len() > 1;
    actors.extend(if whole { company_said(reading, verb) } else { other_side(reading, verb) });
    let occasion = Occasion::new(verb, verb, "meeting/met").with(actors).in_state(status);
    let wired = status == Status::Held && remote::meets_by_wire(reading, verb);
    Some(if wired { occasion.by_wire() } else { occasion })
}

/// "met the deadline", "met the demand": an object that is nobody, and no company.
fn meets_a_thing(reading: &Reading, verb: TokenIndex) -> bool {
    let tree = &reading.tree;
    let nobody = |o: TokenIndex| {
        reading.actors.at(o).is_none()
            && !noun::is_meeting(reading, o)
            && tree.upos(o) == Upos::NOUN
            && !PEOPLE.contains(&tree.lemma(o))
    };
    tree.children_in(verb, Role::Object).next().is_some_and(nobody)
        && tree.by_preposition(verb, &COMPANY).is_empty()
}

/// The subject's actors, by the parse or, where it has none, by standing before the verb.
pub(crate) fn subject_side(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let tree = &reading.tree;
    let subject = tree.subject(verb);
    let mut parsed: Vec<Actor> = subject.map(|s| side(reading, s)).unwrap_or_default();
    for second in tree.children_in(verb, Role::Subject).filter(|s| Some(*s) != subject) {
        parsed.extend(side(reading, second));
    }
    match reading.lexicon.language() {
        _ if !parsed.is_empty() => parsed,
        "en" => before(reading, verb),
        _ => unmarked(reading, verb),
    }
}

/// Where endings tell who does what: the first in the clause before the verb that has none.
fn unmarked(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let plain = |actor: &&Actor| {
        reading.tree.postposition(actor.tokens).is_none() && clear(reading, actor.tokens.end, verb)
    };
    let start = reading.tree.sentence(verb).tokens.start.at();
    let first = reading.actors.within(start, verb.at()).find(plain);
    first.map(|actor| side(reading, actor.tokens.start)).unwrap_or_default()
}

fn before(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let mut at = verb.0;
    while at > 0 {
        at -= 1;
        let token = TokenIndex(at);
        if reading.tree.sentence_index(token) != reading.tree.sentence_index(verb) {
            return Vec::new();
        }
        if reading.actors.at(token).is_some() {
            return side(reading, token);
        }
        let idle =
            matches!(reading.tree.upos(token), Upos::AUX | Upos::ADV | Upos::PART | Upos::PUNCT);
        if !idle {
            return Vec::new();
        }
    }
    Vec::new()
}

/// Those after *with* and its like.
pub(crate) fn company(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let mut heads = reading.tree.by_preposition(verb, &COMPANY);
    heads.extend(along_with(reading, verb));
    heads.extend(postposed(reading, verb));
    heads.into_iter().flat_map(|head| side(reading, head)).collect()
}

/// "B ile" in "A, B ile görüştü": those whose postposition or ending is *with*, in the clause before the
/// verb.
fn postposed(reading: &Reading, verb: TokenIndex) -> Vec<TokenIndex> {
    let with = |actor: &&Actor| {
        let behind = reading.tree.postposition(actor.tokens);
        behind.is_some_and(|behind| COMPANY.contains(&behind))
            && clear(reading, actor.tokens.end, verb)
    };
    let start = reading.tree.sentence(verb).tokens.start.at();
    reading.actors.within(start, verb.at()).filter(with).map(|a| a.tokens.start).collect()
}

/// True if no other finite verb stands between a word and the verb.
pub(crate) fn clear(reading: &Reading, from: TokenIndex, verb: TokenIndex) -> bool {
    let finite = |t: TokenIndex| {
        let token = &reading.doc().tokens[t.at()];
        token.upos == Upos::VERB && (token.past || token.inflection.future)
    };
    !(from.0..verb.0).map(TokenIndex).any(finite)
}

/// Objects and company of the verb, also where the parse has lost them.
pub(crate) fn other_side(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let mut heads = told(reading, verb);
    if heads.iter().all(|h| reading.actors.at(*h).is_none()) {
        heads.extend(next_actor(reading, verb).or_else(|| far_company(reading, verb)));
    }
    sides(reading, verb, heads)
}

/// Those by the parse alone: where both sides are told before the verb, whoever stands behind need not be there.
fn company_said(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    sides(reading, verb, told(reading, verb))
}

fn told(reading: &Reading, verb: TokenIndex) -> Vec<TokenIndex> {
    let tree = &reading.tree;
    let mut heads: Vec<TokenIndex> = tree.children_in(verb, Role::Object).collect();
    heads.extend(tree.by_preposition(verb, &COMPANY));
    heads
}

fn sides(reading: &Reading, verb: TokenIndex, mut heads: Vec<TokenIndex>) -> Vec<Actor> {
    heads.extend(along_with(reading, verb));
    heads.extend(postposed(reading, verb));
    let mut found: Vec<Actor> = Vec::new();
    for head in heads {
        for actor in side(reading, head) {
            if !found.iter().any(|f| f.start() == actor.start()) {
                found.push(actor);
            }
        }
    }
    found
}

/// "met Y in Z along with W": W, by position.
fn along_with(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let end = tree.sentence(verb).tokens.end.0;
    (verb.0 + 1..end.saturating_sub(2)).map(TokenIndex).find_map(|t| {
        let joins = matches!(tree.form(t), "along" | "together")
            && tree.form(TokenIndex(t.0 + 1)) == "with";
        joins.then(|| {
            (t.0 + 2..(t.0 + 4).min(end)).map(TokenIndex).find(|t| reading.actors.at(*t).is_some())
        })?
    })
}

/// "met (with) Y", "met on Monday in Z with Y": the actor behind, for where the parse lost the object. Behind a time or
/// a place only after *with*: in "met in Z, the ministry said" nobody met the ministry.
fn next_actor(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    const CLOSE: [&str; 7] = ["with", "the", "both", "separately", "also", "briefly", "again"];
    let end = reading.tree.sentence(verb).tokens.end.0;
    let mut at = verb.0 + 1;
    let mut close = true;
    while at < end {
        let token = TokenIndex(at);
        if let Some(actor) = reading.actors.at(token)
            && !is_place(reading, actor)
        {
            return close.then_some(token);
        }
        let form = reading.tree.form(token);
        close = form == "with" || close && CLOSE.contains(&form);
        at = past_adjunct(reading, token)?;
    }
    None
}

/// "met on the sidelines of the assembly with B": the person or delegation behind the first *with*, before any verb.
fn far_company(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let end = tree.sentence(verb).tokens.end.0;
    let clause = (verb.0 + 1..end).map(TokenIndex).take_while(|t| tree.upos(*t) != Upos::VERB);
    let with = clause.into_iter().find(|t| tree.form(*t) == "with")?;
    let first = TokenIndex(with.0 + 1);
    let actor = (first.0 < end).then(|| reading.actors.at(first)).flatten()?;
    (actor.level().is_some() || actor.person.is_some()).then_some(first)
}

/// Past one word of a time or place that stands between the verb and its company.
pub(crate) fn past_adjunct(reading: &Reading, token: TokenIndex) -> Option<u32> {
    const IDLE: [&str; 12] = [
        "with",
        "the",
        ",",
        "both",
        "on",
        "in",
        "at",
        "here",
        "separately",
        "also",
        "briefly",
        "again",
    ];
    if let Some(place) = reading.actors.at(token) {
        return Some(place.tokens.end.0);
    }
    let span = reading.doc().tokens[token.at()].span;
    let timed = reading.doc().times.iter().any(|t| t.span.overlaps(span));
    let idle = IDLE.contains(&reading.tree.form(token));
    if timed || idle {
        return Some(token.0 + 1);
    }
    let city = reading.lexicon.find(&[reading.tree.form(token)])?;
    city.entries.iter().any(|e| matches!(e, lexicon::Entry::City(_))).then_some(token.0 + 1)
}
