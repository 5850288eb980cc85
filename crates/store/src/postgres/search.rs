//! Full-text search by the server's own index.

use postgres::Client;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::backend::Answer;
use crate::{Found, Hit};

/// Bytes of a text that search looks in: the index of one row has a limit, and what a page says
/// beyond this is found by reading it.
const LOOKED_IN: usize = 400_000;

const CLAIMS: &str = "SELECT id, ts_headline('english', quote, asked, $2)
    FROM claims, plainto_tsquery('english', $1) AS asked
    WHERE words @@ asked AND id IN (SELECT claim FROM reading_claims
        WHERE reading IN (SELECT max(number) FROM readings GROUP BY article))
    ORDER BY ts_rank(words, asked) DESC, id LIMIT $3";

const ARTICLES: &str = "SELECT id, ts_headline('english', text, asked, $2)
    FROM articles, plainto_tsquery('english', $1) AS asked
    WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC, id LIMIT $3";

/// How an excerpt is shown.
const SHOWN: &str = "StartSel=«, StopSel=», MaxWords=24, MinWords=12, MaxFragments=1";

pub(super) fn find(client: &mut Client, words: &[&str], limit: u32) -> Answer<Vec<Hit>> {
    let asked = indexed(words);
    let mut hits = found(client, CLAIMS, &asked, limit, Found::Claim)?;
    hits.extend(found(client, ARTICLES, &asked, limit, Found::Article)?);
    Ok(hits)
}

fn found(
    client: &mut Client,
    sql: &str,
    asked: &str,
    limit: u32,
    place: fn(String) -> Found,
) -> Answer<Vec<Hit>> {
    let rows = client.query(sql, &[&asked, &SHOWN, &i64::from(limit)])?;
    let hit =
        |row: &postgres::Row| Ok(Hit { place: place(row.try_get(0)?), excerpt: row.try_get(1)? });
    rows.iter().map(hit).collect()
}

/// Texts as search sees them: one after another, without accents, and not too long.
pub(super) fn indexed(texts: &[&str]) -> String {
    let mut plain: String =
        texts.join("\n").nfkd().filter(|letter| !is_combining_mark(*letter)).collect();
    let end = (0..=LOOKED_IN.min(plain.len())).rev().find(|at| plain.is_char_boundary(*at));
    plain.truncate(end.unwrap_or_default());
    plain
}
