//! Words written as one: clitics, "cannot", "10am", "dont".

use super::Cuts;
use crate::word_list::WordList;

const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// Words of several tokens, each with the bytes of its tokens.
const FUSED: WordList = WordList(include_str!("../../data/fused.txt"));

/// Units that are written behind a number without a space.
const UNITS: WordList = WordList(include_str!("../../data/units.txt"));

/// The longest fused word and unit, in bytes.
const LONGEST: usize = 10;

/// Words that cannot follow a possessive: "its a pity" is "it is".
const AFTER_IS: &[&str] = &["a", "an", "the", "not", "been", "so", "too", "going"];

/// Cuts clitics and fused words from a word without marks at its ends.
pub(super) fn cut(word: &str, at: usize, next: Option<&str>, out: &mut Cuts) {
    if word.is_empty() {
        return;
    }
    let mut end = word.len();
    let mut tail = Vec::new();
    while let Some(cut) = clitic_start(&word[..end]) {
        tail.push((at + cut, at + end));
        end = cut;
    }
    cut_fused(&word[..end], at, next.filter(|_| tail.is_empty()), out);
    out.extend(tail.into_iter().rev());
}

/// "s" behind an apostrophe.
pub(super) fn is_clitic(word: &str) -> bool {
    CLITICS.iter().any(|c| c.eq_ignore_ascii_case(word))
}

/// "'em", "’90s", "'til", given without the apostrophe, which stands for what is left out.
pub(super) fn is_clipped(word: &str) -> bool {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    figures == 2 && word.len() == 3 && word.ends_with('s')
        || CLIPPED.iter().any(|c| c.eq_ignore_ascii_case(word))
}

const CLIPPED: &[&str] = &["em", "til", "cause", "tis", "twas"];

/// Where "n't", "'s" and the like begin.
fn clitic_start(word: &str) -> Option<usize> {
    let mark = word.rfind(['\'', '’'])?;
    let after = word[mark..].trim_start_matches(['\'', '’']);
    let before = &word[..mark];
    if after.eq_ignore_ascii_case("t") && before.ends_with(['n', 'N']) && mark > 1 {
        return Some(mark - 1);
    }
    let decade = after == "s" && is_decade(before);
    (mark > 0 && is_clitic(after) && !decade).then_some(mark)
}

/// "1970" in "1970's", "80" in "80's".
fn is_decade(word: &str) -> bool {
    word.len() <= 4 && word.ends_with('0') && word.bytes().all(|b| b.is_ascii_digit())
}

fn cut_fused(word: &str, at: usize, next: Option<&str>, out: &mut Cuts) {
    let mut start = at;
    for length in lengths(word, next) {
        out.push((start, start + length));
        start += length;
    }
    if start < at + word.len() {
        out.push((start, at + word.len()));
    }
}

/// Bytes of the tokens of a word but the last; empty if the word is one token.
fn lengths(word: &str, next: Option<&str>) -> Vec<usize> {
    let few = word.chars().take(LONGEST + 1).map(char::len_utf8).sum::<usize>() == word.len();
    if !few {
        return Vec::new();
    }
    let lower = word.to_lowercase();
    if lower.len() != word.len() || word.chars().any(char::is_uppercase) && is_capitals(word) {
        return Vec::new();
    }
    if let Some(note) = FUSED.note(&lower) {
        return note.split(' ').filter_map(|n| n.parse().ok()).collect();
    }
    let is =
        matches!(lower.as_str(), "its" | "your") && next.is_some_and(|n| AFTER_IS.contains(&n));
    if is {
        return vec![word.len() - 1];
    }
    number_length(&lower).into_iter().collect()
}

/// "IM", "CANT" and "IVE" are more often acronyms than words.
fn is_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase) && word.chars().all(char::is_alphabetic)
}

/// The number in "10am", "5.5bn", "35mm".
fn number_length(word: &str) -> Option<usize> {
    let unit =
        word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ','));
    let length = word.len() - unit.len();
    (length > 0 && word.starts_with(|c: char| c.is_ascii_digit()) && UNITS.has(unit))
        .then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_list::is_sorted;

    #[test]
    fn lists_are_in_order_and_lengths_fit() {
        assert!(is_sorted(FUSED) && is_sorted(UNITS));
        for line in FUSED.0.lines() {
            let mut parts = line.split(' ');
            let word = parts.next().unwrap();
            let sum: usize = parts.map(|n| n.parse::<usize>().unwrap()).sum();
            assert_eq!(sum, word.len(), "{word}");
        }
    }
}
