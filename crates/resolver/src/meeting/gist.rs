//! What stands around a telling, as words weighed by how rare they are.
//!
//! Where nothing gives a time, two reports of the same sides are of one meeting only if they are
//! alike in what else they say: names, numbers and rare words count most.

use std::collections::{BTreeMap, HashMap};

use text::{Article, Span};

use crate::hash;
use crate::words::{is_content, stem, words};

/// A passage ends with the paragraph in which it has so many words.
const ENOUGH_WORDS: usize = 80;

/// Of how many words of a passage, the rarest first, meetings are found by.
const KEYS: usize = 12;

/// A word that more passages hold than this finds none.
const COMMON: u32 = 64;

/// A passage is compared with so many of a meeting at most.
const MOST_COMPARED: usize = 24;

/// How many passages hold each word.
#[derive(Debug, Default)]
pub(crate) struct Rarity {
    passages: u32,
    holders: HashMap<u64, u32>,
}

/// The words of one passage and how often it has them, in order.
pub(crate) type Counts = BTreeMap<u64, u32>;

/// Content words from the paragraph of `span` on.
pub(crate) fn counts(article: &Article, span: Span) -> Counts {
    let mut counts = Counts::new();
    let mut seen = 0;
    let blocks = article.blocks.iter().map(|block| block.span);
    for block in blocks.filter(|block| block.end() > span.start()) {
        let text = block.slice(&article.text).unwrap_or_default();
        for word in words(text).iter().filter(|word| is_content(&word.norm)) {
            *counts.entry(hash::of_words([stem(&word.norm)])).or_default() += 1;
            seen += 1;
        }
        if seen >= ENOUGH_WORDS {
            break;
        }
    }
    counts
}

impl Rarity {
    /// Takes one more passage into account.
    pub fn note(&mut self, counts: &Counts) {
        self.passages += 1;
        counts.keys().for_each(|word| *self.holders.entry(*word).or_default() += 1);
    }

    fn holders(&self, word: u64) -> u32 {
        self.holders.get(&word).copied().unwrap_or(1).max(1)
    }

    /// The logarithm of one in how many passages holds it.
    fn weight(&self, word: u64, count: u32) -> f64 {
        let rarity = f64::from(self.passages.max(1)) / f64::from(self.holders(word));
        (1.0 + f64::from(count).ln()) * rarity.ln()
    }
}

/// A passage as a direction: weights whose squares add up to one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gist {
    weights: Vec<(u64, f32)>,
    /// Its rarest words that others have too.
    pub keys: Vec<u64>,
}

/// How alike a passage is to others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Likeness {
    /// The mean cosine.
    pub cosine: f64,
    /// How many words there were to be alike in: those of the shorter side.
    pub words: usize,
}

impl Gist {
    /// Of a passage among others.
    pub fn of(counts: &Counts, rarity: &Rarity) -> Gist {
        let weigh = |(word, count): (&u64, &u32)| (*word, rarity.weight(*word, *count));
        let raw: Vec<(u64, f64)> = counts.iter().map(weigh).collect();
        let length = raw.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt();
        let unit = |(word, weight): (u64, f64)| (word, (weight / length.max(1e-9)) as f32);
        Gist { weights: raw.into_iter().map(unit).collect(), keys: keys(counts, rarity) }
    }

    /// The mean of the likenesses to these, [`MOST_COMPARED`] of them at most; `None` for none.
    pub fn mean_likeness(
        &self,
        others: impl Iterator<Item = usize>,
        gists: &[Gist],
    ) -> Option<Likeness> {
        let others: Vec<&Gist> = others.take(MOST_COMPARED).map(|at| &gists[at]).collect();
        let longest = others.iter().map(|other| other.weights.len()).max()?;
        let all: f64 = others.iter().map(|other| self.likeness(other)).sum();
        let words = longest.min(self.weights.len());
        Some(Likeness { cosine: all / others.len() as f64, words })
    }

    /// The cosine between the two: 0 for nothing in common, 1 for the same.
    pub fn likeness(&self, other: &Gist) -> f64 {
        let (mut a, mut b) = (self.weights.iter().peekable(), other.weights.iter().peekable());
        let mut likeness = 0.0;
        while let (Some((x, p)), Some((y, q))) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    likeness += f64::from(*p) * f64::from(*q);
                    a.next();
                    b.next();
                }
            }
        }
        likeness
    }
}

fn keys(counts: &Counts, rarity: &Rarity) -> Vec<u64> {
    let mut rare: Vec<(u32, u64)> =
        counts.keys().map(|word| (rarity.holders(*word), *word)).collect();
    rare.retain(|(holders, _)| (2..=COMMON).contains(holders));
    rare.sort_unstable();
    rare.into_iter().take(KEYS).map(|(_, word)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gists(texts: &[&str]) -> Vec<Gist> {
        let all: Vec<Counts> = texts
            .iter()
            .map(|text| {
                let article = Article::of_paragraphs(text);
                counts(&article, article.blocks[0].span)
            })
            .collect();
        let mut rarity = Rarity::default();
        all.iter().for_each(|counts| rarity.note(counts));
        all.iter().map(|counts| Gist::of(counts, &rarity)).collect()
    }

    #[test]
    fn rare_words_in_common_make_passages_alike() {
        let gists = gists(&[
            "The envoys met and spoke of the Tessel bridge and of 40 wells.",
            "In their talks the envoys came to the bridge at Tessel and the wells.",
            "The envoys met and spoke of trade in salt and timber.",
            "The envoys met again to speak of fishing.",
        ]);
        let (near, far) = (gists[0].likeness(&gists[1]), gists[0].likeness(&gists[2]));
        assert!(near > 2.0 * far, "{near} {far}");
        assert!((gists[0].likeness(&gists[0]) - 1.0).abs() < 1e-3);
    }

    #[test]
    fn nothing_is_like_nothing() {
        let gists = gists(&["", ""]);
        assert_eq!(gists[0].likeness(&gists[1]), 0.0);
    }
}
