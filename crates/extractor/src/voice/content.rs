//! Where the words of a voice begin and end.

use record::Manner;
use text::{Role, TokenIndex, TokenRange, Upos};

use super::ContentForm;
use super::phrase::described;
use super::piece::{Piece, piece};
use crate::reading::Reading;

/// Content cut into what is said at a time: sentence by sentence, and where a clause with a subject of
/// its own is joined.
pub(crate) fn pieces(reading: &Reading, content: &[TokenRange], cue: TokenIndex) -> Vec<Piece> {
    let (whole, head) = match content {
        [before, after] => interrupted(reading, *before, *after, cue),
        [only] => relative(reading, *only, cue),
        _ => None,
    }
    .unzip();
    if let (Some(whole), Some(head)) = (whole, head) {
        return piece(reading, whole, head, ContentForm::Clause).into_iter().collect();
    }
    let parts = content.iter().flat_map(|range| by_sentence(reading, *range));
    parts.flat_map(|part| in_sentence(reading, part, cue)).collect()
}

/// "The goal, he said, is peace": neither half says anything without the other.
fn interrupted(
    reading: &Reading,
    before: TokenRange,
    after: TokenRange,
    cue: TokenIndex,
) -> Option<(TokenRange, TokenIndex)> {
    let tree = &reading.tree;
    let here = tree.sentence(cue).tokens;
    let around = here.contains(before.start) && here.contains(after.start) && after.start > cue;
    let halves = around && !says_something(reading, before);
    let whole = TokenRange { start: before.start, end: after.end.min(here.end) };
    halves.then(|| (whole, predicate(reading, after)))
}

/// "a condition that diplomats have said must be met": what is said of the noun before belongs to it.
fn relative(
    reading: &Reading,
    clause: TokenRange,
    cue: TokenIndex,
) -> Option<(TokenRange, TokenIndex)> {
    let tree = &reading.tree;
    let start = described(reading, cue)?;
    let head = predicate(reading, clause);
    let own = tree.children(head).iter().any(|c| tree.role(*c).is_subject() && clause.contains(*c));
    (!own && clause.start > cue).then_some((TokenRange { start, end: clause.end }, head))
}

fn by_sentence(reading: &Reading, range: TokenRange) -> Vec<TokenRange> {
    let sentences = reading.doc().sentences.iter().map(|s| s.tokens);
    sentences
        .map(|s| TokenRange { start: s.start.max(range.start), end: s.end.min(range.end) })
        .filter(|part| part.start < part.end)
        .collect()
}

fn in_sentence(reading: &Reading, part: TokenRange, cue: TokenIndex) -> Vec<Piece> {
    if let Some(inner) = quoted_whole(reading, part) {
        return quotation_piece(reading, inner).into_iter().collect();
    }
    let verbal = |t: u32| matches!(reading.tree.upos(TokenIndex(t)), Upos::VERB | Upos::AUX);
    if !(part.start.0..part.end.0).any(verbal) {
        return Vec::new();
    }
    let head = predicate(reading, part);
    let reach = if part.start > cue {
        let end = reading.tree.subtree(head).end.min(part.end);
        to_the_stop(reading, TokenRange { start: part.start, end }, cue).end.min(part.end)
    } else {
        part.end
    };
    split(
        reading,
        head,
        TokenRange { start: part.start, end: reach.max(TokenIndex(part.start.0 + 1)) },
    )
}

/// The words of a part that is all quotation, without the marks.
fn quoted_whole(reading: &Reading, part: TokenRange) -> Option<TokenRange> {
    let span = reading.tree.trimmed(part)?;
    let quotation = reading.doc().quotations.iter().find(|q| q.outer.contains(span))?;
    reading.tokens_in(quotation.inner, reading.tree.bytes(part))
}

/// The verb on which the rest of a part hangs.
fn predicate(reading: &Reading, part: TokenRange) -> TokenIndex {
    let tree = &reading.tree;
    let outside = |t: &TokenIndex| tree.head(*t).is_none_or(|h| !part.contains(h));
    let verbal = |t: &TokenIndex| {
        tree.upos(*t) == Upos::VERB || tree.children(*t).iter().any(|c| tree.role(*c).is_subject())
    };
    let all = (part.start.0..part.end.0).map(TokenIndex);
    all.filter(outside).find(verbal).unwrap_or_else(|| reading.top(part))
}

/// A complement clause, cut where a further clause with its own subject is joined to it.
pub(crate) fn clauses(reading: &Reading, head: TokenIndex, cue: TokenIndex) -> Vec<Piece> {
    let whole = to_the_stop(reading, without(reading.tree.subtree(head), cue), cue);
    split(reading, head, whole)
}

