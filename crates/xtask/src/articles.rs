//! Articles made of bare text.

use text::{Article, Block, BlockKind, CaptureId, Digest, Span};

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
        published: None,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}
