//! The body of an article as words, with what stands in quotation marks told apart.

use text::{Article, BlockKind};

use crate::words::words;

/// One word of the body.
#[derive(Clone, Debug)]
pub(super) struct ProseWord {
    /// In lower case.
    pub norm: String,
    /// True if it begins with a capital or holds a digit.
    pub marked: bool,
    /// True if it stands in quotation marks.
    pub quoted: bool,
}

/// Paragraphs of words.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// In order; none empty.
    pub paragraphs: Vec<Vec<ProseWord>>,
}

impl Prose {
    /// Of paragraphs and standfirst alone: headlines, captions and credits are not written by the
    /// writer of the report.
    pub fn of(article: &Article) -> Prose {
        let body = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Standfirst);
        let blocks = article.blocks.iter().filter(|block| body(block.kind));
        let texts: Vec<&str> = blocks.filter_map(|block| block.span.slice(&article.text)).collect();
        if texts.is_empty() { Prose::of_text(&article.text) } else { Prose::of_lines(texts) }
    }

    /// Of a bare text, a paragraph a line.
    pub fn of_text(text: &str) -> Prose {
        Prose::of_lines(text.lines().collect())
    }

    fn of_lines(lines: Vec<&str>) -> Prose {
        let paragraphs = lines.into_iter().map(paragraph).filter(|p| !p.is_empty()).collect();
        Prose { paragraphs }
    }

    /// All words, in order.
    pub fn words(&self) -> impl Iterator<Item = &ProseWord> {
        self.paragraphs.iter().flatten()
    }
}

fn paragraph(text: &str) -> Vec<ProseWord> {
    let mut marks = text.char_indices().filter(|(_, c)| is_double_quote(*c)).peekable();
    let mut quoted = false;
    let mut prose = Vec::new();
    for word in words(text) {
        while let Some((_, mark)) = marks.next_if(|(at, _)| (*at as u32) < word.span.start()) {
            quoted = match mark {
                '“' | '«' | '„' => true,
                '”' | '»' => false,
                _ => !quoted,
            };
        }
        prose.push(ProseWord { norm: word.norm, marked: word.marked, quoted });
    }
    prose
}

fn is_double_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_told_apart() {
        let prose = Prose::of_text("He said “two words” and \"three more here\" then left.");
        let quoted: Vec<&str> =
            prose.words().filter(|w| w.quoted).map(|w| w.norm.as_str()).collect();
        assert_eq!(quoted, ["two", "words", "three", "more", "here"]);
    }
}
