//! Reading back what was kept.

use record::{Claim, Judgement};
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
        let sql = "SELECT json, text FROM articles ORDER BY id";
        self.read(sql, &[], |[json, text]| Ok(Article { text, ..self.parse("articles", &json)? }))
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
        self.read(sql, &[], |[article, json]| {
            let article = self.parse("readings", &format!("\"{article}\""))?;
            Ok((article, self.parse("problems", &json)?))
        })
    }

    /// What was odd in files, by path.
    pub fn source_problems(&self) -> Result<Vec<(String, Problem)>> {
        let sql = "SELECT path, json FROM source_problems ORDER BY path, CAST(json AS TEXT)";
        self.read(sql, &[], |[path, json]| Ok((path, self.parse("source_problems", &json)?)))
    }

    /// All rows of a query, read one by one; the first that fails ends it.
    pub(crate) fn read<const N: usize, T>(
        &self,
        sql: &str,
        with: &[i64],
        mut read: impl FnMut([String; N]) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut rows = Ok(Vec::new());
        self.each(sql, with, |cells| {
            if let Ok(so_far) = &mut rows {
                match read(cells) {
                    Ok(row) => so_far.push(row),
                    Err(why) => rows = Err(why),
                }
            }
        })?;
        rows
    }

    pub(crate) fn parse<T: DeserializeOwned>(&self, table: &'static str, json: &str) -> Result<T> {
        serde_json::from_str(json).map_err(self.unread(table))
    }

    fn parsed<T: DeserializeOwned>(&self, table: &'static str, sql: &str) -> Result<Vec<T>> {
        self.read(sql, &[], |[json]| self.parse(table, &json))
    }
}
