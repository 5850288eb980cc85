//! Full-text search over articles and claims.

use crate::{Result, Store};

/// Something found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Hit {
    /// What it was found in.
    pub place: Found,
    /// The words around, found words between `«` and `»`.
    pub excerpt: String,
}

/// What something was found in, by its id.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Found {
    /// The quote or the speaker of a claim.
    Claim(String),
    /// The title or text of an article.
    Article(String),
}

impl Store {
    /// Claims, then articles, that hold all of `words`, best first, at most `limit` of each.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Hit>> {
        let words: Vec<&str> = words
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .collect();
        match words.is_empty() {
            true => Ok(Vec::new()),
            false => self.backend.search(&words, limit).map_err(self.failed()),
        }
    }
}
