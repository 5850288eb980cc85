//! The words beside a date that say what it is of: "Published", "Aktualisiert", "Expires".

use std::collections::HashMap;
use std::sync::LazyLock;

/// A kind of label a line: its name, then the words.
const LABELS: &str = include_str!("../../../data/date_labels.txt");

/// What a word beside a date says that it is of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::html) enum Label {
    Published,
    Changed,
    /// Something else: an event, an expiry, the day the page was read.
    Other,
}

static WORDS: LazyLock<HashMap<&'static str, Label>> = LazyLock::new(|| {
    let kinds = LABELS.lines().zip([Label::Published, Label::Changed, Label::Other]);
    kinds.flat_map(|(line, label)| line.split(' ').skip(1).map(move |word| (word, label))).collect()
});

/// The label nearest before a date. `before` is in small letters.
pub(super) fn last(before: &str) -> Option<Label> {
    words(before).rev().take(6).find_map(|word| WORDS.get(word).copied())
}

/// The label after a date: "10.05.2023 tarihinde yayınlandı", "am 10. Mai 2023 um 14:48 von Doe veröffentlicht".
/// A change is told right after it, publication in the same sentence.
pub(super) fn first(after: &str) -> Option<Label> {
    let mut labels =
        words(after).take(8).enumerate().filter_map(|(at, word)| Some((at, *WORDS.get(word)?)));
    labels
        .find(|(at, label)| *at < 2 || *label == Label::Published && *at < 8)
        .map(|(_, label)| label)
}

/// True for a word that says what a date is of.
pub(in crate::html) fn is_label(word: &str) -> bool {
    WORDS.contains_key(word)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
