//! An article with its layers.

use crate::{Article, Inflection, Role, Span, TimeExpression};

/// Counts tokens from the start of the article.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TokenIndex(pub u32);

impl TokenIndex {
    /// For indexing [`AnnotatedArticle::tokens`].
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// Tokens `start..end`, end excluded. Not a [`Span`]: it counts tokens, not bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TokenRange {
    /// First token.
    pub start: TokenIndex,
    /// One past the last.
    pub end: TokenIndex,
}

impl TokenRange {
    /// For slicing [`AnnotatedArticle::tokens`].
    pub fn range(self) -> std::ops::Range<usize> {
        self.start.at()..self.end.at()
    }

    /// True if `token` is one of these.
    pub fn contains(self, token: TokenIndex) -> bool {
        self.start <= token && token < self.end
    }
}

/// An article and all that was found in it. Layers point at `article.text`; none copies it.
#[derive(Clone, Debug)]
pub struct AnnotatedArticle {
    /// Unchanged.
    pub article: Article,
    /// In order; each within one block.
    pub sentences: Vec<Sentence>,
    /// In order; never overlapping.
    pub tokens: Vec<Token>,
    /// In order; never overlapping.
    pub entities: Vec<EntityMention>,
    /// In order; never overlapping.
    pub times: Vec<TimeExpression>,
    /// In order; never overlapping.
    pub quotations: Vec<Quotation>,
}

impl AnnotatedArticle {
    /// The words of a token.
    pub fn form(&self, token: TokenIndex) -> &str {
        self.words(self.tokens[token.at()].span)
    }

    /// A token as rules know it: its gloss in a language that has them, else its words.
    pub fn known_as(&self, token: TokenIndex) -> &str {
        self.tokens[token.at()].gloss.as_deref().unwrap_or_else(|| self.form(token))
    }

    /// The words of a span; empty if the span is of another text.
    pub fn words(&self, span: Span) -> &str {
        span.slice(&self.article.text).unwrap_or_default()
    }
}

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Which of [`Article::blocks`] it stands in.
    pub block: usize,
}

/// A token, with the columns of CoNLL-U that rules need.
#[derive(Clone, Debug)]
pub struct Token {
    /// FORM is `span.slice(&article.text)`.
    pub span: Span,
    /// LEMMA, in lower case but for names.
    pub lemma: String,
    /// UPOS.
    pub upos: Upos,
    /// FEATS `Tense=Past` or a past participle, as far as the form tells.
    pub past: bool,
    /// What its endings say.
    pub inflection: Inflection,
    /// The English word that rules know it by, in an article in another language.
    pub gloss: Option<Box<str>>,
    /// HEAD. `None` for the root of a sentence.
    pub head: Option<TokenIndex>,
    /// DEPREL as the parser gave it, for CoNLL-U. Rules read `role`.
    pub deprel: &'static str,
    /// What it does for its head.
    pub role: Role,
}

impl Token {
    /// The word that rules know it by: its gloss, else its lemma.
    pub fn word(&self) -> &str {
        self.gloss.as_deref().unwrap_or(&self.lemma)
    }
}

/// Universal part-of-speech tags.
#[allow(missing_docs, clippy::upper_case_acronyms)]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Upos {
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
    X,
}

impl Upos {
    /// All, in alphabetical order.
    pub const ALL: [Upos; 17] = {
        use Upos::*;
        [
            ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM,
            VERB, X,
        ]
    };

    /// As CoNLL-U writes it.
    pub fn as_str(self) -> &'static str {
        use Upos::*;
        match self {
            ADJ => "ADJ",
            ADP => "ADP",
            ADV => "ADV",
            AUX => "AUX",
            CCONJ => "CCONJ",
            DET => "DET",
            INTJ => "INTJ",
            NOUN => "NOUN",
            NUM => "NUM",
            PART => "PART",
            PRON => "PRON",
            PROPN => "PROPN",
            PUNCT => "PUNCT",
            SCONJ => "SCONJ",
            SYM => "SYM",
            VERB => "VERB",
            X => "X",
        }
    }

    /// From CoNLL-U; `X` for what is not a tag.
    pub fn parse(tag: &str) -> Upos {
        Upos::ALL.into_iter().find(|u| u.as_str() == tag).unwrap_or(Upos::X)
    }
}

/// A name in the text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EntityMention {
    /// The name's bytes, titles excluded: "Minister Faisal Mekdad" begins at "Faisal".
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// ACE's kinds.
    pub kind: EntityKind,
    /// Of a place: how likely its name stands here for a government, a people, a team or the like.
    pub metonymy: Option<Likelihood>,
}

/// A calibrated probability, to a thousandth.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Likelihood(u16);

impl Likelihood {
    /// The nearest thousandth; below 0 is 0, above 1 is 1, and what is no number is 0.
    pub fn of(probability: f64) -> Likelihood {
        Likelihood((probability * 1_000.0).round().clamp(0.0, 1_000.0) as u16)
    }

    /// From 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1_000.0
    }
}

/// ACE entity types, the five that talks need.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EntityKind {
    /// PER
    Person,
    /// ORG
    Organization,
    /// GPE: a place that can speak and sign.
    GeopoliticalEntity,
    /// LOC: a place that cannot.
    Location,
    /// FAC: a palace, an embassy.
    Facility,
}

/// Words between quotation marks.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Quotation {
    /// With the marks. The closing mark may be missing where the quotation runs into a next paragraph.
    pub outer: Span,
    /// Without the marks.
    pub inner: Span,
}
