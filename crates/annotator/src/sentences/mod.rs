//! Sentences: where they end in a block of running text.
//!
//! A dateline stands alone, and a blank line always parts. Otherwise a sentence may end wherever
//! white space is; learned weights over the marks, words and shapes on both sides decide. A lost
//! space between a stop and a capitalised word is found by rule.
//!
//! ```text
//! block → dateline, paragraphs → chunks → gaps → rules, else features → score above the bar?
//! ```

mod chunk;
mod gap;
mod glued;
mod rule;
mod weights;

use crate::dateline::dateline;
use chunk::{Chunk, chunks};
use gap::Progress;

pub(crate) use gap::FEATURES;
pub(crate) use weights::BITS;

/// Byte ranges of the sentences of a block, without the white space around them.
pub(crate) fn split(block: &str, dateline_allowed: DatelineAllowed) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let cut = match dateline_allowed {
        DatelineAllowed::Yes => dateline(block).unwrap_or_default(),
        DatelineAllowed::No => 0,
    };
    let (line, body) = block.split_at_checked(cut).unwrap_or(("", block));
    push_trimmed(line, &mut out);
    let mut at = line.len();
    for paragraph in paragraphs(body) {
        cut_paragraph(paragraph, at, &mut out);
        at += paragraph.len();
    }
    out
}

/// Whether a block may begin with a dateline.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum DatelineAllowed {
    /// Running text.
    Yes,
    /// Headlines and captions.
    No,
}

fn push_trimmed(line: &str, out: &mut Vec<(usize, usize)>) {
    let from = line.len() - line.trim_start().len();
    let until = line.trim_end().len();
    if from < until {
        out.push((from, until));
    }
}

/// The text in pieces that end at blank lines; together they are the whole.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut blank = true;
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        let empty = line.trim().is_empty();
        if empty && !blank {
            pieces.push(&text[start..at]);
            start = at;
        }
        blank = empty;
        at += line.len();
    }
    pieces.push(&text[start..]);
    pieces
}

fn cut_paragraph(paragraph: &str, offset: usize, out: &mut Vec<(usize, usize)>) {
    let chunks: Vec<Chunk> = chunks(paragraph).collect();
    let Some(first) = chunks.first() else { return };
    let mut start = first.start;
    let mut push = |end: usize, next: usize| {
        out.push((offset + start, offset + end));
        start = next;
        Verdict::Ends
    };
    walk(paragraph, &chunks, |place| match place {
        Place::Inside(end) | Place::Last(end) => push(end, end),
        Place::Gap { at, features } => {
            let verdict = rule::verdict(&chunks, at);
            match verdict.unwrap_or_else(|| weights::verdict(&chunks, at, &features)) {
                Verdict::Ends => push(chunks[at].end, chunks[at + 1].start),
                Verdict::GoesOn => Verdict::GoesOn,
            }
        }
    });
}

/// Where a sentence may end.
enum Place {
    /// At a byte inside a chunk: a lost space.
    Inside(usize),
    /// Behind chunk `at`, another following.
    Gap { at: usize, features: [u64; FEATURES] },
    /// At the end of the last chunk.
    Last(usize),
}

/// What is decided of a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Verdict {
    Ends,
    GoesOn,
}

/// Visits the places of a paragraph in order.
fn walk(paragraph: &str, chunks: &[Chunk], mut decide: impl FnMut(Place) -> Verdict) {
    let mut progress = Progress::default();
    for (at, chunk) in chunks.iter().enumerate() {
        for end in glued::ends_inside(&paragraph[chunk.start..chunk.end], progress.quotes) {
            decide(Place::Inside(chunk.start + end));
            progress = progress.reopened(at);
        }
        progress.pass(chunk);
        let Some(features) = gap::features(chunks, at, progress) else {
            decide(Place::Last(chunk.end));
            return;
        };
        if decide(Place::Gap { at, features }) == Verdict::Ends {
            progress = progress.reopened(at + 1);
        }
    }
}

/// Visits the gaps of a paragraph whose sentences end at the bytes `ends`: features, and whether one ends.
pub(crate) fn gaps(paragraph: &str, ends: &[usize], mut visit: impl FnMut(&[u64], bool)) {
    let chunks: Vec<Chunk> = chunks(paragraph).collect();
    walk(paragraph, &chunks, |place| {
        let Place::Gap { at, features } = place else { return Verdict::GoesOn };
        let ends_here = ends.binary_search(&chunks[at].end).is_ok();
        visit(&features, ends_here);
        if ends_here { Verdict::Ends } else { Verdict::GoesOn }
    });
}
