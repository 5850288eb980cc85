//! How often lineage is right on labelled pairs and on coverage, where such data is at hand.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use text::{ArticleId, Digest};

use super::compare::{Text, compare};
use super::prose::Prose;
use super::retelling::Retelling;

fn shared(path: &str) -> Option<String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    let text = std::fs::read_to_string(&root).ok();
    if text.is_none() {
        eprintln!("skipped: {path} is not there");
    }
    text
}

fn rows(jsonl: &str) -> Vec<Value> {
    jsonl.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn text(row: &Value) -> Text {
    Text::new(&Prose::of_text(row["text"].as_str().unwrap_or_default()))
}

fn day(row: &Value) -> Option<jiff::civil::Date> {
    row["date"].as_str()?.get(..10)?.parse().ok()
}

#[test]
fn dependence_on_labelled_pairs() {
    let Some(jsonl) = shared("gold/lineage/pairs_gold.jsonl") else { return };
    let (mut right, mut found, mut there) = (0, 0, 0);
    for row in rows(&jsonl) {
        let (a, b) = (&row["a"], &row["b"]);
        let apart = day(a).zip(day(b)).map(|(x, y)| crate::days::days_between(x, y).abs());
        let is = compare(&text(a), &text(b), apart).is_some();
        let should = matches!(row["label"].as_str(), Some("same" | "derived"));
        if is != should {
            eprintln!("{} {} {}", row["pair_id"], row["label"], is);
        }
        right += usize::from(is && should);
        found += usize::from(is);
        there += usize::from(should);
    }
    let f1 = 2.0 * right as f64 / (found + there) as f64;
    eprintln!("dependence: {right} right of {found} found and {there} there, F1 {f1:.3}");
    assert!(f1 >= 0.88, "dependence F1 fell to {f1:.3}");
}

#[test]
fn pairs_in_coverage() {
    let Some(jsonl) = shared("coverage/articles.jsonl") else { return };
    let texts: BTreeMap<String, Text> = rows(&jsonl)
        .iter()
        .map(|row| (row["id"].as_str().unwrap_or_default().to_owned(), text(row)))
        .collect();
    let mut found = Vec::new();
    for (a, one) in &texts {
        for (b, other) in texts.range(a.clone()..).skip(1) {
            let retelling = Retelling::of(&one.outline, &other.outline);
            if retelling.words > 0.5 {
                eprintln!("{a} {b} {retelling:?}");
            }
            if compare(one, other, None).is_some() {
                found.push(format!("{a} {b}"));
            }
        }
    }
    assert_eq!(found, ["seed-001 seed-002"]);
}

/// Seven publishers on one campaign: what is found beyond copies within one house is checked by hand.
#[test]
fn few_of_a_thousand_campaign_stories_are_one_report() {
    let Some(jsonl) = shared("gold/lineage/polnear_wire.jsonl") else { return };
    let rows = rows(&jsonl);
    let texts: Vec<Text> = rows.iter().map(text).collect();
    let mut across = 0;
    let ids: Vec<_> = (0..rows.len()).map(|n| ArticleId(Digest::of(&[&n.to_le_bytes()]))).collect();
    for (a, b) in super::candidates::candidates(&texts, &ids) {
        let (one, other) = (&rows[a], &rows[b]);
        let apart = day(one).zip(day(other)).map(|(x, y)| crate::days::days_between(x, y).abs());
        if let Some(likeness) = compare(&texts[a], &texts[b], apart) {
            eprintln!("{} {} {likeness:?}", one["doc_id"], other["doc_id"]);
            across += usize::from(one["publisher"] != other["publisher"]);
        }
    }
    assert_eq!(across, 0);
}
