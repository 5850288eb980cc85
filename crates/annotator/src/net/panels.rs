//! The weights of a linear layer as whole numbers, laid out as products take them.

use super::curves::nearest;
use super::kernel::{COLUMNS, Columns, Product, Weights};
use super::linear::Linear;
use super::sheet::{Sheet, TOP, Wholes};

/// Weights of a layer that takes rows put together of so many rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Panels {
    weights: Vec<Weights>,
    /// For each panel what sums are to be multiplied by, and what is added then.
    ends: Vec<[Columns; 2]>,
}

/// A product of weights is below this in every row, whatever whole numbers the row has.
const LIMIT: f64 = i32::MAX as f64;

impl Panels {
    /// Of a layer that takes `taps` rows at a time.
    pub(crate) fn pack(layer: &Linear, taps: usize) -> Panels {
        let (rows, columns) = layer.weight.dim();
        let (width, panels) = (rows / taps, columns.div_ceil(COLUMNS));
        let height = width.div_ceil(2);
        let mut packed = Panels {
            weights: vec![[0; 2 * COLUMNS]; panels * taps * height],
            ends: vec![[[0.0; COLUMNS]; 2]; panels],
        };
        for column in 0..columns {
            let weights = layer.weight.column(column);
            let scale = scale(weights.iter().copied());
            let [by, plus] = &mut packed.ends[column / COLUMNS];
            by[column % COLUMNS] = scale;
            plus[column % COLUMNS] = layer.bias[[0, column]];
            for (at, weight) in weights.iter().enumerate() {
                let (tap, at) = (at / width.max(1), at % width.max(1));
                let place = (column / COLUMNS * taps + tap) * height + at / 2;
                let whole = if scale > 0.0 { nearest(weight / scale) } else { 0 };
                packed.weights[place][column % COLUMNS * 2 + at % 2] = whole;
            }
        }
        packed
    }

    /// What comes of rows put together; to the right of it there may be a few numbers for nothing.
    pub(crate) fn times<const TAPS: usize>(&self, of: &Wholes, rows: &[[usize; TAPS]]) -> Sheet {
        let Wholes { width, ref pairs, ref scales } = *of;
        let (panels, ends) = (&self.weights, &self.ends);
        let mut out = vec![[0.0; COLUMNS]; rows.len() * ends.len()];
        Product { numbers: pairs, width, scales, rows, panels, ends }.write(&mut out);
        Sheet { width: ends.len() * COLUMNS, numbers: out.into_flattened() }
    }

    /// What comes of each word's row.
    pub(crate) fn of_each(&self, of: &Wholes) -> Sheet {
        self.times(of, &of.each())
    }
}

/// The finest scale in which the weights of a column fit, and no sum of theirs overflows.
fn scale(weights: impl Iterator<Item = f32> + Clone) -> f32 {
    let sum: f64 = weights.clone().map(|weight| f64::from(weight.abs())).sum();
    let most = weights.clone().fold(0.0, |most: f32, weight| most.max(weight.abs()));
    // Rounding may add a half to each.
    let room = LIMIT / f64::from(TOP) - weights.count() as f64;
    (sum / room.max(1.0)).max(f64::from(most) / f64::from(i16::MAX)) as f32
}
