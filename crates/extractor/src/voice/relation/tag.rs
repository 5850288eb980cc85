//! A verb that is put behind or into what is said: "…," said X. "…"; …, X says; …, he said, ….
//!
//! Reads:  a verb of saying with its subject between a comma or closing mark and the end, a comma or
//!         an opening mark; the clause or quotation before it and the one it breaks off.
//! Silent: a verb with a clause of its own behind it.

use lexicon::{Attributive, ContentShape};
use text::{Quotation, Role, TokenIndex, TokenRange, Upos};

use super::{extent, source};
use crate::tree::{Tree, is_quote};

/// Content and source, if the verb is put so.
pub(super) fn at(
    tree: &Tree,
    verb: TokenIndex,
    word: &Attributive,
) -> Option<(Vec<TokenRange>, Vec<TokenRange>)> {
    if !word.takes(ContentShape::Clause) && !word.takes(ContentShape::Quote) {
        return None;
    }
    let sentence = tree.sentence(verb).tokens;
    if let Some(found) = alone(tree, verb, sentence) {
        return Some(found);
    }
    if let Some(found) = as_said(tree, verb, sentence) {
        return Some(found);
    }
    let (speaker, start) = speaker(tree, verb, sentence)?;
    let mark = TokenIndex(start.0.checked_sub(1)?);
    let inside = extent::quotation_at(tree, verb);
    let opens = inside.is_some_and(|q| extent::tokens_of(tree, q.outer).start == mark);
    let parted = start > sentence.start && parts(tree, mark) && !opens;
    if !parted {
        return None;
    }
    let before = extent_before(tree, sentence.start, start)?;
    let quoted = is_quote(tree.form(TokenIndex(before.end.0 - 1)));
    if !quoted && (own_clause(tree, verb, word) || introduces(tree, verb, sentence)) {
        return None;
    }
    let mut content = vec![before];
    content.extend(resumed(tree, verb, speaker, sentence, before));
    let words = |r: &TokenRange| {
        (r.start.0..r.end.0).filter(|t| tree.upos(TokenIndex(*t)) != Upos::PUNCT).count()
    };
    if !quoted && content.iter().map(words).sum::<usize>() < SHORTEST {
        return None;
    }
    Some((content, vec![speaker]))
}

/// "“We came to talk.” Harthi said.": a sentence of nothing but speaker and verb behind a quotation.
fn alone(
    tree: &Tree,
    verb: TokenIndex,
    sentence: TokenRange,
) -> Option<(Vec<TokenRange>, Vec<TokenRange>)> {
    const LONGEST: u32 = 4;
    let close = TokenIndex(sentence.start.0.checked_sub(1)?);
    let same = tree.sentence(close).block == tree.sentence(verb).block;
    let speaker = TokenRange { start: sentence.start, end: leftmost(tree, verb) };
    let short = sentence.end.0 - verb.0 <= LONGEST;
    if !same || !short || !is_quote(tree.form(close)) || !names(tree, speaker) {
        return None;
    }
    let quotation = extent::quotation_at(tree, close)?;
    Some((vec![extent::tokens_of(tree, quotation.outer)], vec![speaker]))
}

/// The same for a verb that is no word of saying by itself, right behind a quotation that ends in a
/// comma, a question or an exclamation.
pub(super) fn behind_quotation(
    tree: &Tree,
    verb: TokenIndex,
) -> Option<(Vec<TokenRange>, Vec<TokenRange>)> {
    let sentence = tree.sentence(verb).tokens;
    let (speaker, start) = positional(tree, verb, sentence)?;
    let close = TokenIndex(start.0.checked_sub(1)?);
    let last = TokenIndex(close.0.checked_sub(1)?);
    let broken = is_quote(tree.form(close)) && matches!(tree.form(last), "," | "!" | "?");
    let quotation = extent::quotation_at(tree, close).filter(|_| broken)?;
    let before = extent::tokens_of(tree, quotation.outer);
    let mut content = vec![before];
    content.extend(resumed(tree, verb, speaker, sentence, before));
    Some((content, vec![speaker]))
}

/// "As the engineers noted, the dam will hold."
fn as_said(
    tree: &Tree,
    verb: TokenIndex,
    sentence: TokenRange,
) -> Option<(Vec<TokenRange>, Vec<TokenRange>)> {
    const TAIL: u32 = 4;
    let first = TokenIndex(sentence.start.0 + 1);
    let speaker = TokenRange { start: first, end: leftmost(tree, verb).max(first) };
    let led = tree.form(sentence.start) == "As" && names(tree, speaker);
    let last = sentence.end.0.min(verb.0 + TAIL);
    let comma = (verb.0 + 1..last).find(|t| tree.form(TokenIndex(*t)) == ",").filter(|_| led)?;
    let content = TokenRange { start: TokenIndex(comma + 1), end: sentence.end };
    (content.start < content.end).then(|| (vec![content], vec![speaker]))
}

