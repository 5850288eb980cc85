//! Adding to the tables of an SQLite file.

use record::{Claim, Judgement};
use rusqlite::{Connection, OptionalExtension, Result, Transaction, TransactionBehavior, params};
use text::Article;

use crate::reading::{json, row_hash};
use crate::{Added, Reading, sha256};

pub(super) fn readings(to: &mut Connection, new: &[Reading], tools: &str) -> Result<Added> {
    let mut added = Added::default();
    all_or_none(to, |rows| {
        new.iter().try_for_each(|reading| add_reading(rows, reading, tools, &mut added))
    })?;
    Ok(added)
}

pub(super) fn problems(to: &mut Connection, new: &[[String; 3]]) -> Result<()> {
    all_or_none(to, |rows| new.iter().try_for_each(|odd| add_source_problem(rows, odd)))
}

pub(super) fn judgements(to: &mut Connection, new: &[Judgement]) -> Result<()> {
    all_or_none(to, |rows| new.iter().try_for_each(|verdict| add_judgement(rows, verdict)))
}

fn all_or_none(
    to: &mut Connection,
    add: impl FnOnce(&Transaction<'_>) -> Result<()>,
) -> Result<()> {
    // Asking to write at once: one who has read first would be refused, not kept waiting.
    let rows = to.transaction_with_behavior(TransactionBehavior::Immediate)?;
    add(&rows)?;
    rows.commit()
}

fn add_reading(
    rows: &Transaction<'_>,
    reading: &Reading,
    tools: &str,
    added: &mut Added,
) -> Result<()> {
    added.articles += add_article(rows, reading)?;
    for claim in &reading.claims {
        added.claims += add_claim(rows, claim)?;
    }
    let outcome = reading.outcome();
    if last_outcome(rows, &reading.article)?.as_deref() != Some(outcome.as_str()) {
        added.readings += 1;
        add_outcome(rows, reading, tools, &outcome)?;
    }
    Ok(())
}

fn add_article(rows: &Transaction<'_>, reading: &Reading) -> Result<usize> {
    let article = &reading.article;
    let mut insert = rows.prepare_cached(
        "INSERT INTO articles (id, json, text, text_sha256, row_sha256) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let (id, json, text) = (article.id.0.to_string(), reading.untexted(), &article.text);
    let hash = sha256(text);
    let row = row_hash([&id, &hash, &json]);
    insert.execute(params![id, json, text, hash, row])
}

fn add_claim(rows: &Transaction<'_>, claim: &Claim) -> Result<usize> {
    let mut insert = rows.prepare_cached(
        "INSERT INTO claims (id, article, json, row_sha256) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let (id, article, json) = (claim.id.0.to_string(), claim.article.0.to_string(), json(claim));
    let row = row_hash([&id, &article, &json]);
    insert.execute([id, article, json, row])
}

fn last_outcome(rows: &Transaction<'_>, article: &Article) -> Result<Option<String>> {
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
) -> Result<()> {
    let article = reading.article.id.0.to_string();
    let row = row_hash([&article, outcome, tools]);
    rows.prepare_cached(
        "INSERT INTO readings (article, tools, outcome, row_sha256) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![article, tools, outcome, row])?;
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

fn add_source_problem(rows: &Transaction<'_>, odd: &[String; 3]) -> Result<()> {
    let [id, path, json] = odd;
    rows.prepare_cached(
        "INSERT INTO source_problems (id, path, json, row_sha256) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute([id, path, json, &row_hash([id, path, json])])?;
    Ok(())
}

fn add_judgement(rows: &Transaction<'_>, judgement: &Judgement) -> Result<()> {
    let (id, json) = (judgement.id().to_string(), json(judgement));
    let row = row_hash([&id, "", &json]);
    rows.prepare_cached("INSERT INTO judgements (id, json, row_sha256) VALUES (?1, ?2, ?3)")?
        .execute([id, json, row])?;
    Ok(())
}
