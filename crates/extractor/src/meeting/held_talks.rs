//! A meeting told with a verb and a noun: "X and Y held talks", "X began meetings with Y".
//!
//! Fires on:  *hold, begin, start, open, conclude, conduct, have, chair, attend, resume, finish, complete* with a noun
//!            of meeting as object, or in the passive.
//! Silent on: "held a press conference", "called for talks", "have talks" in the future without a date.

use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, status};
use crate::reading::Reading;

/// Verbs under which the meeting takes place.
const HOLDING: [&str; 20] = [
    "chair", "launch", "hold", "begin", "start", "open", "conclude", "conduct", "have", "attend",
    "finish", "complete", "resume", "join", "wrap", "kick", "convene", "co-host", "cohost",
    "co-chair",
];

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    let holds = HOLDING.contains(&tree.lemma(verb)) || engaged_in(reading, verb).is_some();
    if tree.upos(verb) != Upos::VERB || !holds {
        return None;
    }
    let object = tree
        .children_in(verb, Role::Object)
        .find(|o| noun::is_meeting(reading, *o))
        .or_else(|| engaged_in(reading, verb))
        .or_else(|| behind(reading, verb))
        .or_else(|| in_front(reading, verb))?;
    if noun::is_open(reading, object) {
        return None;
    }
    let status = status::of_verb(reading, verb)?;
    let mut actors = met::subject_side(reading, verb);
    actors.extend(noun::company(reading, object));
    actors.extend(met::company(reading, verb));
    Some(Occasion::new(object, verb, "meeting/held-talks").with(actors).in_state(status))
}

/// "engaged in talks", "entered into consultations".
fn engaged_in(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let engages = matches!(tree.lemma(verb), "engage" | "enter" | "participate");
    let inside = tree.by_preposition(verb, &["in", "into"]).into_iter().filter(|_| engages);
    inside.into_iter().find(|n| noun::is_meeting(reading, *n))
}

/// "görüşme yaptı": the noun right before the verb, in a language whose verbs stand last.
fn in_front(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    let before = verb.0.checked_sub(1).map(TokenIndex)?;
    let same = reading.tree.sentence_index(before) == reading.tree.sentence_index(verb);
    let last = reading.lexicon.language() != "en";
    (last && same && noun::is_meeting(reading, before)).then_some(before)
}

/// "held a four-party meeting": the noun right behind, for where the parse lost it.
fn behind(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    const REACH: u32 = 9;
    let end = reading.tree.sentence(verb).tokens.end.0;
    for t in (verb.0 + 1..(verb.0 + REACH).min(end)).map(TokenIndex) {
        if noun::is_meeting(reading, t) {
            return Some(t);
        }
        let timed = met::past_adjunct(reading, t).is_some() && reading.actors.at(t).is_none();
        let of_many = reading.tree.form(t) == "of" && counts(reading, TokenIndex(t.0 - 1));
        let describes = timed
            || of_many
            || matches!(
                reading.tree.upos(t),
                Upos::DET | Upos::ADJ | Upos::NUM | Upos::NOUN | Upos::PUNCT | Upos::PROPN
            );
        if !describes || reading.tree.form(t) == "," {
            return None;
        }
    }
    None
}

/// "a series of meetings", "a round of talks".
fn counts(reading: &Reading, token: TokenIndex) -> bool {
    matches!(reading.tree.lemma(token), "series" | "round" | "string" | "number" | "set")
}
