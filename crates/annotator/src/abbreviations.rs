//! Words that end in a full stop without ending a sentence.

use crate::word_list::WordList;

/// Abbreviations without their stop, each with what follows it: see [`Stop`].
const ABBREVIATIONS: WordList = WordList(include_str!("../data/abbreviations.txt"));

/// Words that with a capital open sentences far more often than they go on with one.
const OPENERS: WordList = WordList(include_str!("../data/openers.txt"));

/// What a full stop after a word says about the sentence.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Stop {
    /// The sentence ends.
    Ends,
    /// The stop belongs to the word, and the sentence goes on: "Gen. Berg", "vs. Norway".
    Abbreviates,
    /// The stop belongs to the word if a number follows: "No. 5".
    Numbers,
    /// The stop belongs to the word; the sentence ends if the next word opens one: "the U.S."
    Either,
    /// The stop belongs to the word, which ends a list and often the sentence: "etc."
    Trails,
}

/// Reads the word before a full stop, given without the stop.
pub(crate) fn stop_after(word: &str) -> Stop {
    let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    if bare.len() > LONGEST {
        return Stop::Ends;
    }
    if let Some(note) = ABBREVIATIONS.note(&bare.to_lowercase()) {
        return listed(note, bare);
    }
    if bare != "I" && is_initial(bare) || is_dotted(bare) { Stop::Either } else { Stop::Ends }
}

/// "name capital": in small letters it is another word, as "sat" and "la" are.
fn listed(note: &str, word: &str) -> Stop {
    let small = word.chars().all(char::is_lowercase);
    match note.split_once(' ').unwrap_or((note, "")) {
        (_, "capital") if small => Stop::Ends,
        ("name", _) => Stop::Abbreviates,
        ("number", _) => Stop::Numbers,
        ("trails", _) => Stop::Trails,
        _ => Stop::Either,
    }
}

/// The longest listed abbreviation, in bytes.
const LONGEST: usize = 16;

/// True for a word that, capitalised, most often opens a sentence.
pub(crate) fn opens_sentence(word: &str) -> bool {
    word.len() <= LONGEST && OPENERS.has(&word.to_lowercase())
}

fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_none()
}

/// "U.S", "a.m", "J.R.R": letters and stops in turn.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_list::is_sorted;

    #[test]
    fn stops_are_told_apart() {
        assert_eq!(stop_after("Gen"), Stop::Abbreviates);
        assert_eq!(stop_after("U.S"), Stop::Either);
        assert_eq!(stop_after("W"), Stop::Either);
        assert_eq!(stop_after("etc"), Stop::Trails);
        assert_eq!(stop_after("No"), Stop::Numbers);
        assert_eq!(stop_after("talks"), Stop::Ends);
        assert_eq!(stop_after("I"), Stop::Ends);
        assert_eq!(stop_after("sat"), Stop::Ends);
        assert_eq!(stop_after("vs"), Stop::Abbreviates);
    }

    #[test]
    fn lists_are_in_order() {
        assert!(is_sorted(ABBREVIATIONS) && is_sorted(OPENERS));
    }
}
