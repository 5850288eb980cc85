//! How lines begin: lists of openings, each looked for at once.

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, StartKind};

/// A list of openings in lower case.
pub(super) struct Openings(AhoCorasick);

impl Openings {
    pub fn new(openings: &[&str]) -> Openings {
        let mut builder = AhoCorasick::builder();
        let builder = builder.kind(Some(AhoCorasickKind::DFA)).start_kind(StartKind::Anchored);
        Openings(builder.build(openings).expect("the openings are few"))
    }

    /// True if a line, in lower case, begins with one of them.
    pub fn open(&self, lower: &str) -> bool {
        self.0.is_match(Input::new(lower).anchored(Anchored::Yes))
    }
}

/// Letters of the longest opening that is looked for.
const LONGEST: usize = 60;

/// How a line begins, in lower case.
pub(super) fn opening(line: &str) -> String {
    let end = line.char_indices().nth(LONGEST).map_or(line.len(), |(at, _)| at);
    let opening = line.get(..end).unwrap_or(line);
    match opening.is_ascii() {
        true => opening.to_ascii_lowercase(),
        false => opening.chars().flat_map(char::to_lowercase).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_open_with_a_phrase_or_not() {
        let openings = Openings::new(&["source:", "sources:"]);
        assert!(openings.open(&opening("SOURCE: a wire")));
        assert!(!openings.open(&opening("The source: a wire")));
        assert!(!openings.open(""));
    }
}