fn split(reading: &Reading, head: TokenIndex, whole: TokenRange) -> Vec<Piece> {
    let tree = &reading.tree;
    let own_subject = |c: &TokenIndex| {
        whole.contains(*c) && tree.children(*c).iter().any(|s| tree.role(*s).is_subject())
    };
    let mut heads = vec![head];
    heads.extend(tree.children_in(head, Role::Conjunct).filter(own_subject));
    let starts: Vec<TokenIndex> = heads
        .iter()
        .map(|h| if *h == head { whole.start } else { tree.subtree(*h).start.max(whole.start) })
        .collect();
    let mut pieces = Vec::new();
    for (head, start) in heads.iter().zip(&starts) {
        let next = starts.iter().copied().filter(|other| other > start).min();
        let tokens = TokenRange { start: *start, end: next.unwrap_or(whole.end) };
        pieces.extend(piece(reading, tokens, *head, ContentForm::Clause));
    }
    pieces
}

/// The same up to the next comma or the sentence's end, for where the parse lost a tail.
fn to_the_stop(reading: &Reading, tokens: TokenRange, cue: TokenIndex) -> TokenRange {
    let end = reading.tree.sentence(cue).tokens.end;
    if tokens.start < cue {
        return tokens;
    }
    let stop = |t: &u32| {
        let form = reading.tree.form(TokenIndex(*t));
        if form == "," && condition_follows(reading, TokenIndex(*t)) {
            return false;
        }
        matches!(form, "," | ";" | ":" | "—" | "–" | "(") || crate::tree::is_quote(form)
    };
    let reach = (tokens.end.0..end.0).find(stop).unwrap_or(end.0);
    TokenRange { start: tokens.start, end: TokenIndex(reach) }
}

/// ", but only if", ", unless": what follows still belongs to what is said.
pub(super) fn condition_follows(reading: &Reading, comma: TokenIndex) -> bool {
    let end = reading.tree.sentence(comma).tokens.end;
    let word =
        |n: u32| if comma.0 + n < end.0 { reading.tree.form(TokenIndex(comma.0 + n)) } else { "" };
    let first = if word(1) == "but" { 2 } else { 1 };
    matches!(word(first), "unless" | "until" | "provided" | "if")
        || word(first) == "only" && matches!(word(first + 1), "if" | "after" | "when" | "once")
}

/// The side of a clause's tokens that its cue does not stand in.
fn without(tokens: TokenRange, cue: TokenIndex) -> TokenRange {
    if !tokens.contains(cue) {
        return tokens;
    }
    if cue.0 - tokens.start.0 >= tokens.end.0 - cue.0 {
        TokenRange { start: tokens.start, end: cue }
    } else {
        TokenRange { start: TokenIndex(cue.0 + 1), end: tokens.end }
    }
}

/// The quotations in the cue's sentence that the cue does not stand in.
pub(crate) fn quoted_beside(reading: &Reading, cue: TokenIndex) -> Vec<Piece> {
    let sentence = reading.tree.sentence(cue);
    let at = reading.doc().tokens[cue.at()].span;
    let quotations = reading.doc().quotations.iter();
    quotations
        .filter(|q| sentence.span.overlaps(q.inner) && !q.outer.contains(at))
        .filter_map(|q| reading.tokens_in(q.inner, sentence.span))
        .filter(|tokens| says_something(reading, *tokens))
        .filter_map(|tokens| quotation_piece(reading, tokens))
        .collect()
}

/// A finite verb: an auxiliary, or a verb with its subject.
pub(super) fn says_something(reading: &Reading, tokens: TokenRange) -> bool {
    let tree = &reading.tree;
    (tokens.start.0..tokens.end.0).map(TokenIndex).any(|t| {
        tree.upos(t) == Upos::AUX
            || tree.upos(t) == Upos::VERB
                && tree.children(t).iter().any(|c| tree.role(*c).is_subject())
    })
}

/// Fewer quoted words than this are a term, not a statement.
const SHORTEST_QUOTATION: usize = 4;

fn quotation_piece(reading: &Reading, tokens: TokenRange) -> Option<Piece> {
    let span = reading.tree.trimmed(tokens)?;
    let enough = reading.doc().words(span).split_whitespace().count() >= SHORTEST_QUOTATION;
    let head = predicate(reading, tokens);
    enough.then_some(Piece {
        span,
        tokens,
        head,
        manner: Manner::Verbatim,
        form: ContentForm::Clause,
    })
}

/// "The talks were useful, the minister said": the clause that the cue is put beside.
pub(crate) fn host(reading: &Reading, cue: TokenIndex) -> Option<Piece> {
    let tree = &reading.tree;
    if tree.role(cue) != Role::Parataxis {
        return None;
    }
    let head = tree.head(cue)?;
    let sentence = tree.sentence(cue).tokens;
    let inner = tree.subtree(cue);
    let tokens = if inner.start > head {
        TokenRange { start: sentence.start, end: inner.start }
    } else {
        TokenRange { start: inner.end, end: sentence.end }
    };
    tokens.contains(head).then(|| piece(reading, tokens, head, ContentForm::Clause))?
}
