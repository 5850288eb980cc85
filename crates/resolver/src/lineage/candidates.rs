//! Pairs of articles worth comparing, from an inverted index: never all pairs.

use std::collections::HashMap;

use text::ArticleId;

use super::compare::Text;
use crate::hash::{self, Hashes};

/// A key held by more articles than this names no pair by itself; its holders are chained, so that
/// a text reprinted everywhere is still one family.
const MANY: usize = 24;

/// Keys that a pair must share.
pub(super) const FEWEST_SHARED: usize = 3;

/// Rarest words of a paragraph that make its keys, two by two.
const RAREST: usize = 7;

/// A word that more articles hold than this does not tell them apart.
pub(super) const COMMON: u32 = 256;

/// Pairs of places in the list, the lesser first. Many holders of a key are chained in the order of
/// their ids, which needs no list of all articles.
pub(super) fn candidates(texts: &[Text], ids: &[ArticleId]) -> Vec<(usize, usize)> {
    let mut by_id: Vec<usize> = (0..texts.len()).collect();
    by_id.sort_unstable_by_key(|place| ids.get(*place));
    let runs = by_id.iter().map(|place| texts[*place].shingles.own.iter().collect()).collect();
    let mut pairs = sharing(runs);
    pairs.extend(sharing(telling_words(by_id.iter().map(|place| &texts[*place]))));
    let placed = |(a, b): (usize, usize)| {
        let (a, b) = (by_id[a], by_id[b]);
        (a.min(b), a.max(b))
    };
    let mut pairs: Vec<_> = pairs.into_iter().map(placed).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn sharing(keys: Vec<Vec<u64>>) -> Vec<(usize, usize)> {
    let mut index: Vec<(u64, u32)> = Vec::with_capacity(keys.iter().map(Vec::len).sum());
    for (place, keys) in keys.into_iter().enumerate() {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        index.extend(keys.into_iter().map(|key| (key, place)));
    }
    index.sort_unstable();
    index.dedup();
    let mut shared: Vec<(u32, u32)> = Vec::new();
    for holders in index.chunk_by(|a, b| a.0 == b.0) {
        pair_up(holders, &mut |a, b| shared.push((a, b)));
    }
    drop(index);
    shared.sort_unstable();
    let enough = shared.chunk_by(|a, b| a == b).filter(|same| same.len() >= FEWEST_SHARED);
    enough.map(|same| (same[0].0 as usize, same[0].1 as usize)).collect()
}

/// Gives each pair of holders of one key once to `take`.
pub(super) fn pair_up<T: Copy>(holders: &[(u64, T)], take: &mut impl FnMut(T, T)) {
    if holders.len() > MANY {
        return holders.windows(2).for_each(|pair| take(pair[0].1, pair[1].1));
    }
    for (n, (_, a)) in holders.iter().enumerate() {
        holders.iter().skip(n + 1).for_each(|(_, b)| take(*a, *b));
    }
}

/// For each article, pairs of rare words that stand in one paragraph.
fn telling_words<'t>(texts: impl Iterator<Item = &'t Text> + Clone) -> Vec<Vec<u64>> {
    let mut frequency: HashMap<u64, u32> = HashMap::new();
    for text in texts.clone() {
        text.outline.words.iter().for_each(|word| *frequency.entry(word).or_default() += 1);
    }
    texts.map(|text| telling(text, &frequency)).collect()
}

/// One article's, where it is known how many articles hold each word.
pub(super) fn telling(text: &Text, frequency: &HashMap<u64, u32>) -> Vec<u64> {
    text.outline.paragraphs.iter().flat_map(|p| paragraph_keys(p, frequency)).collect()
}

fn paragraph_keys(paragraph: &Hashes, frequency: &HashMap<u64, u32>) -> Vec<u64> {
    let often = |word: u64| frequency.get(&word).copied().unwrap_or(0);
    let mut rare: Vec<(u32, u64)> = paragraph.iter().map(|word| (often(word), word)).collect();
    rare.retain(|(often, _)| (2..=COMMON).contains(often));
    rare.sort_unstable();
    rare.truncate(RAREST);
    let mut rare: Vec<u64> = rare.into_iter().map(|(_, word)| word).collect();
    rare.sort_unstable();
    let pairs = rare.iter().enumerate();
    pairs.flat_map(|(n, a)| rare.iter().skip(n + 1).map(|b| hash::of_two(*a, *b))).collect()
}
