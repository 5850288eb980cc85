//! "has tied reconciliation to an end of the occupation", "made X a condition for Y", "as a condition for Y".
//!
//! Fires on:  *tie, link, peg, condition* with an object and a phrase with *to* or *on*; *condition* and
//!            *precondition* with *for* or *of*.
//! Silent on: "linked to the group", "tied up", "linked the leader to the attack", "tie their fate to his";
//!            participles that describe a noun.

use text::{Role, TokenIndex, TokenRange, Upos};

use super::{Waiting, below, range, scope};
use crate::reading::Reading;
use crate::voice::Speech;

/// The construction at a verb.
pub(crate) fn at(reading: &Reading, verb: TokenIndex) -> Option<Waiting> {
    let tree = &reading.tree;
    if !matches!(tree.lemma(verb), "tie" | "link" | "peg" | "condition") {
        return None;
    }
    let object = tree.child(verb, Role::Object).filter(|object| is_deed(reading, *object))?;
    let sentence = tree.sentence(verb).tokens;
    let end = tree.subtree(verb).end.min(sentence.end);
    let to = (object.0 + 1..end.0).map(TokenIndex).find(|t| {
        matches!(tree.form(*t), "to" | "on" | "upon")
            && tree.role(*t) == Role::Case
            && governs(reading, *t, verb, object)
    })?;
    tree.head(to).filter(|noun| is_deed(reading, *noun))?;
    let what = range(below(reading, object, sentence).start, to)?;
    Some(Waiting::after(what, range(TokenIndex(to.0 + 1), end)?))
}

/// Neither somebody nor a pronoun: what can wait or be waited for.
fn is_deed(reading: &Reading, noun: TokenIndex) -> bool {
    reading.actors.at(noun).is_none() && reading.tree.upos(noun) != Upos::PRON
}

/// The preposition's noun hangs on the verb, or on its object last of all.
fn governs(reading: &Reading, to: TokenIndex, verb: TokenIndex, object: TokenIndex) -> bool {
    let tree = &reading.tree;
    let head = tree.head(to).and_then(|noun| tree.head(noun));
    head == Some(verb) || head == Some(object)
}

/// The construction in what somebody says.
pub(crate) fn in_speech(reading: &Reading, speech: &Speech) -> Option<Waiting> {
    let scope = scope(reading, speech);
    let tokens = || (scope.start.0..scope.end.0).map(TokenIndex);
    tokens()
        .filter(|t| reading.tree.upos(*t) == Upos::VERB)
        .find_map(|t| at(reading, t))
        .or_else(|| tokens().find_map(|t| condition(reading, t, scope)))
}

/// "… as a condition for denuclearisation", "a condition that must be met for talks to begin".
fn condition(reading: &Reading, noun: TokenIndex, scope: TokenRange) -> Option<Waiting> {
    let tree = &reading.tree;
    if !matches!(tree.lemma(noun), "condition" | "precondition" | "prerequisite") {
        return None;
    }
    let article = |t: TokenIndex| matches!(tree.form(t), "a" | "A" | "the" | "one");
    let before = noun.0.checked_sub(1).map(TokenIndex);
    let single =
        tree.children_in(noun, Role::Determiner).any(article) || before.is_some_and(article);
    let named = tree.lemma(noun) != "condition" || single && !tree.form(noun).ends_with('s');
    if !named || given_up(reading, scope, noun) {
        return None;
    }
    let after = (noun.0 + 1..scope.end.0).map(TokenIndex);
    let link = after.into_iter().find(|t| matches!(tree.form(*t), "for" | "of" | "to"))?;
    let what = range(TokenIndex(link.0 + 1), scope.end)?;
    let end = if is_spelled_out(reading, noun, link) { link } else { noun };
    Some(Waiting::after(what, range(scope.start, end)?))
}

/// "drop the demand for … as a condition": it is one no longer.
fn given_up(reading: &Reading, scope: TokenRange, noun: TokenIndex) -> bool {
    let tree = &reading.tree;
    (scope.start.0..noun.0).map(TokenIndex).any(|t| {
        matches!(tree.lemma(t), "drop" | "abandon" | "waive" | "lift" | "scrap" | "relinquish")
            || tree.form(t) == "longer"
    })
}

/// "a condition that must be met for talks": a clause on the noun says how it is fulfilled.
fn is_spelled_out(reading: &Reading, noun: TokenIndex, link: TokenIndex) -> bool {
    let within = (noun.0 + 1..link.0).map(TokenIndex);
    within.into_iter().any(|t| matches!(reading.tree.upos(t), Upos::VERB | Upos::AUX))
}
