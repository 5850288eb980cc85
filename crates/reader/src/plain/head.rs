//! The lines above the body: site name, headline, standfirst, byline, dates.

use text::{BlockKind, DateBasis};

use crate::draft::Piece;
use crate::published::Candidate;

use super::clean::Cleaned;
use super::label::normal;
use super::line::Form;
use super::sort::{Seen, Sort};
use super::stamp::Stamp;
use super::vocabulary::Vocabulary;

/// Words of the longest standfirst.
const STANDFIRST: usize = 50;
/// Words below which a line under the headline is a label, not a standfirst.
const LABEL: usize = 5;

/// Lines above the headline are furniture, and dates among them tell when the page was shown.
pub(super) fn above(lines: &[Seen], out: &mut Cleaned) {
    for seen in lines {
        out.dropped += 1;
        match seen.sort {
            Sort::Stamp(stamp) if seen.is_in_margin() => out.dates.extend(rendered(stamp)),
            Sort::Stamp(stamp) => {
                out.dates
                    .extend(stamp.published.map(|day| Candidate::Day(day, DateBasis::Visible)));
                out.dates.extend(stamp.bare.map(Candidate::Render));
            }
            Sort::Byline(_) if !seen.is_in_margin() => {
                out.dropped -= 1;
                out.keep(BlockKind::Byline, seen);
            }
            _ => {}
        }
    }
}

/// Lines between headline and body.
pub(super) fn below(lines: &[Seen], body: &Vocabulary, out: &mut Cleaned) {
    for seen in lines {
        match seen.sort {
            Sort::Stamp(stamp) | Sort::Byline(stamp) if seen.is_in_margin() => {
                out.dropped += 1;
                out.dates.extend(rendered(stamp));
            }
            Sort::Stamp(stamp) => {
                out.dropped += 1;
                date(stamp, out);
            }
            Sort::Byline(stamp) => {
                date(stamp, out);
                out.keep(BlockKind::Byline, seen);
            }
            Sort::Caption => out.keep(BlockKind::Caption, seen),
            Sort::Correction => out.keep(BlockKind::Correction, seen),
            Sort::Credit => out.keep(BlockKind::Credit, seen),
            Sort::Prose | Sort::Sentence | Sort::Short if is_standfirst(seen, body, out) => {
                out.keep(BlockKind::Standfirst, seen);
            }
            Sort::Prose => out.keep(BlockKind::Paragraph, seen),
            Sort::Furniture(_) | Sort::PhotoCredit | Sort::Sentence | Sort::Short => {
                out.dropped += 1
            }
        }
    }
}

/// Dates in the margin tell at most when the page was shown.
fn rendered(stamp: Stamp) -> impl Iterator<Item = Candidate> {
    [stamp.published, stamp.bare].into_iter().flatten().map(Candidate::Render)
}

/// Dates under the headline are the article's.
fn date(stamp: Stamp, out: &mut Cleaned) {
    let published = stamp.published.map(|day| Candidate::Day(day, DateBasis::Visible));
    let bare = stamp.bare.map(Candidate::Bare);
    let updated = stamp.updated.filter(|_| published.is_none() && bare.is_none());
    out.dates.extend(published.or(bare));
    out.dates.extend(updated.map(|day| Candidate::Day(day, DateBasis::Visible)));
    out.modified = out.modified.or(stamp.updated);
}

/// The first line that speaks of the story and does not only repeat the headline.
fn is_standfirst(seen: &Seen, body: &Vocabulary, out: &Cleaned) -> bool {
    let text = &seen.line.text;
    let again = out.pieces.iter().any(|piece| says_the_same(piece, text));
    let first = !out.pieces.iter().any(|piece| piece.kind == BlockKind::Standfirst);
    let fits = (LABEL..=STANDFIRST).contains(&seen.shape.words) && seen.line.form != Form::Linked;
    first
        && fits
        && !again
        && !seen.is_listed()
        && (body.shared(text) >= 2 || seen.sort == Sort::Prose)
}

/// A caption with other marks; the headline over again, maybe after the names of the page's
/// sections, or the description of its picture: nearly all its words are there.
fn says_the_same(piece: &Piece, text: &str) -> bool {
    let same_words = || Vocabulary::of([piece.text.as_str()]).share(text) > 0.8;
    match piece.kind {
        BlockKind::Caption => same_words(),
        BlockKind::Headline => normal(text).ends_with(&normal(&piece.text)) || same_words(),
        _ => false,
    }
}

/// Where the head ends, given the first line of running text: a standfirst may be that line, and
/// names and dates come after it.
pub(super) fn extent(lines: &[Seen], start: usize) -> usize {
    let after = lines.iter().enumerate().skip(start + 1).take(6);
    let stops = |seen: &Seen| matches!(seen.sort, Sort::Prose);
    let until = after.clone().find(|(_, seen)| stops(seen)).map_or(usize::MAX, |(at, _)| at);
    let last =
        after.filter(|(at, seen)| *at < until && is_signature(seen)).map(|(at, _)| at).next_back();
    let is_long = lines.get(start).is_some_and(|seen| seen.shape.words > STANDFIRST);
    match last {
        Some(at) if !is_long => at + 1,
        _ if is_set_apart(lines, start) => start + 1,
        _ => start,
    }
}

fn is_signature(seen: &Seen) -> bool {
    matches!(seen.sort, Sort::Byline(_) | Sort::Stamp(_)) && !seen.is_in_margin()
}

/// One sentence directly under a headline, set off by a wider gap than the paragraphs have.
fn is_set_apart(lines: &[Seen], start: usize) -> bool {
    let (Some(first), Some(next)) = (lines.get(start), lines.get(start + 1)) else { return false };
    let usual = lines
        .iter()
        .skip(start + 2)
        .map(|seen| seen.line.gap)
        .filter(|gap| *gap > 0)
        .min()
        .unwrap_or(1);
    start > 0
        && first.shape.words <= STANDFIRST
        && !first.shape.inner_end
        && next.line.gap > usual.max(1)
        && next.sort == Sort::Prose
        && super::dateline::parse(&first.line.text).is_none()
}
