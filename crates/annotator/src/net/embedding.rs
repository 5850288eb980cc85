//! Words to numbers: rows of tables for a word, its parts and its shape, added up.

use ndarray::Array2;

use super::Matrix;
use crate::hash;
use crate::word::Word;

/// Sizes of the tables of a word's parts, as powers of two: last one to four letters, first one to
/// three, shape.
pub(crate) const PARTS: [u32; 8] = [9, 12, 13, 13, 9, 11, 13, 10];

/// Which rows stand for a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// Row of the table of words; 0 for one that is not in it.
    pub(crate) word: usize,
    /// Row of the table of vectors, if it has one.
    pub(crate) vector: Option<usize>,
    /// Rows of the tables of parts.
    pub(crate) parts: [usize; PARTS.len()],
}

impl Reading {
    /// The row of each table: of words, then of parts.
    pub(crate) fn rows(&self) -> impl Iterator<Item = usize> + use<> {
        std::iter::once(self.word).chain(self.parts)
    }
}

/// Words by the upper half of their hash, in order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Keys(pub(crate) Vec<u32>);

impl Keys {
    /// The key of a word.
    pub(crate) fn key(word: &Word) -> u32 {
        (word.form >> 32) as u32
    }

    /// The place of a word among the keys.
    pub(crate) fn find(&self, word: &Word) -> Option<usize> {
        self.0.binary_search(&Keys::key(word)).ok()
    }
}

/// The rows of a word's parts.
pub(crate) fn parts(word: &Word) -> [usize; PARTS.len()] {
    let [a, b, c, d] = word.suffixes;
    let [e, f, g] = word.prefixes;
    let hashes = [a, b, c, d, e, f, g, word.shape];
    std::array::from_fn(|k| hash::row(hash::join(hashes[k], k as u64), PARTS[k]))
}

/// A table of rows of numbers.
pub(crate) trait Rows {
    /// Adds a row to what is there.
    fn add(&self, row: usize, to: &mut [f32]);
}

impl Rows for Matrix {
    fn add(&self, row: usize, to: &mut [f32]) {
        if row < self.nrows() {
            self.row(row).iter().zip(to).for_each(|(from, to)| *to += from);
        }
    }
}

/// The sum of the rows of each word: `tables` are that of words, then those of parts.
pub(crate) fn sums<T: Rows>(tables: &[T], readings: &[Reading], width: usize) -> Matrix {
    let mut sums = Array2::zeros((readings.len(), width));
    for (mut sum, reading) in sums.rows_mut().into_iter().zip(readings) {
        let Some(sum) = sum.as_slice_mut() else { continue };
        tables.iter().zip(reading.rows()).for_each(|(table, row)| table.add(row, sum));
    }
    sums
}

/// The vector of each word; zeros for a word that has none.
pub(crate) fn vectors(table: &impl Rows, readings: &[Reading], width: usize) -> Matrix {
    let mut vectors = Array2::zeros((readings.len(), width));
    for (mut vector, reading) in vectors.rows_mut().into_iter().zip(readings) {
        if let (Some(row), Some(vector)) = (reading.vector, vector.as_slice_mut()) {
            table.add(row, vector);
        }
    }
    vectors
}
