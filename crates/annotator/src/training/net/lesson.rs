//! Sentences ready to learn from.

use crate::deprel;
use crate::names::NameLabel;
use crate::net::{Lookup, Reading};
use crate::tagger::Tagset;
use crate::training::conllu::Gold;
use crate::word::Spelling;

/// A sentence: what the network sees, and what it should say where that is known.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    pub(crate) readings: Vec<Reading>,
    pub(crate) tags: Vec<Option<usize>>,
    /// 0 the root, 1 the first word.
    pub(crate) heads: Vec<Option<usize>>,
    pub(crate) labels: Vec<Option<usize>>,
    pub(crate) names: Vec<Option<usize>>,
}

impl Lesson {
    pub(crate) fn new(gold: &Gold, tagset: &Tagset, lookup: &Lookup) -> Lesson {
        let mut spelling = Spelling::default();
        let words = gold.forms.iter().map(|form| lookup.read(&spelling.read(form)));
        let readings: Vec<Reading> = words.collect();
        let n = readings.len();
        let known = |at: usize, of: usize| of == n && at < of;
        Lesson {
            tags: each(n, |at| {
                known(at, gold.tags.len()).then(|| tagset.find(&gold.tags[at]).0.into())
            }),
            heads: each(n, |at| known(at, gold.heads.len()).then(|| head(gold.heads[at], n))),
            labels: each(n, |at| {
                known(at, gold.labels.len()).then(|| deprel::number(&gold.labels[at]).into())
            }),
            names: each(n, |at| {
                known(at, gold.names.len()).then(|| NameLabel::parse(&gold.names[at]).0.into())
            }),
            readings,
        }
    }
}

fn each(n: usize, of: impl Fn(usize) -> Option<usize>) -> Vec<Option<usize>> {
    (0..n).map(of).collect()
}

fn head(head: u32, n: usize) -> usize {
    if head as usize >= n { 0 } else { head as usize + 1 }
}
