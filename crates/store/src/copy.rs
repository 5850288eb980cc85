//! From one store to another: every reading in its order, every problem, every verdict.

use std::collections::BTreeMap;

use text::Article;

use crate::{Error, Reading, Result, Store};

/// Readings carried over at once.
const PAGE: i64 = 500;

/// What was carried over, and how much of it was not there before.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Copied {
    /// Readings.
    pub readings: usize,
    /// Articles that were not there.
    pub articles: usize,
    /// Claims that were not there.
    pub claims: usize,
    /// Verdicts.
    pub judgements: usize,
}

/// A reading and what it was made by.
struct Dated {
    number: i64,
    tools: String,
    reading: Reading,
}

impl Store {
    /// Adds all that this store holds to another. What is there already is not added again, so that
    /// a copy that was broken off is made whole by a second one. What does not hold is not copied: the rows of a copy
    /// are hashed anew, and nobody could tell any more.
    pub fn copy_to(&self, other: &mut Store) -> Result<Copied> {
        let rows = self.verify()?.mismatches.len();
        if rows > 0 {
            return Err(Error::Mismatched { at: self.at.clone(), rows });
        }
        let mut copied = Copied::default();
        let mut last = 0;
        loop {
            let page = self.readings_after(last)?;
            let Some(end) = page.last() else { break };
            last = end.number;
            copied.readings += page.len();
            for (tools, readings) in by_tools(page) {
                let added = other.add(&readings, &tools)?;
                copied.articles += added.articles;
                copied.claims += added.claims;
            }
        }
        let sql = "SELECT id, path, json FROM source_problems ORDER BY rowid";
        other.add_problem_rows(&self.read(sql, &[], Ok)?)?;
        let judgements = self.judgements()?;
        other.judge(&judgements)?;
        Ok(Copied { judgements: judgements.len(), ..copied })
    }

    /// The next readings, in the order in which they were made.
    fn readings_after(&self, last: i64) -> Result<Vec<Dated>> {
        let sql =
            "SELECT CAST(readings.number AS TEXT), readings.tools, articles.json, articles.text
            FROM readings JOIN articles ON articles.id = readings.article
            WHERE readings.number > $1 ORDER BY readings.number LIMIT $2";
        let mut page = self.read(sql, &[last, PAGE], |[number, tools, json, text]| {
            let article = Article { text, ..self.parse("articles", &json)? };
            let reading = Reading { article, claims: Vec::new(), problems: Vec::new() };
            Ok(Dated { number: self.parse("readings", &number)?, tools, reading })
        })?;
        if let Some(end) = page.last().map(|dated| dated.number) {
            self.fill(&mut page, last, end)?;
        }
        Ok(page)
    }

    /// Gives each reading its claims and problems.
    fn fill(&self, page: &mut [Dated], last: i64, end: i64) -> Result<()> {
        let claims = "SELECT CAST(reading_claims.reading AS TEXT), claims.json FROM reading_claims
            JOIN claims ON claims.id = reading_claims.claim
            WHERE reading_claims.reading > $1 AND reading_claims.reading <= $2
            ORDER BY reading_claims.reading, claims.id";
        let problems = "SELECT CAST(reading AS TEXT), json FROM problems
            WHERE reading > $1 AND reading <= $2 ORDER BY reading, place";
        let mut claims = self.by_reading(claims, "claims", &[last, end])?;
        let mut problems = self.by_reading(problems, "problems", &[last, end])?;
        for dated in page {
            dated.reading.claims = claims.remove(&dated.number).unwrap_or_default();
            dated.reading.problems = problems.remove(&dated.number).unwrap_or_default();
        }
        Ok(())
    }

    fn by_reading<T: serde::de::DeserializeOwned>(
        &self,
        sql: &str,
        table: &'static str,
        with: &[i64],
    ) -> Result<BTreeMap<i64, Vec<T>>> {
        let rows = self.read(sql, with, |[reading, json]| {
            let number: i64 = self.parse("readings", &reading)?;
            Ok((number, self.parse::<T>(table, &json)?))
        })?;
        let mut by_reading: BTreeMap<i64, Vec<T>> = BTreeMap::new();
        for (number, row) in rows {
            by_reading.entry(number).or_default().push(row);
        }
        Ok(by_reading)
    }
}

/// Runs of readings by the same tools.
fn by_tools(page: Vec<Dated>) -> Vec<(String, Vec<Reading>)> {
    let mut runs: Vec<(String, Vec<Reading>)> = Vec::new();
    for Dated { tools, reading, .. } in page {
        match runs.last_mut().filter(|(same, _)| *same == tools) {
            Some((_, run)) => run.push(reading),
            None => runs.push((tools, vec![reading])),
        }
    }
    runs
}
