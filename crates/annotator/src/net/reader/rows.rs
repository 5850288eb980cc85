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
        all_weighed(row, &self.numbers, (0, self.stride), out);
    }
}

/// Adds up numbers of a sheet's columns from `column` on, from `start` a row for each share, each by
/// its share.
#[inline(always)]
pub(super) fn mean(shares: &[f32], of: &Sheet, (start, column): (usize, usize), out: &mut [f32]) {
    let first = start * of.width + column;
    let done = all_weighed(shares, &of.numbers, (first, of.width), out);
    for (k, out) in out[done..].iter_mut().enumerate() {
        let numbers = of.numbers[first + done + k..].iter().step_by(of.width);
        *out = shares.iter().zip(numbers).map(|(share, x)| share * x).sum();
    }
}

/// Blocks whose sums are made together, so that none waits for the sum before.
const TOGETHER: usize = 4;

/// Adds up rows of numbers, the first from `start` on, the next `stride` behind it, each times its
/// weight. Goes as far as whole blocks do, and says how far.
#[inline(always)]
fn all_weighed(
    weights: &[f32],
    numbers: &[f32],
    (start, stride): (usize, usize),
    out: &mut [f32],
) -> usize {
    let (wide, rest) = out.as_chunks_mut::<{ TOGETHER * SIDES }>();
    let mut done = 0;
    for out in wide {
        let sums = weighed::<TOGETHER>(weights, numbers, (start + done, stride));
        out.copy_from_slice(sums.as_flattened());
        done += out.len();
    }
    for out in rest.as_chunks_mut::<SIDES>().0 {
        [*out] = weighed::<1>(weights, numbers, (start + done, stride));
        done += SIDES;
    }
    done
}

/// The same of so many blocks.
#[inline(always)]
fn weighed<const N: usize>(
    weights: &[f32],
    numbers: &[f32],
    (start, stride): (usize, usize),
) -> [[f32; SIDES]; N] {
    let mut sums = [[0.0; SIDES]; N];
    let mut at = start;
    for weight in weights {
        let Some(blocks) = numbers.get(at..at + N * SIDES) else { break };
        let (blocks, _) = blocks.as_chunks::<SIDES>();
        for n in 0..N {
            for k in 0..SIDES {
                sums[n][k] += weight * blocks[n][k];
            }
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
