//! Lines to pieces: finds the body, then reads what is above it and in it.

use std::collections::HashSet;
use std::ops::Range;

use jiff::civil::Date;
use text::BlockKind;

use crate::draft::Piece;
use crate::page_date::Order;
use crate::published::Candidate;

use super::judged::judge;
use super::label::normal;
use super::line::{Form, Line};
use super::sort::{Seen, Sort, sort_all};
use super::vocabulary::Vocabulary;
use super::{body, dateline, head, headline, tail};

/// What is known before the lines are looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    pub title: Option<Title<'a>>,
    /// How numeric dates are meant.
    pub order: Order,
}

/// A title that was given with the lines.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Title<'a> {
    /// The page's own heading: the headline, whether or not it is still among the lines.
    Heading(&'a str),
    /// What the story is called somewhere; the page may have a headline in other words.
    Name(&'a str),
}

impl<'a> Title<'a> {
    pub fn text(self) -> &'a str {
        match self {
            Title::Heading(text) | Title::Name(text) => text.trim(),
        }
    }
}

/// What the lines came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cleaned {
    pub pieces: Vec<Piece>,
    pub dates: Vec<Candidate>,
    pub modified: Option<Date>,
    /// Lines left out.
    pub dropped: usize,
    /// The short pieces so far, in plain letters.
    said: HashSet<String>,
}

/// Bytes of the longest piece that is looked for again.
const SHORT: usize = 600;

impl Cleaned {
    pub fn keep(&mut self, kind: BlockKind, seen: &Seen) {
        let text = seen.line.text.clone();
        if kind == BlockKind::Caption && self.has(&text) {
            self.dropped += 1;
            return;
        }
        if text.len() <= SHORT {
            self.said.insert(normal(&text));
        }
        self.pieces.push(Piece { kind, text });
    }

    /// True if a short text was kept before.
    pub fn has(&self, text: &str) -> bool {
        self.said.contains(&normal(text))
    }

    pub fn lacks(&self, kind: BlockKind) -> bool {
        !self.pieces.iter().any(|piece| piece.kind == kind)
    }
}

/// Reads an article from a page's lines.
pub(crate) fn clean(lines: &[Line], known: Known) -> Cleaned {
    clean_seen(&sort_all(lines, known.order), known)
}

/// Reads an article from lines that were looked at.
pub(crate) fn clean_seen(seen: &[Seen], known: Known) -> Cleaned {
    let from = below_heading(seen, known);
    let start = start(seen.get(from..).unwrap_or_default()).map(|at| from + at);
    let Some(start) = start else {
        let mut out = Cleaned::default();
        loose(seen, known, &mut out);
        return out;
    };
    read_story(seen, start..tail::end(seen, start), known)
}

/// Reads an article from the lines of a text, as the models see them if they see an article there.
pub(crate) fn clean_text(lines: &[Line], known: Known) -> Cleaned {
    let seen = sort_all(lines, known.order);
    match judge(&seen, known.title) {
        Some(judged) => read_story(&judged.seen, judged.start..judged.end, known),
        None => clean_seen(&seen, known),
    }
}

/// The lines from the first to the last of the article's running text, by the rules.
pub(super) fn article(seen: &[Seen]) -> Option<Range<usize>> {
    start(seen).map(|start| start..tail::end(seen, start))
}

/// Reads the article whose running text is in `body`.
fn read_story(seen: &[Seen], body: Range<usize>, known: Known) -> Cleaned {
    let mut out = Cleaned::default();
    let (lines, after) = seen.split_at(body.end);
    let vocabulary = Vocabulary::of(paragraphs(&seen[body.clone()]));
    let body_start = head::extent(lines, body.start);
    let body_start = read_head(lines, body_start, known, &vocabulary, &mut out);
    body::read(&lines[body_start..], &mut out);
    out.dropped += after.len();
    out.dates.extend(from_dateline(&out.pieces));
    out
}

