//! Where the article ends.

use super::label::Label;
use super::line::Form;
use super::sort::{Seen, Sort};
use super::vocabulary::Vocabulary;

/// Words of running text before an end is believed: "Comments" also stands beside headlines.
const BODY: usize = 60;
/// Share of content words that a paragraph of the same story has in common with what came before.
const SAME_STORY: f32 = 0.2;
/// The same, for a paragraph among others.
const NEAR_STORY: f32 = 0.1;
/// Lines after a box in which the story must go on.
const BOX: usize = 300;
/// Paragraphs in a row that a list of other stories does not have.
const FLOW: usize = 3;

/// One past the last line of the article that begins at `start`.
pub(super) fn end(lines: &[Seen], start: usize) -> usize {
    let mut body = Vocabulary::default();
    let mut words = 0;
    for (at, seen) in lines.iter().enumerate().skip(start) {
        let enough = words >= BODY;
        match seen.sort {
            Sort::Furniture(Label::Tail) if enough => return trim(lines, start, at),
            Sort::Furniture(Label::Box) if enough && !resumes(lines, at, &body) => {
                return trim(lines, start, at);
            }
            Sort::Prose | Sort::Sentence => {
                words += seen.shape.words;
                body.add(&seen.line.text);
            }
            _ => {}
        }
    }
    trim(lines, start, lines.len())
}

/// True if the story goes on after a box: most of the next paragraphs speak of the same things, or
/// several follow each other as they do in no list of other stories.
fn resumes(lines: &[Seen], label: usize, body: &Vocabulary) -> bool {
    let after = lines.iter().skip(label + 1).take(BOX);
    let after = after.take_while(|seen| seen.sort != Sort::Furniture(Label::Tail));
    let next: Vec<_> = after.clone().filter(|seen| seen.is_plain_prose()).take(3).collect();
    let same = next.iter().filter(|seen| body.share(&seen.line.text) >= SAME_STORY).count();
    let near = next.iter().filter(|seen| body.share(&seen.line.text) >= NEAR_STORY).count();
    same > 0 && same * 2 >= next.len() || near > 0 && flows(after)
}

/// True if several paragraphs follow each other.
fn flows<'a>(lines: impl Iterator<Item = &'a Seen<'a>>) -> bool {
    let mut run = 0;
    lines.into_iter().any(|seen| {
        run = if seen.is_plain_prose() { run + 1 } else { 0 };
        run >= FLOW
    })
}

/// Moves the end up over lines that no paragraph follows.
fn trim(lines: &[Seen], start: usize, mut end: usize) -> usize {
    while end > start + 1 && !is_last(lines, start, end - 1) {
        end -= 1;
    }
    end
}

fn is_last(lines: &[Seen], start: usize, at: usize) -> bool {
    let seen = &lines[at];
    match seen.sort {
        Sort::Credit | Sort::Correction => true,
        Sort::Prose | Sort::Sentence => !(seen.is_listed() && is_teaser(&lines[start..=at])),
        Sort::Stamp(stamp) => stamp.published.is_some(),
        Sort::Short => seen.line.form != Form::Linked && seen.run.is_table(),
        _ => false,
    }
}

/// Lines of a list looked at for headlines.
const TEASERS: usize = 40;

/// A summary under a bulleted headline.
fn is_teaser(lines: &[Seen]) -> bool {
    let run = lines.iter().rev().take(TEASERS).take_while(|seen| seen.is_listed());
    run.filter(|seen| seen.line.form == Form::Item && seen.sort == Sort::Short).count() >= 2
}
