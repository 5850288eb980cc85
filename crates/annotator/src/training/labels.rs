//! Learning labels.

use super::learner::{Learner, Random};
use super::trees::Tree;
use crate::deprel::DEPRELS;
use crate::labeller::{Labelled, allowed_best, fill};
use crate::table::Table;

/// Passes over the treebanks.
const PASSES: usize = 5;

/// Learns the labels of gold trees.
pub(crate) fn learn(trees: &[Tree], bits: u32, least: u8) -> Table {
    let mut learner = Learner::new(bits, DEPRELS.len());
    let mut order: Vec<usize> = (0..trees.len()).collect();
    let mut random = Random(43);
    let mut tree = Labelled::default();
    for _ in 0..PASSES {
        random.shuffle(&mut order);
        for &at in &order {
            for _ in 0..trees[at].weight {
                learn_tree(&trees[at], &mut tree, &mut learner);
            }
        }
    }
    learner.table(least)
}

fn learn_tree(gold: &Tree, tree: &mut Labelled, learner: &mut Learner) {
    tree.reset(&gold.heads);
    let mut features = Vec::new();
    let mut scores = vec![0; DEPRELS.len()];
    for (at, &right) in gold.labels.iter().enumerate() {
        let is_root = gold.heads[at] as usize == gold.heads.len();
        fill(gold.tagged(), tree, at, &mut features);
        learner.score(&features, &mut scores);
        let guess = allowed_best(&scores, is_root);
        if !is_root {
            learner.learn(&features, usize::from(right), usize::from(guess));
        }
        tree.labels.push(guess);
    }
}
