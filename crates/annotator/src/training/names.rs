//! Learning names.

use super::learner::{Learner, Random};
use super::trees::Tree;
use crate::names::{LABELS, NameLabel, allowed_best, fill};
use crate::table::Table;
use crate::tagger::Casing;

/// Passes over the sentences.
const PASSES: usize = 6;

/// Learns from sentences with a label for each word.
pub(crate) fn learn(sentences: &[(&Tree, Vec<NameLabel>)], bits: u32, least: u8) -> Table {
    let mut learner = Learner::new(bits, LABELS);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut random = Random(61);
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            let (tree, right) = &sentences[at];
            learn_sentence(tree, right, &mut learner);
        }
    }
    learner.table(least)
}

fn learn_sentence(tree: &Tree, right: &[NameLabel], learner: &mut Learner) {
    let sentence = tree.tagged();
    let casing = Casing::of(sentence.words);
    let (mut labels, mut features, mut scores) = (Vec::new(), Vec::new(), vec![0; LABELS]);
    for (at, &gold) in right.iter().enumerate() {
        fill(sentence, &labels, at, casing, &mut features);
        learner.score(&features, &mut scores);
        let guess = allowed_best(&scores, labels.last().copied());
        learner.learn(&features, usize::from(gold.0), usize::from(guess.0));
        labels.push(guess);
    }
}
