//! Each word looks at all words of its sentence, near and far.

use std::ops::Range;

use ndarray::{Array2, ArrayView2, Axis};

use super::linear::Linear;
use super::noise::masked;
use super::norm::{Norm, NormTrace};
use super::{Matrix, Noise, add, part, part_mut};

/// Eyes of a word, each looking for something else.
pub(crate) const EYES: usize = 4;
/// Distance in words from which on all are alike.
pub(crate) const FAR: usize = 32;

/// What attention has learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attention {
    /// What is asked, what is answered, what is told.
    pub(crate) look: Linear,
    pub(crate) say: Linear,
    /// A row for each eye: how much it likes each distance.
    pub(crate) distance: Matrix,
    pub(crate) norm: Norm,
}

/// What going back needs of going forward.
#[derive(Debug)]
pub(crate) struct AttentionTrace {
    input: Matrix,
    look: Matrix,
    /// For each sentence and eye: how much each word takes of each.
    shares: Vec<Matrix>,
    told: Matrix,
    mask: Option<Matrix>,
    norm: NormTrace,
}

/// The column of [`Attention::distance`] for what stands at `to`, seen from `from`.
pub(crate) fn step(from: usize, to: usize) -> usize {
    if to >= from { FAR + (to - from).min(FAR) } else { FAR - (from - to).min(FAR) }
}

impl Attention {
    pub(crate) fn zeros(width: usize) -> Attention {
        Attention {
            look: Linear::zeros(width, 3 * width),
            say: Linear::zeros(width, width),
            distance: Array2::zeros((EYES, 2 * FAR + 1)),
            norm: Norm::zeros(width),
        }
    }

    pub(crate) fn forward(
        &self,
        input: &Matrix,
        sentences: &[Range<usize>],
        noise: &mut Noise,
    ) -> (Matrix, AttentionTrace) {
        let look = self.look.forward(input);
        let mut told = Array2::zeros(input.raw_dim());
        let mut shares = Vec::with_capacity(sentences.len() * EYES);
        for sentence in sentences {
            for eye in 0..EYES {
                let [asked, answered, tells] = views(&look, sentence, eye);
                let share = self.share(asked, answered, eye);
                let (_, columns) = place(sentence, eye, input.ncols(), 0);
                part_mut(&mut told, sentence.clone(), columns).assign(&share.dot(&tells));
                shares.push(share);
            }
        }
        let mut added = self.say.forward(&told);
        let mask = noise.mask(&mut added, super::dense::DROPPED);
        add(&mut added, input);
        let (output, norm) = self.norm.forward(added);
        let input = input.clone();
        (output, AttentionTrace { input, look, shares, told, mask, norm })
    }

    /// How much each word takes of each: every row adds up to one.
    fn share(&self, asked: ArrayView2<f32>, answered: ArrayView2<f32>, eye: usize) -> Matrix {
        let scale = 1.0 / (asked.ncols() as f32).sqrt();
        let mut share = asked.dot(&answered.t());
        let liked = self.distance.row(eye);
        for (from, mut row) in share.axis_iter_mut(Axis(0)).enumerate() {
            let scores = row.iter_mut().enumerate();
            scores.for_each(|(to, score)| *score = *score * scale + liked[step(from, to)]);
            let top = row.iter().copied().fold(f32::MIN, f32::max);
            row.mapv_inplace(|score| (score - top).exp());
            let sum = row.sum();
            row.mapv_inplace(|score| score / sum);
        }
        share
    }

    pub(crate) fn backward(
        &self,
        trace: &AttentionTrace,
        sentences: &[Range<usize>],
        gradient: &Matrix,
        change: &mut Attention,
    ) -> Matrix {
        let through = self.norm.backward(&trace.norm, gradient, &mut change.norm);
        let added = masked(through.clone(), trace.mask.as_ref());
        let told = self.say.backward(&trace.told, &added, &mut change.say);
        let mut look = Array2::zeros(trace.look.raw_dim());
        let seen = sentences.iter().flat_map(|sentence| (0..EYES).map(move |eye| (sentence, eye)));
        for ((sentence, eye), share) in seen.zip(&trace.shares) {
            self.share_back(trace, (sentence, eye), share, &told, &mut look, change);
        }
        through + self.look.backward(&trace.input, &look, &mut change.look)
    }

    fn share_back(
        &self,
        trace: &AttentionTrace,
        (sentence, eye): (&Range<usize>, usize),
        share: &Matrix,
        told: &Matrix,
        look: &mut Matrix,
        change: &mut Attention,
    ) {
        let width = told.ncols();
        let [asked, answered, tells] = views(&trace.look, sentence, eye);
        let scale = 1.0 / (asked.ncols() as f32).sqrt();
        let (rows, columns) = place(sentence, eye, width, 0);
        let out = part(told, rows, columns);
        let mut score = out.dot(&tells.t());
        for (from, (mut row, share)) in
            score.axis_iter_mut(Axis(0)).zip(share.axis_iter(Axis(0))).enumerate()
        {
            let mean = row.dot(&share);
            row.zip_mut_with(&share, |g, &p| *g = (*g - mean) * p);
            for (to, g) in row.iter_mut().enumerate() {
                change.distance[[eye, step(from, to)]] += *g;
                *g *= scale;
            }
        }
        let parts = [score.dot(&answered), score.t().dot(&asked), share.t().dot(&out)];
        for (k, part) in parts.into_iter().enumerate() {
            let (rows, columns) = place(sentence, eye, width, k);
            part_mut(look, rows, columns).assign(&part);
        }
    }
}

/// Where an eye's part stands: of what is asked (0), answered (1) or told (2).
fn place(
    sentence: &Range<usize>,
    eye: usize,
    width: usize,
    k: usize,
) -> (Range<usize>, Range<usize>) {
    let wide = width / EYES;
    let start = k * width + eye * wide;
    (sentence.clone(), start..start + wide)
}

/// What is asked, answered and told by one eye in one sentence.
fn views<'a>(look: &'a Matrix, sentence: &Range<usize>, eye: usize) -> [ArrayView2<'a, f32>; 3] {
    let width = look.ncols() / 3;
    [0, 1, 2].map(|k| {
        let (rows, columns) = place(sentence, eye, width, k);
        part(look, rows, columns)
    })
}
