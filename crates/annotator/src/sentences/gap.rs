//! What tells whether a sentence ends in the gap between two chunks.

use super::chunk::{Chunk, Shape};
use crate::hash::{join, template};

/// Features of a gap.
pub(crate) const FEATURES: usize = 20;

/// Where a walk through a paragraph stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// Index of the chunk that opened the sentence.
    pub opened: usize,
    /// Brackets and curly quotation marks open in the sentence.
    pub depth: i32,
    /// Straight quotation marks since the paragraph began.
    pub quotes: usize,
}

impl Progress {
    /// A new sentence begins with chunk `opened`.
    pub(super) fn reopened(self, opened: usize) -> Progress {
        Progress { opened, depth: 0, ..self }
    }

    /// Counts the marks of a chunk.
    pub(super) fn pass(&mut self, chunk: &Chunk) {
        self.depth = (self.depth + chunk.depth).max(0);
        self.quotes += chunk.quotes;
    }
}

/// The features of the gap after chunk `at`; `None` behind the last.
pub(super) fn features(chunks: &[Chunk], at: usize, progress: Progress) -> Option<[u64; FEATURES]> {
    let (before, after) = (chunks.get(at)?, chunks.get(at + 1)?);
    let earlier = at.checked_sub(1).and_then(|i| chunks.get(i));
    let later = chunks.get(at + 2);
    let first = chunks.first()?;
    let number = |shape: Shape| shape as u64;
    let shape = |chunk: Option<&Chunk>| chunk.map_or(99, |c| c.shape as u64);
    let tail = |chunk: Option<&Chunk>| chunk.map_or(98, |c| c.tail);
    let word = |chunk: Option<&Chunk>| chunk.map_or(97, |c| c.word);
    let marks = join(before.tail, if before.shape == Shape::Marks { before.lead } else { 0 });
    let next = number(after.shape);
    let length = bucket(at - progress.opened);
    let quoted = u64::from(progress.depth > 0) * 2 + (progress.quotes % 2) as u64;
    let opener = chunks.get(progress.opened)?.word;
    let lists: [&[u64]; FEATURES] = [
        &[marks],
        &[before.word, marks],
        &[number(before.shape), marks],
        &[after.lead, next],
        &[after.word, next],
        &[marks, after.lead, next],
        &[marks, after.word, next],
        &[before.word, marks, next],
        &[number(before.shape), marks, next, after.lead],
        &[tail(earlier), before.lead, marks, next],
        &[next, shape(later), marks, after.tail],
        &[length, marks, next],
        &[quoted, marks, next, after.lead],
        &[number(first.shape), marks, next],
        &[before.stop as u64, marks, after.word, next],
        &[before.stop as u64, marks, u64::from(after.opens), next, after.lead],
        &[word(earlier), before.word, marks],
        &[shape(earlier), number(before.shape), marks, next],
        &[opener, length.min(4), marks],
        &[after.word, word(later), number(before.shape)],
    ];
    let mut out = [0; FEATURES];
    for (at, (out, values)) in out.iter_mut().zip(lists).enumerate() {
        *out = values.iter().fold(template(200 + at as u64), |hash, &value| join(hash, value));
    }
    Some(out)
}

/// 0, 1, 2, 3, then by doubling.
fn bucket(length: usize) -> u64 {
    if length < 4 { length as u64 } else { 2 + u64::from(length.ilog2()) }
}
