//! `bench`: how fast pages become a record.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::Context;
use serde_json::Value;

use crate::tree;

/// Copies the coverage set under new ids to so many pages, reads them, and prints documents,
/// seconds and pages per second.
pub fn run(pages: usize) -> anyhow::Result<()> {
    let Some(set) = tree::shared("coverage/articles.jsonl") else { return Ok(()) };
    let program = tree::program()?;
    let place = tree::scratch("bench")?;
    let input = place.join("pages.jsonl");
    multiply(&set, &input, pages)?;
    let record = place.join("bench.db");
    let begun = Instant::now();
    let mut read = Command::new(&program);
    read.arg("read").arg(&input).arg("--record").arg(&record);
    tree::run(read.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let seconds = begun.elapsed().as_secs_f64();
    let rate = pages as f64 / seconds;
    println!("read   {pages} documents {seconds:.1} seconds {rate:.0} pages/s");
    let begun = Instant::now();
    let mut show = Command::new(&program);
    show.args(["show", "timeline", "--record"]).arg(&record);
    tree::run(show.stdout(Stdio::null()))?;
    println!("settle {pages} documents {:.1} seconds", begun.elapsed().as_secs_f64());
    Ok(fs::remove_dir_all(place)?)
}

/// Each copy has an id of its own, and a text of its own, so that no copy is skipped.
fn multiply(set: &Path, out: &Path, pages: usize) -> anyhow::Result<()> {
    let text = fs::read_to_string(set).with_context(|| format!("cannot read {}", set.display()))?;
    let rows: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let mut file = std::io::BufWriter::new(fs::File::create(out)?);
    for (number, row) in rows.iter().cycle().take(pages).enumerate() {
        let mut row = row.clone();
        let id = row["id"].as_str().unwrap_or("page").to_owned();
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        row["id"] = format!("{id}-{number}").into();
        row["text"] = format!("{text}\n\nCopy {number}.").into();
        writeln!(file, "{row}")?;
    }
    Ok(file.flush()?)
}
