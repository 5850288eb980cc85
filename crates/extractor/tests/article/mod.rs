//! Articles made of a few blocks, and the claims read from them with the shipped model and tables.

use std::sync::OnceLock;

use annotator::{Annotator, Model};
use extractor::EventCoder;
use jiff::civil::Date;
use lexicon::Lexicon;
use record::Claim;
use text::{
    Anchor, AnnotatedArticle, Article, Block, BlockKind, CaptureId, DateBasis, Digest, Published,
    Span, When,
};

/// What a page says of itself beside its text.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Who published it.
    pub outlet: Option<String>,
    /// On which day.
    pub published: Option<Date>,
}

/// An article of these blocks.
pub fn article(page: &Page, blocks: &[(BlockKind, String)]) -> Article {
    let words: Vec<&str> = blocks.iter().map(|(_, words)| words.as_str()).collect();
    let text = words.join("\n\n");
    let when = page.published.map(|day| When::day(day, Anchor::Stated));
    let published = when.map(|when| Published { when, basis: DateBasis::Given, agreeing: 1 });
    let capture = CaptureId(Digest::of(&[]));
    Article {
        id: Article::identify(capture, "a", &text, published.as_ref()),
        capture,
        name: "a".into(),
        path: "a.txt".into(),
        url: None,
        outlet: page.outlet.clone(),
        title: None,
        byline: None,
        language: "en".into(),
        text,
        blocks: placed(blocks),
        published,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}

fn placed(blocks: &[(BlockKind, String)]) -> Vec<Block> {
    let mut at = 0;
    let mut place = |(kind, words): &(BlockKind, String)| {
        let span = Span::from_range(at..at + words.len()).expect("a block ends after it begins");
        at += words.len() + 2;
        Block { kind: *kind, span }
    };
    blocks.iter().map(&mut place).collect()
}

fn tools() -> &'static (Annotator, Lexicon) {
    static TOOLS: OnceLock<(Annotator, Lexicon)> = OnceLock::new();
    TOOLS.get_or_init(|| (Annotator::new(Model::shipped()), Lexicon::shipped()))
}

/// The attributions in an article, as the case files write them: `speech | who | by what | what`.
#[allow(dead_code, reason = "not every test reads attributions")]
pub fn attributions(article: &Article) -> Vec<String> {
    let (annotator, lexicon) = tools();
    let doc = annotator.annotate(article, lexicon).0;
    let words = |spans: &[Span]| {
        let pieces: Vec<_> = spans.iter().map(|span| doc.words(*span)).collect();
        pieces.join(" … ")
    };
    let line = |r: &extractor::AttributionRelation| {
        let (source, cue, content) = (words(&r.source), words(&r.cue), words(&r.content));
        format!("{} | {source} | {cue} | {content}", r.kind.as_str()).replace("|  |", "| |")
    };
    extractor::relations(&doc, lexicon).iter().map(line).collect()
}

fn coder() -> &'static EventCoder {
    static CODER: OnceLock<EventCoder> = OnceLock::new();
    CODER.get_or_init(EventCoder::shipped)
}

/// The article with its layers, and the claims in it.
pub fn read(article: &Article) -> (AnnotatedArticle, Vec<Claim>) {
    let (annotator, lexicon) = tools();
    let doc = annotator.annotate(article, lexicon).0;
    let claims = extractor::extract(&doc, lexicon, coder()).0;
    (doc, claims)
}
