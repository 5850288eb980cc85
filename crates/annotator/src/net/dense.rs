//! The whole network but its tables of words.

use std::ops::Range;

use ndarray::Array2;

use super::attention::{Attention, AttentionTrace};
use super::convolution::{Convolution, ConvolutionTrace};
use super::heads::{Heads, HeadsTrace, LabelTrace};
use super::linear::Linear;
use super::noise::masked;
use super::norm::{Norm, NormTrace};
use super::{Matrix, Noise};

/// Share of numbers that training silences.
pub(crate) const DROPPED: f32 = 0.2;
/// How far the neighbours of each convolution stand.
pub(crate) const REACHES: [usize; 3] = [1, 2, 1];

/// How wide the network is, and what it tells apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Sizes {
    /// Numbers of a word's vector, which others learned.
    pub(crate) vector: usize,
    /// Numbers of a word inside.
    pub(crate) width: usize,
    /// Numbers of a word as head or dependent.
    pub(crate) hidden: usize,
    /// Tags.
    pub(crate) tags: usize,
    /// Relations.
    pub(crate) labels: usize,
    /// Labels of names.
    pub(crate) names: usize,
}

/// What was learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dense {
    /// From vectors to the inside.
    pub(crate) vector: Matrix,
    pub(crate) enter: Norm,
    pub(crate) convolutions: Vec<Convolution>,
    pub(crate) attention: Attention,
    pub(crate) heads: Heads,
    pub(crate) tags: Linear,
    pub(crate) names: Linear,
}

/// What the network says of a batch, and what going back needs.
#[derive(Debug)]
pub(crate) struct Trace {
    vectors: Matrix,
    enter: NormTrace,
    mask: Option<Matrix>,
    convolutions: Vec<ConvolutionTrace>,
    attention: AttentionTrace,
    words: Matrix,
    pub(crate) heads: HeadsTrace,
    pub(crate) tags: Matrix,
    pub(crate) names: Matrix,
}

/// Gradients of what the network says.
#[derive(Debug)]
pub(crate) struct Errors<'a> {
    pub(crate) tags: Matrix,
    pub(crate) names: Matrix,
    pub(crate) heads: Vec<Matrix>,
    pub(crate) labelled: &'a LabelTrace,
    pub(crate) labels: Matrix,
    /// The heads for which relations were asked.
    pub(crate) asked: &'a [usize],
}

impl Dense {
    /// Of zeros.
    pub(crate) fn zeros(sizes: Sizes) -> Dense {
        let Sizes { width, .. } = sizes;
        Dense {
            vector: Array2::zeros((sizes.vector, width)),
            enter: Norm::zeros(width),
            convolutions: REACHES.map(|_| Convolution::zeros(width)).to_vec(),
            attention: Attention::zeros(width),
            heads: Heads::zeros(width, sizes.hidden, sizes.labels),
            tags: Linear::zeros(width, sizes.tags),
            names: Linear::zeros(width, sizes.names),
        }
    }

    /// Reads sentences: `sums` are the sums of each word's rows, `vectors` its vectors.
    pub(crate) fn forward(
        &self,
        sums: Matrix,
        vectors: Matrix,
        sentences: &[Range<usize>],
        noise: &mut Noise,
    ) -> Trace {
        let mut sums = sums;
        ndarray::linalg::general_mat_mul(1.0, &vectors, &self.vector, 1.0, &mut sums);
        let (mut words, enter) = self.enter.forward(sums);
        let mask = noise.mask(&mut words, DROPPED);
        let mut convolutions = Vec::new();
        for (convolution, reach) in self.convolutions.iter().zip(REACHES) {
            let (next, trace) = convolution.forward(&words, sentences, reach, noise);
            words = next;
            convolutions.push(trace);
        }
        let (words, attention) = self.attention.forward(&words, sentences, noise);
        let heads = self.heads.forward(&words, sentences, noise);
        let (tags, names) = (self.tags.forward(&words), self.names.forward(&words));
        Trace { vectors, enter, mask, convolutions, attention, words, heads, tags, names }
    }

    /// Adds to `change` what the errors ask for; the gradient of the sums.
    pub(crate) fn backward(
        &self,
        trace: &Trace,
        sentences: &[Range<usize>],
        errors: &Errors,
        change: &mut Dense,
    ) -> Matrix {
        let labels = (errors.labelled, errors.asked, &errors.labels);
        let mut gradient =
            self.heads.backward(&trace.heads, sentences, &errors.heads, labels, &mut change.heads);
        gradient += &self.tags.backward(&trace.words, &errors.tags, &mut change.tags);
        gradient += &self.names.backward(&trace.words, &errors.names, &mut change.names);
        gradient =
            self.attention.backward(&trace.attention, sentences, &gradient, &mut change.attention);
        let layers = self.convolutions.iter().zip(REACHES).zip(&trace.convolutions);
        let changes = change.convolutions.iter_mut();
        for (((layer, reach), trace), change) in layers.zip(changes).rev() {
            gradient = layer.backward(trace, sentences, reach, &gradient, change);
        }
        let gradient = masked(gradient, trace.mask.as_ref());
        let gradient = self.enter.backward(&trace.enter, &gradient, &mut change.enter);
        ndarray::linalg::general_mat_mul(
            1.0,
            &trace.vectors.t(),
            &gradient,
            1.0,
            &mut change.vector,
        );
        gradient
    }

    /// The norms of all layers.
    pub(crate) fn norms_mut(&mut self) -> Vec<&mut Norm> {
        let convolutions = self.convolutions.iter_mut().map(|convolution| &mut convolution.norm);
        [&mut self.enter, &mut self.attention.norm].into_iter().chain(convolutions).collect()
    }

    /// All that was learned, in a fixed order.
    pub(crate) fn parts(&self) -> Vec<&Matrix> {
        let mut parts = vec![&self.vector];
        parts.extend(self.enter.parts());
        for convolution in &self.convolutions {
            parts.extend(convolution.mix.parts());
            parts.extend(convolution.norm.parts());
        }
        parts.extend(self.attention.look.parts());
        parts.extend(self.attention.say.parts());
        parts.push(&self.attention.distance);
        parts.extend(self.attention.norm.parts());
        parts.extend(self.heads.parts());
        parts.extend(self.tags.parts());
        parts.extend(self.names.parts());
        parts
    }

    /// The same, to be changed.
    pub(crate) fn parts_mut(&mut self) -> Vec<&mut Matrix> {
        let mut parts = vec![&mut self.vector];
        parts.extend(self.enter.parts_mut());
        for convolution in &mut self.convolutions {
            parts.extend(convolution.mix.parts_mut());
            parts.extend(convolution.norm.parts_mut());
        }
        parts.extend(self.attention.look.parts_mut());
        parts.extend(self.attention.say.parts_mut());
        parts.push(&mut self.attention.distance);
        parts.extend(self.attention.norm.parts_mut());
        parts.extend(self.heads.parts_mut());
        parts.extend(self.tags.parts_mut());
        parts.extend(self.names.parts_mut());
        parts
    }
}
