//! A verb that is itself the act, with what hangs on it: "demands the full withdrawal of …".

use text::{Role, TokenIndex, TokenRange, Upos};

use super::ContentForm;
use super::content::condition_follows;
use super::piece::{Piece, piece};
use crate::reading::Reading;

/// The verb with all that hangs on it to the right: "demands the full withdrawal of …".
pub(crate) fn phrase(reading: &Reading, verb: TokenIndex, form: ContentForm) -> Option<Piece> {
    let tree = &reading.tree;
    let joined = |c: &TokenIndex| {
        tree.role(*c) == Role::Conjunct
            && tree.children(*c).iter().any(|s| tree.role(*s).is_subject())
    };
    let below = tree.children(verb).iter().copied().filter(|c| *c > verb);
    let end = below
        .take_while(|c| !joined(c))
        .map(|c| tree.subtree(c).end)
        .max()
        .unwrap_or(TokenIndex(verb.0 + 1));
    let content = tree
        .child(verb, Role::OpenComplement)
        .or_else(|| tree.children_in(verb, Role::Object).find(|c| *c > verb))
        .or(tree.child(verb, Role::Object))
        .or_else(|| tree.children_in(verb, Role::Oblique).find(|c| *c > verb))
        .or_else(|| tree.children_in(verb, Role::AdverbialClause).find(|c| *c > verb))?;
    let end = before_an_aside(reading, TokenRange { start: verb, end });
    let start = gap(reading, verb, content).unwrap_or(verb);
    let found = piece(reading, TokenRange { start, end }, content, form)?;
    (found.tokens.end.0 - found.tokens.start.0 >= 3).then_some(found)
}

/// "the issue that Muscat promised to raise": the noun that the relative clause takes up as its object.
fn gap(reading: &Reading, verb: TokenIndex, content: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let taken = |v: TokenIndex| tree.children_in(v, Role::Object).any(|o| o > verb);
    let speaker = tree.children_in(verb, Role::Subject).next();
    let relative = |s: TokenIndex| matches!(tree.form(s), "who" | "which" | "that");
    let open = !taken(verb) && !taken(content) && speaker.is_some_and(|s| !relative(s));
    described(reading, verb).filter(|_| open)
}

/// Where the noun begins that a cue in a relative clause says something of.
pub(super) fn described(reading: &Reading, cue: TokenIndex) -> Option<TokenIndex> {
    let tree = &reading.tree;
    let noun = tree.head(cue).filter(|n| tree.role(cue) == Role::RelativeClause && *n < cue)?;
    let own = |c: &&TokenIndex| {
        use Role::*;
        matches!(tree.role(**c), Determiner | AdjectiveModifier | Compound | Number | Possessive)
    };
    let before = tree.children(noun).iter().filter(own).map(|c| tree.subtree(*c).start);
    let start = before.min().unwrap_or(noun).min(noun);
    let article = start.0.checked_sub(1).map(TokenIndex);
    let article = article.filter(|t| matches!(tree.form(*t), "a" | "an" | "the"));
    Some(article.unwrap_or(start))
}

/// Up to ", as part of", ", which": a comma and then no further member of a list.
fn before_an_aside(reading: &Reading, tokens: TokenRange) -> TokenIndex {
    let tree = &reading.tree;
    let aside = |t: TokenIndex| {
        let next = TokenIndex(t.0 + 1);
        tree.form(t) == ","
            && next < tokens.end
            && (matches!(tree.upos(next), Upos::ADP | Upos::SCONJ)
                || speaker_follows(reading, next, tokens.end)
                || apposition(reading, next, tokens.end)
                || matches!(tree.form(next), "which" | "who" | "where" | "when" | "whose"))
            && !condition_follows(reading, t)
    };
    (tokens.start.0..tokens.end.0).map(TokenIndex).find(|t| aside(*t)).unwrap_or(tokens.end)
}

/// ", a longstanding demand of theirs": what the writer adds.
fn apposition(reading: &Reading, at: TokenIndex, end: TokenIndex) -> bool {
    let tree = &reading.tree;
    const REACH: u32 = 5;
    let added = |t: TokenIndex| {
        tree.role(t) == Role::Apposition && tree.head(t).is_some_and(|noun| noun < at)
    };
    matches!(tree.form(at), "a" | "an")
        && (at.0 + 1..end.0.min(at.0 + REACH)).map(TokenIndex).any(added)
}

/// ", the ministry said": the words of the clause end before it.
fn speaker_follows(reading: &Reading, at: TokenIndex, end: TokenIndex) -> bool {
    let Some(actor) = (at.0..(at.0 + 2).min(end.0)).find_map(|t| reading.actors.at(TokenIndex(t)))
    else {
        return false;
    };
    let verb = actor.tokens.end;
    verb < end
        && matches!(
            reading.tree.lemma(verb),
            "say" | "add" | "tell" | "report" | "note" | "state" | "announce"
        )
}
