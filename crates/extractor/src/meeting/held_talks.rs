//! A meeting told with a verb and a noun: "X and Y held talks", "X began meetings with Y".
//!
//! Fires on:  *hold, begin, start, open, conclude, conduct, have, attend, resume, finish, complete* with a noun
//!            of meeting as object, or in the passive.
//! Silent on: "held a press conference", "called for talks", "have talks" in the future without a date.

use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, status};
use crate::reading::Reading;

/// Verbs under which the meeting takes place.
const HOLDING: [&str; 14] = [
    "hold", "begin", "start", "open", "conclude", "conduct", "have", "attend", "finish", "complete",
    "resume", "join", "wrap", "kick",
];

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = (0..reading.doc().tokens.len() as u32).map(TokenIndex);
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB || !HOLDING.contains(&tree.lemma(verb)) {
        return None;
    }
    let object = tree.children_in(verb, Role::Object).find(|o| noun::is_meeting(reading, *o))?;
    if noun::is_open(reading, object) {
        return None;
    }
    let status = status::of_verb(reading, verb)?;
    let mut actors = met::subject_side(reading, verb);
    actors.extend(noun::company(reading, object));
    actors.extend(met::other_side(reading, verb));
    Some(Occasion::new(object, verb, "meeting/held-talks").with(actors).in_state(status))
}
