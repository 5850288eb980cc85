//! What the tables have at each word of an article, looked up once for all who ask.

use lexicon::{Lexicon, Match};
use text::AnnotatedArticle;

/// The longest expression of the lexicon, in tokens.
pub(crate) const LONGEST: usize = 10;

/// For each token the longest entry that begins there and ends in its sentence.
pub(crate) struct Listed<'a>(Vec<Option<Match<'a>>>);

impl<'a> Listed<'a> {
    /// Of an article.
    pub fn of(doc: &AnnotatedArticle, lexicon: &'a Lexicon) -> Listed<'a> {
        let mut listed = vec![None; doc.tokens.len()];
        for sentence in &doc.sentences {
            let tokens = sentence.tokens.range();
            let words: Vec<&str> = tokens.clone().map(|t| doc.words(doc.tokens[t].span)).collect();
            for (at, token) in tokens.enumerate() {
                let reach = (at + LONGEST).min(words.len());
                listed[token] = lexicon.find(&words[at..reach]);
            }
        }
        Listed(listed)
    }

    /// What begins at a token.
    pub fn at(&self, token: usize) -> Option<&Match<'a>> {
        self.0.get(token)?.as_ref()
    }
}
