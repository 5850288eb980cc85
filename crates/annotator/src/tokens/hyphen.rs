//! Hyphens that stay inside a word.

use crate::word_list::WordList;

/// Word parts that a hyphen joins to what follows.
const PREFIXES: WordList = WordList(include_str!("../../data/prefixes.txt"));

const ARTICLES: &[&str] =
    &["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ur", "bin", "ibn", "abu"];

/// The longest prefix and article, in bytes.
const LONGEST: usize = 8;

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−')
}

/// "anti", "Pre": does not stand alone before a hyphen.
pub(super) fn is_prefix(word: &str) -> bool {
    word.len() <= LONGEST && PREFIXES.has(&word.to_lowercase())
}

/// True if a hyphen after `before` stays in the word; `all_before` goes back to the start of the run.
pub(super) fn keeps(before: &str, after: &str, all_before: &str) -> bool {
    let first = all_before.len() == before.len();
    let article = joins_article(before, after) && (first || before.eq_ignore_ascii_case("al"));
    !after.starts_with('-') && !before.is_empty() && (article || first && is_prefix(before))
}

/// True if a hyphen between the two is inside one name: "al-Khoury".
pub(crate) fn joins_article(before: &str, after: &str) -> bool {
    before.len() <= LONGEST
        && ARTICLES.contains(&before.to_lowercase().as_str())
        && after.starts_with(char::is_uppercase)
}

/// A telephone or file number: "202-555-0123", "555-0123", "16802-6601"; no range, no score.
pub(super) fn is_number(run: &str) -> bool {
    let mut lengths = [0usize; 4];
    let mut count = 0;
    for group in run.split('-') {
        let figures = !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
        match lengths.get_mut(count).filter(|_| figures) {
            Some(length) => *length = group.len(),
            None => return false,
        }
        count += 1;
    }
    matches!((count, lengths), (3 | 4, _) | (2, [3 | 5, 4, ..] | [1, 4, ..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_list::is_sorted;

    #[test]
    fn hyphens_that_join() {
        assert!(keeps("pre", "war", "pre") && keeps("al", "Khoury", "al"));
        assert!(!keeps("four", "party", "four") && !keeps("co", "op", "pro-co"));
        assert!(is_sorted(PREFIXES));
    }

    #[test]
    fn numbers_and_ranges() {
        assert!(is_number("202-555-0123") && is_number("555-0123"));
        assert!(!is_number("10-12") && !is_number("1998-2002") && !is_number("91-89"));
    }
}
