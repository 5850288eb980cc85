//! A word with its neighbours, through a gate, added to what it was.

use std::ops::Range;

use ndarray::{Array2, Axis};

use super::linear::Linear;
use super::noise::masked;
use super::norm::{Norm, NormTrace};
use super::{Matrix, Noise, add, multiply};

/// What a convolution has learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Convolution {
    /// From three words to two halves: what to add, and how much of it.
    pub(crate) mix: Linear,
    pub(crate) norm: Norm,
}

/// What going back needs of going forward.
#[derive(Debug)]
pub(crate) struct ConvolutionTrace {
    window: Matrix,
    said: Matrix,
    gate: Matrix,
    mask: Option<Matrix>,
    norm: NormTrace,
}

impl Convolution {
    pub(crate) fn zeros(width: usize) -> Convolution {
        Convolution { mix: Linear::zeros(3 * width, 2 * width), norm: Norm::zeros(width) }
    }

    /// `reach` is how far its neighbours stand from a word.
    pub(crate) fn forward(
        &self,
        input: &Matrix,
        sentences: &[Range<usize>],
        reach: usize,
        noise: &mut Noise,
    ) -> (Matrix, ConvolutionTrace) {
        let width = input.ncols();
        let window = window(input, sentences, reach);
        let both = self.mix.forward(&window);
        let (said, gate) = halves(&both, width);
        let mut added = said.clone();
        multiply(&mut added, &gate);
        let mask = noise.mask(&mut added, super::dense::DROPPED);
        add(&mut added, input);
        let (output, norm) = self.norm.forward(added);
        (output, ConvolutionTrace { window, said, gate, mask, norm })
    }

    pub(crate) fn backward(
        &self,
        trace: &ConvolutionTrace,
        sentences: &[Range<usize>],
        reach: usize,
        gradient: &Matrix,
        change: &mut Convolution,
    ) -> Matrix {
        let through = self.norm.backward(&trace.norm, gradient, &mut change.norm);
        let added = masked(through.clone(), trace.mask.as_ref());
        let said = &added * &trace.gate;
        let gate = added * &trace.said * &trace.gate * trace.gate.mapv(|g| 1.0 - g);
        let both = ndarray::concatenate![Axis(1), said, gate];
        let window = self.mix.backward(&trace.window, &both, &mut change.mix);
        through + unwindow(&window, sentences, reach)
    }
}

/// What is said, and how much of it counts.
fn halves(both: &Matrix, width: usize) -> (Matrix, Matrix) {
    let shape = (both.nrows(), width);
    let (mut said, mut gate) = (Array2::zeros(shape), Array2::zeros(shape));
    let to = said.as_slice_mut().zip(gate.as_slice_mut()).zip(both.as_slice());
    if let Some(((said, gate), both)) = to {
        let rows = said.chunks_exact_mut(width).zip(gate.chunks_exact_mut(width));
        for ((said, gate), both) in rows.zip(both.chunks_exact(2 * width)) {
            let (first, second) = both.split_at(width);
            said.copy_from_slice(first);
            gate.iter_mut().zip(second).for_each(|(gate, x)| *gate = sigmoid(*x));
        }
    }
    (said, gate)
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// The places from which a word's window is taken, each with its columns.
fn places(
    at: usize,
    sentence: &Range<usize>,
    reach: usize,
) -> impl Iterator<Item = (usize, usize)> + use<> {
    let (start, end) = (sentence.start, sentence.end);
    let before = at.checked_sub(reach).filter(|before| *before >= start);
    let after = Some(at + reach).filter(|after| *after < end);
    [before, Some(at), after].into_iter().enumerate().filter_map(|(k, from)| Some((k, from?)))
}

fn window(input: &Matrix, sentences: &[Range<usize>], reach: usize) -> Matrix {
    let width = input.ncols();
    let mut window = Array2::zeros((input.nrows(), 3 * width));
    for sentence in sentences {
        for at in sentence.clone() {
            let mut row = window.row_mut(at);
            let Some(row) = row.as_slice_mut() else { continue };
            for (k, from) in places(at, sentence, reach) {
                let from = input.row(from);
                let to = row.get_mut(k * width..(k + 1) * width);
                if let (Some(to), Some(from)) = (to, from.as_slice()) {
                    to.copy_from_slice(from);
                }
            }
        }
    }
    window
}

fn unwindow(window: &Matrix, sentences: &[Range<usize>], reach: usize) -> Matrix {
    let width = window.ncols() / 3;
    let mut input = Array2::zeros((window.nrows(), width));
    for sentence in sentences {
        for at in sentence.clone() {
            let row = window.row(at);
            for (k, from) in places(at, sentence, reach) {
                let part = row.iter().skip(k * width);
                input.row_mut(from).iter_mut().zip(part).for_each(|(to, from)| *to += from);
            }
        }
    }
    input
}
