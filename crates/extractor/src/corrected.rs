//! What a page takes back: "an earlier version of this article said that …", "the article misstated …".
//!
//! Fires on:  sentences that speak of a version of the page; in a notice of correction those that name a mistake.
//! Silent on: what such a notice says besides, which is what the page holds true.

use text::{BlockKind, Span, TokenIndex};

use crate::reading::Reading;

/// Words for what was wrong.
const MISTAKES: [&str; 17] = [
    "earlier",
    "previous",
    "previously",
    "original",
    "originally",
    "initially",
    "incorrect",
    "incorrectly",
    "wrongly",
    "erroneously",
    "mistakenly",
    "inaccurately",
    "misstate",
    "misquote",
    "misidentify",
    "misattribute",
    "error",
];

/// What pages call themselves.
const PAGES: [&str; 7] = ["article", "story", "report", "page", "piece", "dispatch", "post"];

/// True if words stand in a sentence that tells what the page no longer says.
pub(crate) fn is_taken_back(reading: &Reading, words: Span) -> bool {
    let tree = &reading.tree;
    let sentences = &reading.doc().sentences;
    let at = sentences.partition_point(|s| s.span.end() <= words.start());
    let Some(sentence) = sentences.get(at).copied() else { return false };
    let is = |t: TokenIndex, words: &[&str]| {
        let either = [tree.lemma(t), tree.form(t)].map(str::to_lowercase);
        either.iter().any(|word| words.contains(&word.as_str()))
    };
    let has = |words: &[&str]| tree.tokens(sentence).any(|t| is(t, words));
    let block = reading.doc().article.blocks.get(sentence.block);
    let notice = block.is_some_and(|b| b.kind == BlockKind::Correction);
    let of_itself = || has(&["version"]) && has(&PAGES);
    (notice || of_itself()) && has(&MISTAKES)
}
