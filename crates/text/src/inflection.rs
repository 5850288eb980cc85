//! What the endings of a word say, in languages where endings say what English says with small words.

/// What endings say. English has none of these on its words: there they are words of their own.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Inflection {
    /// FEATS `Polarity=Neg`: the ending that is "not".
    pub negated: bool,
    /// FEATS `Tense=Fut`: the ending that is "will".
    pub future: bool,
    /// FEATS `Case`, where it says more than subject or object.
    pub case: Option<Case>,
}

/// A case that stands for a preposition.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Case {
    /// `Loc`: "in"
    Locative,
    /// `Dat`: "to"
    Dative,
    /// `Abl`: "from"
    Ablative,
    /// `Ins`: "with"
    Instrumental,
    /// `Gen`: "of"
    Genitive,
}

impl Case {
    /// From the value of the feature in Universal Dependencies.
    pub fn parse(value: &str) -> Option<Case> {
        Some(match value {
            "Loc" => Case::Locative,
            "Dat" => Case::Dative,
            "Abl" => Case::Ablative,
            "Ins" => Case::Instrumental,
            "Gen" => Case::Genitive,
            _ => return None,
        })
    }

    /// The English preposition that says the same.
    pub fn preposition(self) -> &'static str {
        match self {
            Case::Locative => "in",
            Case::Dative => "to",
            Case::Ablative => "from",
            Case::Instrumental => "with",
            Case::Genitive => "of",
        }
    }
}
