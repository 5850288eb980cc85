//! Parts of speech, and how capitals are used.

use text::{Case, Inflection, Upos};

use crate::word::Word;

/// A tag as the models use it: UPOS with the finer English tag, "VERB/VBD", or with features, "VERB/Fut+Neg".
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Tag(pub(crate) u8);

/// The tags a model knows, in the order in which it numbers them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Tagset {
    names: Vec<String>,
}

impl Tagset {
    /// From names like "VERB/VBD"; at most 255.
    pub(crate) fn new(names: Vec<String>) -> Option<Tagset> {
        (names.len() < 255).then_some(Tagset { names })
    }

    /// One tag: `X`.
    pub(crate) fn unknown() -> Tagset {
        Tagset { names: vec!["X/FW".to_owned()] }
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The tag of a name; else the first tag with its UPOS.
    pub(crate) fn find(&self, name: &str) -> Tag {
        let upos = name.split('/').next().unwrap_or(name);
        let exact = self.names.iter().position(|n| n == name);
        let near = || self.names.iter().position(|n| n.split('/').next() == Some(upos));
        Tag(exact.or_else(near).unwrap_or_default() as u8)
    }

    /// Its universal part of speech.
    pub(crate) fn upos(&self, tag: Tag) -> Upos {
        let name = self.names.get(usize::from(tag.0)).map_or("X", String::as_str);
        Upos::parse(name.split('/').next().unwrap_or(name))
    }

    /// True for past tense and past participle; of verbs with endings, for those that say it of a subject.
    pub(crate) fn is_past(&self, tag: Tag) -> bool {
        let finite = |said: &str| said == "Past" || said.starts_with("Past+");
        let fine = self.fine(tag);
        let nominal = fine.split('+').any(|said| matches!(said, "Part" | "Vnoun" | "Conv"));
        matches!(fine, "VBD" | "VBN") || finite(fine) && !nominal
    }

    /// What endings say.
    pub(crate) fn inflection(&self, tag: Tag) -> Inflection {
        let said = || self.fine(tag).split('+');
        Inflection {
            negated: said().any(|word| word == "Neg"),
            future: said().any(|word| word == "Fut"),
            case: said().find_map(Case::parse),
        }
    }

    /// What stands behind the universal part of speech.
    fn fine(&self, tag: Tag) -> &str {
        let name = self.names.get(usize::from(tag.0)).map_or("", String::as_str);
        name.split_once('/').map_or("", |(_, fine)| fine)
    }
}

/// How a sentence is written, as far as capitals go: in a title-case headline they say little.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Casing {
    /// Running text.
    Mixed,
    /// Most Words Begin With a Capital.
    Title,
}

impl Casing {
    /// Of a sentence's words.
    pub(crate) fn of(words: &[Word]) -> Casing {
        let capitals = words.iter().skip(1).filter(|w| w.capital).count();
        match (words.len(), capitals) {
            (n, c) if n > 3 && c * 10 >= n * 6 => Casing::Title,
            _ => Casing::Mixed,
        }
    }
}
