//! Sentences: where they end in a block of running text.
//!
//! A sentence ends at `.`, `?`, `!` or `…` with any closing marks behind it. A full stop after an
//! abbreviation or initial ends one only if the next word opens sentences. Inside a quotation the
//! same holds; a mark before a reporting clause ("…?" she asked) does not end a sentence.

use crate::abbreviations::{Stop, opens_sentence, stop_after};
use crate::dateline::dateline;

const CLOSERS: &[char] = &['"', '”', '’', '\'', ')', ']', '»', '}'];
const OPENING_MARKS: &[char] = &['"', '“', '‘', '\'', '(', '[', '«', '{', '—', '–', '-', '•'];

/// Byte ranges of the sentences of a block, without the white space around them.
pub(crate) fn split(block: &str, dateline_allowed: DatelineAllowed) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    if dateline_allowed == DatelineAllowed::Yes
        && let Some(end) = dateline(block)
    {
        push_trimmed(block, start, end, &mut out);
        start = end;
    }
    let mut at = start;
    while let Some(found) = next_terminator(block, at) {
        let end = run_end(block, found);
        if ends_here(block, start, found, end) {
            push_trimmed(block, start, end, &mut out);
            start = end;
        }
        at = end;
    }
    push_trimmed(block, start, block.len(), &mut out);
    out
}

/// Whether a block may begin with a dateline.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum DatelineAllowed {
    /// Running text.
    Yes,
    /// Headlines and captions.
    No,
}

/// The next byte at which a sentence might end: a terminator or a blank line.
fn next_terminator(block: &str, from: usize) -> Option<usize> {
    let rest = block.get(from..)?;
    rest.char_indices().find_map(|(i, c)| {
        let hit = matches!(c, '.' | '?' | '!' | '…') || (c == '\n' && is_blank_line(&rest[i..]));
        hit.then_some(from + i)
    })
}

fn is_blank_line(rest: &str) -> bool {
    rest[1..].trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

/// The end of the terminators and closing marks that begin at `at`.
fn run_end(block: &str, at: usize) -> usize {
    let rest = &block[at..];
    if rest.starts_with('\n') {
        return at + 1;
    }
    let marks = rest.trim_start_matches(['.', '?', '!', '…']);
    let mut end = block.len() - marks.len();
    for c in block[end..].chars() {
        if !CLOSERS.contains(&c) || opens_next(block, end, c) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// True for a straight or single mark that is glued to the next word: `met.'The` or `met."The`.
fn opens_next(block: &str, at: usize, mark: char) -> bool {
    let after = block[at + mark.len_utf8()..].chars().next();
    matches!(mark, '\'' | '"' | '’')
        && after.is_some_and(char::is_alphabetic)
        && window_before(block, at).matches(mark).count().is_multiple_of(2)
}

/// How far back a rule looks, in bytes: longer than any word, shorter than a costly scan.
const WINDOW: usize = 400;

fn window_before(text: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(WINDOW);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..at]
}

fn ends_here(block: &str, start: usize, found: usize, end: usize) -> bool {
    let rest = &block[end..];
    if block[found..].starts_with('\n') || rest.trim().is_empty() {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) && !block[found..end].ends_with(CLOSERS) {
        return glued(block, start, found, rest);
    }
    let next = rest.trim_start().trim_start_matches(OPENING_MARKS);
    let Some(first) = next.chars().next() else { return true };
    if first.is_lowercase() && !begins_with_lower_name(next) {
        return false;
    }
    if !block[found..].starts_with('.') {
        return !(first.is_lowercase());
    }
    if block[found..].starts_with("...") || block[found..end].ends_with(CLOSERS) {
        return true;
    }
    match stop_after(last_word(&block[start..found])) {
        Stop::Ends => !is_list_number(&block[start..found]),
        Stop::Abbreviates => false,
        Stop::Either => next_word_opens(next),
    }
}

/// "…in Oslo.Ministers": a lost space, where a word and a capitalised word meet at a stop.
fn glued(block: &str, start: usize, found: usize, rest: &str) -> bool {
    let before = last_word(&block[start..found]);
    let plain = before.chars().count() > 2
        && before.chars().all(char::is_alphabetic)
        && before.chars().last().is_some_and(char::is_lowercase);
    let after: String = rest.chars().take_while(|c| !c.is_whitespace()).take(WINDOW).collect();
    let word = after
        .trim_start_matches(['"', '“', '‘', '\''])
        .trim_end_matches([',', '.', '?', '!', ':', ';']);
    let mut chars = word.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let tail = chars.as_str();
    let wordlike = tail.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-'));
    plain && capital && wordlike && (!tail.is_empty() || ["A", "I"].contains(&word))
}

/// "e-commerce", "al-Aqsa", "iPhone": lower-case openings of names.
fn begins_with_lower_name(next: &str) -> bool {
    let word: String = next.chars().take_while(|c| !c.is_whitespace()).take(WINDOW).collect();
    word.starts_with("al-") && word[3..].starts_with(char::is_uppercase)
}

fn next_word_opens(next: &str) -> bool {
    let word: String = next.chars().take_while(|c| c.is_alphabetic()).take(WINDOW).collect();
    opens_sentence(&word)
}

fn last_word(text: &str) -> &str {
    let end = window_before(text, text.len()).trim_end();
    end.rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(' | '‘' | '—' | '–' | '/'))
        .next()
        .unwrap_or_default()
}

/// "1." or "a)." alone before the stop.
fn is_list_number(sentence: &str) -> bool {
    let word = sentence.trim();
    word.len() <= 3 && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

fn push_trimmed(block: &str, start: usize, end: usize, out: &mut Vec<(usize, usize)>) {
    let text = &block[start..end];
    let from = start + (text.len() - text.trim_start().len());
    let until = start + text.trim_end().len();
    if from < until {
        out.push((from, until));
    }
}
