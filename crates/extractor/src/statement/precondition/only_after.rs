//! "can only come after Turkey agrees to …", "only if", "not until", "on condition that".
//!
//! Fires on:  *only* close before *after, if, when, once*; a negation before *until, before*;
//!            *provided, as long as, on condition, subject to, conditional on, depends on, hinges on*.
//! Silent on: "after" without "only", "until" without negation, "so long", "never conditioned on".

use text::{Role, TokenIndex, TokenRange, Upos};

use super::{Waiting, first, range, scope};
use crate::reading::Reading;
use crate::voice::Speech;

/// The construction in a speech.
pub(crate) fn find(reading: &Reading, speech: &Speech) -> Option<Waiting> {
    let scope = scope(reading, speech);
    only(reading, scope).or_else(|| until(reading, scope)).or_else(|| phrase(reading, scope))
}

fn only(reading: &Reading, scope: TokenRange) -> Option<Waiting> {
    const GAP: u32 = 4;
    let only = first(reading, scope, &["only"])?;
    let reach = TokenRange { start: only, end: TokenIndex((only.0 + GAP).min(scope.end.0)) };
    let link = first(reading, reach, &["after", "if", "when", "once"])?;
    waiting(reading, scope, only, TokenIndex(link.0 + 1))
}

fn until(reading: &Reading, scope: TokenRange) -> Option<Waiting> {
    let link = first(reading, scope, &["until", "till", "before"])?;
    let before = TokenRange { start: scope.start, end: link };
    let negation =
        first(reading, before, &["not", "n't", "no", "never", "nothing", "cannot", "impossible"])?;
    if names_a_time(reading, TokenIndex(link.0 + 1), scope) {
        return None;
    }
    let verb = |t: TokenIndex| {
        let lemma = reading.tree.lemma(t);
        reading.tree.upos(t) == Upos::VERB || VERBS.contains(&lemma)
    };
    let clause = (link.0 + 1..scope.end.0).map(TokenIndex).any(verb);
    (negation < link && clause).then(|| waiting(reading, scope, link, TokenIndex(link.0 + 1)))?
}

/// Words that are no nouns, whatever they are taken for: "until Ethiopia withdraws from".
const VERBS: [&str; 8] =
    ["accept", "agree", "apologise", "cease", "comply", "recognise", "remove", "withdraw"];

/// Links of several words, and how many they are.
const PHRASES: [&[&str]; 14] = [
    &["subject", "to"],
    &["conditional", "on"],
    &["conditional", "upon"],
    &["conditioned", "on"],
    &["contingent", "on"],
    &["contingent", "upon"],
    &["depends", "on"],
    &["depend", "on"],
    &["hinges", "on"],
    &["hinge", "on"],
    &["on", "condition", "that"],
    &["provided", "that"],
    &["as", "long", "as"],
    &["in", "exchange", "for"],
];

fn phrase(reading: &Reading, scope: TokenRange) -> Option<Waiting> {
    for words in PHRASES {
        let length = words.len() as u32;
        let last = scope.end.0.saturating_sub(length);
        for start in scope.start.0..last {
            let here = (0..length).all(|n| {
                reading.tree.form(TokenIndex(start + n)).eq_ignore_ascii_case(words[n as usize])
            });
            let at = TokenIndex(start);
            if !here || is_done(reading, scope, at) || is_denied(reading, scope, at) {
                continue;
            }
            let after = TokenIndex(start + length);
            if at == scope.start {
                return fronted(reading, scope, after);
            }
            return waiting(reading, scope, at, after);
        }
    }
    None
}

/// "was freed in exchange for": it has happened and waits for nothing.
fn is_done(reading: &Reading, scope: TokenRange, link: TokenIndex) -> bool {
    let tree = &reading.tree;
    let verb = (scope.start.0..link.0)
        .rev()
        .map(TokenIndex)
        .find(|t| tree.upos(*t) == Upos::VERB && tree.doc.tokens[t.at()].past);
    let exchange = tree.form(TokenIndex(link.0 + 1)).eq_ignore_ascii_case("exchange");
    exchange && verb.is_some_and(|v| tree.modal(v).is_none())
}

/// "was never conditioned on", "does not depend on": it waits for nothing.
fn is_denied(reading: &Reading, scope: TokenRange, link: TokenIndex) -> bool {
    let tree = &reading.tree;
    let links = ["subject", "conditional", "conditioned", "contingent", "depend", "hinge"];
    let mut before = (scope.start.0..link.0).rev().map(TokenIndex).take(2);
    let not = |t: TokenIndex| matches!(tree.form(t), "not" | "n't" | "n’t" | "never");
    links.contains(&tree.form(link).to_lowercase().as_str()) && before.any(not)
}

/// "Subject to a deal, they have my blessing": A first, B after the comma.
fn fronted(reading: &Reading, scope: TokenRange, after: TokenIndex) -> Option<Waiting> {
    let comma = first(reading, TokenRange { start: after, end: scope.end }, &[","])?;
    let what = range(TokenIndex(comma.0 + 1), scope.end)?;
    Some(Waiting::after(what, range(after, comma)?))
}

/// B stands before the link, without the verb that links it; A behind.
fn waiting(
    reading: &Reading,
    scope: TokenRange,
    link: TokenIndex,
    after: TokenIndex,
) -> Option<Waiting> {
    let depends_on = range(after, scope.end)?;
    let whole = range(scope.start, link)?;
    let what = subject(reading, whole).unwrap_or_else(|| unhelped(reading, whole));
    Some(Waiting::after(what, depends_on))
}

/// The same without the modals and auxiliaries at its end: "any moves … can".
fn unhelped(reading: &Reading, tokens: TokenRange) -> TokenRange {
    let mut end = tokens.end;
    while end.0 > tokens.start.0 + 1 && reading.tree.upos(TokenIndex(end.0 - 1)) == Upos::AUX {
        end = TokenIndex(end.0 - 1);
    }
    TokenRange { start: tokens.start, end }
}

/// "any moves towards normalising ties" of "any moves … can only come": the subject of a thin verb.
fn subject(reading: &Reading, before: TokenRange) -> Option<TokenRange> {
    let tree = &reading.tree;
    let verb = (before.start.0..before.end.0)
        .rev()
        .map(TokenIndex)
        .find(|t| tree.upos(*t) == Upos::VERB)?;
    let thin = matches!(
        tree.lemma(verb),
        "come"
            | "happen"
            | "take"
            | "begin"
            | "start"
            | "be"
            | "proceed"
            | "follow"
            | "depend"
            | "hinge"
    );
    let subject = tree.children(verb).iter().copied().find(|c| tree.role(*c).is_subject())?;
    let tokens = tree.subtree(subject);
    let fits = thin
        && tokens.start >= before.start
        && tokens.end <= before.end
        && tree.role(subject) != Role::Expletive;
    fits.then_some(tokens)
}

/// "until September", "before the end of the year": a limit in time, not a condition.
fn names_a_time(reading: &Reading, at: TokenIndex, scope: TokenRange) -> bool {
    const REACH: u32 = 5;
    let end = scope.end.0.min(at.0 + REACH);
    (at.0..end)
        .map(TokenIndex)
        .take_while(|t| !matches!(reading.tree.upos(*t), Upos::VERB | Upos::AUX))
        .any(|t| {
            let span = reading.doc().tokens[t.at()].span;
            reading.doc().times.iter().any(|time| time.span.overlaps(span))
        })
}
