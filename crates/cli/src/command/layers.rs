//! `annotate --json`: the layers of each article as one object a line.

use serde::Serialize;
use text::{AnnotatedArticle, EntityMention, Likelihood, Sentence, Span, Token};

use super::annotate::kind;

/// An article's layers; offsets are bytes of its text.
#[derive(Serialize)]
pub struct LayersOut<'a> {
    id: &'a str,
    sentences: Vec<SentenceOut<'a>>,
    entities: Vec<EntityOut>,
    times: Vec<TimeOut<'a>>,
    quotations: Vec<StretchOut>,
}

#[derive(Serialize)]
struct SentenceOut<'a> {
    #[serde(flatten)]
    at: StretchOut,
    tokens: Vec<TokenOut<'a>>,
}

#[derive(Serialize)]
struct TokenOut<'a> {
    #[serde(flatten)]
    at: StretchOut,
    lemma: &'a str,
    upos: &'static str,
    /// The number of its head in the sentence, from 1; 0 for the root.
    head: usize,
    deprel: &'static str,
}

#[derive(Serialize)]
struct EntityOut {
    #[serde(flatten)]
    at: StretchOut,
    kind: &'static str,
    metonymy: Option<f64>,
}

#[derive(Serialize)]
struct TimeOut<'a> {
    #[serde(flatten)]
    at: StretchOut,
    value: &'a str,
}

#[derive(Serialize)]
struct StretchOut {
    start: u32,
    end: u32,
}

impl StretchOut {
    fn of(span: Span) -> StretchOut {
        StretchOut { start: span.start(), end: span.end() }
    }
}

impl LayersOut<'_> {
    /// As it is written.
    pub fn of(doc: &AnnotatedArticle) -> LayersOut<'_> {
        let times = doc.times.iter().flat_map(|time| time.timexes());
        LayersOut {
            id: &doc.article.name,
            sentences: doc.sentences.iter().map(|one| SentenceOut::of(doc, one)).collect(),
            entities: doc.entities.iter().map(EntityOut::of).collect(),
            times: times.map(|(at, value)| TimeOut { at: StretchOut::of(at), value }).collect(),
            quotations: doc.quotations.iter().map(|one| StretchOut::of(one.outer)).collect(),
        }
    }
}

impl SentenceOut<'_> {
    fn of<'a>(doc: &'a AnnotatedArticle, sentence: &Sentence) -> SentenceOut<'a> {
        let first = sentence.tokens.start.at();
        let tokens = doc.tokens.get(sentence.tokens.range()).unwrap_or_default();
        let tokens = tokens.iter().map(|token| TokenOut::of(token, first));
        SentenceOut { at: StretchOut::of(sentence.span), tokens: tokens.collect() }
    }
}

impl TokenOut<'_> {
    fn of(token: &Token, first: usize) -> TokenOut<'_> {
        TokenOut {
            at: StretchOut::of(token.span),
            lemma: &token.lemma,
            upos: token.upos.as_str(),
            head: token.head.map_or(0, |head| (head.at() + 1).saturating_sub(first)),
            deprel: token.deprel,
        }
    }
}

impl EntityOut {
    fn of(entity: &EntityMention) -> EntityOut {
        EntityOut {
            at: StretchOut::of(entity.span),
            kind: kind(entity.kind),
            metonymy: entity.metonymy.map(Likelihood::value),
        }
    }
}
