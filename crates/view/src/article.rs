//! An article as it is told: what the page says of itself, and the story.

use exporter::edtf;
use serde::Serialize;
use text::{Article, Aside, Block, BlockKind, Problem};

/// An article with what was odd in it.
#[derive(Serialize)]
pub struct ArticleOut<'a> {
    /// Names it to people.
    pub id: &'a str,
    /// Where it was read.
    pub path: &'a str,
    /// Its address.
    pub url: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// The headline.
    pub title: Option<&'a str>,
    /// Who wrote it.
    pub byline: Option<&'a str>,
    /// Its own date; EDTF.
    pub published: Option<String>,
    /// Where that date was read.
    pub published_basis: Option<&'static str>,
    /// How many kinds of place on the page give that day.
    pub published_agreeing: Option<u8>,
    /// When it was last changed; EDTF.
    pub modified: Option<String>,
    /// BCP 47.
    pub language: &'a str,
    /// Agencies it credits.
    pub credits: &'a [String],
    /// The story alone.
    pub text: &'a str,
    /// What each stretch of `text` is, in bytes.
    pub blocks: Vec<BlockOut>,
    /// What stands around the story.
    pub around: &'a [Aside],
    /// What is odd, each with its code.
    pub problems: Vec<String>,
}

/// A stretch of the text.
#[derive(Serialize)]
pub struct BlockOut {
    /// What it is.
    pub kind: BlockKind,
    /// Its first byte.
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

impl BlockOut {
    fn of(block: &Block) -> BlockOut {
        BlockOut { kind: block.kind, start: block.span.start(), end: block.span.end() }
    }
}

impl<'a> ArticleOut<'a> {
    /// Of an article and the problems of its reading.
    pub fn of(article: &'a Article, problems: &[Problem]) -> ArticleOut<'a> {
        ArticleOut {
            id: &article.name,
            path: &article.path,
            url: article.url.as_deref(),
            outlet: article.outlet.as_deref(),
            title: article.title.as_deref(),
            byline: article.byline.as_deref(),
            published: article.published.as_ref().map(|p| edtf(&p.when)),
            published_basis: article.published.as_ref().map(|p| p.basis.as_str()),
            published_agreeing: article.published.as_ref().map(|p| p.agreeing),
            modified: article.modified.as_ref().map(|m| edtf(&m.when)),
            language: &article.language,
            credits: &article.credits,
            text: &article.text,
            blocks: article.blocks.iter().map(BlockOut::of).collect(),
            around: &article.around,
            problems: problems.iter().map(|p| format!("{} {}", p.code.0, p.message)).collect(),
        }
    }
}
