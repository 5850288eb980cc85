//! Quotations: what stands between quotation marks, also over several paragraphs.
//!
//! A mark opens after white space or an opening mark and closes before white space or a mark. An
//! apostrophe is none: single marks count only if they open like a quotation and find a close in
//! the same block; two apostrophes in a row, or two backticks, are one double mark. A quotation that its paragraph does not close goes on if the next opens with a mark.

use text::{Article, BlockKind, Quotation, Span};

/// Finds all quotations, in order, none inside another.
pub(crate) fn find(article: &Article) -> Vec<Quotation> {
    let mut out = Vec::new();
    let blocks = &article.blocks;
    for (at, block) in blocks.iter().enumerate() {
        let Some(text) = block.span.slice(&article.text) else { continue };
        let next = blocks.get(at + 1).filter(|b| b.kind == BlockKind::Paragraph);
        let continues = next
            .and_then(|b| b.span.slice(&article.text))
            .is_some_and(|t| marks(t.trim_start()).next().is_some_and(|m| is_double_open(m.sign)));
        let open_end = if continues { OpenEnd::Kept } else { OpenEnd::Dropped };
        in_block(text, block.span.start(), open_end, &mut out);
    }
    out
}

/// What becomes of a quotation that its block does not close.
#[derive(Clone, Copy, Eq, PartialEq)]
enum OpenEnd {
    /// It runs on into the next block.
    Kept,
    /// The mark is a slip, an inch sign, an apostrophe.
    Dropped,
}

fn is_double_open(c: char) -> bool {
    matches!(c, '"' | '“' | '«' | '„')
}

/// A sign of a text: a character, or two that are typed for one.
#[derive(Clone, Copy, Debug)]
struct Mark {
    sign: char,
    start: usize,
    end: usize,
}

/// The signs of a text; `''` is `"`, and two backticks are `“`.
fn marks(text: &str) -> impl Iterator<Item = Mark> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, c) = chars.next()?;
        let twice = matches!(c, '\'' | '`') && chars.next_if(|(_, next)| *next == c).is_some();
        let sign = match c {
            '\'' if twice => '"',
            '`' if twice => '“',
            _ => c,
        };
        Some(Mark { sign, start, end: start + c.len_utf8() * if twice { 2 } else { 1 } })
    })
}

fn in_block(text: &str, offset: u32, open_end: OpenEnd, out: &mut Vec<Quotation>) {
    let mut open: Option<Mark> = None;
    let mut last = ' ';
    let mut marks = marks(text).peekable();
    let mut single_end = 0;
    while let Some(mark) = marks.next() {
        let next = marks.peek().map(|mark| mark.sign);
        match open {
            Some(from) if closes(from.sign, mark.sign, last, next) => {
                push(offset, from, mark.start..mark.end, out);
                open = None;
            }
            None if opens_double(mark.sign, last, next) => open = Some(mark),
            None if mark.start >= single_end && opens_single(mark.sign, last, next) => {
                match single_close(text, mark.start, mark.sign) {
                    Some(end) => open = Some(mark).filter(|_| end > mark.start),
                    None => single_end = text.len(),
                }
            }
            _ => {}
        }
        last = mark.sign;
    }
    if let (Some(from), OpenEnd::Kept) = (open, open_end) {
        let end = text.trim_end().len();
        push(offset, from, end..end, out);
    }
}

fn opens_double(c: char, last: char, next: Option<char>) -> bool {
    match c {
        '“' | '«' | '„' => true,
        '"' => !last.is_alphanumeric() && next.is_some_and(|n| !n.is_whitespace()),
        _ => false,
    }
}

fn opens_single(c: char, last: char, next: Option<char>) -> bool {
    let apart = last.is_whitespace() || matches!(last, '(' | '—' | '–' | ':' | '[');
    matches!(c, '\'' | '‘') && apart && next.is_some_and(char::is_alphanumeric)
}

fn closes(mark: char, c: char, last: char, next: Option<char>) -> bool {
    let ends = next.is_none_or(|n| !n.is_alphanumeric());
    match mark {
        '“' | '„' => c == '”' || (c == '"' && ends) || (mark == '„' && c == '“'),
        '«' => c == '»',
        '"' => (c == '"' || c == '”') && (ends || !last.is_whitespace()),
        _ => {
            matches!(c, '\'' | '’')
                && ends
                && !last.is_whitespace()
                && last != mark
                && !is_plural_possessive(last, next)
        }
    }
}

/// "the ministers' talks": inside single marks this is an apostrophe as far as one can tell.
fn is_plural_possessive(last: char, next: Option<char>) -> bool {
    last == 's' && next == Some(' ')
}

/// Where a single mark at `start` closes, if its block closes it.
fn single_close(text: &str, start: usize, mark: char) -> Option<usize> {
    let rest = text.get(start..)?;
    let mut last = mark;
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if closes(mark, c, last, chars.peek().map(|&(_, c)| c)) {
            return Some(start + at);
        }
        last = c;
    }
    None
}

/// The quotation from an opening mark to a closing one; an empty one where none is there.
fn push(offset: u32, open: Mark, close: std::ops::Range<usize>, out: &mut Vec<Quotation>) {
    let inner_end = close.start.max(open.end);
    let span = |from: usize, to: usize| Span::new(offset + from as u32, offset + to as u32);
    if let (Some(outer), Some(inner)) =
        (span(open.start, close.end.max(inner_end)), span(open.end, inner_end))
    {
        out.push(Quotation { outer, inner });
    }
}
