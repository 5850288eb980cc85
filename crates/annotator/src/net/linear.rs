//! A product with a matrix, plus a row.

use ndarray::{Array2, Axis};

use super::Matrix;

/// What a linear layer has learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Linear {
    /// A row for each number that comes in.
    pub(crate) weight: Matrix,
    /// One row.
    pub(crate) bias: Matrix,
}

impl Linear {
    /// Of zeros.
    pub(crate) fn zeros(input: usize, output: usize) -> Linear {
        Linear { weight: Array2::zeros((input, output)), bias: Array2::zeros((1, output)) }
    }

    pub(crate) fn forward(&self, input: &Matrix) -> Matrix {
        let bias = self.bias.as_slice().unwrap_or_default();
        let rows = bias.repeat(input.nrows());
        let shape = (input.nrows(), bias.len());
        let mut output =
            Array2::from_shape_vec(shape, rows).unwrap_or_else(|_| Array2::zeros(shape));
        ndarray::linalg::general_mat_mul(1.0, input, &self.weight, 1.0, &mut output);
        output
    }

    /// Adds to `change` what this input and the gradient of the output ask for; the input's gradient.
    pub(crate) fn backward(
        &self,
        input: &Matrix,
        gradient: &Matrix,
        change: &mut Linear,
    ) -> Matrix {
        ndarray::linalg::general_mat_mul(1.0, &input.t(), gradient, 1.0, &mut change.weight);
        change.bias += &gradient.sum_axis(Axis(0)).insert_axis(Axis(0));
        gradient.dot(&self.weight.t())
    }

    pub(crate) fn parts(&self) -> [&Matrix; 2] {
        [&self.weight, &self.bias]
    }

    pub(crate) fn parts_mut(&mut self) -> [&mut Matrix; 2] {
        [&mut self.weight, &mut self.bias]
    }
}

/// Slope of [`leaky`] below zero.
const LEAK: f32 = 0.1;

/// Numbers below zero made small.
pub(crate) fn leaky(mut matrix: Matrix) -> Matrix {
    matrix.mapv_inplace(|x| if x < 0.0 { x * LEAK } else { x });
    matrix
}

/// The gradient before [`leaky`], given what came out of it.
pub(crate) fn leaky_back(mut gradient: Matrix, output: &Matrix) -> Matrix {
    gradient.zip_mut_with(output, |g, &y| *g = if y < 0.0 { *g * LEAK } else { *g });
    gradient
}
