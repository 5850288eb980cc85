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

    /// The chance of each line, 0 to 1. `row` makes the numbers of a line, `words` are the lines'
    /// words; of `menus`, lines of links among lines of links, nothing is asked.
    pub fn chances(
        &self,
        row: impl Fn(usize) -> Vec<f32>,
        words: &[f32],
        menus: &[bool],
    ) -> Vec<f32> {
        let asked: Vec<usize> = (0..words.len()).filter(|at| !menus[*at]).collect();
        let mut rows: Vec<Vec<f32>> = vec![Vec::new(); words.len()];
        asked.iter().for_each(|at| rows[*at] = row(*at));
        let first = ask(&self.lines, &asked, &rows);
        let again: Vec<usize> = (0..words.len()).filter(|at| !is_hopeless(&first, *at)).collect();
        let around = Surroundings::of(&first, words);
        for at in &again {
            if rows[*at].is_empty() {
                rows[*at] = row(*at);
            }
            rows[*at].extend(around.of_line(*at));
        }
        ask(&self.pages, &again, &rows)
    }
}

/// What a model says of some of the lines; of the others it says no.
fn ask(model: &Trees, asked: &[usize], rows: &[Vec<f32>]) -> Vec<f32> {
    let told: Vec<&[f32]> = asked.iter().map(|at| rows[*at].as_slice()).collect();
    let mut chances = vec![0.0; rows.len()];
    for (at, chance) in asked.iter().zip(model.chances(&told)) {
        chances[*at] = chance;
    }
    chances
}

fn is_hopeless(first: &[f32], at: usize) -> bool {
    let near = first.iter().skip(at.saturating_sub(2)).take(5);
    near.copied().fold(0.0, f32::max) < HOPELESS
}

/// What the first model said, to be looked at from each line.
struct Surroundings<'a> {
    first: &'a [f32],
    /// Words that are likely the article's, before each line, and in all.
    before: Vec<f32>,
    total: f32,
    words: &'a [f32],
    all: f32,
    above: Vec<f32>,
    below: Vec<f32>,
}

impl Surroundings<'_> {
    fn of<'a>(first: &'a [f32], words: &'a [f32]) -> Surroundings<'a> {
        let kept = || first.iter().zip(words).map(|(chance, words)| chance * words);
        let before = kept().scan(0.0, |sum, kept| {
            let before = *sum;
            *sum += kept;
            Some(before)
        });
        Surroundings {
            before: before.collect(),
            total: kept().sum(),
            all: words.iter().sum(),
            above: distances(first, words, false),
            below: distances(first, words, true),
            first,
            words,
        }
    }

    /// The numbers that the second model is given beside those of the first.
    fn of_line(&self, at: usize) -> impl Iterator<Item = f32> + '_ {
        let own = self.first[at];
        let (before, total) = (self.before[at], self.total);
        let after = (total - before - own * self.words[at]).max(0.0);
        let steps = (-REACH..=REACH).filter(|step| *step != 0);
        let near = steps.map(move |step| {
            at.checked_add_signed(step).and_then(|at| self.first.get(at)).copied().unwrap_or(BEYOND)
        });
        let sums = [
            before / (total + 1.0),
            after / (total + 1.0),
            before.ln_1p(),
            after.ln_1p(),
            total.ln_1p(),
            total / (self.all + 1.0),
            self.above[at],
            self.below[at],
        ];
        std::iter::once(own).chain(near).chain(sums)
    }
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
