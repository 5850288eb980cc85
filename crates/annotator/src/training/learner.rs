//! An averaged perceptron over hashed features, in whole numbers.

use crate::hash;
use crate::table::Table;

/// Stored weights per unit of learned weight: fine enough that rounding costs nothing measurable.
const SCALE: f64 = 8.0;

/// Weights while they are learned.
pub(crate) struct Learner {
    bits: u32,
    width: usize,
    weights: Vec<i32>,
    /// Sum of each change times the step at which it was made.
    changes: Vec<i64>,
    /// How often each row was changed, up to 255.
    touched: Vec<u8>,
    step: i64,
}

impl Learner {
    /// `2^bits` rows by `width` classes, all zero.
    pub(crate) fn new(bits: u32, width: usize) -> Learner {
        let size = width << bits;
        Learner {
            bits,
            width,
            weights: vec![0; size],
            changes: vec![0; size],
            touched: vec![0; 1 << bits],
            step: 1,
        }
    }

    /// Adds up the rows of the features.
    pub(crate) fn score(&self, features: &[u64], scores: &mut [i32]) {
        scores.fill(0);
        for &feature in features {
            let at = hash::row(feature, self.bits) * self.width;
            for (score, weight) in scores.iter_mut().zip(&self.weights[at..at + self.width]) {
                *score += weight;
            }
        }
    }

    /// One example was seen; if it went wrong, moves weight from `wrong` to `right`.
    pub(crate) fn learn(&mut self, features: &[u64], right: usize, wrong: usize) {
        self.step += 1;
        if right == wrong {
            return;
        }
        for &feature in features {
            let row = hash::row(feature, self.bits);
            self.touched[row] = self.touched[row].saturating_add(1);
            for (class, change) in [(right, 1), (wrong, -1)] {
                let at = row * self.width + class;
                self.weights[at] += change;
                self.changes[at] += i64::from(change) * self.step;
            }
        }
    }

    /// The averaged weights, without rows changed fewer than `least` times.
    pub(crate) fn table(&self, least: u8) -> Table {
        let average = |at: usize| {
            let mean = f64::from(self.weights[at]) - self.changes[at] as f64 / self.step as f64;
            let kept = self.touched[at / self.width] >= least;
            if kept { (mean * SCALE).round().clamp(-32_767.0, 32_767.0) as i16 } else { 0 }
        };
        let weights = (0..self.weights.len()).map(average).collect();
        Table::new(self.bits, self.width, weights).unwrap_or_else(|| Table::blank(self.width))
    }
}

/// A small random generator with a fixed seed (SplitMix64), so that training repeats.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }

    /// Puts things in a random order.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for i in (1..things.len()).rev() {
            things.swap(i, self.below(i + 1));
        }
    }
}
