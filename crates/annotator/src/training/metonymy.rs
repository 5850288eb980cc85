//! Learning metonymy: a logistic regression with a penalty on large weights.

use std::collections::BTreeMap;

use lexicon::Lexicon;
use text::{AnnotatedArticle, Likelihood, Span, TokenIndex, TokenRange};

use crate::hash;
use crate::metonymy::{BITS, Metonymy, Weights};

/// Steps over all examples.
const STEPS: usize = 150;
/// Length of the first step.
const RATE: f64 = 0.3;
/// Penalty on the way a weight goes. Swept from 1 to 20: 3 tells best within a set, 8 carries over best.
const PENALTY: f64 = 5.0;
/// Features seen fewer times are not learned.
const LEAST: usize = 2;

/// A mention whose reading a person gave.
#[derive(Clone, Debug)]
pub struct Mention {
    /// From [`MentionReader::features`].
    pub features: Vec<u64>,
    /// True if the name stands for a government, a people, a team or the like.
    pub metonymic: bool,
    /// How much it counts; 1 for most.
    pub weight: f64,
}

/// Reads mentions as the annotator does.
#[derive(Debug)]
pub struct MentionReader {
    metonymy: &'static Metonymy,
}

impl Default for MentionReader {
    fn default() -> MentionReader {
        MentionReader { metonymy: Metonymy::shipped() }
    }
}

impl MentionReader {
    /// Hashed features of the name at `span`; none if no sentence is there.
    pub fn features(&self, doc: &AnnotatedArticle, span: Span, lexicon: &Lexicon) -> Vec<u64> {
        let name = tokens_of(doc, span);
        name.map(|name| self.metonymy.features(doc, name, lexicon)).unwrap_or_default()
    }
}

/// The tokens that a span touches.
fn tokens_of(doc: &AnnotatedArticle, span: Span) -> Option<TokenRange> {
    let start = doc.tokens.partition_point(|t| t.span.end() <= span.start());
    let end = doc.tokens.partition_point(|t| t.span.start() < span.end());
    let index = |at: usize| u32::try_from(at).ok().map(TokenIndex);
    (start < end).then_some(TokenRange { start: index(start)?, end: index(end)? })
}

/// Weights that were learned.
#[derive(Clone, Debug, PartialEq)]
pub struct MetonymyModel {
    weights: Weights,
}

impl MetonymyModel {
    /// The one that comes with the program.
    pub fn shipped() -> MetonymyModel {
        MetonymyModel { weights: Weights::shipped() }
    }

    /// Reads what [`MetonymyModel::write`] wrote; `None` for anything else.
    pub fn read(bytes: &[u8]) -> Option<MetonymyModel> {
        Weights::read(bytes).map(|weights| MetonymyModel { weights })
    }

    /// Learns from mentions. The same mentions in the same order give the same model.
    pub fn learn(mentions: &[Mention]) -> MetonymyModel {
        learn_from(vec![0.0; 1 << BITS], mentions)
    }

    /// Learns further, from mentions that others labelled: weights stay where they were unless the mentions speak.
    pub fn adapt(&self, mentions: &[Mention]) -> MetonymyModel {
        learn_from(self.weights.rows(), mentions)
    }

    /// How likely a mention with these features is a metonym.
    pub fn likelihood(&self, features: &[u64]) -> Likelihood {
        self.weights.likelihood(features)
    }

    /// As bytes: the same model, the same bytes.
    pub fn write(&self) -> Vec<u8> {
        self.weights.write()
    }
}

fn learn_from(mut rows: Vec<f64>, mentions: &[Mention]) -> MetonymyModel {
    let (numbers, examples) = numbered(mentions);
    let start: Vec<f64> = numbers.keys().map(|&row| rows[row]).collect();
    for (row, weight) in numbers.into_keys().zip(fit(start, &examples, mentions)) {
        rows[row] = weight;
    }
    MetonymyModel { weights: Weights::new(&rows).unwrap_or_else(Weights::shipped) }
}

/// Rows seen often enough, numbered in order, and each mention by those numbers.
fn numbered(mentions: &[Mention]) -> (BTreeMap<usize, usize>, Vec<Vec<usize>>) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    let rows_of = |m: &Mention| m.features.iter().map(|&f| hash::row(f, BITS)).collect::<Vec<_>>();
    let rows: Vec<_> = mentions.iter().map(rows_of).collect();
    rows.iter().flatten().for_each(|&row| *counts.entry(row).or_default() += 1);
    counts.retain(|_, count| *count >= LEAST);
    let numbers: BTreeMap<_, _> = counts.into_keys().zip(0..).collect();
    let number = |rows: &Vec<usize>| rows.iter().filter_map(|r| numbers.get(r).copied()).collect();
    let examples = rows.iter().map(number).collect();
    (numbers, examples)
}

/// Full steps down the slope, each weight at its own rate (AdaGrad).
fn fit(start: Vec<f64>, examples: &[Vec<usize>], mentions: &[Mention]) -> Vec<f64> {
    let (mut weights, mut slopes) = (start.clone(), vec![1e-3; start.len()]);
    for _ in 0..STEPS {
        let moved = weights.iter().zip(&start).map(|(weight, from)| PENALTY * (weight - from));
        let mut slope: Vec<f64> = moved.collect();
        for (example, mention) in examples.iter().zip(mentions) {
            let score: f64 = example.iter().map(|&at| weights[at]).sum();
            let likely = 1.0 / (1.0 + (-score).exp());
            let error = (likely - f64::from(u8::from(mention.metonymic))) * mention.weight;
            example.iter().for_each(|&at| slope[at] += error);
        }
        for ((weight, sum), slope) in weights.iter_mut().zip(&mut slopes).zip(slope) {
            *sum += slope * slope;
            *weight -= RATE * slope / sum.sqrt();
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(features: &[u64], metonymic: bool) -> Mention {
        Mention { features: features.to_vec(), metonymic, weight: 1.0 }
    }

    #[test]
    fn what_tells_the_two_apart_is_learned() {
        let mut mentions = Vec::new();
        for _ in 0..40 {
            mentions.extend([mention(&[1, 2], true), mention(&[1, 3], false)]);
        }
        let model = MetonymyModel::learn(&mentions);
        assert!(model.likelihood(&[1, 2]).value() > 0.8);
        assert!(model.likelihood(&[1, 3]).value() < 0.2);
        assert!((model.likelihood(&[1]).value() - 0.5).abs() < 0.1);
        assert_eq!(MetonymyModel::learn(&mentions).write(), model.write());
    }
}
