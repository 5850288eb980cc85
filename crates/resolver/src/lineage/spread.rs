//! Finding who copied whom in steps that each see a part of the articles, for archives that no one
//! machine holds. The same keys, the same counts and the same comparisons as in one piece, so that
//! the record is the same.
//!
//! 1. [`Sketch::of`] each article; sum up in how many each word stands.
//! 2. [`Sketch::keys`] with those sums; bring all holders of a key together.
//! 3. [`pairs`] of a share of the keys; sum up how many keys a pair shares.
//! 4. [`compare`] those that share [`ENOUGH`] of one kind.

use std::collections::HashMap;
use std::hash::Hash;

use text::{Article, ArticleId};

use super::candidates::{self, pair_up};
use super::compare::{Compared, Text, days_apart};
use super::prose::Prose;
use crate::days::Days;

/// Keys of one kind that two articles must share to be compared.
pub const ENOUGH: u32 = candidates::FEWEST_SHARED as u32;

/// Whether a word tells articles apart that stands in so many of them.
pub fn tells(articles: u32) -> bool {
    (2..=candidates::COMMON).contains(&articles)
}

/// An article as comparing sees it.
pub struct Sketch {
    id: ArticleId,
    published: Days,
    text: Text,
}

/// Where two articles may meet. Each kind is counted for itself.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// A run of words outside quotations.
    Run,
    /// Two rare words in one paragraph.
    RareWords,
}

impl Sketch {
    /// Of an article.
    pub fn of(article: &Article) -> Sketch {
        let published = article.published.as_ref().map(|p| Days::of_when(&p.when));
        Sketch {
            id: article.id,
            published: published.unwrap_or_default(),
            text: Text::new(&Prose::of(article)),
        }
    }

    /// Its words, each once.
    pub fn words(&self) -> impl Iterator<Item = u64> + '_ {
        self.text.outline.words.iter()
    }

    /// Its keys, each once, where it is known in how many articles each word stands. Words that do
    /// not [`tell`](tells) need not be there.
    pub fn keys(&self, articles_with: &HashMap<u64, u32>) -> Vec<(Kind, u64)> {
        let mut rare = candidates::telling(&self.text, articles_with);
        rare.sort_unstable();
        rare.dedup();
        let runs = self.text.shingles.own.iter().map(|key| (Kind::Run, key));
        runs.chain(rare.into_iter().map(|key| (Kind::RareWords, key))).collect()
    }
}

/// How many of these keys each two articles share, the lesser first. All holders of a key must be among
/// `holders`, in any order; a holder may be there twice. Whatever names them has the order of their ids.
pub fn pairs<Name: Copy + Hash + Ord>(mut holders: Vec<(u64, Name)>) -> HashMap<(Name, Name), u32> {
    holders.sort_unstable();
    holders.dedup();
    let mut shared: HashMap<(Name, Name), u32> = HashMap::new();
    for of_one in holders.chunk_by(|a, b| a.0 == b.0) {
        pair_up(of_one, &mut |a, b| *shared.entry((a, b)).or_default() += 1);
    }
    shared
}

/// Compares two articles.
pub fn compare(a: &Sketch, b: &Sketch) -> Compared {
    Compared::of((a.id, &a.text), (b.id, &b.text), days_apart(a.published, b.published))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use text::{Block, BlockKind, CaptureId, Digest, Span};

    use super::*;

    fn article(n: usize, text: String) -> Article {
        let name = format!("{n}");
        let capture = CaptureId(Digest::of(&[name.as_bytes()]));
        let span = Span::from_range(0..text.len()).unwrap();
        Article {
            id: Article::identify(capture, &name, &text, None),
            capture,
            path: name.clone(),
            name,
            url: None,
            outlet: None,
            title: None,
            byline: None,
            language: "en".to_owned(),
            blocks: vec![Block { kind: BlockKind::Paragraph, span }],
            text,
            published: None,
            modified: None,
            around: Vec::new(),
            credits: Vec::new(),
        }
    }

    /// Sixty articles: forty of one text with words changed here and there, the rest of others.
    fn world() -> Vec<Article> {
        let word = |n: usize| format!("{}{}", ["river", "envoy", "harbour", "treaty"][n % 4], n);
        let text = |story: usize, change: usize| {
            let words = (0..60).map(|n| match n == change {
                true => "otherwise".to_owned(),
                false => word(story * 60 + n),
            });
            words.collect::<Vec<_>>().join(" ")
        };
        let copies = (0..40).map(|n| article(n, text(0, n)));
        let others = (40..60).map(|n| article(n, text(1 + n / 2, n % 7)));
        copies.chain(others).collect()
    }

    #[test]
    fn in_parts_the_same_pairs_are_compared_as_in_one_piece() {
        let articles = world();
        let texts: Vec<Text> = articles.iter().map(|a| Text::new(&Prose::of(a))).collect();
        let ids: Vec<ArticleId> = articles.iter().map(|a| a.id).collect();
        let whole: BTreeSet<(ArticleId, ArticleId)> = candidates::candidates(&texts, &ids)
            .into_iter()
            .map(|(a, b)| (ids[a].min(ids[b]), ids[a].max(ids[b])))
            .collect();
        assert!(whole.len() > 40, "{}", whole.len());
        assert_eq!(in_parts(&articles, 1), whole);
        assert_eq!(in_parts(&articles, 7), whole);
    }

    fn in_parts(articles: &[Article], parts: u64) -> BTreeSet<(ArticleId, ArticleId)> {
        let mut words: HashMap<u64, u32> = HashMap::new();
        for article in articles {
            Sketch::of(article).words().for_each(|word| *words.entry(word).or_default() += 1);
        }
        words.retain(|_, articles| tells(*articles));
        let mut holders: HashMap<(Kind, u64), Vec<(u64, ArticleId)>> = HashMap::new();
        for article in articles.iter().rev() {
            for (kind, key) in Sketch::of(article).keys(&words) {
                holders.entry((kind, key % parts)).or_default().push((key, article.id));
            }
        }
        let mut shared: HashMap<(Kind, ArticleId, ArticleId), u32> = HashMap::new();
        for ((kind, _), holders) in holders {
            for ((a, b), keys) in pairs(holders) {
                *shared.entry((kind, a, b)).or_default() += keys;
            }
        }
        shared.retain(|_, keys| *keys >= ENOUGH);
        shared.into_keys().map(|(_, a, b)| (a, b)).collect()
    }
}
