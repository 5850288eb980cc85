//! The whole of training: the network, then lemmas.

use super::conllu::Gold;
use super::lemmas;
use super::net::{Reader, Vectors, learn};
use crate::model::Model;

/// What to learn from.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Sentences with trees, some with names.
    pub trees: Vec<Gold>,
    /// Sentences with names only.
    pub names: Vec<Gold>,
    /// "VERB go went gone" a line: forms whose lemma no ending tells.
    pub irregular: String,
    /// Vectors of words that others learned.
    pub vectors: Vectors,
}

/// How much to learn with.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Times that all sentences are read.
    pub passes: usize,
    /// Numbers a word is inside the network.
    pub width: usize,
    /// Numbers each view of a word has when heads are sought.
    pub hidden: usize,
}

impl Plan {
    /// For the English model: 50,000 sentences and more.
    pub const LARGE: Plan = Plan { passes: 8, width: 96, hidden: 64 };
    /// For a treebank or two of a few thousand sentences, without vectors.
    pub const SMALL: Plan = Plan { passes: 100, width: 64, hidden: 48 };
}

/// Learns a model; `watch` is told how it goes. The same corpus gives the same model
/// on machines whose products of matrices are alike.
pub fn train(corpus: &Corpus, plan: Plan, watch: impl FnMut(&Reader, &str)) -> Model {
    let gold: Vec<&Gold> = corpus.trees.iter().chain(&corpus.names).collect();
    let reader = learn(&gold, &corpus.vectors, plan, watch);
    let lemmas = lemmas::learn(&corpus.trees, &corpus.irregular);
    Model { tagset: reader.tagset, net: reader.net.pack(), lemmas }
}
