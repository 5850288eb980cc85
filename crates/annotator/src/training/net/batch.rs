//! A batch of sentences: what the network says of them, how wrong that is, and what should change.

use std::ops::Range;

use super::change::Change;
use super::lesson::Lesson;
use crate::net::{Errors, Matrix, Net, Noise, Reading};

/// Share of words that are read as if they were new.
const UNKNOWN: f32 = 0.15;
/// Share of words read without their vector.
const BLIND: f32 = 0.1;

/// Sums of how surprised the network was.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Surprise {
    pub(crate) tags: f32,
    pub(crate) heads: f32,
    pub(crate) labels: f32,
    pub(crate) names: f32,
}

impl std::iter::Sum for Surprise {
    fn sum<I: Iterator<Item = Surprise>>(all: I) -> Surprise {
        all.fold(Surprise::default(), |a, b| Surprise {
            tags: a.tags + b.tags,
            heads: a.heads + b.heads,
            labels: a.labels + b.labels,
            names: a.names + b.names,
        })
    }
}

/// Learns from sentences of which a whole batch has so many words.
pub(crate) fn learn(
    net: &Net<Matrix>,
    lessons: &[&Lesson],
    words: usize,
    noise: &mut Noise,
    change: &mut Change,
) -> Surprise {
    let sentences = ranges(lessons);
    let readings: Vec<Reading> =
        lessons.iter().flat_map(|lesson| &lesson.readings).map(|r| blurred(*r, noise)).collect();
    if readings.is_empty() {
        return Surprise::default();
    }
    let trace = net.forward(&readings, &sentences, noise);
    let weight = 1.0 / words as f32;
    let mut surprise = Surprise::default();

    let mut tags = trace.tags.clone();
    surprise.tags = errors(&mut tags, wanted(lessons, |l| &l.tags), weight);
    let mut names = trace.names.clone();
    surprise.names = errors(&mut names, wanted(lessons, |l| &l.names), weight);
    let mut heads = trace.heads.scores.clone();
    for (scores, lesson) in heads.iter_mut().zip(lessons) {
        surprise.heads += errors(scores, lesson.heads.iter().copied(), weight);
    }
    let asked = asked(lessons, &sentences);
    let labelled = net.dense.heads.label(&trace.heads, &asked, noise);
    let mut labels = labelled.scores.clone();
    surprise.labels = errors(&mut labels, wanted(lessons, |l| &l.labels), weight);

    let errors = Errors { tags, names, heads, labelled: &labelled, labels, asked: &asked };
    let gradient = net.dense.backward(&trace, &sentences, &errors, &mut change.dense);
    change.add(&readings, &gradient);
    surprise
}

/// Where each sentence stands in its batch.
pub(crate) fn ranges(lessons: &[&Lesson]) -> Vec<Range<usize>> {
    let ends = lessons.iter().scan(0, |end, lesson| {
        let start = *end;
        *end += lesson.readings.len();
        Some(start..*end)
    });
    ends.collect()
}

/// The heads in the whole batch: 0 the root, 1 the first word of the first sentence.
fn asked(lessons: &[&Lesson], sentences: &[Range<usize>]) -> Vec<usize> {
    let each = lessons.iter().zip(sentences).flat_map(|(lesson, sentence)| {
        lesson.heads.iter().map(|head| match head {
            Some(head) if *head > 0 => sentence.start + head,
            _ => 0,
        })
    });
    each.collect()
}

fn wanted<'a>(
    lessons: &'a [&Lesson],
    of: fn(&Lesson) -> &Vec<Option<usize>>,
) -> impl Iterator<Item = Option<usize>> + 'a {
    lessons.iter().flat_map(move |lesson| of(lesson).iter().copied())
}

fn blurred(reading: Reading, noise: &mut Noise) -> Reading {
    let word = if noise.hits(UNKNOWN) { 0 } else { reading.word };
    let vector = reading.vector.filter(|_| !noise.hits(BLIND));
    Reading { word, vector, ..reading }
}

/// Makes gradients of scores; how surprising what was wanted is, in all.
fn errors(scores: &mut Matrix, wanted: impl Iterator<Item = Option<usize>>, weight: f32) -> f32 {
    let mut surprise = 0.0;
    for (mut row, wanted) in scores.rows_mut().into_iter().zip(wanted) {
        let Some(wanted) = wanted else {
            row.fill(0.0);
            continue;
        };
        let top = row.iter().copied().fold(f32::MIN, f32::max);
        row.mapv_inplace(|score| (score - top).exp());
        let sum = row.sum();
        surprise -= (row[wanted] / sum).max(1e-20).ln();
        row.mapv_inplace(|score| score / sum * weight);
        row[wanted] -= weight;
    }
    surprise
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deprel::DEPRELS;
    use crate::names::LABELS;
    use crate::net::{Lookup, Sizes};

    /// How far a weight is moved to see what it does, and how far apart the two slopes may be.
    const MOVE: f32 = 1e-2;
    const APART: f32 = 2e-3;

    fn net() -> Net<Matrix> {
        let sizes =
            Sizes { vector: 2, width: 8, hidden: 4, tags: 3, labels: DEPRELS.len(), names: LABELS };
        let lookup = Lookup { width: 2, vectors: vec![40, -20, 7, 90], ..Lookup::default() };
        Net::new(sizes, lookup, &mut Noise::Random(3))
    }

    fn lesson(words: usize) -> Lesson {
        let reading = |at: usize| Reading {
            word: 0,
            vector: Some(at % 2),
            parts: std::array::from_fn(|part| at * 3 + part),
        };
        Lesson {
            readings: (0..words).map(reading).collect(),
            tags: (0..words).map(|at| Some(at % 3)).collect(),
            heads: (0..words).map(|at| Some(at)).collect(),
            labels: (0..words).map(|at| Some(at * 5)).collect(),
            names: (0..words).map(|at| (at > 0).then_some(at)).collect(),
        }
    }

    fn told(net: &Net<Matrix>, change: &mut Change) -> f32 {
        let lessons = [lesson(4), lesson(3)];
        let told = learn(net, &[&lessons[0], &lessons[1]], 7, &mut Noise::Silent, change);
        (told.tags + told.heads + told.labels + told.names) / 7.0
    }

    #[test]
    fn gradients_are_slopes() {
        let mut net = net();
        let mut change = Change::none(&net);
        told(&net, &mut change);
        let mut spare = Change::none(&net);
        for part in 0..net.dense.parts().len() {
            let size = net.dense.parts()[part].len();
            for at in [0, size / 3, size / 2, size - 1] {
                let place =
                    (at / net.dense.parts()[part].ncols(), at % net.dense.parts()[part].ncols());
                let mut at_moved = |by: f32| {
                    net.dense.parts_mut()[part][place] += by;
                    told(&net, &mut spare)
                };
                let (more, less) = (at_moved(MOVE), at_moved(-2.0 * MOVE));
                at_moved(MOVE);
                let slope = (more - less) / (2.0 * MOVE);
                let gradient = change.dense.parts()[part][place];
                let apart = APART + 0.05 * gradient.abs();
                assert!(
                    (slope - gradient).abs() < apart,
                    "part {part} {place:?}: {slope} {gradient}"
                );
            }
        }
    }
}
