//! Which word is whose head, and what it is to it.

use std::ops::Range;

use ndarray::{Array2, ArrayView1, Axis};

use super::attention::{FAR, step};
use super::linear::{Linear, leaky, leaky_back};
use super::noise::masked;
use super::{ALL, Matrix, Noise, part, part_mut};

/// What no score is below: a word is never its own head.
const NEVER: f32 = -1e9;

/// What the choice of heads has learned, or how it should change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads {
    /// Stands for the head of the word that has none. One row.
    pub(crate) root: Matrix,
    pub(crate) head: Linear,
    pub(crate) dependent: Linear,
    /// From what dependents ask to what heads answer; the row is what all of them ask.
    pub(crate) pair: Linear,
    /// How much each distance is liked. One row.
    pub(crate) distance: Matrix,
    pub(crate) label_head: Linear,
    pub(crate) label_dependent: Linear,
    pub(crate) label: Linear,
}

/// What going back needs of going forward.
#[derive(Debug)]
pub(crate) struct HeadsTrace {
    /// The root, then all words.
    all: Matrix,
    heads: Matrix,
    head_mask: Option<Matrix>,
    dependents: Matrix,
    dependent_mask: Option<Matrix>,
    asked: Matrix,
    label_heads: Matrix,
    label_dependents: Matrix,
    /// For each sentence a row for each word, a column for the root and each word.
    pub(crate) scores: Vec<Matrix>,
}

/// What going back needs of the relations.
#[derive(Debug)]
pub(crate) struct LabelTrace {
    hidden: Matrix,
    mask: Option<Matrix>,
    pub(crate) scores: Matrix,
}

impl Heads {
    pub(crate) fn zeros(width: usize, hidden: usize, labels: usize) -> Heads {
        Heads {
            root: Array2::zeros((1, width)),
            head: Linear::zeros(width, hidden),
            dependent: Linear::zeros(width, hidden),
            pair: Linear::zeros(hidden, hidden),
            distance: Array2::zeros((1, 2 * FAR + 1)),
            label_head: Linear::zeros(width, hidden),
            label_dependent: Linear::zeros(width, hidden),
            label: Linear::zeros(hidden, labels),
        }
    }

    pub(crate) fn forward(
        &self,
        words: &Matrix,
        sentences: &[Range<usize>],
        noise: &mut Noise,
    ) -> HeadsTrace {
        let all = ndarray::concatenate![Axis(0), self.root, *words];
        let mut heads = leaky(self.head.forward(&all));
        let head_mask = noise.mask(&mut heads, super::dense::DROPPED);
        let mut dependents = leaky(self.dependent.forward(words));
        let dependent_mask = noise.mask(&mut dependents, super::dense::DROPPED);
        let asked = self.pair.forward(&dependents);
        let scores = sentences.iter().map(|sentence| self.score(&asked, &heads, sentence));
        HeadsTrace {
            scores: scores.collect(),
            label_heads: self.label_head.forward(&all),
            label_dependents: self.label_dependent.forward(words),
            all,
            heads,
            head_mask,
            dependents,
            dependent_mask,
            asked,
        }
    }

    fn score(&self, asked: &Matrix, heads: &Matrix, sentence: &Range<usize>) -> Matrix {
        let (start, end) = (sentence.start, sentence.end);
        let asked = part(asked, start..end, ALL);
        let mut scores = Array2::zeros((end - start, end - start + 1));
        scores.column_mut(0).assign(&asked.dot(&heads.row(0)));
        let words = part(heads, start + 1..end + 1, ALL);
        part_mut(&mut scores, ALL, 1..usize::MAX).assign(&asked.dot(&words.t()));
        for (from, mut row) in scores.axis_iter_mut(Axis(0)).enumerate() {
            for (to, score) in row.iter_mut().skip(1).enumerate() {
                *score += self.distance[[0, step(from, to)]];
            }
            row[from + 1] = NEVER;
        }
        scores
    }

    /// Scores of the relations; `heads` counts from the root, the first word of the batch is 1.
    pub(crate) fn label(
        &self,
        trace: &HeadsTrace,
        heads: &[usize],
        noise: &mut Noise,
    ) -> LabelTrace {
        let mut hidden = trace.label_dependents.clone();
        for (mut row, &head) in hidden.axis_iter_mut(Axis(0)).zip(heads) {
            row += &self.row(trace, head);
        }
        let mut hidden = leaky(hidden);
        let mask = noise.mask(&mut hidden, super::dense::DROPPED);
        let scores = self.label.forward(&hidden);
        LabelTrace { hidden, mask, scores }
    }

