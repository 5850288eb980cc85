//! The whole of training, in order: tags, trees, labels, names, lemmas.

use std::thread;

use super::conllu::Gold;
use super::trees::Tree;
use super::{labels, lemmas, names, tags, trees};
use crate::deprel;
use crate::model::Model;
use crate::names::NameLabel;
use crate::table::Table;
use crate::tagger::{Tagset, tag};

/// Rows of each table, as a power of two: the sizes at which more rows gained less than 0.1 LAS.
const TAGGER_BITS: u32 = 17;
const PARSER_BITS: u32 = 21;
const LABELLER_BITS: u32 = 17;
const NAMES_BITS: u32 = 18;
/// Rows changed fewer times than this are left out.
const LEAST: u8 = 2;
/// Parts of the treebanks of which each is tagged by a tagger that saw the others only.
const FOLDS: usize = 4;

/// What to learn from.
#[derive(Debug, Default)]
pub struct Corpus {
    /// Sentences with trees, some with names.
    pub trees: Vec<Gold>,
    /// Sentences with names only.
    pub names: Vec<Gold>,
    /// "VERB go went gone" a line: forms whose lemma no ending tells.
    pub irregular: String,
}

/// Learns a model. The same corpus gives the same model.
pub fn train(corpus: &Corpus) -> Model {
    let tagset = tags::tagset(&corpus.trees);
    let seen = fold_tagged(&corpus.trees, &tagset);
    let (seen, tagset_ref) = (&seen, &tagset);
    let ((tagger, named), parser, labeller) = thread::scope(|scope| {
        let parser = scope.spawn(|| trees::learn(seen, PARSER_BITS, LEAST));
        let labeller = scope.spawn(|| labels::learn(seen, LABELLER_BITS, LEAST));
        let tagger = tags::learn(&corpus.trees, tagset_ref, TAGGER_BITS, |_| true);
        let named = learn_names(corpus, seen, &tagger, tagset_ref);
        ((tagger, named), join(parser), join(labeller))
    });
    let lemmas = lemmas::learn(&corpus.trees, &corpus.irregular);
    Model { tagset, tagger, parser, labeller, names: named, lemmas }
}

/// A panic in a training thread is a bug of the trainer and goes on here.
fn join(handle: thread::ScopedJoinHandle<Table>) -> Table {
    handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// The sentences with tags that are as wrong as they will be on new text.
fn fold_tagged(gold: &[Gold], tagset: &Tagset) -> Vec<Tree> {
    let taggers: Vec<Table> = thread::scope(|scope| {
        let handles: Vec<_> = (0..FOLDS)
            .map(|fold| {
                scope.spawn(move || tags::learn(gold, tagset, TAGGER_BITS, |i| i % FOLDS != fold))
            })
            .collect();
        handles.into_iter().map(join).collect()
    });
    gold.iter().enumerate().map(|(i, g)| tree(g, &taggers[i % FOLDS], tagset)).collect()
}

fn tree(gold: &Gold, tagger: &Table, tagset: &Tagset) -> Tree {
    let words = tags::words(gold);
    let mut tags = Vec::new();
    tag(tagger, &words, &mut tags);
    let kinds = tags.iter().map(|&t| tagset.kind(t)).collect();
    let labels = gold.labels.iter().map(|l| deprel::number(l)).collect();
    Tree { words, tags, kinds, heads: gold.heads.clone(), labels, weight: gold.weight }
}

fn learn_names(corpus: &Corpus, seen: &[Tree], tagger: &Table, tagset: &Tagset) -> Table {
    let parse = |gold: &Gold| gold.names.iter().map(|n| NameLabel::parse(n)).collect::<Vec<_>>();
    let marked = |gold: &Gold| gold.names.len() == gold.forms.len();
    let only: Vec<_> = corpus
        .names
        .iter()
        .filter(|g| marked(g))
        .map(|g| (tree(g, tagger, tagset), parse(g)))
        .collect();
    let with_trees =
        seen.iter().zip(&corpus.trees).filter(|(_, g)| marked(g)).map(|(t, g)| (t, parse(g)));
    let all: Vec<_> = with_trees.chain(only.iter().map(|(t, n)| (t, n.clone()))).collect();
    names::learn(&all, NAMES_BITS, LEAST)
}
