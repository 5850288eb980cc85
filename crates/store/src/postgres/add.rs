//! Adding to the tables on a server, while others do the same.

use std::collections::{BTreeMap, BTreeSet};

use postgres::error::SqlState;
use postgres::{Client, Transaction};
use record::{Claim, Content, Judgement};
use text::Article;

use super::search::indexed;
use crate::backend::{Answer, Cause};
use crate::reading::{json, row_hash};
use crate::{Added, Reading, sha256};

/// Attempts at an addition that others get in the way of.
const ATTEMPTS: u32 = 8;

/// Slots for the number of additions, as the table has them.
const SLOTS: i32 = 64;

/// Adds all or none. Where two additions wait for each other the server ends one of them, and that
/// one begins again.
pub(super) fn again<T>(
    client: &mut Client,
    mut add: impl FnMut(&mut Transaction<'_>) -> Answer<T>,
) -> Answer<T> {
    let mut attempt = 1;
    loop {
        let mut rows = client.transaction()?;
        let done = add(&mut rows).and_then(|added| {
            count(&mut rows)?;
            rows.commit()?;
            Ok(added)
        });
        match done {
            Err(why) if attempt < ATTEMPTS && is_passing(&why) => attempt += 1,
            done => return done,
        }
    }
}

fn is_passing(why: &Cause) -> bool {
    let code = why.downcast_ref().and_then(postgres::Error::code);
    code.is_some_and(|code| {
        [&SqlState::T_R_DEADLOCK_DETECTED, &SqlState::T_R_SERIALIZATION_FAILURE].contains(&code)
    })
}

/// The record's revision moves on with this transaction.
fn count(rows: &mut Transaction<'_>) -> Answer<()> {
    let slot = "UPDATE additions SET number = number + 1 WHERE slot = pg_backend_pid() % $1";
    rows.execute(slot, &[&SLOTS])?;
    Ok(())
}

/// Readings in order of their articles, so that two workers with the same pages meet at the first.
pub(super) fn readings(
    rows: &mut Transaction<'_>,
    readings: &[Reading],
    tools: &str,
) -> Answer<Added> {
    let mut added = Added {
        articles: add_articles(rows, readings)?,
        claims: add_claims(rows, readings)?,
        readings: 0,
    };
    let mut by_article: BTreeMap<String, Vec<&Reading>> = BTreeMap::new();
    for reading in readings {
        by_article.entry(reading.article.id.0.to_string()).or_default().push(reading);
    }
    let turns = by_article.values().map(Vec::len).max().unwrap_or_default();
    for turn in 0..turns {
        let these = by_article.values().filter_map(|all| all.get(turn).copied()).collect();
        added.readings += add_outcomes(rows, these, tools)?;
    }
    Ok(added)
}

fn add_articles(rows: &mut Transaction<'_>, readings: &[Reading]) -> Answer<usize> {
    let articles: BTreeMap<String, &Reading> =
        readings.iter().map(|reading| (reading.article.id.0.to_string(), reading)).collect();
    let ids: Vec<&String> = articles.keys().collect();
    let jsons: Vec<String> = articles.values().map(|reading| reading.untexted()).collect();
    let texts: Vec<&str> = articles.values().map(|r| r.article.text.as_str()).collect();
    let hashes: Vec<String> = texts.iter().map(|text| sha256(text)).collect();
    let words: Vec<String> = articles.values().map(|r| article_words(&r.article)).collect();
    let row_hashes = row_hashes(ids.iter().zip(&hashes).zip(&jsons));
    let insert = "INSERT INTO articles (id, json, text, text_sha256, words, row_sha256)
        SELECT id, json::JSON, text, hash, to_tsvector('english', words), row
        FROM unnest($1::TEXT[], $2::TEXT[], $3::TEXT[], $4::TEXT[], $5::TEXT[], $6::TEXT[])
             AS new (id, json, text, hash, words, row)
        ON CONFLICT DO NOTHING";
    let added = rows.execute(insert, &[&ids, &jsons, &texts, &hashes, &words, &row_hashes])?;
    Ok(usize::try_from(added)?)
}

/// The hashes of rows, each of three cells.
fn row_hashes<'c, C: AsRef<str> + 'c>(
    cells: impl Iterator<Item = ((C, &'c String), &'c String)>,
) -> Vec<String> {
    cells.map(|((one, two), three)| row_hash([one.as_ref(), two, three])).collect()
}

fn article_words(article: &Article) -> String {
    indexed(&[article.title.as_deref().unwrap_or_default(), &article.text])
}

fn add_claims(rows: &mut Transaction<'_>, readings: &[Reading]) -> Answer<usize> {
    let all = readings.iter().flat_map(|reading| &reading.claims);
    let claims: BTreeMap<String, _> = all.map(|claim| (claim.id.0.to_string(), claim)).collect();
    let ids: Vec<&String> = claims.keys().collect();
    let articles: Vec<String> = claims.values().map(|c| c.article.0.to_string()).collect();
    let jsons: Vec<String> = claims.values().map(json).collect();
    let quotes: Vec<&str> = claims.values().map(|c| c.shown().words()).collect();
    let words: Vec<String> = claims.values().map(|claim| claim_words(claim)).collect();
    let row_hashes = row_hashes(ids.iter().zip(&articles).zip(&jsons));
    let insert = "INSERT INTO claims (id, article, json, quote, words, row_sha256)
        SELECT id, article, json::JSON, quote, to_tsvector('english', words), row
        FROM unnest($1::TEXT[], $2::TEXT[], $3::TEXT[], $4::TEXT[], $5::TEXT[], $6::TEXT[])
             AS new (id, article, json, quote, words, row)
        ON CONFLICT DO NOTHING";
    let added = rows.execute(insert, &[&ids, &articles, &jsons, &quotes, &words, &row_hashes])?;
    Ok(usize::try_from(added)?)
}

fn claim_words(claim: &Claim) -> String {
    let speaker = match &claim.content {
        Content::Statement(statement) => statement.speaker.words.as_str(),
        _ => "",
    };
    indexed(&[claim.shown().words(), speaker])
}

/// Readings of different articles. One that another worker got in before is looked at again: what it
/// found may be what that worker has just kept.
fn add_outcomes(
    rows: &mut Transaction<'_>,
    mut these: Vec<&Reading>,
    tools: &str,
) -> Answer<usize> {
    let mut added = 0;
    while !these.is_empty() {
        let last = last_outcomes(rows, &these)?;
        these.retain(|reading| {
            let kept = last.get(&reading.article.id.0.to_string());
            kept.is_none_or(|(_, outcome)| *outcome != reading.outcome())
        });
        let numbers = add_numbers(rows, &these, tools, &last)?;
        add_findings(rows, &these, &numbers)?;
        added += numbers.len();
        these.retain(|reading| !numbers.contains_key(&reading.article.id.0.to_string()));
    }
    Ok(added)
}

/// The number and outcome of each article's last reading.
fn last_outcomes(
    rows: &mut Transaction<'_>,
    these: &[&Reading],
) -> Answer<BTreeMap<String, (i64, String)>> {
    let ids: Vec<String> = these.iter().map(|r| r.article.id.0.to_string()).collect();
    let select = "SELECT DISTINCT ON (article) article, number, outcome FROM readings
        WHERE article = ANY ($1) ORDER BY article, number DESC";
    let found = rows.query(select, &[&ids])?;
    let last = found.iter().map(|row| Ok((row.try_get(0)?, (row.try_get(1)?, row.try_get(2)?))));
    last.collect()
}

/// Makes the readings' rows; those that another worker got in before are left out.
fn add_numbers(
    rows: &mut Transaction<'_>,
    these: &[&Reading],
    tools: &str,
    last: &BTreeMap<String, (i64, String)>,
) -> Answer<BTreeMap<String, i64>> {
    let ids: Vec<String> = these.iter().map(|r| r.article.id.0.to_string()).collect();
    let outcomes: Vec<String> = these.iter().map(|reading| reading.outcome()).collect();
    let previous: Vec<i64> = ids.iter().map(|id| last.get(id).map_or(0, |kept| kept.0)).collect();
    let tool_names = vec![tools.to_owned(); ids.len()];
    let row_hashes = row_hashes(ids.iter().zip(&outcomes).zip(&tool_names));
    let insert = "INSERT INTO readings (article, tools, outcome, previous, row_sha256)
        SELECT article, $2, outcome, previous, row
        FROM unnest($1::TEXT[], $3::TEXT[], $4::BIGINT[], $5::TEXT[])
             AS new (article, outcome, previous, row)
        ON CONFLICT DO NOTHING RETURNING article, number";
    let made = rows.query(insert, &[&ids, &tools, &outcomes, &previous, &row_hashes])?;
    made.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

fn add_findings(
    rows: &mut Transaction<'_>,
    these: &[&Reading],
    numbers: &BTreeMap<String, i64>,
) -> Answer<()> {
    let mut claims: BTreeSet<(i64, String)> = BTreeSet::new();
    let (mut of, mut places, mut jsons) = (Vec::new(), Vec::new(), Vec::new());
    for reading in these {
        let Some(number) = numbers.get(&reading.article.id.0.to_string()) else { continue };
        claims.extend(reading.claims.iter().map(|claim| (*number, claim.id.0.to_string())));
        for (place, problem) in (0_i64..).zip(&reading.problems) {
            of.push(*number);
            places.push(place);
            jsons.push(json(problem));
        }
    }
    let (readings, claims): (Vec<i64>, Vec<String>) = claims.into_iter().unzip();
    let tie = "INSERT INTO reading_claims SELECT * FROM unnest($1::BIGINT[], $2::TEXT[])";
    rows.execute(tie, &[&readings, &claims])?;
    let note = "INSERT INTO problems (reading, place, json)
        SELECT reading, place, json::JSON
        FROM unnest($1::BIGINT[], $2::BIGINT[], $3::TEXT[]) AS new (reading, place, json)";
    rows.execute(note, &[&of, &places, &jsons])?;
    Ok(())
}

pub(super) fn problems(rows: &mut Transaction<'_>, new: &[[String; 3]]) -> Answer<()> {
    let insert = "INSERT INTO source_problems (id, path, json, row_sha256)
        VALUES ($1, $2, $3::TEXT::JSON, $4) ON CONFLICT DO NOTHING";
    let insert = rows.prepare(insert)?;
    let mut sorted: Vec<_> = new.iter().collect();
    sorted.sort();
    for [id, path, json] in sorted {
        rows.execute(&insert, &[id, path, json, &row_hash([id, path, json])])?;
    }
    Ok(())
}

pub(super) fn judgements(rows: &mut Transaction<'_>, new: &[Judgement]) -> Answer<()> {
    let insert = "INSERT INTO judgements (id, json, row_sha256) VALUES ($1, $2::TEXT::JSON, $3)
        ON CONFLICT DO NOTHING";
    let insert = rows.prepare(insert)?;
    for judgement in new {
        let (id, json) = (judgement.id().to_string(), json(judgement));
        let row = row_hash([&id, "", &json]);
        rows.execute(&insert, &[&id, &json, &row])?;
    }
    Ok(())
}
