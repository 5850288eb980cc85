//! Lists of words kept as files: a word a line, sorted by bytes, read where they lie.

/// A sorted list; behind a word and a space a line may say more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordList(pub &'static str);

impl WordList {
    /// True if the list has the word.
    pub(crate) fn has(self, word: &str) -> bool {
        self.note(word).is_some()
    }

    /// What the list says behind the word: empty for a plain list.
    pub(crate) fn note(self, word: &str) -> Option<&'static str> {
        let mut rest = self.0;
        while !rest.is_empty() {
            let (before, line, after) = middle_line(rest)?;
            let (key, note) = line.split_once(' ').unwrap_or((line, ""));
            rest = match word.cmp(key) {
                std::cmp::Ordering::Less => before,
                std::cmp::Ordering::Equal => return Some(note),
                std::cmp::Ordering::Greater => after,
            };
        }
        None
    }
}

/// The line in the middle of a text, and what stands before and after it.
fn middle_line(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let middle = (text.len() - 1) / 2;
    let start = bytes.get(..middle)?.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let end = bytes.get(middle..)?.iter().position(|&b| b == b'\n').map(|at| middle + at);
    let end = end.unwrap_or(text.len());
    Some((text.get(..start)?, text.get(start..end)?, text.get(end + 1..).unwrap_or_default()))
}

/// True if the lines stand in order, as the search needs them.
#[cfg(test)]
pub(crate) fn is_sorted(list: WordList) -> bool {
    let keys = || list.0.lines().map(|l| l.split(' ').next().unwrap_or_default());
    keys().zip(keys().skip(1)).all(|(a, b)| a < b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let list = WordList("ant\nbee small\ncow\ndog tame and loud\n");
        assert_eq!(list.note("bee"), Some("small"));
        assert_eq!(list.note("dog"), Some("tame and loud"));
        assert!(list.has("ant") && list.has("cow"));
        for word in ["", "a", "be", "bee small", "cows", "eel"] {
            assert!(!list.has(word), "{word}");
        }
        assert!(!WordList("").has("ant"));
    }
}
