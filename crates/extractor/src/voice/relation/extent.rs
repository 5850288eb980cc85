//! How far content reaches.

use text::{Quotation, Role, Span, TokenIndex, TokenRange, Upos};

use crate::tree::{Tree, is_quote};

/// How far content goes where the parse says nothing else.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Reaching {
    /// To the next comma: an object, an infinitive.
    Stop,
    /// To the sentence's end: a clause.
    Sentence,
}

/// From a word behind the cue to where the cue's clause ends: what hangs on the cue to its right,
/// up to a further clause that is joined to the cue itself.
pub(super) fn onward(
    tree: &Tree,
    cue: TokenIndex,
    start: TokenIndex,
    reaching: Reaching,
) -> TokenRange {
    let sentence = tree.sentence(cue).tokens;
    let limit = joined(tree, cue, start).unwrap_or(sentence.end);
    let word = |c: &&TokenIndex| tree.upos(**c) != Upos::PUNCT;
    let below = tree.children(cue).iter().filter(|c| **c >= start && **c < limit).filter(word);
    let reach = below.map(|c| tree.subtree(*c).end.min(limit)).max();
    let reach = reach.unwrap_or(start).max(TokenIndex(start.0 + 1)).min(sentence.end);
    let stop = |t: &u32| closes(tree, TokenIndex(*t));
    let end = match reaching {
        Reaching::Stop => (reach.0..limit.0).find(stop).unwrap_or(limit.0),
        Reaching::Sentence => limit.0,
    };
    quoted(tree, cue, trimmed(tree, TokenRange { start, end: TokenIndex(end) }))
}

/// Where a clause starts that is joined to the cue, not to its content: ", adding that", "and said".
fn joined(tree: &Tree, cue: TokenIndex, start: TokenIndex) -> Option<TokenIndex> {
    let after_comma = |c: TokenIndex| {
        let first = tree.subtree(c).start;
        first.0 > 0 && tree.form(TokenIndex(first.0 - 1)) == ","
    };
    let ends = |c: &TokenIndex| match tree.role(*c) {
        Role::Conjunct => goes_on(tree, cue, *c),
        Role::Parataxis => true,
        Role::AdverbialClause => after_comma(*c),
        _ => false,
    };
    let quoted =
        |c: TokenIndex| quotation_at(tree, c).is_some() && quotation_at(tree, cue).is_none();
    let after = tree.children(cue).iter().copied().filter(|c| *c > start && !quoted(*c));
    let first = after.into_iter().find(ends);
    let begins = first.map(|first| tree.subtree(first).start);
    begins
        .into_iter()
        .chain(shared(tree, cue, start))
        .chain(participle(tree, cue, start))
        .filter(|begins| *begins > start)
        .min()
}

/// True if what is joined to the cue is a deed or word of its own: "and left", "and Harthi replied".
fn goes_on(tree: &Tree, cue: TokenIndex, joined: TokenIndex) -> bool {
    let token = |t: TokenIndex| &tree.doc.tokens[t.at()];
    let bare = !tree.children(joined).iter().any(|c| tree.role(*c).is_subject());
    let alike = token(joined).past == token(cue).past;
    tree.upos(joined) == Upos::VERB && (bare && alike || says(tree.lemma(joined)))
}

/// ", citing her work": a participle of saying behind a comma, whatever the parse joins it to.
pub(super) fn participle(tree: &Tree, cue: TokenIndex, start: TokenIndex) -> Option<TokenIndex> {
    let sentence = tree.sentence(cue).tokens;
    let saying = |t: TokenIndex| {
        matches!(
            tree.form(t),
            "adding"
                | "citing"
                | "saying"
                | "noting"
                | "accusing"
                | "arguing"
                | "warning"
                | "insisting"
                | "claiming"
                | "calling"
                | "describing"
                | "telling"
                | "suggesting"
                | "stressing"
        )
    };
    let outside = |t: TokenIndex| quotation_at(tree, t).is_none();
    (start.0 + 1..sentence.end.0).map(TokenIndex).find_map(|t| {
        let before = TokenIndex(t.0 - 1);
        let quoted = is_quote(tree.form(before));
        let comma = if quoted { TokenIndex(t.0.checked_sub(2)?) } else { before };
        (saying(t) && outside(t) && tree.form(comma) == ",").then_some(if quoted {
            t
        } else {
            before
        })
    })
}

