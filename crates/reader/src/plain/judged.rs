//! Which lines of a text the models take for the article.

use std::sync::LazyLock;

use super::clean::{Title, paragraphs};
use super::features::{Page, is_running};
use super::headline;
use super::label::Label;
use super::shape::Shape;
use super::sort::{Run, Seen, Sort};
use super::vocabulary::Vocabulary;
use crate::judge::{Judge, reach};

/// The models of texts, unpacked.
static JUDGE: LazyLock<Judge> =
    LazyLock::new(|| Judge::read(include_bytes!("../../data/text.trees")));

/// Part of the best score within reach (see [`reach`]) that a line's chance must have to be kept.
const STRICT: f32 = 0.2;
/// The same, for a line after the one that is the article's last by the rules.
const STRICT_AFTER: f32 = 0.5;
/// The least chance of a kept line.
const LEAST: f32 = 0.1;
/// The same, for a line that elsewhere is a stock phrase.
const SURE: f32 = 0.75;
/// The least chance of a standfirst.
const STANDFIRST: f32 = 0.3;
/// Words of running text below which a text is none that the models know anything of.
const NOTICE: usize = 25;

/// A text's lines as the models see them, and where the article is.
pub(super) struct Judged<'a> {
    /// In the article only what belongs to it is more than a stock phrase.
    pub seen: Vec<Seen<'a>>,
    /// The first line of running text.
    pub start: usize,
    /// One past the last line.
    pub end: usize,
}

/// Looks for the article; there may be none that is long enough.
pub(super) fn judge<'a>(seen: &[Seen<'a>], title: Option<Title>) -> Option<Judged<'a>> {
    let (chances, bar) = chances(seen, title);
    let kept = |at: &usize| chances.get(*at).is_some_and(|chance| *chance >= bar.at(*at));
    let running = |at: &usize| kept(at) && is_running(&seen[*at]);
    let words: usize = (0..seen.len()).filter(running).map(|at| seen[at].shape.words).sum();
    let start = (0..seen.len()).find(running).filter(|_| words >= NOTICE)?;
    let end = (start..seen.len()).rev().find(kept)? + 1;
    let (head, rest) = seen.split_at(start);
    let rest = (start..).zip(rest.iter().zip(&chances[start..]));
    let body = rest.map(|(at, (seen, chance))| within(*seen, *chance, bar.at(at)));
    let body: Vec<Seen> = body.collect();
    let vocabulary = Vocabulary::of(paragraphs(&body));
    let heading = headline::find(head, title, &vocabulary).unwrap_or(start);
    let head = head.iter().zip(&chances).enumerate().map(|(at, (seen, chance))| match at {
        _ if at > heading => below(*seen, *chance),
        _ => above(*seen),
    });
    let seen: Vec<Seen> = head.chain(body.iter().copied()).collect();
    Some(Judged { end: with_credits(&seen, end), seen, start })
}

/// The chance that a line must have to be kept.
struct Bar {
    least: f32,
    after: f32,
    /// One past the article's last line, by the rules.
    end: usize,
}

impl Bar {
    fn at(&self, at: usize) -> f32 {
        if at < self.end { self.least } else { self.after }
    }
}

/// The chance of each line, and what a kept one must have.
fn chances(seen: &[Seen], title: Option<Title>) -> (Vec<f32>, Bar) {
    let words: Vec<f32> = seen.iter().map(|seen| seen.shape.words as f32).collect();
    let page = Page::of(seen, title);
    let chances = JUDGE.chances(|at| page.row(at), &words, &vec![false; seen.len()]);
    let reach = reach(&chances, &words);
    let bar = |strict: f32| LEAST.max(strict * reach);
    let end = page.end_by_rules().unwrap_or(seen.len());
    (chances, Bar { least: bar(STRICT), after: bar(STRICT_AFTER), end })
}

/// A line between the headline and the running text.
fn below(seen: Seen, chance: f32) -> Seen {
    match seen.sort {
        Sort::Prose | Sort::Sentence | Sort::Short if chance < STANDFIRST => {
            Seen { sort: Sort::Furniture(Label::Line), ..seen }
        }
        _ => above(seen),
    }
}

/// A line above the running text, where only the headline and the standfirst may be sentences.
fn above(seen: Seen) -> Seen {
    let sort = if seen.sort == Sort::Prose { Sort::Sentence } else { seen.sort };
    Seen { sort, ..seen }
}

/// A line of the article or between its lines.
fn within(seen: Seen, chance: f32, least: f32) -> Seen {
    let sort = match seen.sort {
        Sort::Furniture(_) if chance >= SURE => by_shape(seen.shape),
        Sort::Furniture(_) => Sort::Furniture(Label::Line),
        Sort::Prose | Sort::Sentence | Sort::Short if chance < least => {
            Sort::Furniture(Label::Line)
        }
        sort => sort,
    };
    Seen { sort, run: Run::default(), ..seen }
}

fn by_shape(shape: Shape) -> Sort {
    match shape {
        _ if shape.is_prose() => Sort::Prose,
        _ if shape.is_sentence() => Sort::Sentence,
        _ => Sort::Short,
    }
}

/// Lines after the last one in which those are looked for who stand behind the text.
const AFTER: usize = 4;

/// Moves the end down over who stands behind the text, and corrections.
fn with_credits(seen: &[Seen], end: usize) -> usize {
    let after = (end..seen.len()).take(AFTER);
    let mut credits = after.filter(|at| matches!(seen[*at].sort, Sort::Credit | Sort::Correction));
    credits.next_back().map_or(end, |at| at + 1)
}
