//! Adding: readings of articles, problems of files, judgements of people.

use record::{Claim, Judgement};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use text::{Article, Digest, Problem};

use crate::{Result, Store};

/// One article and what came of reading it.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// What it says.
    pub claims: Vec<Claim>,
    /// What was odd in it.
    pub problems: Vec<Problem>,
}

/// Something odd in a file, or in a part of one that gave no article.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceProblem {
    /// The file.
    pub path: String,
    /// Names the bytes that were odd; the path where there are none.
    pub content: Digest,
    /// What is the matter.
    pub problem: Problem,
}

/// How much an addition brought that was not there.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Added {
    /// Articles.
    pub articles: usize,
    /// Claims.
    pub claims: usize,
    /// Readings whose outcome is not the one last kept of their article.
    pub readings: usize,
}

impl Store {
    /// Adds readings by tools of this version, all or none. What is there already is not added again.
    pub fn add(&mut self, readings: &[Reading], tools: &str) -> Result<Added> {
        let mut added = Added::default();
        self.all_or_none(|rows| {
            readings.iter().try_for_each(|reading| add_reading(rows, reading, tools, &mut added))
        })?;
        Ok(added)
    }

    /// Adds what was odd in files.
    pub fn add_problems(&mut self, problems: &[SourceProblem]) -> Result<()> {
        self.all_or_none(|rows| problems.iter().try_for_each(|p| add_source_problem(rows, p)))
    }

    /// Adds a person's verdicts.
    pub fn judge(&mut self, judgements: &[Judgement]) -> Result<()> {
        self.all_or_none(|rows| judgements.iter().try_for_each(|j| add_judgement(rows, j)))
    }

    fn all_or_none(
        &mut self,
        add: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        let done = self.connection.transaction().and_then(|rows| {
            add(&rows)?;
            rows.commit()
        });
        done.map_err(self.failed())
    }
}

fn add_reading(
    rows: &Transaction<'_>,
    reading: &Reading,
    tools: &str,
    added: &mut Added,
) -> rusqlite::Result<()> {
    added.articles += add_article(rows, &reading.article)?;
    for claim in &reading.claims {
        added.claims += add_claim(rows, claim)?;
    }
    let outcome = outcome(reading);
    if last_outcome(rows, &reading.article)?.as_deref() != Some(outcome.as_str()) {
        added.readings += 1;
        add_outcome(rows, reading, tools, &outcome)?;
    }
    Ok(())
}

fn add_article(rows: &Transaction<'_>, article: &Article) -> rusqlite::Result<usize> {
    let mut insert = rows.prepare_cached(
        "INSERT INTO articles (id, json, text, text_sha256) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let untexted = Article { text: String::new(), ..article.clone() };
    let row =
        params![article.id.0.to_string(), json(&untexted), article.text, sha256(&article.text)];
    insert.execute(row)
}

fn add_claim(rows: &Transaction<'_>, claim: &Claim) -> rusqlite::Result<usize> {
    let mut insert =
        rows.prepare_cached("INSERT INTO claims (id, article, json) VALUES (?1, ?2, ?3)")?;
    insert.execute(params![claim.id.0.to_string(), claim.article.0.to_string(), json(claim)])
}

fn last_outcome(rows: &Transaction<'_>, article: &Article) -> rusqlite::Result<Option<String>> {
    let mut select = rows.prepare_cached(
        "SELECT outcome FROM readings WHERE article = ?1 ORDER BY number DESC LIMIT 1",
    )?;
    select.query_row([article.id.0.to_string()], |row| row.get(0)).optional()
}

fn add_outcome(
    rows: &Transaction<'_>,
    reading: &Reading,
    tools: &str,
    outcome: &str,
) -> rusqlite::Result<()> {
    rows.prepare_cached("INSERT INTO readings (article, tools, outcome) VALUES (?1, ?2, ?3)")?
        .execute(params![reading.article.id.0.to_string(), tools, outcome])?;
    let number = rows.last_insert_rowid();
    let mut tie =
        rows.prepare_cached("INSERT INTO reading_claims (reading, claim) VALUES (?1, ?2)")?;
    for claim in &reading.claims {
        tie.execute(params![number, claim.id.0.to_string()])?;
    }
    let mut note =
        rows.prepare_cached("INSERT INTO problems (reading, place, json) VALUES (?1, ?2, ?3)")?;
    for (place, problem) in (0_i64..).zip(&reading.problems) {
        note.execute(params![number, place, json(problem)])?;
    }
    Ok(())
}

fn add_source_problem(rows: &Transaction<'_>, odd: &SourceProblem) -> rusqlite::Result<()> {
    let problem = json(&odd.problem);
    let id = Digest::of(&[odd.content.bytes(), problem.as_bytes()]);
    rows.prepare_cached("INSERT INTO source_problems (id, path, json) VALUES (?1, ?2, ?3)")?
        .execute(params![id.to_string(), odd.path, problem])?;
    Ok(())
}

fn add_judgement(rows: &Transaction<'_>, judgement: &Judgement) -> rusqlite::Result<()> {
    rows.prepare_cached("INSERT INTO judgements (id, json) VALUES (?1, ?2)")?
        .execute(params![judgement.id().to_string(), json(judgement)])?;
    Ok(())
}

/// Names what came of a reading: the same claims and problems have the same outcome.
fn outcome(reading: &Reading) -> String {
    let mut claims: Vec<_> = reading.claims.iter().map(|claim| claim.id.0).collect();
    claims.sort();
    Digest::of(&[json(&claims).as_bytes(), json(&reading.problems).as_bytes()]).to_string()
}

/// The SHA-256 of a text, as `sha256sum` prints it.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn json<T: Serialize>(row: &T) -> String {
    serde_json::to_string(row).expect("plain structs without maps always serialise")
}
