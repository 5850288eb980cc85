//! The main text of a page: the lines that the models take for the article, each as what it is.

use text::BlockKind;

use super::about::{article_body, description};
use super::features::{About, rows};
use super::judge;
use super::outline::{NOWHERE, Outline};
use crate::draft::Piece;
use crate::plain::{Form, Seen, Sort};

/// Part of the best score within reach (see [`reach`]) that a line's chance must have to be kept. Half
/// would be best if all errors weighed the same; a false line weighs more than a lost one.
const STRICT: f32 = 0.82;
/// The least chance of a kept line.
const LEAST: f32 = 0.3;
/// The same, for a line that elsewhere is a stock phrase.
const SURE: f32 = 0.85;

/// What the page says of its story.
pub(super) struct Hints {
    title: String,
    description: String,
    body: String,
}

impl Hints {
    pub fn of(document: &dom_query::Document, title: &str) -> Hints {
        Hints {
            title: title.to_owned(),
            description: description(document),
            body: article_body(document),
        }
    }
}

/// Rows of numbers for each line: what the first model is given.
pub(super) fn line_rows(outline: &Outline, seen: &[Seen], hints: &Hints) -> Vec<Vec<f32>> {
    let about =
        About { title: &hints.title, description: &hints.description, body: &hints.body };
    rows(outline, seen, about)
}

/// A page's story and what stands around it.
#[derive(Default)]
pub(super) struct Story {
    /// In reading order.
    pub pieces: Vec<Piece>,
    /// Its byline and captions.
    pub around: Vec<Piece>,
    /// Lines of the page that are neither.
    pub dropped: usize,
}

/// The story of a page.
pub(super) fn story(outline: &Outline, seen: &[Seen], hints: &Hints) -> Story {
    let rows = line_rows(outline, seen, hints);
    let words: Vec<f32> = seen.iter().map(|seen| seen.shape.words as f32).collect();
    let chances = judge::chances(&rows, &words);
    let least = LEAST.max(STRICT * reach(&chances, &words));
    pieces(outline, seen, &chances, least)
}

/// The best F score that any number of the likeliest lines is expected to have: near 1 on pages that
/// are plain to read, low where much is in doubt.
fn reach(chances: &[f32], words: &[f32]) -> f32 {
    let mut lines: Vec<(f32, f32)> = chances.iter().copied().zip(words.iter().copied()).collect();
    lines.sort_by(|a, b| b.0.total_cmp(&a.0));
    let weight = |words: f32| words + PART_OF_A_WORD;
    let right: f32 = lines.iter().map(|(chance, words)| chance * weight(*words)).sum();
    let (mut kept, mut hit, mut best) = (0.0, 0.0, 0.0f32);
    for (chance, words) in lines {
        kept += weight(words);
        hit += chance * weight(words);
        best = best.max(2.0 * hit / (kept + right));
    }
    best
}

/// What a line without words weighs.
const PART_OF_A_WORD: f32 = 0.3;

fn pieces(outline: &Outline, seen: &[Seen], chances: &[f32], least: f32) -> Story {
    let likely = |at: &usize| chances.get(*at).is_some_and(|chance| *chance >= least);
    let first = (0..seen.len()).find(likely).unwrap_or_default();
    let last = (0..seen.len()).rev().find(likely).unwrap_or_default();
    let mut story = Story::default();
    for (at, (seen, chance)) in seen.iter().zip(chances).enumerate() {
        let kept = if *chance >= least { kind(seen, *chance) } else { None };
        let opening = story.pieces.is_empty();
        let text = || seen.line.text.clone();
        match kept {
            Some(BlockKind::Paragraph) if opening && is_summary(outline, at) => {
                story.pieces.push(Piece { kind: BlockKind::Standfirst, text: text() });
            }
            Some(kind) => story.pieces.push(Piece { kind, text: text() }),
            None => match beside(seen).filter(|_| first <= at + HEAD && at <= last) {
                Some(kind) => story.around.push(Piece { kind, text: text() }),
                None => story.dropped += 1,
            },
        }
    }
    story
}

/// Lines above the first of the story in which its byline and its picture may stand.
const HEAD: usize = 12;

/// What a line is that stands around a story.
fn beside(seen: &Seen) -> Option<BlockKind> {
    match seen.sort {
        Sort::Caption => Some(BlockKind::Caption),
        Sort::Byline(_) if seen.line.form != Form::Linked => Some(BlockKind::Byline),
        _ => None,
    }
}

/// What a kept line is.
fn kind(seen: &Seen, chance: f32) -> Option<BlockKind> {
    match seen.sort {
        Sort::Prose | Sort::Sentence => Some(BlockKind::Paragraph),
        Sort::Short if seen.line.form == Form::Heading => Some(BlockKind::Subheading),
        Sort::Short => Some(BlockKind::Paragraph),
        Sort::Credit => Some(BlockKind::Credit),
        Sort::Correction => Some(BlockKind::Correction),
        Sort::Caption | Sort::PhotoCredit | Sort::Stamp(_) | Sort::Byline(_) => None,
        Sort::Furniture(_) => (chance >= SURE).then_some(BlockKind::Paragraph),
    }
}

/// Levels from a line up to the element that calls it a summary.
const NEAR: u16 = 2;

fn is_summary(outline: &Outline, at: usize) -> bool {
    let frame = outline.strips.get(at).and_then(|strip| outline.frames.get(strip.owner));
    frame.is_some_and(|frame| match frame.nearest[super::cues::SUMMARY] {
        NOWHERE => false,
        place => frame.depth - place <= NEAR,
    })
}
