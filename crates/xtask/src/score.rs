//! `score`: what the program finds beside what people found.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};
use pipeline::{Given, Reader, Tools, annotate, each, find};
use serde_json::Value;

use crate::floors::{self, Floors};
use crate::roles::score_roles;
use crate::tree;

/// Reads the coverage set into a record, hands its export to the scorer, and holds its figures
/// against the pinned floors.
pub fn coverage(misses: bool) -> anyhow::Result<()> {
    let Some(folder) = tree::shared("coverage") else { return Ok(()) };
    let Some(scorer) = tree::shared("scorers/score_record.py") else { return Ok(()) };
    let program = tree::program()?;
    let place = tree::scratch("coverage")?;
    let (record, export) = (place.join("r.db"), place.join("r.json"));
    let mut read = Command::new(&program);
    read.arg("read").arg(folder.join("articles.jsonl")).arg("--record").arg(&record);
    tree::run(read.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let mut write = Command::new(&program);
    write.args(["export", "--format", "json", "--record"]).arg(&record).arg("-o").arg(&export);
    tree::run(&mut write)?;
    let figures = figures(&scorer, &folder, &export, misses)?;
    fs::remove_dir_all(place)?;
    floors::lines(&figures).iter().for_each(|(name, value)| println!("{name:32} {value}"));
    Floors::of_coverage()?.hold(&figures)
}

/// What the scorer counts; what was missed goes to standard error.
fn figures(scorer: &Path, folder: &Path, export: &Path, misses: bool) -> anyhow::Result<Value> {
    let mut score = Command::new("python3");
    score.arg(scorer).arg(folder.join("documents.jsonl")).arg(folder.join("gold.json"));
    score.arg(export).arg("--json").args(misses.then_some("--misses"));
    let output = score.stderr(Stdio::inherit()).output().context("cannot run python3")?;
    if !output.status.success() {
        bail!("{} failed: {}", scorer.display(), output.status);
    }
    serde_json::from_slice(&output.stdout).context("the scorer printed no JSON")
}

/// Annotates pages and compares subjects and objects with hand-keyed ones.
pub fn roles(gold: &Path, pages: &Path) -> anyhow::Result<()> {
    let gold =
        fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let (tools, given) = (Tools::shipped(), Given::default());
    let reader = Reader { tools: &tools, given: &given, jobs: NonZero::<usize>::MIN };
    let mut articles = Vec::new();
    each(&find(&[pages.to_owned()]), &reader, |part| {
        articles.extend(
            part.readings.iter().filter_map(|reading| annotate(&reading.article, &tools).0),
        );
        anyhow::Ok(())
    })?;
    let score = score_roles(&gold, &articles);
    score.wrong.iter().for_each(|line| println!("{line}"));
    println!("{} of {} right", score.right, score.asked);
    Ok(())
}
