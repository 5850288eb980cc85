//! Rows brought to mean 0 and deviation 1, then stretched and moved as learned.

use crate::net::Norm;
use crate::net::sheet::SIDES;

/// Keeps rows of equal numbers from being divided by zero.
pub(crate) const LEAST: f32 = 1e-5;

/// A norm ready to read.
#[derive(Clone, Debug)]
pub(super) struct Settle {
    gain: Vec<f32>,
    shift: Vec<f32>,
    /// What no number that comes out is above.
    pub(super) most: f32,
}

impl Settle {
    pub(super) fn new(norm: &Norm) -> Settle {
        let (gain, shift): (Vec<f32>, Vec<f32>) =
            (norm.gain.iter().copied().collect(), norm.shift.iter().copied().collect());
        // One number of a row can be no further off than if all others are alike.
        let furthest = (gain.len() as f32).sqrt();
        let each = gain.iter().zip(&shift).map(|(gain, shift)| gain.abs() * furthest + shift.abs());
        let most = each.fold(0.0, f32::max);
        Settle { gain, shift, most }
    }

    #[inline(always)]
    pub(super) fn row(&self, row: &mut [f32]) {
        let width = row.len() as f32;
        let mean = sum(row, |x| x) / width;
        for x in row.iter_mut() {
            *x -= mean;
        }
        let variance = sum(row, |x| x * x) / width;
        let inverse = 1.0 / (variance + LEAST).sqrt();
        for ((x, gain), shift) in row.iter_mut().zip(&self.gain).zip(&self.shift) {
            *x = *x * inverse * gain + shift;
        }
    }
}

/// Adds up what is made of numbers.
#[inline(always)]
pub(super) fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let (blocks, rest) = row.as_chunks::<SIDES>();
    let mut sums = [0.0; SIDES];
    for block in blocks {
        for k in 0..SIDES {
            sums[k] += of(block[k]);
        }
    }
    sums.iter().sum::<f32>() + rest.iter().map(|x| of(*x)).sum::<f32>()
}