/// Paragraphs looked at for the words of the story.
const LEDES: usize = 12;

pub(super) fn paragraphs<'a>(body: &'a [Seen]) -> impl Iterator<Item = &'a str> {
    let prose = body.iter().filter(|seen| matches!(seen.sort, Sort::Prose | Sort::Sentence));
    prose.map(|seen| seen.line.text.as_str()).take(LEDES)
}

/// Where the lines under the page's own heading begin, if most of the running text is there: notices
/// may stand above it.
fn below_heading(seen: &[Seen], known: Known) -> usize {
    let Some(Title::Heading(title)) = known.title else { return 0 };
    let title = normal(title);
    let is_heading =
        |seen: &Seen| seen.line.form == Form::Heading && normal(&seen.line.text) == title;
    let Some(at) = seen.iter().position(is_heading) else { return 0 };
    let (above, below) = seen.split_at(at + 1);
    if prose_words(above) < prose_words(below) { at + 1 } else { 0 }
}

fn prose_words(seen: &[Seen]) -> usize {
    seen.iter().filter(|seen| seen.sort == Sort::Prose).map(|seen| seen.shape.words).sum()
}

/// The first line of running text that others follow.
fn start(seen: &[Seen]) -> Option<usize> {
    let prose = |seen: &Seen| seen.sort == Sort::Prose;
    let sentence = |seen: &Seen| seen.sort == Sort::Sentence;
    let plain = seen.iter().position(|s| prose(s) && !s.is_listed());
    plain.or_else(|| seen.iter().position(prose)).or_else(|| seen.iter().position(sentence))
}

/// Reads the head and says where the body begins.
fn read_head(
    seen: &[Seen],
    start: usize,
    known: Known,
    body: &Vocabulary,
    out: &mut Cleaned,
) -> usize {
    let lines = &seen[..start];
    match headline::find(lines, known.title, body) {
        Some(at) => {
            head::above(&lines[..at], out);
            out.keep(BlockKind::Headline, &lines[at]);
            head::below(&lines[at + 1..], body, out);
            start
        }
        None => untitled(seen, start, known, body, out),
    }
}

/// No line above the body is a headline: it was given, or it is the first sentence, or there is none.
fn untitled(
    seen: &[Seen],
    start: usize,
    known: Known,
    body: &Vocabulary,
    out: &mut Cleaned,
) -> usize {
    let (lines, rest) = seen.split_at(start);
    if let Some(title) = known.title {
        out.pieces.push(Piece { kind: BlockKind::Headline, text: title.text().to_owned() });
        head::below(lines, body, out);
        return start;
    }
    head::above(lines, out);
    match rest.split_first() {
        Some((first, after)) if headline::is_told_again(first, after) => {
            out.keep(BlockKind::Headline, first);
            start + 1
        }
        _ => start,
    }
}

/// A text without a single sentence: a list, a table. It stays as it is, unless part of it is furniture:
/// then the rest is too.
fn loose(seen: &[Seen], known: Known, out: &mut Cleaned) {
    if let Some(title) = known.title {
        out.pieces.push(Piece { kind: BlockKind::Headline, text: title.text().to_owned() });
    }
    if seen.iter().all(|seen| seen.sort == Sort::Short) {
        body::read(seen, out);
    } else {
        out.dropped += seen.len();
    }
}

pub(crate) fn from_dateline(pieces: &[Piece]) -> Vec<Candidate> {
    let body = pieces.iter().filter(|p| {
        matches!(p.kind, BlockKind::Paragraph | BlockKind::Dateline | BlockKind::Standfirst)
    });
    let found = body.take(3).find_map(|piece| dateline::parse(&piece.text));
    let Some(line) = found else { return Vec::new() };
    let day = line.day.map(|day| Candidate::Day(day, text::DateBasis::Dateline));
    day.or(line.month_day.map(Candidate::Dateline)).into_iter().collect()
}
