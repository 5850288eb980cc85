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

/// Learns a model in so many passes; `watch` is told how it goes. The same corpus gives the same model
/// on machines whose products of matrices are alike.
pub fn train(corpus: &Corpus, passes: usize, watch: impl FnMut(&Reader, &str)) -> Model {
    let gold: Vec<&Gold> = corpus.trees.iter().chain(&corpus.names).collect();
    let reader = learn(&gold, &corpus.vectors, passes, watch);
    let lemmas = lemmas::learn(&corpus.trees, &corpus.irregular);
    Model { tagset: reader.tagset, net: reader.net.pack(), lemmas }
}
