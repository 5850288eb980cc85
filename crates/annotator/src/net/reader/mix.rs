//! A word with its neighbours, through a gate, added to what it was.

use std::ops::Range;

use super::norm::Settle;
use crate::net::Convolution;
use crate::net::curves::sigmoid;
use crate::net::panels::Panels;
use crate::net::sheet::{Sheet, Wholes};

/// A convolution ready to read.
#[derive(Clone, Debug)]
pub(super) struct Mix {
    panels: Panels,
    /// How far its neighbours stand from a word.
    reach: usize,
    pub(super) norm: Settle,
}

impl Mix {
    pub(super) fn new(layer: &Convolution, reach: usize) -> Mix {
        Mix { panels: Panels::pack(&layer.mix, 3), reach, norm: Settle::new(&layer.norm) }
    }

    /// Changes words of which no number is above `most`.
    #[inline(always)]
    pub(super) fn read(&self, words: &mut Sheet, most: f32, sentences: &[Range<usize>]) {
        let wholes = Wholes::within(most, words.width, words.rows());
        let both = self.panels.times(&wholes, &windows(sentences, self.reach));
        let width = words.width;
        for (word, both) in words.rows_mut().zip(both.rows()) {
            let (said, gate) = both.split_at(width);
            for ((word, said), gate) in word.iter_mut().zip(said).zip(gate) {
                *word += said * sigmoid(*gate);
            }
            self.norm.row(word);
        }
    }
}

/// The rows of each word's window: that of zeros, 0, where its sentence has no such place.
fn windows(sentences: &[Range<usize>], reach: usize) -> Vec<[usize; 3]> {
    let window = |at: usize, start: usize, end: usize| {
        let before = if at >= start + reach { at - reach + 1 } else { 0 };
        let after = if at + reach < end { at + reach + 1 } else { 0 };
        [before, at + 1, after]
    };
    let each = |s: &Range<usize>| {
        let (start, end) = (s.start, s.end);
        s.clone().map(move |at| window(at, start, end))
    };
    sentences.iter().flat_map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_ends_where_its_sentence_ends() {
        let windows = windows(&[0..3, 3..4], 2);
        assert_eq!(windows, [[0, 1, 3], [0, 2, 0], [1, 3, 0], [0, 4, 0]]);
    }
}
