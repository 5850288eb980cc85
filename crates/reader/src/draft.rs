//! An article in the making: pieces in order, and what was said about them.

use jiff::civil::Date;
use text::{
    Anchor, Article, Aside, Block, BlockKind, CaptureId, Digest, Modified, Problem, Published,
    Span, When,
};

use crate::page_date::Order;
use crate::published::Candidate;
use crate::{Given, credit, language, plain, problems, published};

/// A stretch of an article before it has a place in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Piece {
    pub kind: BlockKind,
    pub text: String,
}

impl Piece {
    /// A headline.
    pub fn headline(text: &str) -> Piece {
        Piece { kind: BlockKind::Headline, text: text.to_owned() }
    }

    /// Its words, and for a script without blanks what would be as much to read. Letters without end
    /// are no words.
    fn words(&self) -> usize {
        let dense = self.text.chars().filter(|c| *c >= DENSE).count() / DENSE_WORD;
        self.text.split_whitespace().count().max(dense)
    }

    fn aside(self) -> Aside {
        Aside { kind: self.kind, text: self.text.trim().to_owned() }
    }
}

/// The first letter of the scripts that are written without blanks: those from Thai on.
const DENSE: char = '\u{e00}';
/// Letters of such a script that say as much as a word.
const DENSE_WORD: usize = 12;

/// Words of standfirsts and paragraphs.
pub(crate) fn body_words(pieces: &[Piece]) -> usize {
    let running = [BlockKind::Paragraph, BlockKind::Standfirst];
    pieces.iter().filter(|piece| running.contains(&piece.kind)).map(Piece::words).sum()
}

/// Everything read of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub name: String,
    pub path: String,
    pub url: Option<String>,
    /// What the page says, best first.
    pub outlet: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// What the page says; else the words decide.
    pub language: Option<String>,
    pub pieces: Vec<Piece>,
    pub dates: Vec<Candidate>,
    pub modified: Option<Date>,
    pub problems: Vec<Problem>,
}

/// An article has more words than this. The shortest wire bulletins have about 25.
const SHORT_WORDS: usize = 25;

impl Draft {
    /// Words of its standfirst and paragraphs.
    pub fn body_words(&self) -> usize {
        body_words(&self.pieces)
    }

    /// Puts everything in its place. `bytes` are those the article was read from.
    pub fn finish(mut self, bytes: &[u8], given: &Given) -> (Article, Vec<Problem>) {
        self.pieces.iter_mut().for_each(|piece| drop_controls(&mut piece.text));
        self.pieces.retain(|piece| !piece.text.trim().is_empty());
        let (around, story): (Vec<Piece>, Vec<Piece>) =
            self.pieces.iter().cloned().partition(|piece| piece.kind.is_around());
        let (text, blocks) = lay_out(&story);
        let published = self.settle_date(given);
        self.note_oddities();
        let capture = CaptureId(Digest::of(&[bytes]));
        let language = language::settle(self.language.as_deref(), &text);
        self.note_language(&language);
        let article = Article {
            id: Article::identify(capture, &self.name, &text, published.as_ref()),
            capture,
            credits: credit::credits(&self.pieces, self.byline.as_deref()),
            outlet: given.outlet.clone().or_else(|| self.outlet.clone()).or_else(|| self.host()),
            title: self.title.clone().or_else(|| self.first(BlockKind::Headline)),
            byline: self.byline.clone().or_else(|| self.authors()),
            modified: self.modified.map(|day| Modified { when: When::day(day, Anchor::Stated) }),
            name: self.name,
            path: self.path,
            url: self.url,
            language,
            text,
            blocks,
            around: around.into_iter().map(Piece::aside).collect(),
            published,
        };
        (article, self.problems)
    }

    fn settle_date(&mut self, given: &Given) -> Option<Published> {
        let (published, problem) = published::settle(given.published, &self.dates);
        self.problems.extend(problem);
        published
    }

    fn note_oddities(&mut self) {
        if self.title.is_none() && self.first(BlockKind::Headline).is_none() {
            self.problems.push(problems::NO_HEADLINE.found("no headline found"));
        }
        let words = self.body_words();
        if words < SHORT_WORDS {
            self.problems.push(problems::SHORT.found(format!("the article has {words} words")));
        }
    }

    fn note_language(&mut self, language: &str) {
        if language != "und" && !language.starts_with("en") {
            self.problems
                .push(problems::LANGUAGE.found(format!("the article's language is {language}")));
        }
    }

    fn first(&self, kind: BlockKind) -> Option<String> {
        self.pieces.iter().find(|piece| piece.kind == kind).map(|piece| piece.text.clone())
    }

    /// The names of the first byline, without "By" and the date.
    fn authors(&self) -> Option<String> {
        let line = self.first(BlockKind::Byline)?;
        Some(plain::names(&line, Order::Unknown).to_owned()).filter(|names| !names.is_empty())
    }

    fn host(&self) -> Option<String> {
        self.url.as_deref().and_then(host)
    }
}

/// The host of a web address, without `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    (scheme.starts_with("http") && host.contains('.')).then(|| host.to_owned())
}

/// Takes out what moves a terminal's cursor and is no letter; a tab is a blank.
fn drop_controls(text: &mut String) {
    if text.contains(|c: char| c.is_control() && c != '\n') {
        *text = text.replace('\t', " ");
        text.retain(|c| c == '\n' || !c.is_control());
    }
}

/// Pieces joined by one blank line, and where each came to stand.
fn lay_out(pieces: &[Piece]) -> (String, Vec<Block>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for piece in pieces {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(piece.text.trim());
        if let Some(span) = Span::from_range(start..text.len()) {
            blocks.push(Block { kind: piece.kind, span });
        }
    }
    (text, blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_in_addresses() {
        assert_eq!(host("https://www.example.com:80/a").as_deref(), Some("example.com"));
        assert_eq!(host("file:///etc/passwd"), None);
        assert_eq!(host("no address"), None);
    }
}
