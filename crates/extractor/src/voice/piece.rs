//! One stretch of what is said, trimmed to its words.

use record::Manner;
use text::{Quotation, Role, Span, TokenIndex, TokenRange, Upos};

use super::ContentForm;
use crate::reading::Reading;

/// One stretch of content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub span: Span,
    pub tokens: TokenRange,
    pub head: TokenIndex,
    pub manner: Manner,
    pub form: ContentForm,
}

/// A piece without its conjunction, its "that" and its outer punctuation.
pub(super) fn piece(
    reading: &Reading,
    tokens: TokenRange,
    head: TokenIndex,
    form: ContentForm,
) -> Option<Piece> {
    let tree = &reading.tree;
    if tokens.start >= tokens.end {
        return None;
    }
    let tokens = until_next_cue(reading, past_occasion(reading, tokens), head);
    let idle = |t: TokenIndex| {
        let quote = crate::tree::is_quote(tree.form(t));
        tree.upos(t) == Upos::PUNCT && !quote
            || tree.upos(t) == Upos::CCONJ
            || tree.form(t).eq_ignore_ascii_case("that") && tree.role(t) == Role::Mark
    };
    let mut start = tokens.start;
    let closing = |t: TokenIndex| closes_a_quotation(reading, t);
    while start < tokens.end && (idle(start) || closing(start)) {
        start = TokenIndex(start.0 + 1);
    }
    let mut end = tokens.end;
    let bracket = (start.0..end.0).any(|t| tree.form(TokenIndex(t)) == "(");
    let closes = |t: TokenIndex| bracket && tree.form(t) == ")";
    while end > start && idle(TokenIndex(end.0 - 1)) && !closes(TokenIndex(end.0 - 1)) {
        end = TokenIndex(end.0 - 1);
    }
    let tokens = TokenRange { start, end };
    let said = start < end && words(reading, tokens) >= SHORTEST;
    (said && !aside(tree.form(start))).then(|| {
        let span = tree.bytes(tokens);
        Piece { span, tokens, head, manner: manner(reading, span), form }
    })
}

/// True for a mark behind words that stand before it.
fn closes_a_quotation(reading: &Reading, token: TokenIndex) -> bool {
    let at = reading.doc().tokens[token.at()].span;
    let ends = |q: &Quotation| q.outer.end() == at.end() && q.outer.start() < at.start();
    crate::tree::is_quote(reading.tree.form(token)) && reading.doc().quotations.iter().any(ends)
}

/// Fewer words than this say nothing.
const SHORTEST: usize = 2;

fn words(reading: &Reading, tokens: TokenRange) -> usize {
    let word = |t: &u32| reading.tree.form(TokenIndex(*t)).starts_with(char::is_alphanumeric);
    (tokens.start.0..tokens.end.0).filter(word).count()
}

/// Words that open an aside rather than what is said.
fn aside(first: &str) -> bool {
    matches!(
        first.to_lowercase().as_str(),
        "because"
            | "which"
            | "according"
            | "while"
            | "although"
            | "though"
            | "published"
            | "citing"
            | "following"
            | "calling"
            | "adding"
            | "saying"
            | "how"
            | "what"
            | "why"
            | "whether"
            | "after"
            | "when"
            | "where"
            | "since"
            | "amid"
            | "during"
            | "before"
    )
}

/// The same without "in a statement" and the like at its front.
fn past_occasion(reading: &Reading, tokens: TokenRange) -> TokenRange {
    let tree = &reading.tree;
    let at = |n: u32| tree.lemma(TokenIndex((tokens.start.0 + n).min(tokens.end.0 - 1)));
    let led = matches!(at(0), "in" | "on" | "via") && tokens.end.0 - tokens.start.0 > 4;
    let told = |n: u32| {
        matches!(
            at(n),
            "statement"
                | "tweet"
                | "interview"
                | "post"
                | "message"
                | "remark"
                | "speech"
                | "twitter"
        )
    };
    const FRONT: u32 = 6;
    let adjunct = matches!(tree.upos(tokens.start), Upos::ADP | Upos::ADV | Upos::ADJ);
    let that = (tokens.start.0..(tokens.start.0 + FRONT).min(tokens.end.0)).find(|t| {
        adjunct && tree.form(TokenIndex(*t)) == "that" && tree.role(TokenIndex(*t)) == Role::Mark
    });
    if let Some(that) = that {
        return TokenRange { start: TokenIndex(that + 1), end: tokens.end };
    }
    match (1..=3).find(|n| led && told(*n)) {
        Some(n) => TokenRange { start: TokenIndex(tokens.start.0 + n + 1), end: tokens.end },
        None => tokens,
    }
}

/// The same up to ", but he later said": a further cue with its own subject.
fn until_next_cue(reading: &Reading, tokens: TokenRange, head: TokenIndex) -> TokenRange {
    const REACH: u32 = 5;
    let tree = &reading.tree;
    let starts = |t: u32| {
        let link = TokenIndex(t + 1);
        tree.form(TokenIndex(t)) == ","
            && matches!(tree.form(link), "but" | "and" | "while" | "although" | "though")
            && (t + 2..(t + REACH).min(tokens.end.0)).map(TokenIndex).any(|v| {
                tree.upos(v) == Upos::VERB
                    && tree.lemma(v) == "say"
                    && tree.children(v).iter().any(|c| tree.role(*c).is_subject() && c.0 > t)
            })
    };
    match (head.0..tokens.end.0.saturating_sub(2)).find(|t| starts(*t)) {
        Some(end) if end > tokens.start.0 => {
            TokenRange { start: tokens.start, end: TokenIndex(end) }
        }
        _ => tokens,
    }
}

/// In quotation marks as a whole, in part, or not at all.
fn manner(reading: &Reading, span: Span) -> Manner {
    let mut some = false;
    for quotation in &reading.doc().quotations {
        if quotation.outer.contains(span)
            || span.contains(quotation.inner) && quotation.inner.len() + 4 >= span.len()
        {
            return Manner::Verbatim;
        }
        some |= quotation.inner.overlaps(span);
    }
    if some { Manner::Mixed } else { Manner::Paraphrase }
}
