//! `score attribution`: who says what, beside what people marked.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use pipeline::{AttributionRelation, Tools, as_given, attribute};
use serde::Deserialize;
use serde_json::{Value, json};
use text::Span;

use crate::tree;

/// An article of the gold.
#[derive(Deserialize)]
struct Marked {
    doc_id: String,
    text: String,
}

/// Attributes every article and hands the outcome to the scorer.
pub fn run(gold: Option<PathBuf>, out: Option<PathBuf>) -> anyhow::Result<()> {
    let Some(scorer) = tree::shared("gold/attribution/score_attr.py") else { return Ok(()) };
    let set = || tree::shared("gold/attribution/polnear/dev.jsonl");
    let Some(gold) = gold.or_else(set) else { return Ok(()) };
    let place = tree::scratch("attribution")?;
    let found = out.unwrap_or_else(|| place.join("found.jsonl"));
    write(&gold, &found)?;
    tree::run(Command::new("python3").arg(scorer).arg(&gold).arg(&found))?;
    Ok(fs::remove_dir_all(place)?)
}

fn write(gold: &Path, found: &Path) -> anyhow::Result<()> {
    let gold =
        fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let tools = Tools::shipped();
    let mut file = fs::File::create(found)?;
    for line in gold.lines() {
        let marked: Marked = serde_json::from_str(line)?;
        let article = as_given(&marked.doc_id, &marked.text);
        let (relations, problems) = attribute(&article, &tools);
        problems.iter().for_each(|odd| eprintln!("{}: {}", article.name, odd.message));
        let attributions: Vec<Value> =
            relations.iter().map(|relation| row(&article.text, relation)).collect();
        writeln!(file, "{}", json!({"doc_id": article.name, "attributions": attributions}))?;
    }
    Ok(())
}

fn row(text: &str, relation: &AttributionRelation) -> Value {
    let pieces =
        |spans: &[Span]| spans.iter().map(|span| characters(text, *span)).collect::<Vec<_>>();
    json!({
        "source": pieces(&relation.source),
        "cue": pieces(&relation.cue),
        "content": pieces(&relation.content),
        "kind": relation.kind.as_str(),
    })
}

/// A span counted as the scorer counts.
fn characters(text: &str, span: Span) -> [usize; 2] {
    let count = |end: u32| text.get(..end as usize).unwrap_or(text).chars().count();
    [count(span.start()), count(span.end())]
}
