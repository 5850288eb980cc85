//! A batch of sentences: what the network says of them, how wrong that is, and what should change.

use std::ops::Range;

use super::change::Change;
use super::lesson::Lesson;
use crate::net::{Errors, Matrix, Net, Noise, Reading};

/// Share of words that are read as if they were new.
const UNKNOWN: f32 = 0.15;
/// Share of words read without their vector.
const BLIND: f32 = 0.1;

/// Sums of how surprised the network was, and words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Surprise {
    pub(crate) tags: f32,
    pub(crate) heads: f32,
    pub(crate) labels: f32,
    pub(crate) names: f32,
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