/// Fewer words than this before "he said" are no clause: "Still, he said".
const SHORTEST: usize = 3;

fn parts(tree: &Tree, mark: TokenIndex) -> bool {
    matches!(tree.form(mark), "," | "?" | "!" | "—" | "–" | "…") || is_quote(tree.form(mark))
}

/// The speaker and where the words "he said" start.
fn speaker(
    tree: &Tree,
    verb: TokenIndex,
    sentence: TokenRange,
) -> Option<(TokenRange, TokenIndex)> {
    let subject = tree.children(verb).iter().copied().find(|c| tree.role(*c) == Role::Subject);
    if let Some(subject) = subject.filter(|s| *s > verb) {
        let inverted = source::nominal(tree, subject);
        return Some((inverted, leftmost(tree, verb)));
    }
    if let Some(found) = positional(tree, verb, sentence) {
        return Some(found);
    }
    if let Some(subject) = subject {
        let whole = source::nominal(tree, subject);
        let fits =
            |r: TokenRange| r.start > sentence.start && parts(tree, TokenIndex(r.start.0 - 1));
        if fits(whole) {
            return Some((whole, whole.start));
        }
    }
    None
}

/// The words between a mark and the verb, if they are a nominal; or those behind it.
fn positional(
    tree: &Tree,
    verb: TokenIndex,
    sentence: TokenRange,
) -> Option<(TokenRange, TokenIndex)> {
    let start = leftmost(tree, verb);
    let marks = (sentence.start.0..start.0).rev().map(TokenIndex).filter(|t| parts(tree, *t));
    let nearest = marks.clone().next()?;
    let closing = marks.clone().find(|t| is_quote(tree.form(*t)));
    let between = |mark: TokenIndex| {
        let next = TokenIndex(mark.0 + 1);
        let led = next < start && tree.form(next) == "as";
        TokenRange { start: if led { TokenIndex(next.0 + 1) } else { next }, end: start }
    };
    let named = closing.into_iter().chain([nearest]).map(between).find(|r| names(tree, *r));
    if let Some(words) = named {
        return Some((words, words.start));
    }
    let bare = nearest.0 + 1 == start.0 && is_quote(tree.form(nearest));
    behind(tree, verb, sentence).filter(|_| bare).map(|words| (words, start))
}

/// A nominal without a verb: "state senator Ama Boateng (Ind.)"; one is allowed in an aside between
/// commas: "Ama Boateng, who led the talks,".
fn names(tree: &Tree, words: TokenRange) -> bool {
    const LONGEST: usize = 40;
    let all: Vec<TokenIndex> = (words.start.0..words.end.0).map(TokenIndex).collect();
    let is = |t: &TokenIndex, mark: &str| tree.form(*t) == mark;
    let comma = all.iter().position(|t| is(t, ","));
    let ends = all.last().is_some_and(|t| is(t, ",")) && comma != Some(all.len() - 1);
    let name = if ends { &all[..comma.unwrap_or(all.len())] } else { &all[..] };
    let nominal =
        |t: &TokenIndex| matches!(tree.upos(*t), Upos::NOUN | Upos::PROPN | Upos::PRON | Upos::NUM);
    let verbal = |t: &TokenIndex| matches!(tree.upos(*t), Upos::VERB | Upos::AUX | Upos::SCONJ);
    let relative = |t: &TokenIndex| matches!(tree.form(*t), "which" | "who" | "whom" | "that");
    let opens = |t: &TokenIndex| !matches!(tree.upos(*t), Upos::ADP | Upos::CCONJ) && !relative(t);
    let led = name.first().is_some_and(opens);
    let last = name.last().is_some_and(|t| nominal(t) || is(t, ")"));
    let plain = name.iter().any(nominal) && !name.iter().any(verbal);
    led && last && plain && all.len() <= LONGEST && !all.iter().any(|t| is(t, ";"))
}

/// The words behind the verb up to the next mark, where the parse lost the subject.
fn behind(tree: &Tree, verb: TokenIndex, sentence: TokenRange) -> Option<TokenRange> {
    let next = TokenIndex(verb.0 + 1);
    let opens = next < sentence.end
        && matches!(tree.upos(next), Upos::PROPN | Upos::PRON | Upos::DET | Upos::NOUN | Upos::ADJ);
    let stop = |t: &u32| {
        let form = tree.form(TokenIndex(*t));
        matches!(form, "." | ",") || is_quote(form)
    };
    let end = (next.0..sentence.end.0).find(stop).unwrap_or(sentence.end.0);
    opens.then_some(TokenRange { start: next, end: TokenIndex(end) })
}

