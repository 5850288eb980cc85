//! Rows brought to mean 0 and deviation 1, then stretched and moved as learned.

use ndarray::{Array2, Axis, Zip};

use super::Matrix;

/// What a norm has learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Norm {
    /// One row.
    pub(crate) gain: Matrix,
    /// One row.
    pub(crate) shift: Matrix,
}

/// What going back needs of going forward.
#[derive(Debug)]
pub(crate) struct NormTrace {
    plain: Matrix,
    spread: Vec<f32>,
}

/// Keeps rows of equal numbers from being divided by zero.
const LEAST: f32 = 1e-5;

impl Norm {
    /// Of zeros, to collect changes in.
    pub(crate) fn zeros(width: usize) -> Norm {
        Norm { gain: Array2::zeros((1, width)), shift: Array2::zeros((1, width)) }
    }

    pub(crate) fn forward(&self, mut input: Matrix) -> (Matrix, NormTrace) {
        let width = input.ncols().max(1);
        let (gain, shift) = (self.gain.as_slice(), self.shift.as_slice());
        let (gain, shift) = (gain.unwrap_or_default(), shift.unwrap_or_default());
        let mut spread = Vec::with_capacity(input.nrows());
        for row in input.as_slice_mut().unwrap_or_default().chunks_exact_mut(width) {
            spread.push(settle(row));
        }
        let mut output = input.clone();
        for row in output.as_slice_mut().unwrap_or_default().chunks_exact_mut(width) {
            let learned = gain.iter().zip(shift);
            row.iter_mut().zip(learned).for_each(|(x, (gain, shift))| *x = *x * gain + shift);
        }
        (output, NormTrace { plain: input, spread })
    }

    pub(crate) fn backward(
        &self,
        trace: &NormTrace,
        gradient: &Matrix,
        change: &mut Norm,
    ) -> Matrix {
        change.gain += &(gradient * &trace.plain).sum_axis(Axis(0)).insert_axis(Axis(0));
        change.shift += &gradient.sum_axis(Axis(0)).insert_axis(Axis(0));
        let mut inner = gradient * &self.gain;
        let width = inner.ncols().max(1) as f32;
        let rows = inner.axis_iter_mut(Axis(0)).zip(trace.plain.axis_iter(Axis(0)));
        for ((mut row, plain), inverse) in rows.zip(&trace.spread) {
            let mean = row.sum() / width;
            let along = row.dot(&plain) / width;
            Zip::from(&mut row)
                .and(&plain)
                .for_each(|g, &x| *g = (*g - mean - x * along) * inverse);
        }
        inner
    }

    pub(crate) fn parts(&self) -> [&Matrix; 2] {
        [&self.gain, &self.shift]
    }

    pub(crate) fn parts_mut(&mut self) -> [&mut Matrix; 2] {
        [&mut self.gain, &mut self.shift]
    }
}

/// Brings a row to mean 0 and deviation 1; by what it was multiplied.
fn settle(row: &mut [f32]) -> f32 {
    let width = row.len() as f32;
    let mean = row.iter().sum::<f32>() / width;
    row.iter_mut().for_each(|x| *x -= mean);
    let variance = row.iter().map(|x| *x * *x).sum::<f32>() / width;
    let inverse = 1.0 / (variance + LEAST).sqrt();
    row.iter_mut().for_each(|x| *x *= inverse);
    inverse
}
