//! The main text of a page: the lines that the models take for the article, each as what it is.

use std::sync::LazyLock;

use text::BlockKind;

use super::depth::Cut;
use super::features::{About, Page};
use super::outline::{NOWHERE, Outline};
use crate::draft::Piece;
use crate::judge::{Judge, reach};
use crate::plain::{Form, Seen, Sort, normal};

/// The models of pages, unpacked.
static JUDGE: LazyLock<Judge> =
    LazyLock::new(|| Judge::read(include_bytes!("../../data/page.trees")));

/// Part of the best score within reach (see [`reach`]) that a line's chance must have to be kept. Half
/// would be best if all errors weighed the same; a false line weighs more than a lost one.
const STRICT: f32 = 0.82;
/// The least chance of a kept line.
const LEAST: f32 = 0.3;
/// The same, for a line that elsewhere is a stock phrase, or stands above all running text.
const SURE: f32 = 0.85;

/// What the page says of its story.
pub(super) struct Hints {
    pub title: String,
    pub description: String,
    /// The story as the page's structured data gives it.
    pub body: String,
}

impl Hints {
    fn about(&self) -> About<'_> {
        About { title: &self.title, description: &self.description, body: &self.body }
    }
}

/// Rows of numbers for each line: what the first model is given.
pub(super) fn line_rows(outline: &Outline, seen: &[Seen], hints: &Hints) -> Vec<Vec<f32>> {
    let page = Page::of(outline, seen, hints.about());
    (0..seen.len()).map(|at| page.row(at)).collect()
}

/// A page's story and what stands around it.
#[derive(Default)]
pub(super) struct Story {
    /// In reading order.
    pub pieces: Vec<Piece>,
    /// Its byline and captions.
    pub around: Vec<Piece>,
}

/// The story of a page, which may break off.
pub(super) fn story(
    outline: &Outline,
    seen: &[Seen],
    hints: &Hints,
    breaks_off: Option<Cut>,
) -> Story {
    let page = Page::of(outline, seen, hints.about());
    let words: Vec<f32> = seen.iter().map(|seen| seen.shape.words as f32).collect();
    let chances = JUDGE.chances(|at| page.row(at), &words, &menus(seen));
    let least = LEAST.max(STRICT * reach(&chances, &words));
    let mut chances = without_title(seen, chances, &hints.title);
    if breaks_off.is_some() {
        keep_unfinished(outline, &mut chances);
    }
    pieces(outline, seen, &chances, least)
}

/// Lines of links with lines of links before and after.
fn menus(seen: &[Seen]) -> Vec<bool> {
    let linked = |at: usize| seen.get(at).is_none_or(|seen| seen.line.form == Form::Linked);
    (0..seen.len()).map(|at| linked(at) && linked(at + 1) && (at == 0 || linked(at - 1))).collect()
}

/// The title is no part of the text, wherever it is repeated.
fn without_title(seen: &[Seen], mut chances: Vec<f32>, title: &str) -> Vec<f32> {
    let title = normal(title);
    for (seen, chance) in seen.iter().zip(&mut chances) {
        let near = seen.line.text.len() < 2 * title.len() + TITLE;
        if near && !title.is_empty() && normal(&seen.line.text) == title {
            *chance = 0.0;
        }
    }
    chances
}

/// What is left of the line at which a page breaks off is as likely as the likeliest of those just
/// before it that are set alike: the models know whole lines only.
fn keep_unfinished(outline: &Outline, chances: &mut [f32]) {
    let Some((chance, above)) = chances.split_last_mut() else { return };
    let set = |at: usize| {
        let frame = outline.frames.get(outline.strips.get(at)?.owner)?;
        Some((frame.depth, frame.signature))
    };
    let last = above.len();
    let near = above.iter().enumerate().skip(last.saturating_sub(ABOVE));
    let alike = near.filter(|(at, _)| set(*at) == set(last)).map(|(_, chance)| *chance);
    *chance = alike.fold(*chance, f32::max);
}

/// Bytes by which a line that is the title may be longer than twice its plain form.
const TITLE: usize = 20;

fn pieces(outline: &Outline, seen: &[Seen], chances: &[f32], least: f32) -> Story {
    let running = |at: &usize| chances[*at] >= least && is_running(&seen[*at]);
    let first = (0..seen.len()).find(running).unwrap_or_default();
    let last = (0..seen.len()).rev().find(|at| chances[*at] >= least).unwrap_or_default();
    let heading = seen.iter().position(|seen| seen.line.form == Form::Heading).unwrap_or_default();
    let mut story = Story::default();
    for (at, seen_here) in seen.iter().enumerate() {
        let text = || seen_here.line.text.clone();
        let asked = if at < first { SURE } else { least };
        let bridging = || chances[at] >= BRIDGE && bridges(seen, chances, at, least);
        let kept = chances[at] >= asked || bridging();
        let label = at < first && seen_here.line.form == Form::Item;
        match kind(seen_here, chances[at]).filter(|_| kept && !label) {
            Some(BlockKind::Paragraph) if story.pieces.is_empty() && is_summary(outline, at) => {
                story.pieces.push(Piece { kind: BlockKind::Standfirst, text: text() });
            }
            Some(kind) => story.pieces.push(Piece { kind, text: text() }),
            None if (heading..=last).contains(&at) && first <= at + HEAD => {
                story.around.extend(beside(seen_here).map(|kind| Piece { kind, text: text() }));
            }
            None => {}
        }
    }
    story
}

fn is_running(seen: &Seen) -> bool {
    matches!(seen.sort, Sort::Prose | Sort::Sentence)
}

/// Chance from which on a heading between two kept paragraphs is kept.
const BRIDGE: f32 = 0.2;

/// Lines above a line in which the paragraph before it stands: a teaser may come between.
const ABOVE: usize = 3;

/// True for a heading between two kept paragraphs.
fn bridges(seen: &[Seen], chances: &[f32], at: usize, least: f32) -> bool {
    let kept = |at: usize| chances.get(at).is_some_and(|c| *c >= least) && is_running(&seen[at]);
    seen[at].line.form == Form::Heading
        && seen[at].sort == Sort::Short
        && kept(at + 1)
        && (at.saturating_sub(ABOVE)..at).any(kept)
}

/// Lines above the first of the story in which its byline and its picture may stand.
const HEAD: usize = 12;

/// What a line is that stands around a story.
fn beside(seen: &Seen) -> Option<BlockKind> {
    match seen.sort {
        Sort::Caption => Some(BlockKind::Caption),
        Sort::Byline(_) if seen.line.form != Form::Linked && !seen.is_in_margin() => {
            Some(BlockKind::Byline)
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::outline::outline;

    #[test]
    fn what_is_left_of_a_paragraph_goes_with_those_before_it() {
        for (page, chance) in [
            ("<p>One</p><p>Tw", 0.9),
            ("<div><p>One</p></div><div><p>Tw", 0.9),
            ("<p>One</p><h2>Tw", 0.1),
            ("<div><p>One</p></div><p>Tw", 0.1),
        ] {
            let outline = outline(&dom_query::Document::from(page).root());
            let mut chances = [0.9, 0.1];
            keep_unfinished(&outline, &mut chances);
            assert_eq!(chances, [0.9, chance], "{page}");
        }
    }
}
