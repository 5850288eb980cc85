//! Classes of words: what kind of thing a noun names, what kind of act a verb tells.

use std::collections::HashMap;

use text::Upos;

/// A word a line: the word, its kind as a noun, its kind as a verb, and its place in a wide and in
/// a narrow cluster of words that keep the same company. A kind or cluster may be missing.
const TABLE: &str = include_str!("word-classes.tsv");

/// The classes of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Kinds {
    noun: Option<u8>,
    verb: Option<u8>,
    wide: Option<u16>,
    narrow: Option<u16>,
}

/// All classes.
#[derive(Debug)]
pub(super) struct Classes {
    words: HashMap<&'static str, Kinds>,
}

impl Classes {
    /// Those that come with the program.
    pub(super) fn shipped() -> Classes {
        Classes { words: TABLE.lines().skip(1).filter_map(parse).collect() }
    }

    /// The kind of thing or act that a lemma in lower case names; never 0.
    pub(super) fn kind(&self, lemma: &str, upos: Upos) -> Option<u64> {
        let kinds = self.words.get(lemma)?;
        match upos {
            Upos::NOUN => kinds.noun.map(|n| 100 + u64::from(n)),
            Upos::VERB | Upos::AUX => kinds.verb.map(|n| 200 + u64::from(n)),
            _ => None,
        }
    }

    /// The clusters of a form in lower case; never 0.
    pub(super) fn clusters(&self, form: &str) -> [Option<u64>; 2] {
        let Some(kinds) = self.words.get(form) else { return [None; 2] };
        [kinds.wide.map(|n| 1_000 + u64::from(n)), kinds.narrow.map(|n| 10_000 + u64::from(n))]
    }
}

fn parse(line: &'static str) -> Option<(&'static str, Kinds)> {
    let mut columns = line.split('\t');
    let word = columns.next()?;
    let kinds = Kinds {
        noun: columns.next()?.parse().ok(),
        verb: columns.next()?.parse().ok(),
        wide: columns.next()?.parse().ok(),
        narrow: columns.next()?.parse().ok(),
    };
    Some((word, kinds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_word_with_a_class() {
        let classes = Classes::shipped();
        assert_eq!(classes.words.len(), TABLE.lines().count() - 1);
        let empty = |k: &Kinds| (k.noun, k.verb, k.wide) == (None, None, None);
        assert!(!classes.words.values().any(empty));
    }

    #[test]
    fn kinds_tell_acts_and_things_apart() {
        let classes = Classes::shipped();
        let kind = |lemma, upos| classes.kind(lemma, upos);
        assert_eq!(kind("sign", Upos::VERB), kind("declare", Upos::VERB));
        assert_ne!(kind("minister", Upos::NOUN), kind("river", Upos::NOUN));
        assert_eq!(kind("talk", Upos::DET), None);
    }
}
