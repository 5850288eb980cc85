//! Quotations: what stands between quotation marks, also over several paragraphs.
//!
//! A mark opens after white space or an opening mark and closes before white space or a mark. An
//! apostrophe is none: single marks count only if they open like a quotation and find a close in
//! the same block. A quotation that its paragraph does not close goes on if the next opens with a mark.

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
            .is_some_and(|t| t.trim_start().starts_with(is_double_open));
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

fn in_block(text: &str, offset: u32, open_end: OpenEnd, out: &mut Vec<Quotation>) {
    let mut open: Option<(usize, char)> = None;
    let mut last = ' ';
    let mut chars = text.char_indices().peekable();
    let mut single_end = 0;
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        match open {
            Some((start, mark)) if closes(mark, c, last, next) => {
                push(offset, start, at + c.len_utf8(), (mark, Some(c)), out);
                open = None;
            }
            None if opens_double(c, last, next) => open = Some((at, c)),
            None if at >= single_end && opens_single(c, last, next) => {
                match single_close(text, at, c) {
                    Some(end) => open = Some((at, c)).filter(|_| end > at),
                    None => single_end = text.len(),
                }
            }
            _ => {}
        }
        last = c;
    }
    if let (Some((start, mark)), OpenEnd::Kept) = (open, open_end) {
        push(offset, start, text.trim_end().len(), (mark, None), out);
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

fn push(
    offset: u32,
    start: usize,
    end: usize,
    (open, close): (char, Option<char>),
    out: &mut Vec<Quotation>,
) {
    let inner_start = start + open.len_utf8();
    let inner_end = (end - close.map_or(0, char::len_utf8)).max(inner_start);
    let span = |from: usize, to: usize| Span::new(offset + from as u32, offset + to as u32);
    if let (Some(outer), Some(inner)) =
        (span(start, end.max(inner_end)), span(inner_start, inner_end))
    {
        out.push(Quotation { outer, inner });
    }
}
