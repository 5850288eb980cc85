//! Words of a text, made comparable.

use std::collections::BTreeSet;

use text::Span;

/// Words that say nothing of what a text is about.
const EMPTY: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "although", "amid", "among", "an", "and", "any",
    "are", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "can", "could", "did", "do", "does", "down", "during", "each", "for", "from", "further", "had",
    "has", "have", "having", "he", "her", "here", "him", "his", "how", "however", "i", "if", "in",
    "into", "is", "it", "its", "just", "like", "made", "make", "may", "me", "might", "more",
    "most", "mr", "mrs", "ms", "must", "my", "no", "nor", "not", "now", "of", "off", "on", "once",
    "one", "only", "or", "other", "our", "out", "over", "own", "per", "said", "same", "say",
    "says", "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until",
    "up", "very", "was", "we", "well", "were", "what", "when", "where", "which", "while", "who",
    "whom", "why", "will", "with", "would", "yet", "you", "your",
];

/// A word and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Folded, without "'s".
    pub norm: String,
    /// Its bytes.
    pub span: Span,
    /// True if it begins with a capital or holds a digit.
    pub marked: bool,
}

/// The words of `text`, in order. Whatever is neither letter nor digit parts them.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
    for (at, c) in ends {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.extend(word(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    words
}

fn word(text: &str, range: std::ops::Range<usize>) -> Option<Word> {
    let form = text.get(range.clone())?;
    let marked = form.starts_with(char::is_uppercase) || form.contains(|c: char| c.is_numeric());
    let after_apostrophe = text.get(..range.start)?.ends_with(['\'', '’']);
    if form == "s" && after_apostrophe {
        return None;
    }
    Some(Word { norm: lexicon::fold(form), span: Span::from_range(range)?, marked })
}

/// True for words that carry meaning.
pub(crate) fn is_content(norm: &str) -> bool {
    norm.chars().nth(1).is_some() && EMPTY.binary_search(&norm).is_err()
}

/// The word without the commonest English endings: "tasked" and "tasks" are one.
pub(crate) fn stem(norm: &str) -> &str {
    let cut = |ending: &str| norm.strip_suffix(ending).filter(|rest| rest.chars().count() >= 4);
    let endings =
        ["isation", "ization", "ations", "ation", "ising", "izing", "ings", "ing", "ised"];
    let more =
        ["ized", "ises", "izes", "ise", "ize", "ies", "ment", "ed", "es", "al", "y", "e", "s"];
    endings.iter().chain(&more).find_map(|ending| cut(ending)).unwrap_or(norm)
}

/// The stems of the content words of `text`.
pub(crate) fn stems(text: &str) -> BTreeSet<String> {
    let words = words(text);
    let content = words.iter().filter(|w| is_content(&w.norm));
    content.map(|w| stem(&w.norm).to_owned()).collect()
}

/// What share of the lesser set is in the other; 0 if it is empty.
pub(crate) fn overlap<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> f64 {
    let least = a.len().min(b.len());
    if least == 0 {
        return 0.0;
    }
    a.intersection(b).count() as f64 / least as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_empty_words_can_be_searched() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn possessives_and_endings_fall_away() {
        let stems = stems("The ministry’s tasks; tasked with normalising the Ministry's ties");
        let expected = ["minist", "norm", "normal", "task", "ties"];
        assert!(stems.iter().all(|s| expected.iter().any(|e| s.starts_with(e))), "{stems:?}");
        assert!(stems.contains("task"));
    }

    #[test]
    fn words_stand_where_they_are_said_to() {
        let text = "“Über Moskau”, 2023–24";
        for word in words(text) {
            assert_eq!(word.span.slice(text).map(lexicon::fold), Some(word.norm));
        }
    }
}
