//! Where the words of a voice begin and end.

use record::Manner;
use text::{Role, Span, TokenIndex, TokenRange, Upos};

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

/// A complement clause, cut where a further clause with its own subject is joined to it.
pub(crate) fn clauses(reading: &Reading, head: TokenIndex, cue: TokenIndex) -> Vec<Piece> {
    let tree = &reading.tree;
    let whole = to_the_stop(reading, without(tree.subtree(head), cue), cue);
    let own_subject = |c: &TokenIndex| tree.children(*c).iter().any(|s| tree.role(*s).is_subject());
    let mut heads = vec![head];
    heads.extend(tree.children_in(head, Role::Conjunct).filter(own_subject));
    let starts: Vec<TokenIndex> = heads
        .iter()
        .map(|h| if *h == head { whole.start } else { tree.subtree(*h).start.max(whole.start) })
        .collect();
    let mut pieces = Vec::new();
    for (n, head) in heads.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(whole.end);
        let tokens = TokenRange { start: starts[n], end };
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
fn condition_follows(reading: &Reading, comma: TokenIndex) -> bool {
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

/// A piece without its conjunction, its "that" and its outer punctuation.
fn piece(
    reading: &Reading,
    tokens: TokenRange,
    head: TokenIndex,
    form: ContentForm,
) -> Option<Piece> {
    let tree = &reading.tree;
    let tokens = until_next_cue(reading, past_occasion(reading, tokens), head);
    let idle = |t: TokenIndex| {
        let quote = crate::tree::is_quote(tree.form(t));
        tree.upos(t) == Upos::PUNCT && !quote
            || tree.upos(t) == Upos::CCONJ
            || tree.form(t).eq_ignore_ascii_case("that") && tree.role(t) == Role::Mark
    };
    let mut start = tokens.start;
    while start < tokens.end && idle(start) {
        start = TokenIndex(start.0 + 1);
    }
    let mut end = tokens.end;
    while end > start && idle(TokenIndex(end.0 - 1)) {
        end = TokenIndex(end.0 - 1);
    }
    let tokens = TokenRange { start, end };
    (start < end && !aside(tree.form(start))).then(|| {
        let span = tree.bytes(tokens);
        Piece { span, tokens, head, manner: manner(reading, span), form }
    })
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

/// The quotations in the cue's sentence that the cue does not stand in.
pub(crate) fn quoted_beside(reading: &Reading, cue: TokenIndex) -> Vec<Piece> {
    let sentence = reading.tree.sentence(cue);
    let at = reading.doc().tokens[cue.at()].span;
    let mut pieces = Vec::new();
    for quotation in &reading.doc().quotations {
        let shared = sentence.span.overlaps(quotation.inner) && !quotation.outer.contains(at);
        let words = reading.doc().words(quotation.inner).split_whitespace().count();
        let clause = reading
            .tokens_in(quotation.inner, sentence.span)
            .is_some_and(|t| says_something(reading, t));
        if shared && clause && words >= SHORTEST_QUOTATION {
            pieces.extend(quotation_piece(reading, quotation.inner, sentence.span));
        }
    }
    pieces
}

/// "said North Korea is ready": the rest of the sentence, where the parse found no complement.
pub(crate) fn behind(reading: &Reading, cue: TokenIndex) -> Option<Piece> {
    const SHORTEST: u32 = 4;
    let end = reading.tree.sentence(cue).tokens.end;
    let tokens = TokenRange { start: TokenIndex(cue.0 + 1), end };
    let led = tokens.start < end
        && matches!(reading.tree.upos(tokens.start), Upos::ADP | Upos::PART | Upos::CCONJ);
    let plain = !led && end.0.saturating_sub(tokens.start.0) > SHORTEST && verbal(reading, tokens);
    plain.then(|| piece(reading, tokens, reading.top(tokens), ContentForm::Clause))?
}

/// A finite verb: an auxiliary, or a verb with its subject.
fn says_something(reading: &Reading, tokens: TokenRange) -> bool {
    let tree = &reading.tree;
    (tokens.start.0..tokens.end.0).map(TokenIndex).any(|t| {
        tree.upos(t) == Upos::AUX
            || tree.upos(t) == Upos::VERB
                && tree.children(t).iter().any(|c| tree.role(*c).is_subject())
    })
}

fn verbal(reading: &Reading, tokens: TokenRange) -> bool {
    (tokens.start.0..tokens.end.0)
        .any(|t| matches!(reading.tree.upos(TokenIndex(t)), Upos::VERB | Upos::AUX))
}

/// Fewer quoted words than this are a term, not a statement.
const SHORTEST_QUOTATION: usize = 4;

fn quotation_piece(reading: &Reading, inner: Span, sentence: Span) -> Option<Piece> {
    let tokens = reading.tokens_in(inner, sentence)?;
    let head = reading.top(tokens);
    let span = reading.tree.bytes(tokens);
    Some(Piece { span, tokens, head, manner: Manner::Verbatim, form: ContentForm::Clause })
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

/// "The talks were useful, the minister said": all before the comma that precedes the speaker.
pub(crate) fn before_comma(reading: &Reading, cue: TokenIndex) -> Option<Piece> {
    const SHORTEST: u32 = 3;
    let sentence = reading.tree.sentence(cue).tokens;
    let mut at = TokenIndex(cue.0.checked_sub(1)?);
    while reading.actors.at(at).is_none() && at > sentence.start {
        at = TokenIndex(at.0 - 1);
    }
    let group = reading.actors.group(&reading.tree, at);
    let comma = TokenIndex(group.first()?.tokens.start.0.checked_sub(1)?);
    let tokens = TokenRange { start: sentence.start, end: comma };
    let aside_ends = TokenIndex(cue.0 + 1);
    let goes_on = aside_ends < sentence.end
        && reading.tree.form(aside_ends) == ","
        && condition_follows(reading, aside_ends);
    let tokens =
        if goes_on { TokenRange { start: sentence.start, end: sentence.end } } else { tokens };
    let enough =
        comma > sentence.start && comma.0 - sentence.start.0 >= SHORTEST && verbal(reading, tokens);
    enough.then(|| piece(reading, tokens, reading.top(tokens), ContentForm::Clause))?
}

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
        .or(tree.child(verb, Role::Object))
        .or_else(|| tree.children_in(verb, Role::Oblique).find(|c| *c > verb))?;
    let end = before_an_aside(reading, TokenRange { start: verb, end });
    let found = piece(reading, TokenRange { start: verb, end }, content, form)?;
    (found.tokens.end.0 - found.tokens.start.0 >= 3).then_some(found)
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
                || matches!(tree.form(next), "which" | "who" | "where" | "when" | "whose"))
            && !condition_follows(reading, t)
    };
    (tokens.start.0..tokens.end.0).map(TokenIndex).find(|t| aside(*t)).unwrap_or(tokens.end)
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

/// All of a sentence but some tokens at one of its ends.
pub(crate) fn rest(reading: &Reading, aside: TokenRange) -> Option<Piece> {
    let sentence = reading.tree.sentence(aside.start).tokens;
    let before = aside.start.0.saturating_sub(sentence.start.0);
    let after = sentence.end.0.saturating_sub(aside.end.0);
    let tokens = if before >= after {
        TokenRange { start: sentence.start, end: aside.start }
    } else {
        TokenRange { start: aside.end, end: sentence.end }
    };
    (tokens.start < tokens.end)
        .then(|| piece(reading, tokens, reading.top(tokens), ContentForm::Clause))?
}
