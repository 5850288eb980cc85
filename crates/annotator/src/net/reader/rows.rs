//! Rows turned into columns, so that one number meets a whole row at once.

use crate::net::FAR;
use crate::net::sheet::{SIDES, Sheet};

/// Rows laid on their side.
#[derive(Debug, Default)]
pub(super) struct Turned {
    stride: usize,
    numbers: Vec<f32>,
}

impl Turned {
    /// Takes rows of so many numbers.
    #[inline(always)]
    pub(super) fn turn<'a>(
        &mut self,
        rows: impl ExactSizeIterator<Item = &'a [f32]>,
        width: usize,
    ) {
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

    /// The product of a row with each row goes to `out`, which is [`Turned::stride`] long.
    #[inline(always)]
    pub(super) fn times(&self, row: &[f32], out: &mut [f32]) {
        let (blocks, _) = out.as_chunks_mut::<SIDES>();
        for (block, out) in blocks.iter_mut().enumerate() {
            *out = weighed(row, &self.numbers, (block * SIDES, self.stride));
        }
    }
}

/// Adds up numbers of a sheet's columns from `column` on, from `start` a row for each share, each by
/// its share.
#[inline(always)]
pub(super) fn mean(shares: &[f32], of: &Sheet, (start, column): (usize, usize), out: &mut [f32]) {
    let first = start * of.width + column;
    let (blocks, rest) = out.as_chunks_mut::<SIDES>();
    let done = blocks.len() * SIDES;
    for (block, out) in blocks.iter_mut().enumerate() {
        *out = weighed(shares, &of.numbers, (first + block * SIDES, of.width));
    }
    for (k, out) in rest.iter_mut().enumerate() {
        let numbers = of.numbers[first + done + k..].iter().step_by(of.width);
        *out = shares.iter().zip(numbers).map(|(share, x)| share * x).sum();
    }
}

/// Adds up blocks of numbers, the first from `start` on, the next `stride` behind it, each times its
/// weight.
#[inline(always)]
fn weighed(weights: &[f32], numbers: &[f32], (start, stride): (usize, usize)) -> [f32; SIDES] {
    let mut sums = [0.0; SIDES];
    let mut at = start;
    for weight in weights {
        let Some(block) = numbers.get(at..).and_then(|rest| rest.first_chunk::<SIDES>()) else {
            break;
        };
        for k in 0..SIDES {
            sums[k] += weight * block[k];
        }
        at += stride;
    }
    sums
}

/// Lays out how much each distance is liked for sentences of so many words: seen from a word, those
/// of all words are so many in a row, from `words - 1 -` its own place.
pub(super) fn spread(liked: &[f32], words: usize, out: &mut Vec<f32>) {
    out.clear();
    let columns = (1..words).rev().map(|back| FAR - back.min(FAR));
    let columns = columns.chain((0..words).map(|on| FAR + on.min(FAR)));
    out.extend(columns.map(|column| liked[column]));
}
