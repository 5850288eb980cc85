//! How likely each line of a page is the article's: one model looks at the line, a second also at what
//! the first said of the lines around it.

use crate::trees::Trees;

/// Both models of a kind of page.
pub(crate) struct Judge {
    lines: Trees,
    pages: Trees,
}

/// A line less likely than this whose neighbours are too is not looked at twice.
const HOPELESS: f32 = 0.03;

/// Lines whose chances are looked at on each side.
const REACH: isize = 4;
/// What stands for the chance of a line beyond the page's ends.
const BEYOND: f32 = -0.1;
/// Lines beyond which nothing is near.
const FAR: f32 = 30.0;
/// Words of the shortest line that others are measured from.
const LINE: f32 = 7.0;

impl Judge {
    /// Unpacks the models: one after the other, as the recipes in `crates/xtask/training` make them.
    pub fn read(models: &[u8]) -> Judge {
        let (lines, rest) = Trees::read(models);
        Judge { lines, pages: Trees::read(rest).0 }
    }

    /// The chance of each line, 0 to 1. `words` are the lines' words; of `menus`, lines of links among
    /// lines of links, nothing is asked.
    pub fn chances(&self, rows: &[Vec<f32>], words: &[f32], menus: &[bool]) -> Vec<f32> {
        let asked = rows.iter().zip(menus);
        let first: Vec<f32> =
            asked.map(|(row, menu)| if *menu { 0.0 } else { self.lines.chance(row) }).collect();
        let around = context(&first, words);
        let second = |at: usize, row: &[f32], around: &[f32]| match is_hopeless(&first, at) {
            true => 0.0,
            false => self.pages.chance(&[row, around].concat()),
        };
        let both = rows.iter().zip(&around).enumerate();
        both.map(|(at, (row, around))| second(at, row, around)).collect()
    }
}

fn is_hopeless(first: &[f32], at: usize) -> bool {
    let near = first.iter().skip(at.saturating_sub(2)).take(5);
    near.copied().fold(0.0, f32::max) < HOPELESS
}

/// What the first model said around each line.
fn context(first: &[f32], words: &[f32]) -> Vec<Vec<f32>> {
    let kept: Vec<f32> = first.iter().zip(words).map(|(chance, words)| chance * words).collect();
    let total: f32 = kept.iter().sum();
    let all: f32 = words.iter().sum();
    let (above, below) = (distances(first, words, false), distances(first, words, true));
    let mut before = 0.0;
    let mut rows = Vec::with_capacity(first.len());
    for at in 0..first.len() {
        let after = (total - before - kept[at]).max(0.0);
        let near = |step: isize| at.checked_add_signed(step).and_then(|at| first.get(at)).copied();
        let mut row = vec![first[at]];
        let steps = (-REACH..=REACH).filter(|step| *step != 0);
        row.extend(steps.map(|step| near(step).unwrap_or(BEYOND)));
        row.extend([before / (total + 1.0), after / (total + 1.0), before.ln_1p(), after.ln_1p()]);
        row.extend([total.ln_1p(), total / (all + 1.0), above[at], below[at]]);
        rows.push(row);
        before += kept[at];
    }
    rows
}

/// Lines since the last one that is likely and long enough; from the end if `back`.
fn distances(first: &[f32], words: &[f32], back: bool) -> Vec<f32> {
    let mut distances = vec![FAR; first.len()];
    let mut since = FAR;
    let mut look = |at: usize| {
        distances[at] = since;
        let near = first[at] > 0.5 && words[at] > LINE;
        since = if near { 0.0 } else { (since + 1.0).min(FAR) };
    };
    if back {
        (0..first.len()).rev().for_each(&mut look)
    } else {
        (0..first.len()).for_each(look)
    }
    distances
}

/// The best F score that any number of the likeliest lines is expected to have: near 1 on pages that
/// are plain to read, low where much is in doubt.
pub(crate) fn reach(chances: &[f32], words: &[f32]) -> f32 {
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