/// "said it was opposed and warned that": a verb of saying in the same form, its subject the cue's,
/// whatever the parse joins it to.
fn shared(tree: &Tree, cue: TokenIndex, start: TokenIndex) -> Option<TokenIndex> {
    let sentence = tree.sentence(cue).tokens;
    let gerund = |t: TokenIndex| tree.form(t).ends_with("ing");
    let alike = |t: TokenIndex| {
        tree.upos(t) == Upos::VERB
            && gerund(t) == gerund(cue)
            && tree.doc.tokens[t.at()].past == tree.doc.tokens[cue.at()].past
            && (says(tree.lemma(t)) || gerund(t))
            && !tree
                .children(t)
                .iter()
                .any(|c| tree.role(*c).is_subject() || tree.role(*c) == Role::Auxiliary)
    };
    let joins = |t: &TokenIndex| {
        matches!(tree.form(*t), "and" | "but")
            && quotation_at(tree, *t).is_none()
            && (1..=2).any(|n| {
                let next = TokenIndex(t.0 + n);
                next < sentence.end
                    && (n == 1 || tree.upos(TokenIndex(t.0 + 1)) == Upos::ADV)
                    && alike(next)
            })
    };
    (start.0..sentence.end.0).map(TokenIndex).find(joins)
}

/// Verbs that hardly anybody is said to have done by saying.
pub(super) fn says(lemma: &str) -> bool {
    matches!(
        lemma,
        "say" | "add" | "warn" | "tell" | "urge" | "argue" | "note" | "insist" | "accuse"
    )
}

fn closes(tree: &Tree, token: TokenIndex) -> bool {
    let form = tree.form(token);
    matches!(form, "," | ";" | ":" | "—" | "–" | "(" | ")" | "." | "?" | "!")
        && quotation_at(tree, token).is_none()
}

/// Without marks and conjunctions at its end, and marks at its start.
fn trimmed(tree: &Tree, tokens: TokenRange) -> TokenRange {
    let mark = |t: TokenIndex| tree.upos(t) == Upos::PUNCT && !is_quote(tree.form(t));
    let TokenRange { mut start, mut end } = tokens;
    while start < end && mark(start) {
        start = TokenIndex(start.0 + 1);
    }
    while end > start && {
        let last = TokenIndex(end.0 - 1);
        mark(last) || tree.upos(last) == Upos::CCONJ
    } {
        end = TokenIndex(end.0 - 1);
    }
    TokenRange { start, end }
}

/// The same, made whole where it runs into a quotation, and kept inside the one its cue stands in.
pub(super) fn quoted(tree: &Tree, cue: TokenIndex, tokens: TokenRange) -> TokenRange {
    if tokens.start >= tokens.end {
        return tokens;
    }
    let at = tree.doc.tokens[cue.at()].span;
    let span = tree.bytes(tokens);
    let around = tree.doc.quotations.iter().find(|q| q.outer.contains(at));
    if let Some(around) = around {
        let inner = tokens_of(tree, around.inner);
        let end = tokens.end.min(inner.end).max(tokens.start);
        return TokenRange { start: tokens.start, end };
    }
    let opened = tree.doc.quotations.iter().rfind(|q| {
        q.outer.start() >= at.end() && q.outer.overlaps(span) && q.outer.start() < span.end()
    });
    match opened {
        Some(quotation) => {
            let end = tokens_of(tree, whole(tree, quotation)).end;
            TokenRange { start: tokens.start, end: tokens.end.max(end) }
        }
        None => tokens,
    }
}

/// A quotation with the paragraphs it runs on into.
pub(super) fn whole(tree: &Tree, quotation: &Quotation) -> Span {
    let rest =
        tree.doc.quotations.iter().skip_while(|q| q.outer.start() != quotation.outer.start());
    let mut span = quotation.outer;
    for part in rest {
        span = span.cover(part.outer);
        if part.outer.end() != part.inner.end() {
            break;
        }
    }
    span
}

/// The tokens that a span covers, whole or in part.
pub(super) fn tokens_of(tree: &Tree, span: Span) -> TokenRange {
    let tokens = &tree.doc.tokens;
    let start = tokens.partition_point(|t| t.span.end() <= span.start()) as u32;
    let end = tokens.partition_point(|t| t.span.start() < span.end()) as u32;
    TokenRange { start: TokenIndex(start), end: TokenIndex(end.max(start)) }
}

/// The quotation that a token stands in, marks included.
pub(super) fn quotation_at<'a>(tree: &Tree<'a>, token: TokenIndex) -> Option<&'a Quotation> {
    let span = tree.doc.tokens.get(token.at())?.span;
    tree.doc.quotations.iter().find(|q| q.outer.contains(span))
}

/// True inside quotation marks: there the speaker tells of voices, not the article.
pub(super) fn is_quoted(tree: &Tree, token: TokenIndex) -> bool {
    const SHORTEST: usize = 4;
    let words = |q: &Quotation| tree.doc.words(q.inner).split_whitespace().count();
    quotation_at(tree, token).is_some_and(|q| words(q) >= SHORTEST)
}
