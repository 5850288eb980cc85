//! Which word is whose head, and what it is to it; tags and names by the way.

use std::ops::Range;

use ndarray::{Array2, Axis, concatenate};

use super::rows::{Turned, spread};
use crate::net::curves::leaky;
use crate::net::panels::Panels;
use crate::net::sheet::{Sheet, Wholes};
use crate::net::{Dense, Linear, Sizes};

/// What no score is below: a word is never its own head.
const NEVER: f32 = -1e9;

/// The last layers ready to read.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    sizes: Sizes,
    /// Heads, dependents, the same twice for relations, tags, names: side by side.
    all: Panels,
    /// What the first and the third of these say of the root.
    root: Vec<f32>,
    root_label: Vec<f32>,
    pair: Panels,
    distance: Vec<f32>,
    label: Panels,
}

/// What is said of each word.
#[derive(Clone, Debug)]
pub(super) struct Said {
    sizes: Sizes,
    all: Sheet,
}

impl Said {
    /// The part of each word's row from one column to another.
    fn part(&self, columns: Range<usize>) -> impl ExactSizeIterator<Item = &[f32]> {
        self.all.rows().map(move |row| &row[columns.clone()])
    }

    /// The scores of each word's tags.
    pub(super) fn tags(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        let start = 4 * self.sizes.hidden;
        self.part(start..start + self.sizes.tags)
    }

    /// The scores of each word's labels of names.
    pub(super) fn names(&self) -> impl ExactSizeIterator<Item = &[f32]> {
        let start = 4 * self.sizes.hidden + self.sizes.tags;
        self.part(start..start + self.sizes.names)
    }

    fn hidden(&self, part: usize) -> impl ExactSizeIterator<Item = &[f32]> {
        self.part(part * self.sizes.hidden..(part + 1) * self.sizes.hidden)
    }
}

impl Ask {
    pub(super) fn new(dense: &Dense, sizes: Sizes) -> Ask {
        let heads = &dense.heads;
        let layers = [&heads.head, &heads.dependent, &heads.label_head, &heads.label_dependent];
        let layers = [&layers[..], &[&dense.tags, &dense.names]].concat();
        let of_root = |layer: &Linear| {
            (heads.root.dot(&layer.weight) + &layer.bias).into_raw_vec_and_offset().0
        };
        Ask {
            sizes,
            all: Panels::pack(&beside(&layers), 1),
            root: of_root(&heads.head).into_iter().map(leaky).collect(),
            root_label: of_root(&heads.label_head),
            pair: Panels::pack(&heads.pair, 1),
            distance: heads.distance.iter().copied().collect(),
            label: Panels::pack(&heads.label, 1),
        }
    }

    /// Asks of words of which no number is above `most`.
    #[inline(always)]
    pub(super) fn say(&self, words: &Sheet, most: f32) -> Said {
        let all = self.all.of_each(&Wholes::within(most, words.width, words.rows()));
        let mut said = Said { sizes: self.sizes, all };
        for row in said.all.rows_mut() {
            for x in &mut row[..2 * self.sizes.hidden] {
                *x = leaky(*x);
            }
        }
        said
    }

    /// How well each word would be the head of each: for each sentence a row for each word, a column
    /// for the root and each word.
    #[inline(always)]
    pub(super) fn heads(&self, said: &Said, sentences: &[Range<usize>]) -> Vec<Sheet> {
        let asked = self.pair.of_each(&Wholes::of(self.sizes.hidden, said.hidden(1)));
        let mut scores = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            scores.push(self.score(&asked, said, sentence));
        }
        scores
    }

    #[inline(always)]
    fn score(&self, asked: &Sheet, said: &Said, sentence: &Range<usize>) -> Sheet {
        let n = sentence.len();
        let (mut turned, mut liked) = (Turned::default(), Vec::new());
        let of_words = sentence.clone().map(|at| &said.all.row(at)[..self.sizes.hidden]);
        let heads: Vec<&[f32]> = std::iter::once(self.root.as_slice()).chain(of_words).collect();
        turned.turn(heads.into_iter(), self.sizes.hidden);
        spread(&self.distance, n, &mut liked);
        let mut scores = Sheet { width: n + 1, numbers: Vec::with_capacity(n * (n + 1)) };
        let mut row = Vec::new();
        for (from, at) in sentence.clone().enumerate() {
            row.clear();
            row.resize(turned.stride(), 0.0);
            turned.times(&asked.row(at)[..self.sizes.hidden], &mut row);
            let liked = &liked[n - 1 - from..][..n];
            for (score, liked) in row[1..].iter_mut().zip(liked) {
                *score += liked;
            }
            row[from + 1] = NEVER;
            scores.numbers.extend_from_slice(&row[..n + 1]);
        }
        scores
    }

    /// Scores of each word's relation to its head; heads count from the root, the first word is 1.
    pub(super) fn labels(&self, said: &Said, heads: &[usize]) -> Sheet {
        let width = self.sizes.hidden;
        let mut hidden = Sheet::zeros(heads.len(), width);
        let own = said.hidden(3).zip(heads);
        for (row, (own, head)) in hidden.rows_mut().zip(own) {
            let of_head = match head.checked_sub(1) {
                Some(at) => &said.all.row(at)[2 * width..3 * width],
                None => &self.root_label,
            };
            for ((x, own), head) in row.iter_mut().zip(own).zip(of_head) {
                *x = leaky(own + head);
            }
        }
        self.label.of_each(&Wholes::of(width, hidden.rows()))
    }
}

/// Layers that take the same, put side by side.
fn beside(layers: &[&Linear]) -> Linear {
    let join =
        |parts: Vec<_>| concatenate(Axis(1), &parts).unwrap_or_else(|_| Array2::zeros((0, 0)));
    Linear {
        weight: join(layers.iter().map(|layer| layer.weight.view()).collect()),
        bias: join(layers.iter().map(|layer| layer.bias.view()).collect()),
    }
}
