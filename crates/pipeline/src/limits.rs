//! How much one page may ask of a run.

use std::time::{Duration, Instant};

use text::{Article, Problem};

use crate::{doubt, problems};

/// How much of a source is taken in, and how much work goes into a page. What is beyond is left out, with a problem that
/// says so.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// How much of a source is taken in.
    pub source: reader::Limits,
    /// Most words and signs of an article that is studied. What is longer is a table, a program or made to hurt.
    pub words: usize,
    /// Most claims of an article. The settling of the record compares them with each other.
    pub claims: usize,
    /// Longest that a page may take, each of its articles for itself. Looked at between the stages, each of which is
    /// bounded by the length of what it reads.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        let source = reader::Limits::default();
        Limits { source, words: 150_000, claims: 5_000, time: Duration::from_secs(60) }
    }
}

impl Limits {
    /// What is wrong with an article that is too long.
    pub(crate) fn too_long(&self, article: &Article) -> Option<Problem> {
        let pieces = doubt::pieces(&article.text);
        (pieces > self.words).then(|| problems::too_long(pieces, self.words))
    }

    /// What is wrong with an article that says too much.
    pub(crate) fn too_many(&self, claims: usize) -> Option<Problem> {
        (claims > self.claims).then(|| problems::too_many(claims, self.claims))
    }

    /// What is wrong where work that began then is not done yet.
    pub(crate) fn too_slow(&self, begun: Instant) -> Option<Problem> {
        (begun.elapsed() > self.time).then(|| problems::too_slow(self.time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_so_many_words_and_no_more() {
        let (limits, article) = (Limits::default(), Article::of_paragraphs);
        assert!(limits.too_long(&article(&"[".repeat(limits.words + 1))).is_some());
        assert!(limits.too_long(&article(&"words ".repeat(limits.words))).is_none());
        let few = Limits { words: 2, ..limits };
        assert_eq!(few.too_long(&article("Envoys met again.")).unwrap().code.0, "P005");
    }

    #[test]
    fn an_article_makes_so_many_claims_and_no_more() {
        let limits = Limits::default();
        assert!(limits.too_many(limits.claims).is_none());
        assert_eq!(limits.too_many(limits.claims + 1).unwrap().code.0, "P009");
    }

    #[test]
    fn a_page_has_its_time() {
        let (limits, begun) = (Limits::default(), Instant::now());
        assert!(limits.too_slow(begun).is_none());
        let before = begun.checked_sub(limits.time * 2).unwrap_or(begun);
        let none = Limits { time: Duration::ZERO, ..limits };
        assert_eq!(none.too_slow(before).unwrap().code.0, "P007");
    }
}
