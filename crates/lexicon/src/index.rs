//! From words to entries: the longest entry that begins at a word.

use std::collections::HashMap;

use crate::beginnings::Beginnings;
use crate::fold::{key, push_key};
use crate::shape::Shape;

/// What an index entry points at.
pub(crate) struct Posting<R> {
    /// How it must be written.
    shape: Shape,
    /// What it is.
    pub(crate) meaning: R,
}

/// Collects names, then sorts them.
pub(crate) struct IndexBuilder<R> {
    postings: HashMap<String, Vec<Posting<R>>>,
}

impl<R: PartialEq + Copy> IndexBuilder<R> {
    pub(crate) fn new() -> IndexBuilder<R> {
        IndexBuilder { postings: HashMap::new() }
    }

    /// Adds one name of one thing. The same name of the same thing, written alike, is kept once.
    pub(crate) fn add(&mut self, name: &str, meaning: R) {
        let (key, shape) = (key(name), Shape::of(name));
        if key.is_empty() {
            return;
        }
        let known = self.postings.entry(key).or_default();
        if !known.iter().any(|p| p.shape == shape && p.meaning == meaning) {
            known.push(Posting { shape, meaning });
        }
    }

    pub(crate) fn finish(self) -> Index<R> {
        let mut rows: Vec<_> = self.postings.into_iter().collect();
        rows.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let beginnings = Beginnings::of(rows.iter().map(|(key, _)| key.as_str()));
        Index { rows, beginnings }
    }
}

/// Names in order of their keys, so that one search tells whether a longer name may follow.
pub(crate) struct Index<R> {
    rows: Vec<(String, Vec<Posting<R>>)>,
    beginnings: Beginnings,
}

impl<R: Copy + PartialEq> Index<R> {
    /// The longest name that begins at the first word and is written as it must be.
    pub(crate) fn longest(&self, words: &[&str]) -> Option<(usize, Vec<R>)> {
        let mut so_far = String::new();
        let mut best = None;
        for (n, word) in words.iter().enumerate() {
            if !joins(word, n) {
                break;
            }
            push_key(word, &mut so_far);
            let at = self.place(&so_far);
            let Some((found, postings)) = self.rows.get(at) else { break };
            if !found.starts_with(&so_far) {
                break;
            }
            if *found == so_far && *word != "-" {
                let meanings = fitting(postings, &words[..=n]);
                if !meanings.is_empty() {
                    best = Some((n + 1, meanings));
                }
            }
        }
        best
    }

    /// The place of the first key that is not before this one.
    fn place(&self, key: &str) -> usize {
        let near = self.beginnings.of_key(key);
        let rows = self.rows.get(near.clone()).unwrap_or_default();
        near.start + rows.partition_point(|(other, _)| other.as_str() < key)
    }

    /// Everything that has this name, however written.
    pub(crate) fn exact(&self, name: &str) -> Vec<R> {
        let key = key(name);
        let row = self.rows.get(self.place(&key)).filter(|(other, _)| *other == key);
        let postings = row.map(|(_, postings)| postings);
        distinct(postings.into_iter().flatten().map(|p| p.meaning))
    }
}

/// True if a word may be the `n`th of a name. A possessive, a full stop, a comma end it.
fn joins(word: &str, n: usize) -> bool {
    let hyphen = matches!(word, "-" | "‐" | "‑");
    (hyphen && n > 0) || word.chars().next().is_some_and(char::is_alphanumeric)
}

fn fitting<R: Copy + PartialEq>(postings: &[Posting<R>], words: &[&str]) -> Vec<R> {
    distinct(postings.iter().filter(|p| p.shape.fits(words)).map(|p| p.meaning))
}

fn distinct<R: PartialEq>(meanings: impl Iterator<Item = R>) -> Vec<R> {
    let mut seen = Vec::new();
    for meaning in meanings {
        if !seen.contains(&meaning) {
            seen.push(meaning);
        }
    }
    seen
}
