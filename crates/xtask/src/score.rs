//! `score`: what the program finds beside what people found.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
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
    let Some(set) = Coverage::here() else { return Ok(()) };
    let place = tree::scratch("coverage")?;
    let record = place.join("r.db");
    let program = tree::program()?;
    set.read(&program, &record)?;
    let figures = set.figures(&program, &record, misses)?;
    fs::remove_dir_all(place)?;
    floors::lines(&figures).iter().for_each(|(name, value)| println!("{name:32} {value}"));
    Floors::of_coverage()?.hold(&figures)
}

/// The same without the language model of these answers and with it, after what it cost and brought.
pub fn consult(model: &str, answers: &Path) -> anyhow::Result<()> {
    let Some(set) = Coverage::here() else { return Ok(()) };
    let answers = fs::canonicalize(answers).with_context(|| format!("no {}", answers.display()))?;
    let place = tree::scratch("consult")?;
    let record = place.join("r.db");
    let program = tree::program_with("consult")?;
    set.read(&program, &record)?;
    let without = floors::lines(&set.figures(&program, &record, false)?);
    let mut ask = Command::new(&program);
    ask.args(["consult", "--model", model, "--recorded"]).arg(answers);
    // It ends with a code of its own where some passages have no answer.
    ask.arg("--record").arg(&record).status().context("cannot run the program")?;
    let with = floors::lines(&set.figures(&program, &record, false)?);
    fs::remove_dir_all(place)?;
    println!("{:32} {:>8} {:>8}", "", "rules", "and model");
    for ((name, without), (_, with)) in without.iter().zip(&with) {
        println!("{name:32} {without:>8} {with:>8}");
    }
    Ok(())
}

/// Pages, what people found in them, and the program that compares.
struct Coverage {
    folder: PathBuf,
    scorer: PathBuf,
}

impl Coverage {
    fn here() -> Option<Coverage> {
        let found = tree::shared("coverage").zip(tree::shared("scorers/score_record.py"));
        found.map(|(folder, scorer)| Coverage { folder, scorer })
    }

    fn read(&self, program: &Path, record: &Path) -> anyhow::Result<()> {
        let mut read = Command::new(program);
        read.arg("read").arg(self.folder.join("articles.jsonl")).arg("--record").arg(record);
        tree::run(read.stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// What the scorer counts; what was missed goes to standard error.
    fn figures(&self, program: &Path, record: &Path, misses: bool) -> anyhow::Result<Value> {
        let export = record.with_extension("json");
        let mut write = Command::new(program);
        write.args(["export", "--format", "json", "--record"]).arg(record).arg("-o").arg(&export);
        tree::run(&mut write)?;
        let mut score = Command::new("python3");
        score.arg(&self.scorer).arg(self.folder.join("documents.jsonl"));
        score.arg(self.folder.join("gold.json")).arg(export).arg("--json");
        score.args(misses.then_some("--misses")).stderr(Stdio::inherit());
        let output = score.output().context("cannot run python3")?;
        if !output.status.success() {
            bail!("{} failed: {}", self.scorer.display(), output.status);
        }
        serde_json::from_slice(&output.stdout).context("the scorer printed no JSON")
    }
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