/// The verb's first auxiliary or adverb.
fn leftmost(tree: &Tree, verb: TokenIndex) -> TokenIndex {
    let mut at = verb;
    while at.0 > 0 && matches!(tree.upos(TokenIndex(at.0 - 1)), Upos::AUX | Upos::ADV | Upos::PART)
    {
        at = TokenIndex(at.0 - 1);
    }
    at
}

/// True if a quotation opens right behind: "As the bell rang, she said, \"…\"".
fn introduces(tree: &Tree, verb: TokenIndex, sentence: TokenRange) -> bool {
    let next = TokenIndex(verb.0 + 1);
    let marked = next < sentence.end && matches!(tree.form(next), "," | ":");
    let at = if marked { TokenIndex(next.0 + 1) } else { next };
    at < sentence.end && is_quote(tree.form(at))
}

/// A complement behind the verb that it does not share with what stands before.
fn own_clause(tree: &Tree, verb: TokenIndex, word: &Attributive) -> bool {
    let hearer = word.takes(ContentShape::Hearer);
    let clause = |c: &TokenIndex| {
        matches!(tree.role(*c), Role::Complement | Role::OpenComplement)
            || tree.role(*c) == Role::Object && !hearer
    };
    tree.children(verb).iter().filter(|c| **c > verb).any(|c| {
        let first = tree.subtree(*c).start;
        clause(c) && first > verb && !breaks(tree, verb, first)
    })
}

/// True if a comma or an opening mark stands between.
fn breaks(tree: &Tree, verb: TokenIndex, first: TokenIndex) -> bool {
    (verb.0 + 1..=first.0).any(|t| {
        matches!(tree.form(TokenIndex(t)), "," | ";") || is_quote(tree.form(TokenIndex(t)))
    })
}

/// What stands before, from the sentence's start or that of a longer quotation.
fn extent_before(tree: &Tree, from: TokenIndex, to: TokenIndex) -> Option<TokenRange> {
    let mut end = to;
    while end > from
        && tree.upos(TokenIndex(end.0 - 1)) == Upos::PUNCT
        && !is_quote(tree.form(TokenIndex(end.0 - 1)))
    {
        end = TokenIndex(end.0 - 1);
    }
    let closing = TokenIndex(end.0.checked_sub(1)?);
    let quotation = extent::quotation_at(tree, closing);
    let start = quotation.map_or(from, |q| extent::tokens_of(tree, q.outer).start.min(from));
    (start < end).then_some(TokenRange { start, end })
}

/// What goes on behind: the rest of the sentence, or the quotation that opens next.
fn resumed(
    tree: &Tree,
    verb: TokenIndex,
    speaker: TokenRange,
    sentence: TokenRange,
    before: TokenRange,
) -> Option<TokenRange> {
    let after = verb.max(TokenIndex(speaker.end.0.saturating_sub(1)));
    let opens = |t: TokenIndex| {
        extent::quotation_at(tree, t)
            .filter(|q| q.outer.start() >= tree.doc.tokens[after.at()].span.end())
    };
    let goes_on = |q: &&Quotation| tree.doc.words(q.inner).starts_with(char::is_lowercase);
    let was_quoted = is_quote(tree.form(TokenIndex(before.end.0 - 1)));
    if was_quoted {
        let here = (after.0 + 1..sentence.end.0)
            .map(TokenIndex)
            .take_while(|t| tree.upos(*t) != Upos::VERB || is_quote(tree.form(*t)))
            .find_map(opens)
            .or_else(|| {
                (after.0 + 1..sentence.end.0).map(TokenIndex).find_map(opens).filter(goes_on)
            });
        let next = (sentence.end.at() < tree.doc.tokens.len())
            .then_some(sentence.end)
            .filter(|t| tree.sentence(*t).block == tree.sentence(verb).block);
        let quotation = here.or_else(|| next.and_then(opens))?;
        return Some(extent::tokens_of(tree, extent::whole(tree, quotation)));
    }
    let comma = TokenIndex(after.0 + 1);
    let start = TokenIndex(after.0 + 2);
    let leads = start < sentence.end && tree.form(comma) == ",";
    let aside = leads && tree.form(start).ends_with("ing");
    (leads && !aside).then_some(TokenRange { start, end: sentence.end })
}
