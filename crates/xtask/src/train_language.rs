//! `train-language`: a treebank of another language in, its model out, with figures from what was held out.

use std::fs;
use std::path::{Path, PathBuf};

use annotator::training::{Corpus, Gold, Plan, Reader, train};
use anyhow::Context;

use crate::inflected::read_inflected;
use crate::train::read_text;

/// What to learn from and what to be scored on.
pub struct Lessons {
    /// Treebanks, `*.conllu[.gz]`.
    pub treebanks: Vec<PathBuf>,
    /// Sentences at the end of each treebank that are not learned from.
    pub held_out: usize,
    /// Treebanks to be scored on alone.
    pub measure: Vec<PathBuf>,
}

/// Learns a model, writes it, and prints how well it reads what it did not learn from.
pub fn train_language(lessons: &Lessons, out: &Path) -> anyhow::Result<()> {
    let (mut corpus, mut sets) = (Corpus::default(), Vec::new());
    for path in &lessons.treebanks {
        let mut gold = read_inflected(&read_text(path)?);
        let held = gold.split_off(gold.len().saturating_sub(lessons.held_out));
        corpus.trees.extend(gold);
        sets.push((path, held));
    }
    for path in &lessons.measure {
        sets.push((path, read_inflected(&read_text(path)?)));
    }
    let mut passes = 0;
    let watch = |reader: &Reader, told: &str| {
        passes += 1;
        eprintln!("{told}");
        if passes == Plan::SMALL.passes {
            sets.iter().for_each(|(path, gold)| tell(reader, path, gold));
        }
    };
    let bytes = train(&corpus, Plan::SMALL, watch).write();
    fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{} sentences, {} bytes", corpus.trees.len(), bytes.len());
    Ok(())
}

/// A line for each set: words, tags, heads, heads with relations.
fn tell(reader: &Reader, path: &Path, gold: &[Gold]) {
    let [words, tags, heads, labels] = reader.score(gold);
    let share = |right: usize| 100.0 * right as f64 / words.max(1) as f64;
    println!(
        "{}: {} sentences, {words} words, UPOS {:.1}, UAS {:.1}, LAS {:.1}",
        path.display(),
        gold.len(),
        share(tags),
        share(heads),
        share(labels)
    );
}
