//! `score metonymy`: place or metonym, against sets labelled by hand.
//!
//! Three questions: can the shipped weights tell, which never saw a sentence of any of these sets;
//! can these features (learned anew by cross-validation within each set); and can the shipped
//! weights when they learn further from the set (cross-validation again).

use std::fs;
use std::path::{Path, PathBuf};

use annotator::training::{Mention, MetonymyModel};
use anyhow::Context;
use pipeline::Tools;

use crate::mention_sets::{Placed, read_set};

/// Parts of a set, each judged by what was learned from the others.
const FOLDS: usize = 10;
/// Neighbouring sentences that stay in one part: sets are made of articles.
const RUN: usize = 8;
/// Rows of the calibration table.
const BINS: usize = 10;

/// Scores one part of each set; with other weights than the shipped if they are given.
pub fn metonymy(sets: &[PathBuf], part: &str, weights: Option<&Path>) -> anyhow::Result<()> {
    let (tools, shipped) = (Tools::shipped(), model(weights)?);
    let mut judged = Vec::new();
    println!("set        part  count    shipped     within    adapted");
    for path in sets {
        let set = read_set(path, part, &tools)?;
        let by_shipped: Vec<_> = set.iter().map(|p| judge(&shipped, &p.mention)).collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let alone = accuracy(&cross_validated(&set, MetonymyModel::learn));
        let further = accuracy(&cross_validated(&set, |seen| shipped.adapt(seen)));
        let (count, by) = (set.len(), accuracy(&by_shipped));
        println!("{name:10} {part} {count:5} {by:10.3} {alone:10.3} {further:10.3}");
        judged.extend(by_shipped);
    }
    println!("\nshipped weights on all of them:\nlikelihood   mentions  mean   metonyms");
    calibration(&judged).iter().for_each(|row| println!("{row}"));
    Ok(())
}

/// The weights of a file, or the shipped ones.
fn model(weights: Option<&Path>) -> anyhow::Result<MetonymyModel> {
    let Some(path) = weights else { return Ok(MetonymyModel::shipped()) };
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    MetonymyModel::read(&bytes).with_context(|| format!("no weights: {}", path.display()))
}

/// How likely the model finds a mention to be a metonym, and whether it is.
type Judged = (f64, bool);

fn judge(model: &MetonymyModel, mention: &Mention) -> Judged {
    (model.likelihood(&mention.features).value(), mention.metonymic)
}

/// Each mention judged by a model that saw no sentence near it.
fn cross_validated(set: &[Placed], learn: impl Fn(&[Mention]) -> MetonymyModel) -> Vec<Judged> {
    let fold = |placed: &Placed| placed.sentence / RUN % FOLDS;
    let judged = (0..FOLDS).flat_map(|out| {
        let (tested, seen): (Vec<_>, Vec<_>) = set.iter().partition(|p| fold(p) == out);
        let seen: Vec<Mention> = seen.into_iter().map(|p| p.mention.clone()).collect();
        let model = learn(&seen);
        tested.into_iter().map(move |p| judge(&model, &p.mention)).collect::<Vec<_>>()
    });
    judged.collect()
}

fn accuracy(judged: &[Judged]) -> f64 {
    let right = judged.iter().filter(|(likely, is)| (*likely > 0.5) == *is).count();
    right as f64 / judged.len().max(1) as f64
}

/// Of mentions found about as likely: how many, how likely on average, how many are metonyms.
fn calibration(judged: &[Judged]) -> Vec<String> {
    let bin = |likely: f64| ((likely * BINS as f64) as usize).min(BINS - 1);
    let row = |number: usize| {
        let inside: Vec<_> = judged.iter().filter(|(likely, _)| bin(*likely) == number).collect();
        let count = inside.len().max(1) as f64;
        let mean = inside.iter().map(|(likely, _)| likely).sum::<f64>() / count;
        let share = inside.iter().filter(|(_, is)| *is).count() as f64 / count;
        let from = number as f64 / BINS as f64;
        let until = from + 1.0 / BINS as f64;
        format!("{from:.1} to {until:.1} {:10}  {mean:.3}  {share:.3}", inside.len())
    };
    (0..BINS).map(row).collect()
}
