//! `score`: what the program finds beside what people found.

use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;

use anyhow::Context;
use pipeline::{Given, Reader, Tools, annotate, each_batch, find};

use crate::roles::score_roles;
use crate::tree;

/// Reads the coverage set into a record and hands its export to the scorer.
pub fn coverage(misses: bool) -> anyhow::Result<()> {
    let Some(folder) = tree::shared("coverage") else { return Ok(()) };
    let Some(scorer) = tree::shared("scorers/score_record.py") else { return Ok(()) };
    let program = tree::program()?;
    let place = tree::scratch("coverage")?;
    let (record, export) = (place.join("r.db"), place.join("r.json"));
    let mut read = Command::new(&program);
    read.arg("read").arg(folder.join("articles.jsonl")).arg("--record").arg(&record);
    tree::run(read.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()))?;
    let mut write = Command::new(&program);
    write.args(["export", "--format", "json", "--record"]).arg(&record).arg("-o").arg(&export);
    tree::run(&mut write)?;
    let mut score = Command::new("python3");
    score
        .arg(scorer)
        .arg(folder.join("documents.jsonl"))
        .arg(folder.join("gold.json"))
        .arg(&export);
    if misses {
        score.arg("--misses");
    }
    tree::run(&mut score)?;
    Ok(fs::remove_dir_all(place)?)
}

/// Annotates pages and compares subjects and objects with hand-keyed ones.
pub fn roles(gold: &Path, pages: &Path) -> anyhow::Result<()> {
    let gold =
        fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let (tools, given) = (Tools::shipped(), Given::default());
    let reader = Reader { tools: &tools, given: &given, jobs: NonZero::<usize>::MIN };
    let mut articles = Vec::new();
    each_batch(&find(&[pages.to_owned()]), &reader, |files| {
        let readings = files.iter().flat_map(|file| &file.readings);
        articles.extend(readings.filter_map(|reading| annotate(&reading.article, &tools).0));
        anyhow::Ok(())
    })?;
    let score = score_roles(&gold, &articles);
    score.wrong.iter().for_each(|line| println!("{line}"));
    println!("{} of {} right", score.right, score.asked);
    Ok(())
}
