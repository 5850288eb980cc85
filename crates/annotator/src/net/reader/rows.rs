//! Rows turned into columns, so that one number meets a whole row at once.

use crate::net::FAR;

/// Numbers that are worked on side by side.
const SIDES: usize = 8;

/// Rows laid on their side.
#[derive(Debug, Default)]
pub(super) struct Turned {
    stride: usize,
    numbers: Vec<f32>,
}

impl Turned {
    /// Takes rows of so many numbers.
    pub(super) fn turn<'a>(&mut self, rows: impl ExactSizeIterator<Item = &'a [f32]>, width: usize) {
        self.stride = rows.len().next_multiple_of(SIDES);
        self.numbers.clear();
        self.numbers.resize(self.stride * width, 0.0);
        for (at, row) in rows.enumerate() {
            let places = self.numbers.iter_mut().skip(at).step_by(self.stride);
            places.zip(row).for_each(|(to, from)| *to = *from);
        }
    }

    /// Rows, and what it takes to bring them to a full number of sides.
    pub(super) fn stride(&self) -> usize {
        self.stride
    }

    /// Adds the product of a row with each row to `out`, which is [`Turned::stride`] long.
    pub(super) fn times(&self, row: &[f32], out: &mut [f32]) {
        let (sums, _) = out.as_chunks_mut::<SIDES>();
        for (block, sums) in sums.iter_mut().enumerate() {
            let columns = self.numbers.chunks_exact(self.stride.max(1));
            for (number, column) in row.iter().zip(columns) {
                let column = &column[block * SIDES..(block + 1) * SIDES];
                sums.iter_mut().zip(column).for_each(|(sum, x)| *sum += number * x);
            }
        }
    }
}

/// Lays out how much each distance is liked for sentences of so many words: seen from a word, those
/// of all words are so many in a row, from `words - 1 -` its own place.
pub(super) fn spread(liked: &[f32], words: usize, out: &mut Vec<f32>) {
    out.clear();
    let columns = (1..words).rev().map(|back| FAR - back.min(FAR));
    let columns = columns.chain((0..words).map(|on| FAR + on.min(FAR)));
    out.extend(columns.map(|column| liked[column]));
}