    fn row<'a>(&self, trace: &'a HeadsTrace, head: usize) -> ArrayView1<'a, f32> {
        trace.label_heads.row(head.min(trace.label_heads.nrows() - 1))
    }

    /// `scores` and `labels` are the gradients of what came out; the words' gradient.
    pub(crate) fn backward(
        &self,
        trace: &HeadsTrace,
        sentences: &[Range<usize>],
        scores: &[Matrix],
        (labelled, heads, labels): (&LabelTrace, &[usize], &Matrix),
        change: &mut Heads,
    ) -> Matrix {
        let mut asked = Array2::zeros(trace.asked.raw_dim());
        let mut head = Array2::zeros(trace.heads.raw_dim());
        for (sentence, scores) in sentences.iter().zip(scores) {
            score_back(trace, sentence, scores, &mut asked, &mut head, change);
        }
        let dependents = self.pair.backward(&trace.dependents, &asked, &mut change.pair);
        let dependents = masked(dependents, trace.dependent_mask.as_ref());
        let dependents = leaky_back(dependents, &trace.dependents);
        let head = leaky_back(masked(head, trace.head_mask.as_ref()), &trace.heads);
        let mut all = self.head.backward(&trace.all, &head, &mut change.head);

        let hidden = self.label.backward(&labelled.hidden, labels, &mut change.label);
        let hidden = leaky_back(masked(hidden, labelled.mask.as_ref()), &labelled.hidden);
        let mut label_heads = Array2::zeros(trace.label_heads.raw_dim());
        for (row, &head) in hidden.axis_iter(Axis(0)).zip(heads) {
            let mut to = label_heads.row_mut(head);
            to += &row;
        }
        all += &self.label_head.backward(&trace.all, &label_heads, &mut change.label_head);

        let words = part(&trace.all, 1..usize::MAX, ALL).to_owned();
        let mut gradient = self.dependent.backward(&words, &dependents, &mut change.dependent);
        gradient += &self.label_dependent.backward(&words, &hidden, &mut change.label_dependent);
        change.root += &part(&all, 0..1, ALL);
        gradient + part(&all, 1..usize::MAX, ALL)
    }

    pub(crate) fn parts(&self) -> Vec<&Matrix> {
        let linear = [&self.head, &self.dependent, &self.pair, &self.label_head];
        let linear = linear.into_iter().chain([&self.label_dependent, &self.label]);
        [&self.root, &self.distance].into_iter().chain(linear.flat_map(Linear::parts)).collect()
    }

    pub(crate) fn parts_mut(&mut self) -> Vec<&mut Matrix> {
        let linear = [&mut self.head, &mut self.dependent, &mut self.pair, &mut self.label_head];
        let linear = linear.into_iter().chain([&mut self.label_dependent, &mut self.label]);
        let linear = linear.flat_map(Linear::parts_mut);
        [&mut self.root, &mut self.distance].into_iter().chain(linear).collect()
    }
}

fn score_back(
    trace: &HeadsTrace,
    sentence: &Range<usize>,
    scores: &Matrix,
    asked: &mut Matrix,
    heads: &mut Matrix,
    change: &mut Heads,
) {
    let (start, end) = (sentence.start, sentence.end);
    for (from, row) in scores.axis_iter(Axis(0)).enumerate() {
        for (to, gradient) in row.iter().skip(1).enumerate() {
            change.distance[[0, step(from, to)]] += gradient;
        }
    }
    let (root, words) = (part(scores, ALL, 0..1), part(scores, ALL, 1..usize::MAX));
    let mut asks = words.dot(&part(&trace.heads, start + 1..end + 1, ALL));
    asks += &root.dot(&part(&trace.heads, 0..1, ALL));
    part_mut(asked, start..end, ALL).assign(&asks);
    let own = part(&trace.asked, start..end, ALL);
    let mut top = part_mut(heads, 0..1, ALL);
    top += &root.t().dot(&own);
    part_mut(heads, start + 1..end + 1, ALL).assign(&words.t().dot(&own));
}
