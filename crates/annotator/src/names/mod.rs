//! Names: what the lexicon lists, what titles betray, and what a perceptron learned, in that order.

mod candidate;
mod listed;
mod perceptron;
mod surnames;
mod titles;

pub(crate) use candidate::{Candidate, Rank, settle};
pub(crate) use perceptron::{LABELS, NameLabel, allowed_best, fill, find};

use lexicon::Lexicon;
use text::{Article, EntityMention, Sentence, Token};

/// An article's words as the name rules see them.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    /// Where sentences begin and end.
    pub(crate) sentences: &'a [Sentence],
    /// All tokens.
    pub(crate) tokens: &'a [Token],
    /// The form of each.
    pub(crate) forms: &'a [&'a str],
}

/// All names of an article: `learned` are the perceptron's.
pub(crate) fn layer(
    article: &Article,
    (sentences, tokens): (&[Sentence], &[Token]),
    lexicon: &Lexicon,
    learned: Vec<Candidate>,
) -> Vec<EntityMention> {
    let forms: Vec<&str> = tokens.iter().map(|t| t.span.slice(&article.text).unwrap_or_default()).collect();
    let page = Page { sentences, tokens, forms: &forms };
    let mut all = listed::find(page, lexicon);
    titles::find(page, &mut all);
    listed::promote(&learned, &mut all);
    surnames::find(page, lexicon, &learned, &mut all);
    all.extend(learned);
    settle(page, all)
}
