//! A claim with the words around it.

use std::collections::BTreeMap;

use record::{Certainty, Claim, Content, Modality, Polarity, Tier, Tool};
use serde::Serialize;
use text::{Article, ArticleId, Span};

use crate::Opened;
use crate::names;

/// A claim, as it is told.
#[derive(Serialize)]
pub struct ClaimOut {
    claim: String,
    document: String,
    /// The document with its outlet and day.
    pub source: String,
    /// The sentence before the words.
    pub before: String,
    /// The words.
    pub quote: String,
    /// The sentence after them.
    pub after: String,
    /// First byte of the words.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// From the outlet inward.
    pub voices: Vec<String>,
    /// How firmly it is said.
    pub certainty: String,
    /// What read it.
    pub tool: String,
    /// Of an event: the pattern that fired, as it stands in its file.
    pub pattern: Option<String>,
}

/// The sentences of articles, each found once.
#[derive(Default)]
pub struct Sentences(BTreeMap<ArticleId, Vec<Span>>);

impl ClaimOut {
    /// The claim in its sentence.
    pub fn of(claim: &Claim, opened: &Opened, sentences: &mut Sentences) -> ClaimOut {
        let span = claim.shown().span();
        let article = opened.article(claim.article);
        let around = article.map(|article| sentences.around(article, span, opened));
        let (before, after) = around.unwrap_or_default();
        ClaimOut {
            claim: claim.id.0.to_string(),
            document: opened.document(claim.article),
            source: source(claim, article, opened),
            before,
            quote: claim.shown().words().to_owned(),
            after,
            start: span.start(),
            end: span.end(),
            voices: claim.attribution.names(),
            certainty: certainty(claim.certainty),
            tool: tool(&claim.tool),
            pattern: pattern(&claim.content),
        }
    }

    /// The first digits of its id.
    pub fn short(&self) -> &str {
        self.claim.get(..8).unwrap_or(&self.claim)
    }
}

impl Sentences {
    fn of(&mut self, article: &Article, opened: &Opened) -> &[Span] {
        self.0.entry(article.id).or_insert_with(|| {
            let annotated = pipeline::annotate(article, &opened.tools).0;
            let sentences = annotated.into_iter().flat_map(|doc| doc.sentences);
            sentences.map(|sentence| sentence.span).collect()
        })
    }

    /// What stands before and after the words in their sentence.
    fn around(&mut self, article: &Article, words: Span, opened: &Opened) -> (String, String) {
        let touched = self.of(article, opened).iter().copied().filter(|span| span.overlaps(words));
        let block = article.blocks.iter().map(|block| block.span).find(|span| span.contains(words));
        let whole = touched.reduce(Span::cover).or(block).map_or(words, |span| span.cover(words));
        let cut = |start, end| Span::new(start, end).and_then(|span| span.slice(&article.text));
        let before = cut(whole.start(), words.start()).unwrap_or_default();
        let after = cut(words.end(), whole.end()).unwrap_or_default();
        (before.to_owned(), after.to_owned())
    }
}

/// "11-strait-wire: Strait Wire, Wednesday 10 May 2023"
fn source(claim: &Claim, article: Option<&Article>, opened: &Opened) -> String {
    let outlet =
        article.and_then(|a| a.outlet.clone()).unwrap_or_else(|| "unknown outlet".to_owned());
    let published = article.and_then(|a| a.published.as_ref());
    let day = published.map(|p| names::days(p.when.from, p.when.last()));
    let day = day.unwrap_or_else(|| "undated".to_owned());
    format!("{}: {outlet}, {day}", opened.document(claim.article))
}

fn certainty(certainty: Certainty) -> String {
    let polarity = match certainty.polarity {
        Polarity::Affirmed => "said to be so",
        Polarity::Denied => "said not to be so",
    };
    let modality = match certainty.modality {
        Modality::Certain => "for certain",
        Modality::Probable => "probably",
        Modality::Possible => "possibly",
        Modality::Unknown => "asked, not asserted",
    };
    format!("{polarity}, {modality}")
}

fn pattern(content: &Content) -> Option<String> {
    match content {
        Content::Event(event) => Some(event.pattern.clone()),
        Content::Meeting(_) | Content::Statement(_) | Content::Outcome(_) => None,
    }
}

/// "rule/meeting/met-with version 2 (a rule)"
pub fn tool(tool: &Tool) -> String {
    let tier = match tool.tier {
        Tier::Rule => "a rule",
        Tier::Model => "a trained model",
        Tier::LanguageModel => "a language model",
        Tier::Person => "a person",
    };
    format!("{} version {} ({tier})", tool.name, tool.version)
}
