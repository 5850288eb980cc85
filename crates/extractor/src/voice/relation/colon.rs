//! A colon that gives the floor: "Minister: talks to resume", "She added:" before a quotation.
//!
//! Reads:  in the first block, a short name before a colon; at the end of a sentence, a colon with a
//!         verb of saying before it and a quotation next.
//! Silent: times, lists, headings without a name.

use lexicon::{AttributionKind, ContentShape, CuePart, Lexicon};
use text::{TokenIndex, TokenRange, Upos};

use super::{ContentForm, Found, extent, source, verb};
use crate::tree::{Tree, is_quote};

/// All of them.
pub(super) fn find(tree: &Tree, lexicon: &Lexicon) -> Vec<Found> {
    let all = (0..tree.doc.tokens.len() as u32).map(TokenIndex);
    all.filter(|t| tree.form(*t) == ":")
        .filter_map(|colon| {
            headline(tree, colon)
                .or_else(|| turn(tree, colon))
                .or_else(|| named(tree, colon))
                .or_else(|| opening(tree, lexicon, colon))
        })
        .collect()
}

fn headline(tree: &Tree, colon: TokenIndex) -> Option<Found> {
    const LONGEST: u32 = 6;
    let sentence = tree.sentence(colon);
    let tokens = sentence.tokens;
    let start = tokens.start;
    let name = |t: u32| {
        matches!(
            tree.upos(TokenIndex(t)),
            Upos::PROPN | Upos::NOUN | Upos::ADJ | Upos::PART | Upos::DET | Upos::ADP
        )
    };
    let short = colon > start && colon.0 - start.0 <= LONGEST && (start.0..colon.0).all(name);
    let last = matches!(tree.upos(TokenIndex(colon.0.checked_sub(1)?)), Upos::PROPN | Upos::NOUN);
    let content = TokenRange { start: TokenIndex(colon.0 + 1), end: tokens.end };
    let fits = sentence.block == 0 && short && last && content.end.0 > content.start.0 + 2;
    fits.then(|| Found {
        source: vec![TokenRange { start, end: colon }],
        word: colon,
        cue: vec![TokenRange { start: colon, end: TokenIndex(colon.0 + 1) }],
        content: vec![content],
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}

/// A name and then a quotation: "Ama Boateng: “We came to talk.”"
fn named(tree: &Tree, colon: TokenIndex) -> Option<Found> {
    const LONGEST: u32 = 8;
    let next = TokenIndex(colon.0 + 1);
    let sentence = tree.sentence(colon).tokens;
    let part = |t: &u32| {
        matches!(
            tree.upos(TokenIndex(*t)),
            Upos::PROPN | Upos::CCONJ | Upos::PART | Upos::DET | Upos::NOUN
        )
    };
    let start = (sentence.start.0..colon.0).rev().take_while(part).last()?;
    let lone = start == sentence.start.0
        || !part(&(start - 1)) && tree.upos(TokenIndex(start - 1)) == Upos::PUNCT;
    let proper = (start..colon.0).any(|t| tree.upos(TokenIndex(t)) == Upos::PROPN);
    let fits = lone && proper && colon.0 - start <= LONGEST && next.at() < tree.doc.tokens.len();
    let quotation =
        extent::quotation_at(tree, next).filter(|_| fits && is_quote(tree.form(next)))?;
    Some(Found {
        source: vec![TokenRange { start: TokenIndex(start), end: colon }],
        word: colon,
        cue: vec![TokenRange { start: colon, end: next }],
        content: vec![extent::tokens_of(tree, extent::whole(tree, quotation))],
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}

/// A turn of a transcript: "HARTHI: The talks went well."
fn turn(tree: &Tree, colon: TokenIndex) -> Option<Found> {
    const LONGEST: u32 = 4;
    let sentence = tree.sentence(colon);
    let block = tree.doc.article.blocks.get(sentence.block)?.span;
    let tokens = extent::tokens_of(tree, block);
    let quoted = is_quote(tree.form(tokens.start));
    let start = if quoted { TokenIndex(tokens.start.0 + 1) } else { tokens.start };
    let loud = |t: u32| {
        let form = tree.form(TokenIndex(t));
        let letters = || form.chars().filter(|c| c.is_alphabetic());
        letters().count() > 1 && letters().all(char::is_uppercase) || matches!(form, "." | "’S")
    };
    let named = start < colon && colon.0 - start.0 <= LONGEST && (start.0..colon.0).all(loud);
    let content = TokenRange { start: TokenIndex(colon.0 + 1), end: tokens.end };
    (named && content.start < content.end).then(|| Found {
        source: vec![TokenRange { start, end: colon }],
        word: colon,
        cue: vec![TokenRange { start: colon, end: TokenIndex(colon.0 + 1) }],
        content: vec![content],
        kind: AttributionKind::Speech,
        form: ContentForm::Clause,
    })
}

/// "She added:" and then a quotation in the next sentence or paragraph.
fn opening(tree: &Tree, lexicon: &Lexicon, colon: TokenIndex) -> Option<Found> {
    let sentence = tree.sentence(colon).tokens;
    let next = TokenIndex(colon.0 + 1);
    if next != sentence.end || next.at() >= tree.doc.tokens.len() {
        return None;
    }
    let quotation = extent::quotation_at(tree, next)?;
    let (said, word) = (sentence.start.0..colon.0).rev().map(TokenIndex).find_map(|t| {
        let word = lexicon.attributive(CuePart::Verb, &tree.lemma(t).to_lowercase())?;
        let says = word.takes(ContentShape::Quote) || word.takes(ContentShape::Clause);
        (tree.upos(t) == Upos::VERB && says).then_some((t, word))
    })?;
    Some(Found {
        source: source::of_verb(tree, said),
        word: said,
        cue: vec![verb::cue(tree, said, &[])],
        content: vec![extent::tokens_of(tree, extent::whole(tree, quotation))],
        kind: word.kind,
        form: ContentForm::Clause,
    })
}
