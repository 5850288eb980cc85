//! Marks at the ends of a run without spaces.

use super::address::Kind;
use super::hyphen::is_dash;
use super::{Place, emoticon, word};
use crate::abbreviations::{Stop, stop_after};

const OPENERS: &[char] = &[
    '"', '“', '”', '‘', '(', '[', '{', '«', '$', '£', '€', '¥', '*', '<', '•', '·', '_', '~', '|',
    '¿', '¡', '„',
];
const CLOSERS: &[char] = &[
    '"', '”', '“', ',', ';', ':', '?', '!', ')', ']', '}', '»', '%', '*', '>', '…', '|', '~', '_',
    '<', '=',
];

const BEHIND_ADDRESSES: &[char] =
    &[',', '.', ')', '"', '”', ';', ':', '>', ']', '\'', '’', '?', '!'];

/// In bytes, its stop included.
const LONGEST_ABBREVIATION: usize = 16;

/// True for a mark that may stand behind a word.
pub(super) fn closes(c: char) -> bool {
    CLOSERS.contains(&c)
}

/// Length of the token of marks that opens a run, if one does.
pub(super) fn leading(run: &str) -> Option<usize> {
    let first = run.chars().next()?;
    let rest = &run[first.len_utf8()..];
    let same = || run.len() - run.trim_start_matches(first).len();
    let figure = rest.starts_with(|c: char| c.is_ascii_digit());
    match first {
        c if is_dash(c) => (first != '-' || !figure || same() > 1).then(same),
        '.' if rest.starts_with('.') => {
            Some(run.len() - run.trim_start_matches(['!', '?', '.']).len())
        }
        '.' => (!rest.starts_with(char::is_alphanumeric)).then_some(1),
        '\'' | '’' | '`' | '‘' => leading_quote(first, rest),
        '#' => figure.then_some(1),
        '!' | '?' => Some(run.len() - run.trim_start_matches(['!', '?', '.']).len()),
        '*' | '=' | '$' | '_' | '~' | '<' | '>' | '|' => Some(same()),
        c => (OPENERS.contains(&c) || closes(c)).then_some(c.len_utf8()),
    }
}

/// `'` is a mark of its own, unless it opens a clitic or a clipped word; `''` is one.
fn leading_quote(first: char, rest: &str) -> Option<usize> {
    let second = rest.chars().next().filter(|c| matches!(c, '\'' | '’' | '`'));
    if let Some(second) = second {
        return Some(first.len_utf8() + second.len_utf8());
    }
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let whole = word::is_clitic(&rest[..end]) || word::is_clipped(&rest[..end]);
    (first == '‘' || !whole).then_some(first.len_utf8())
}

/// Length of the token of marks that closes a run, if one does.
pub(super) fn trailing(run: &str, place: Place, kind: Kind) -> Option<usize> {
    let mark = run.chars().next_back()?;
    let before = &run[..run.len() - mark.len_utf8()];
    let same = || run.len() - run.trim_end_matches(mark).len();
    if kind == Kind::Address && !BEHIND_ADDRESSES.contains(&mark) {
        return None;
    }
    match mark {
        '.' if before.ends_with('.') => Some(dots(run)),
        '.' if before.ends_with(['!', '?']) => Some(ending_marks(run)),
        '.' => stop(run, before, place),
        '!' | '?' => Some(ending_marks(run)),
        '\'' | '’' | '`' if before.ends_with(['\'', '’', '`']) => {
            before.chars().next_back().map(|c| c.len_utf8() + mark.len_utf8())
        }
        '\'' | '’' | '`' => Some(mark.len_utf8()),
        ')' | '(' if emoticon::at_end(run).is_some() => emoticon::at_end(run),
        '+' => before
            .ends_with(char::is_alphanumeric)
            .then_some(1)
            .or(before.ends_with('+').then(same)),
        '-' if !before.ends_with('-') => (!is_broken_off(before)).then_some(1),
        c if is_dash(c) => Some(same()),
        '*' | '=' | '_' | '~' | '>' | '<' | '|' => Some(same()),
        c => (closes(c) || matches!(c, '$' | '£' | '€' | '/') && !before.is_empty())
            .then_some(c.len_utf8()),
    }
}

/// Dots at the end of a run are one token, but "L.P.." is an abbreviation and a stop.
fn dots(run: &str) -> usize {
    let same = run.len() - run.trim_end_matches('.').len();
    if same == 2 && keeps_stop(&run[..run.len() - 1]) { 1 } else { same }
}

/// "?!", "..?", ".?": one token, but the stop of an abbreviation stays with it.
fn ending_marks(run: &str) -> usize {
    let mixed = run.trim_end_matches(['!', '?', '.']);
    let bare = run.trim_end_matches(['!', '?']);
    let abbreviated = mixed.len() + 1 == bare.len() && keeps_stop(bare);
    run.len() - if abbreviated { bare.len() } else { mixed.len() }
}

fn stop(run: &str, before: &str, place: Place) -> Option<usize> {
    let stands = match place {
        Place::Last => before.is_empty() || !keeps_stop(run) || is_weak(before),
        Place::Within => before.is_empty() || !is_abbreviation(run),
    };
    stands.then_some(1)
}

/// At the end of a sentence the stop of "etc." is the sentence's, and "No." is a word.
fn is_weak(word: &str) -> bool {
    matches!(stop_after(word), Stop::Trails | Stop::Numbers)
}

/// In characters, its stop included.
const LONGEST_UNLISTED: usize = 6;

/// Amid a sentence a short word with a stop keeps it, unless the space after it was lost.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= LONGEST_ABBREVIATION && keeps_stop(word)
        || word.chars().nth(LONGEST_UNLISTED).is_none()
            && !word.starts_with(|c: char| c.is_ascii_digit())
}

/// True if a final full stop is part of the word: "Gen.", "U.S.", "J.".
fn keeps_stop(word: &str) -> bool {
    word.len() <= LONGEST_ABBREVIATION
        && word.strip_suffix('.').is_some_and(|w| !w.is_empty() && stop_after(w) != Stop::Ends)
}

/// "th- this", "pre- and post-war": a word broken off at a hyphen keeps it.
fn is_broken_off(before: &str) -> bool {
    let short = before.chars().nth(3).is_none();
    (short && before.chars().all(char::is_alphabetic)) || super::hyphen::is_prefix(before)
}
