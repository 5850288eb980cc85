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

const CLAIMS: &str = "SELECT claims.id, snippet(claim_words, 0, '«', '»', '…', 24)
    FROM claim_words JOIN claims ON claims.rowid = claim_words.rowid
    WHERE claim_words MATCH ?1
    AND claims.id IN (SELECT claim FROM reading_claims
        WHERE reading IN (SELECT max(number) FROM readings GROUP BY article))
    ORDER BY claim_words.rank, claims.id LIMIT ?2";

const ARTICLES: &str = "SELECT articles.id, snippet(article_words, -1, '«', '»', '…', 24)
    FROM article_words JOIN articles ON articles.rowid = article_words.rowid
    WHERE article_words MATCH ?1 ORDER BY article_words.rank, articles.id LIMIT ?2";

impl Store {
    /// Claims, then articles, that hold all of `words`, best first, at most `limit` of each.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Hit>> {
        let Some(query) = quoted(words) else { return Ok(Vec::new()) };
        let mut hits = self.found(CLAIMS, &query, limit, Found::Claim)?;
        hits.extend(self.found(ARTICLES, &query, limit, Found::Article)?);
        Ok(hits)
    }

    fn found(
        &self,
        sql: &str,
        query: &str,
        limit: u32,
        place: fn(String) -> Found,
    ) -> Result<Vec<Hit>> {
        self.rows(sql, (query, limit), |row| {
            Ok(Hit { place: place(row.get(0)?), excerpt: row.get(1)? })
        })
    }
}

/// Each word between quotation marks, so that none is read as an operator; `None` if there is no word.
fn quoted(words: &str) -> Option<String> {
    let words: Vec<_> = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "")))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}
