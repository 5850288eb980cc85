//! Full-text search by SQLite's own index.

use super::Sqlite;
use crate::backend::Answer;
use crate::{Found, Hit};

const CLAIMS: &str = "SELECT claims.id, snippet(claim_words, 0, '«', '»', '…', 24)
    FROM claim_words JOIN claims ON claims.rowid = claim_words.rowid
    WHERE claim_words MATCH ?1
    AND claims.id IN (SELECT claim FROM reading_claims
        WHERE reading IN (SELECT max(number) FROM readings GROUP BY article))
    ORDER BY claim_words.rank, claims.id LIMIT ?2";

const ARTICLES: &str = "SELECT articles.id, snippet(article_words, -1, '«', '»', '…', 24)
    FROM article_words JOIN articles ON articles.rowid = article_words.rowid
    WHERE article_words MATCH ?1 ORDER BY article_words.rank, articles.id LIMIT ?2";

impl Sqlite {
    pub(super) fn find(&self, words: &[&str], limit: u32) -> Answer<Vec<Hit>> {
        let query = quoted(words);
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
    ) -> rusqlite::Result<Vec<Hit>> {
        let mut select = self.connection.prepare(sql)?;
        let hits = select.query_map((query, limit), |row| {
            Ok(Hit { place: place(row.get(0)?), excerpt: row.get(1)? })
        })?;
        hits.collect()
    }
}

/// Each word between quotation marks, so that none is read as an operator.
fn quoted(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("\"{}\"", word.replace('"', ""))).collect();
    words.join(" ")
}
