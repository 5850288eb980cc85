//! An article as a reader sees it.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, CaptureId, Digest, Span, When};

/// A news article as a reader sees it, with what the page says of itself.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Article {
    /// Names this text with its metadata.
    pub id: ArticleId,
    /// The bytes it was read from.
    pub capture: CaptureId,
    /// The `id` given with it, else the stem of its file: how people refer to it.
    pub name: String,
    /// Where it was read: a path as given on the command line, `-` for standard input.
    pub path: String,
    /// Its address, if the page or the archive gives one.
    pub url: Option<String>,
    /// Who published it, as given or as the page says.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// A BCP 47 tag: `en`, `fa-IR`.
    pub language: String,
    /// The story alone: its blocks in reading order, joined by one blank line.
    pub text: String,
    /// What each stretch of `text` is. In order, never overlapping, all of `text` but the blank lines.
    pub blocks: Vec<Block>,
    /// What stands around the story, in reading order. Nothing is quoted from it.
    #[serde(default)]
    pub around: Vec<Aside>,
    /// When the outlet says it published this, and where it says so.
    pub published: Option<Published>,
    /// When the outlet says it last changed this.
    pub modified: Option<Modified>,
    /// Agencies the page credits: "(Reuters)", "Source: Reuters".
    pub credits: Vec<String>,
}

impl Article {
    /// The id that an article of this capture, name, text and date has.
    pub fn identify(
        capture: CaptureId,
        name: &str,
        text: &str,
        published: Option<&Published>,
    ) -> ArticleId {
        let day = published.map(|p| p.when.from.to_string()).unwrap_or_default();
        let capture = capture.0;
        ArticleId(Digest::of(&[capture.bytes(), name.as_bytes(), text.as_bytes(), day.as_bytes()]))
    }

    /// An English article of paragraphs with an empty line between, of which nothing else is known.
    pub fn of_paragraphs(text: &str) -> Article {
        let mut at = 0;
        let paragraph = |words: &str| {
            let span = Span::from_range(at..at + words.len())?;
            at += words.len() + 2;
            Some(Block { kind: BlockKind::Paragraph, span })
        };
        let blocks = text.split("\n\n").filter_map(paragraph).collect();
        let capture = CaptureId(Digest::of(&[]));
        Article {
            id: Article::identify(capture, "text", text, None),
            capture,
            name: "text".into(),
            path: String::new(),
            url: None,
            outlet: None,
            title: None,
            byline: None,
            language: "en".into(),
            text: text.to_owned(),
            blocks,
            around: Vec::new(),
            published: None,
            modified: None,
            credits: Vec::new(),
        }
    }
}

/// One stretch of an article.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in [`Article::text`].
    pub span: Span,
}

/// Words of the page that belong to an article but not to its story: headline, byline, captions.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Aside {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub text: String,
}

/// What a block is, in newsroom words.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The title.
    Headline,
    /// The summary under it.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// A dateline that stands alone. One that opens a paragraph stays in it.
    Dateline,
    /// A heading between paragraphs.
    Subheading,
    /// Body text.
    Paragraph,
    /// Under a picture.
    Caption,
    /// "Corrects spelling in paragraph 3".
    Correction,
    /// "Source: Reuters", "Reporting by …": who stands behind the text.
    Credit,
}

impl BlockKind {
    /// True for what stands around a story and is no part of its text.
    pub fn is_around(self) -> bool {
        matches!(self, BlockKind::Headline | BlockKind::Byline | BlockKind::Caption)
    }
}

/// A publication date and the place on the page that gave it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Published {
    /// To the grain that the page gives.
    pub when: When,
    /// Where it was read.
    pub basis: DateBasis,
    /// How many kinds of place give this day as the article's own: 1 is this basis alone.
    #[serde(default)]
    pub agreeing: u8,
}

/// When an outlet says that it last changed an article.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Modified {
    /// To the grain that the page gives.
    pub when: When,
}

/// Where a date was read, most trusted first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateBasis {
    /// By the person who ran the command, or in the archive's own field.
    Given,
    /// schema.org in JSON-LD.
    StructuredData,
    /// A `<meta>` or `<time>` element.
    Markup,
    /// The feed that listed the page.
    Feed,
    /// `ANKARA, May 10 (Reuters) -`
    Dateline,
    /// Words on the page.
    Visible,
    /// The address.
    Url,
}

impl DateBasis {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            DateBasis::Given => "given",
            DateBasis::StructuredData => "structured-data",
            DateBasis::Markup => "markup",
            DateBasis::Feed => "feed",
            DateBasis::Dateline => "dateline",
            DateBasis::Visible => "visible",
            DateBasis::Url => "url",
        }
    }
}
