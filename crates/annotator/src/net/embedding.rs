//! Words to numbers: rows of tables for a word, its parts and its shape, added up.

use ndarray::Array2;

use super::{Lookup, Matrix};
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
pub(crate) struct Keys {
    keys: Vec<u32>,
    /// For each beginning of a key the place of the first that begins so or higher; then the end.
    starts: Vec<u32>,
    /// What a key is to be shifted by to leave its beginning.
    shift: u32,
}

impl Keys {
    /// Of keys in order.
    pub(crate) fn new(keys: Vec<u32>) -> Keys {
        // As many beginnings as keys, or a few more: hashes are spread evenly over them.
        let bits = keys.len().max(2).next_power_of_two().ilog2();
        let shift = u32::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (at, key) in keys.iter().enumerate() {
            starts.resize(starts.len().max((key >> shift) as usize + 1), at as u32);
        }
        starts.resize((1 << bits) + 1, keys.len() as u32);
        Keys { keys, starts, shift }
    }

    /// All keys.
    pub(crate) fn all(&self) -> &[u32] {
        &self.keys
    }

    /// The key of a word.
    pub(crate) fn key(word: &Word) -> u32 {
        (word.form >> 32) as u32
    }

    /// The place of a word among the keys.
    pub(crate) fn find(&self, word: &Word) -> Option<usize> {
        let key = Keys::key(word);
        let first = *self.starts.get((key >> self.shift) as usize)? as usize;
        let from = self.keys.get(first..)?;
        let place = first + from.iter().take_while(|other| **other < key).count();
        (self.keys.get(place) == Some(&key)).then_some(place)
    }
}

/// The rows of a word's parts.
pub(crate) fn parts(word: &Word) -> [usize; PARTS.len()] {
    let [a, b, c, d] = word.suffixes;
    let [e, f, g] = word.prefixes;
    let hashes = [a, b, c, d, e, f, g, word.shape];
    std::array::from_fn(|k| hash::row(hash::join(hashes[k], k as u64), PARTS[k]))
}

/// The sum of the rows of each word: `tables` are that of words, then those of parts.
pub(crate) fn sums(tables: &[Matrix], readings: &[Reading], width: usize) -> Matrix {
    let mut sums = Array2::zeros((readings.len(), width));
    for (mut sum, reading) in sums.rows_mut().into_iter().zip(readings) {
        let Some(sum) = sum.as_slice_mut() else { continue };
        for (table, row) in tables.iter().zip(reading.rows()) {
            sum.iter_mut().zip(table.row(row)).for_each(|(to, from)| *to += from);
        }
    }
    sums
}

/// The vector of each word; zeros for a word that has none.
pub(crate) fn vectors(lookup: &Lookup, readings: &[Reading], width: usize) -> Matrix {
    let mut vectors = Array2::zeros((readings.len(), width));
    for (mut vector, reading) in vectors.rows_mut().into_iter().zip(readings) {
        if let (Some(row), Some(vector)) = (reading.vector, vector.as_slice_mut()) {
            lookup.add(row, vector);
        }
    }
    vectors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        let keys: Vec<u32> = (0..1_000u32).map(|at| at * 4_000_037).collect();
        let word = |key: u32| Word { form: u64::from(key) << 32, ..Word::default() };
        let all = Keys::new(keys.clone());
        for (place, key) in keys.iter().enumerate() {
            assert_eq!(all.find(&word(*key)), Some(place));
            assert_eq!(all.find(&word(key + 1)), None);
        }
        assert_eq!(all.find(&word(u32::MAX)), None);
        assert_eq!(Keys::default().find(&word(3)), None);
        assert_eq!(Keys::new(vec![u32::MAX]).find(&word(u32::MAX)), Some(0));
    }
}
