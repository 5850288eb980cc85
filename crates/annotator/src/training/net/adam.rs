//! Steps: Kingma and Ba's way, rows of tables only when they were read.

use ndarray::{Array2, ArrayView1, ArrayViewMut1};

use super::change::Change;
use crate::net::{Matrix, Net};

const FADE: [f32; 2] = [0.9, 0.98];
const LEAST: f32 = 1e-8;
/// Longest gradient of the inside that is followed as it is.
const LONGEST: f32 = 5.0;

/// Means of gradients and of their squares.
#[derive(Debug)]
pub(crate) struct Adam {
    dense: Vec<[Matrix; 2]>,
    tables: Vec<[Matrix; 2]>,
    steps: i32,
}

impl Adam {
    pub(crate) fn new(net: &Net<Matrix>) -> Adam {
        let means = |matrix: &Matrix| [0, 1].map(|_| Array2::zeros(matrix.raw_dim()));
        Adam {
            dense: net.dense.parts().into_iter().map(means).collect(),
            tables: net.tables.iter().map(means).collect(),
            steps: 0,
        }
    }

    /// Changes the network by a step of this size.
    pub(crate) fn step(&mut self, net: &mut Net<Matrix>, change: &Change, size: f32) {
        self.steps += 1;
        let correct = FADE.map(|fade| 1.0 / (1.0 - fade.powi(self.steps)));
        let shorten = shorten(change);
        let parts = net.dense.parts_mut().into_iter().zip(change.dense.parts());
        for ((part, gradient), means) in parts.zip(&mut self.dense) {
            for row in 0..part.nrows() {
                let step = Step { size, correct, shorten };
                step.take(part.row_mut(row), gradient.row(row), means, row);
            }
        }
        let tables = net.tables.iter_mut().zip(&change.tables).zip(&change.read);
        for (((table, gradient), read), means) in tables.zip(&mut self.tables) {
            for &row in read {
                let step = Step { size, correct, shorten: 1.0 };
                step.take(table.row_mut(row), gradient.row(row), means, row);
            }
        }
    }
}

/// By how much the gradient of the inside is shortened.
fn shorten(change: &Change) -> f32 {
    let squares = |part: &&Matrix| part.iter().map(|x| x * x).sum::<f32>();
    let length = change.dense.parts().iter().map(squares).sum::<f32>().sqrt();
    if length > LONGEST { LONGEST / length } else { 1.0 }
}

#[derive(Clone, Copy)]
struct Step {
    size: f32,
    correct: [f32; 2],
    shorten: f32,
}

impl Step {
    fn take(
        self,
        mut row: ArrayViewMut1<f32>,
        gradient: ArrayView1<f32>,
        means: &mut [Matrix; 2],
        at: usize,
    ) {
        let [first, second] = means;
        let (mut first, mut second) = (first.row_mut(at), second.row_mut(at));
        let moments = first.iter_mut().zip(second.iter_mut());
        for ((weight, gradient), (mean, square)) in row.iter_mut().zip(gradient).zip(moments) {
            let gradient = gradient * self.shorten;
            *mean += (gradient - *mean) * (1.0 - FADE[0]);
            *square += (gradient * gradient - *square) * (1.0 - FADE[1]);
            let [first, second] = self.correct;
            *weight -= self.size * *mean * first / ((*square * second).sqrt() + LEAST);
        }
    }
}
