//! Weights of a linear model: one row of small integers per hashed feature.

use crate::bytes::{read_varint, varint};
use crate::hash;

/// A flat table of `2^bits` rows by `width` classes. Features that share a row share its weights.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Table {
    bits: u32,
    width: usize,
    weights: Vec<i16>,
}

impl Table {
    /// From weights in row order; their number must be `width * 2^bits`.
    pub(crate) fn new(bits: u32, width: usize, weights: Vec<i16>) -> Option<Table> {
        let fits = bits > 0 && bits < 28 && weights.len() == width << bits;
        fits.then_some(Table { bits, width, weights })
    }

    /// One row of zeros.
    pub(crate) fn blank(width: usize) -> Table {
        Table { bits: 1, width, weights: vec![0; width * 2] }
    }

    /// Number of classes.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// All weights, in row order.
    pub(crate) fn weights(&self) -> &[i16] {
        &self.weights
    }

    /// Adds up the rows of the features. `scores` has one place per class.
    #[inline]
    pub(crate) fn score(&self, features: &[u64], scores: &mut [i32]) {
        scores.fill(0);
        for &feature in features {
            let at = hash::row(feature, self.bits) * self.width;
            let row = &self.weights[at..at + self.width];
            for (score, &weight) in scores.iter_mut().zip(row) {
                *score += i32::from(weight);
            }
        }
    }

    /// Appends the non-zero weights, row by row.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        varint(u64::from(self.bits), out);
        varint(self.width as u64, out);
        let used = || self.weights.iter().enumerate().filter(|(_, w)| **w != 0);
        varint(used().count() as u64, out);
        let mut last = 0;
        for (at, _) in used() {
            varint((at - last) as u64, out);
            last = at;
        }
        for (_, &weight) in used() {
            varint(zigzag(weight), out);
        }
    }

    /// Reads what [`Table::write`] wrote; `None` if the bytes are not such.
    pub(crate) fn read(bytes: &mut &[u8]) -> Option<Table> {
        let bits = u32::try_from(read_varint(bytes)?).ok()?;
        let width = usize::try_from(read_varint(bytes)?).ok()?;
        let used = usize::try_from(read_varint(bytes)?).ok()?;
        let size = (bits > 0 && bits < 28 && width < 1024).then(|| width << bits)?;
        let mut weights = vec![0; size];
        let mut places = Vec::with_capacity(used.min(size));
        let mut at = 0;
        for _ in 0..used {
            at += usize::try_from(read_varint(bytes)?).ok()?;
            places.push(at);
        }
        for place in places {
            *weights.get_mut(place)? = unzigzag(read_varint(bytes)?);
        }
        Table::new(bits, width, weights)
    }
}

fn zigzag(weight: i16) -> u64 {
    ((i64::from(weight) << 1) ^ (i64::from(weight) >> 63)) as u64
}

fn unzigzag(code: u64) -> i16 {
    (((code >> 1) as i64) ^ -((code & 1) as i64)) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_reads_back() {
        let weights = vec![0, -3, 0, 0, 32_767, -32_768, 0, 1];
        let table = Table::new(2, 2, weights).unwrap();
        let mut bytes = Vec::new();
        table.write(&mut bytes);
        assert_eq!(Table::read(&mut bytes.as_slice()), Some(table));
    }

    #[test]
    fn cut_bytes_are_refused() {
        assert_eq!(Table::read(&mut [3, 2, 9, 1].as_slice()), None);
    }
}
