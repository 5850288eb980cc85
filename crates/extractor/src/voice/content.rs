//! Where the words of a voice begin and end.

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

/// Where the noun begins that a cue in a relative clause says something of.
fn described(reading: &Reading, cue: TokenIndex) -> Option<TokenIndex> {
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
