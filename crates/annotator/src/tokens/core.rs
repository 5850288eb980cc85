//! A run without spaces whose ends are words: where marks inside cut it.

use super::address::{self, Kind};
use super::hyphen::{self, is_dash};
use super::{Cuts, Style, ending, word};

/// Cuts a run at the marks inside and its words into tokens; `next` is the run after the space behind it.
pub(super) fn cut(run: &str, at: usize, (style, next): (Style, Option<&str>), out: &mut Cuts) {
    if run.is_empty() {
        return;
    }
    if address::kind(run) == Kind::Address || hyphen::is_number(run) {
        out.push((at, at + run.len()));
        return;
    }
    let mut start = 0;
    for (i, c) in run.char_indices() {
        let Some(before) = run.get(start..i) else { continue };
        let len = separator(c, before, &run[i..], &run[..i]);
        if len > 0 {
            cut_piece(before, at + start, (style, None), out);
            out.push((at + i, at + i + len));
            start = i + len;
        }
    }
    cut_piece(&run[start..], at + start, (style, next), out);
}

/// A piece between marks: an address after all, or a word.
fn cut_piece(piece: &str, at: usize, (style, next): (Style, Option<&str>), out: &mut Cuts) {
    if piece.contains('@') && address::kind(piece) == Kind::Address {
        out.push((at, at + piece.len()));
        return;
    }
    match style {
        Style::English => word::cut(piece, at, next, out),
        Style::Endings => ending::cut(piece, at, out),
    }
}

/// Length of the token that the mark `c`, which opens `rest`, is inside a run; 0 if it is none.
fn separator(c: char, before: &str, rest: &str, all_before: &str) -> usize {
    let after = &rest[c.len_utf8()..];
    let same = || rest.len() - rest.trim_start_matches(c).len();
    let figures = before.ends_with(|c: char| c.is_ascii_digit())
        && after.starts_with(|c: char| c.is_ascii_digit());
    match c {
        '-' if after.is_empty() || hyphen::keeps(before, after, all_before) => 0,
        '.' if before.ends_with(char::is_alphanumeric) && same() > 1 && !in_mail(rest) => same(),
        '/' if !parts(before, after) => 0,
        ',' | ':' if figures => 0,
        c if is_dash(c) => same(),
        '…' | '/' | ',' | ':' | '"' | '“' | '”' | '(' | ')' | '[' | ']' | ';' | '!' | '?' | '='
        | '«' | '»' | '<' | '>' | '|' | '$' | '€' | '£' | '%' => c.len_utf8(),
        _ => 0,
    }
}

/// True if the dots of "press...@example.org" shorten an address.
fn in_mail(rest: &str) -> bool {
    rest.chars().find(|&c| c != '.') == Some('@')
}

/// True if a slash stands between two words: "and/or", no "m/s", no "9/11".
fn parts(before: &str, after: &str) -> bool {
    after.starts_with(char::is_alphabetic)
        && before.ends_with(char::is_alphabetic)
        && before.chars().nth(1).is_some()
}
