//! Words that give what follows, or what stands beside them, to somebody: "said", "hopes", "claim".

use crate::table::{Row, list, read};

/// A word of attribution.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Attributive {
    /// In lower case; a verb with its particle is written out: "point out".
    pub lemma: &'static str,
    /// What part of speech it is.
    pub part: CuePart,
    /// What it attributes.
    pub kind: AttributionKind,
    /// What may be its content.
    pub takes: Vec<ContentShape>,
}

impl Attributive {
    /// True if its content may have this shape.
    pub fn takes(&self, shape: ContentShape) -> bool {
        self.takes.contains(&shape)
    }

    /// True if its content may hang on it by this preposition.
    pub fn takes_by(&self, preposition: &str) -> bool {
        self.takes.iter().any(|t| matches!(t, ContentShape::By(p) if *p == preposition))
    }
}

/// Parts of speech of words of attribution.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum CuePart {
    /// "said"
    Verb,
    /// "the claim that"
    Noun,
    /// "is confident that"
    Adjective,
}

/// What is given to a source.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum AttributionKind {
    /// Words: "said that", "criticised".
    Speech,
    /// What a text says: "the report found that".
    Document,
    /// What somebody holds to be so: "believes that".
    Thought,
    /// What somebody wants or means to do: "hopes to".
    Will,
    /// What somebody is for or against: "supports".
    Stance,
    /// What somebody sees or hears: "heard that".
    Perception,
    /// How something looks, to nobody in particular: "seems to".
    Appearance,
}

impl AttributionKind {
    /// As it is written in tables and output.
    pub fn as_str(self) -> &'static str {
        match self {
            AttributionKind::Speech => "speech",
            AttributionKind::Document => "document",
            AttributionKind::Thought => "thought",
            AttributionKind::Will => "will",
            AttributionKind::Stance => "stance",
            AttributionKind::Perception => "perception",
            AttributionKind::Appearance => "appearance",
        }
    }

    fn parse(word: &str) -> Option<AttributionKind> {
        use AttributionKind::*;
        [Speech, Document, Thought, Will, Stance, Perception, Appearance]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// Shapes of content.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ContentShape {
    /// A finite clause, also one that the word is put behind.
    Clause,
    /// Words between quotation marks.
    Quote,
    /// "to withdraw"
    Infinitive,
    /// "the withdrawal"
    Nominal,
    /// The object is who is spoken to: "told **reporters** that".
    Hearer,
    /// What follows this preposition: "spoke **about** the border".
    By(&'static str),
}

impl ContentShape {
    fn parse(word: &'static str) -> ContentShape {
        match word {
            "clause" => ContentShape::Clause,
            "quote" => ContentShape::Quote,
            "infinitive" => ContentShape::Infinitive,
            "np" => ContentShape::Nominal,
            "hearer" => ContentShape::Hearer,
            preposition => ContentShape::By(preposition),
        }
    }
}

const TABLE: &str = include_str!("../data/attributions.tsv");

/// Every row of the table.
pub(crate) fn shipped() -> Vec<Attributive> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Attributive> {
    let [lemma, part, kind, takes] = row.columns()?;
    let part = match part {
        "verb" => CuePart::Verb,
        "noun" => CuePart::Noun,
        "adjective" => CuePart::Adjective,
        _ => return None,
    };
    let takes = list(takes).into_iter().map(ContentShape::parse).collect();
    Some(Attributive { lemma, part, kind: AttributionKind::parse(kind)?, takes })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::table::rows;

    #[test]
    fn every_row_is_a_word_of_its_own() {
        let words = shipped();
        assert_eq!(words.len(), rows(TABLE).count());
        let keys: HashSet<_> = words.iter().map(|w| (w.part, w.lemma)).collect();
        assert_eq!(keys.len(), words.len());
        assert!(words.iter().all(|w| !w.takes.is_empty()));
    }

    #[test]
    fn what_is_no_shape_is_a_preposition() {
        let prepositions = [
            "about", "against", "as", "at", "by", "for", "in", "into", "like", "of", "on", "to",
            "toward", "towards", "upon", "with", "over",
        ];
        for word in shipped() {
            for shape in &word.takes {
                let known = |p: &str| prepositions.contains(&p);
                assert!(!matches!(shape, ContentShape::By(p) if !known(p)), "{}", word.lemma);
            }
        }
    }
}
