//! Words to rows.

use super::embedding::{Keys, Reading, parts};
use super::sheet::Wholes;
use crate::word::Word;

/// Which words have rows of their own, and which have vectors.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lookup {
    /// Row 0 is for all other words; these have the rows after it.
    pub(crate) words: Keys,
    pub(crate) vectored: Keys,
    /// For each of those the place of its vector.
    pub(crate) places: Vec<u16>,
    /// Numbers of a vector.
    pub(crate) width: usize,
    /// All vectors.
    pub(crate) vectors: Vec<i8>,
}

impl Lookup {
    /// The rows of a word.
    pub(crate) fn read(&self, word: &Word) -> Reading {
        let vector = self.vectored.find(word).and_then(|at| self.places.get(at));
        Reading {
            word: self.words.find(word).map_or(0, |at| at + 1),
            vector: vector.map(|place| usize::from(*place)),
            parts: parts(word),
        }
    }

    /// Adds the vector of a word, or zeros, to rows of whole numbers.
    pub(crate) fn vector(&self, reading: &Reading, to: &mut Wholes) {
        let row = reading.vector.unwrap_or(usize::MAX / self.width.max(1) - 1);
        let vector = self.vectors.get(row * self.width..(row + 1) * self.width);
        let vector = vector.unwrap_or_default();
        let (pairs, rest) = vector.as_chunks::<2>();
        to.pairs.extend(pairs.iter().map(|pair| pair.map(i16::from)));
        to.pairs.extend(rest.first().map(|number| [i16::from(*number), 0]));
        to.scales.push(1.0 / SCALE);
        to.pairs.resize(to.scales.len() * to.width, [0; 2]);
    }
}

/// What a stored number of a vector is divided by.
const SCALE: f32 = 32.0;

impl Lookup {
    /// Adds a vector to what is there.
    pub(crate) fn add(&self, row: usize, to: &mut [f32]) {
        let vector = self.vectors.get(row * self.width..(row + 1) * self.width);
        vector
            .unwrap_or_default()
            .iter()
            .zip(to)
            .for_each(|(from, to)| *to += f32::from(*from) / SCALE);
    }
}
