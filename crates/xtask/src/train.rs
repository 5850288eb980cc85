//! `cargo xtask train`: treebanks in, a model out; the same bytes from the same input.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use annotator::training::{
    Corpus, Gold, Plan, Reader, Vectors, headlines, learn_boundaries, read_bio, read_conllu,
    read_paragraphs, train,
};
use anyhow::Context;
use flate2::read::MultiGzDecoder;

/// How often a sentence whose tree was made by hand comes in each.
const BY_HAND: u8 = 2;

/// Genres of GUM whose texts are not known to be free for every use: left out of the shipped model.
const UNFREE_GENRES: &[&str] =
    &["_academic", "_essay", "_fiction", "_letter", "_podcast", "_reddit", "_whow"];

/// Trains on `treebanks` (`*train*.conllu[.gz]`), `silver` (`*.conllu[.gz]`) and names (`*.bio` in either).
///
/// `irregular` is the annotator's table of irregular forms, `vectors` what `training/vectors.py` writes.
pub fn train_model(
    treebanks: &Path,
    silver: &Path,
    irregular: &Path,
    vectors: &Path,
    out: &Path,
) -> anyhow::Result<()> {
    let vectors = Vectors::read(&read_text(vectors)?).context("not a file of vectors")?;
    let irregular = read_text(irregular)?;
    let mut corpus = Corpus { irregular, vectors, ..Corpus::default() };
    for path in files(treebanks, "train")? {
        let mut gold = Vec::new();
        add(&mut gold, &path)?;
        gold.iter_mut().for_each(|sentence| sentence.weight = BY_HAND);
        corpus.trees.extend(gold);
    }
    for path in files(silver, ".conllu")? {
        let mut gold = Vec::new();
        add(&mut gold, &path)?;
        let titles = headlines(&gold);
        corpus.trees.extend(gold);
        corpus.trees.extend(titles);
    }
    for path in files(silver, ".bio")? {
        corpus.names.extend(read_bio(&read_text(&path)?));
    }
    let watch = |_: &Reader, told: &str| eprintln!("{told}");
    let bytes = train(&corpus, Plan::LARGE, watch).write();
    fs::write(out, &bytes).with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{} sentences, {} bytes", corpus.trees.len(), bytes.len());
    Ok(())
}

/// Learns from `treebanks` (`*train*.conllu[.gz]`) where sentences end.
pub fn train_sentences(treebanks: &Path, out: &Path) -> anyhow::Result<()> {
    let mut paragraphs = Vec::new();
    for path in files(treebanks, "train")? {
        paragraphs.extend(read_paragraphs(&read_text(&path)?, without(&path)));
    }
    fs::write(out, learn_boundaries(&paragraphs))
        .with_context(|| format!("cannot write {}", out.display()))?;
    eprintln!("{} paragraphs", paragraphs.len());
    Ok(())
}

fn add(trees: &mut Vec<Gold>, path: &Path) -> anyhow::Result<()> {
    trees.extend(read_conllu(&read_text(path)?, without(path)));
    Ok(())
}

/// The documents of a treebank that are left out.
fn without(treebank: &Path) -> &'static [&'static str] {
    if treebank.to_string_lossy().contains("gum") { UNFREE_GENRES } else { &[] }
}

/// Files of a folder whose names hold `part`, by name, so that their order is the same everywhere.
fn files(folder: &Path, part: &str) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = entries.map(|e| Ok(e?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|p| p.file_name().is_some_and(|n| n.to_string_lossy().contains(part)));
    paths.sort();
    Ok(paths)
}

pub(crate) fn read_text(path: &Path) -> anyhow::Result<String> {
    let mut text = String::new();
    let mut file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    if path.extension().is_some_and(|e| e == "gz") {
        MultiGzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        file.read_to_string(&mut text)?;
    }
    Ok(text)
}
