//! Reading back what was kept.

use record::{Claim, Judgement};
use rusqlite::{Params, Row};
use serde::de::DeserializeOwned;
use text::{Article, ArticleId, Problem};

use crate::{Result, Store};

/// Claims of the last reading of each article.
const CURRENT: &str = "SELECT json FROM claims WHERE id IN (
    SELECT claim FROM reading_claims WHERE reading IN (SELECT max(number) FROM readings GROUP BY article)
) ORDER BY id";

impl Store {
    /// All articles, by id.
    pub fn articles(&self) -> Result<Vec<Article>> {
        let rows = self.rows("SELECT json, text FROM articles ORDER BY id", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })?;
        let read = rows.into_iter().map(|(json, text)| {
            let article: Article = self.parse("articles", &json)?;
            Ok(Article { text, ..article })
        });
        read.collect()
    }

    /// The claims that count: those of the last reading of each article, by id.
    pub fn claims(&self) -> Result<Vec<Claim>> {
        self.parsed("claims", CURRENT)
    }

    /// All claims ever made, by id.
    pub fn all_claims(&self) -> Result<Vec<Claim>> {
        self.parsed("claims", "SELECT json FROM claims ORDER BY id")
    }

    /// What people hold, in the order in which they said so.
    pub fn judgements(&self) -> Result<Vec<Judgement>> {
        self.parsed("judgements", "SELECT json FROM judgements ORDER BY rowid")
    }

    /// What was odd in articles at their last reading, by article.
    pub fn problems(&self) -> Result<Vec<(ArticleId, Problem)>> {
        let sql = "SELECT readings.article, problems.json FROM problems
            JOIN readings ON readings.number = problems.reading
            WHERE reading IN (SELECT max(number) FROM readings GROUP BY article)
            ORDER BY readings.article, problems.place";
        let rows =
            self.rows(sql, [], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let read = rows.into_iter().map(|(article, json)| {
            let article = self.parse("readings", &format!("\"{article}\""))?;
            Ok((article, self.parse("problems", &json)?))
        });
        read.collect()
    }

    /// What was odd in files, by path.
    pub fn source_problems(&self) -> Result<Vec<(String, Problem)>> {
        let sql = "SELECT path, json FROM source_problems ORDER BY path, json";
        let rows =
            self.rows(sql, [], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let read =
            rows.into_iter().map(|(path, json)| Ok((path, self.parse("source_problems", &json)?)));
        read.collect()
    }

    /// A number that grows with everything that is added.
    pub fn revision(&self) -> Result<u64> {
        let sql = "SELECT (SELECT COALESCE(MAX(rowid), 0) FROM articles)
                        + (SELECT COALESCE(MAX(number), 0) FROM readings)
                        + (SELECT COALESCE(MAX(rowid), 0) FROM source_problems)
                        + (SELECT COALESCE(MAX(rowid), 0) FROM judgements)";
        let rows = self.rows(sql, [], |row| row.get::<_, i64>(0))?;
        Ok(rows.first().copied().unwrap_or_default().unsigned_abs())
    }

    /// All rows of a query.
    pub(crate) fn rows<T, P: Params>(
        &self,
        sql: &str,
        with: P,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut select = self.connection.prepare(sql).map_err(self.failed())?;
        let rows = select.query_map(with, read).map_err(self.failed())?;
        rows.collect::<rusqlite::Result<_>>().map_err(self.failed())
    }

    pub(crate) fn parse<T: DeserializeOwned>(&self, table: &'static str, json: &str) -> Result<T> {
        serde_json::from_str(json).map_err(self.unread(table))
    }

    fn parsed<T: DeserializeOwned>(&self, table: &'static str, sql: &str) -> Result<Vec<T>> {
        let rows = self.rows(sql, [], |row| row.get::<_, String>(0))?;
        rows.iter().map(|json| self.parse(table, json)).collect()
    }
}
