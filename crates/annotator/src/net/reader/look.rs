//! Each word looks at all words of its sentence, near and far.

use std::ops::Range;

use super::norm::{Settle, sum};
use super::rows::{Turned, mean, spread};
use crate::net::curves::exp;
use crate::net::panels::Panels;
use crate::net::sheet::{Sheet, Wholes};
use crate::net::{Attention, EYES};

/// Attention ready to read.
#[derive(Clone, Debug)]
pub(super) struct Look {
    look: Panels,
    say: Panels,
    /// For each eye: how much it likes each distance.
    liked: Vec<Vec<f32>>,
    pub(super) norm: Settle,
}

impl Look {
    pub(super) fn new(layer: &Attention) -> Look {
        Look {
            look: Panels::pack(&layer.look, 1),
            say: Panels::pack(&layer.say, 1),
            liked: layer.distance.rows().into_iter().map(|row| row.to_vec()).collect(),
            norm: Settle::new(&layer.norm),
        }
    }

    /// Changes words of which no number is above `most`.
    #[inline(always)]
    pub(super) fn read(&self, words: &mut Sheet, most: f32, sentences: &[Range<usize>]) {
        let look = self.look.of_each(&Wholes::within(most, words.width, words.rows()));
        let mut told = Sheet::zeros(words.rows().len(), words.width);
        let mut space = Space::default();
        for sentence in sentences {
            for (eye, liked) in self.liked.iter().enumerate() {
                space.look(&look, sentence, liked, (eye, &mut told));
            }
        }
        let said = self.say.of_each(&Wholes::of(told.width, told.rows()));
        for (word, said) in words.rows_mut().zip(said.rows()) {
            for (word, said) in word.iter_mut().zip(said) {
                *word += said;
            }
            self.norm.row(word);
        }
    }
}

/// Reused space.
#[derive(Debug, Default)]
struct Space {
    answered: Turned,
    liked: Vec<f32>,
    shares: Vec<f32>,
}

impl Space {
    /// What one eye tells each word of a sentence.
    #[inline(always)]
    fn look(
        &mut self,
        look: &Sheet,
        sentence: &Range<usize>,
        liked: &[f32],
        (eye, told): (usize, &mut Sheet),
    ) {
        let (n, width) = (sentence.len(), told.width);
        let wide = width / EYES;
        let part = |k: usize| k * width + eye * wide..k * width + (eye + 1) * wide;
        let scale = 1.0 / (wide as f32).sqrt();
        let rows = || sentence.clone().map(|at| look.row(at));
        self.answered.turn(rows().map(|row| &row[part(1)]), wide);
        spread(liked, n, &mut self.liked);
        for (from, row) in rows().enumerate() {
            self.shares.clear();
            self.shares.resize(self.answered.stride(), 0.0);
            self.answered.times(&row[part(0)], &mut self.shares);
            self.shares.truncate(n);
            let liked = &self.liked[n - 1 - from..][..n];
            for (share, liked) in self.shares.iter_mut().zip(liked) {
                *share = *share * scale + liked;
            }
            share(&mut self.shares);
            let to = (sentence.start + from) * width + eye * wide;
            let tells = (sentence.start, part(2).start);
            mean(&self.shares, look, tells, &mut told.numbers[to..to + wide]);
        }
    }
}

/// Scores to shares of one.
#[inline(always)]
fn share(scores: &mut [f32]) {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    for score in scores.iter_mut() {
        *score = exp(*score - top);
    }
    let all = 1.0 / sum(scores, |x| x);
    for score in scores.iter_mut() {
        *score *= all;
    }
}
