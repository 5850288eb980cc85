//! Pairs of articles worth comparing, from an inverted index: never all pairs.

use std::collections::{BTreeMap, HashMap};

use super::hash;
use super::compare::Text;
use crate::words::{is_content, stem};

/// A key held by more articles than this names no pair by itself; its holders are chained, so that
/// a text reprinted everywhere is still one family.
const MANY: usize = 24;

/// Keys that a pair must share.
const FEWEST_SHARED: u32 = 3;

/// Rarest words of a paragraph that make its keys, two by two.
const RAREST: usize = 7;

/// Pairs of places in the list, the lesser first.
pub(super) fn candidates(texts: &[Text]) -> Vec<(usize, usize)> {
    let runs = texts.iter().map(|t| t.shingles.own.iter().collect()).collect();
    let mut pairs = sharing(runs);
    pairs.extend(sharing(telling_words(texts)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn sharing(keys: Vec<Vec<u64>>) -> Vec<(usize, usize)> {
    let mut index: Vec<(u64, usize)> = Vec::new();
    for (place, keys) in keys.into_iter().enumerate() {
        index.extend(keys.into_iter().map(|key| (key, place)));
    }
    index.sort_unstable();
    index.dedup();
    let mut shared: HashMap<(usize, usize), u32> = HashMap::new();
    for holders in index.chunk_by(|a, b| a.0 == b.0) {
        count(holders, &mut shared);
    }
    let enough = shared.into_iter().filter(|(_, count)| *count >= FEWEST_SHARED);
    enough.map(|(pair, _)| pair).collect()
}

fn count(holders: &[(u64, usize)], shared: &mut HashMap<(usize, usize), u32>) {
    if holders.len() > MANY {
        for pair in holders.windows(2) {
            *shared.entry((pair[0].1, pair[1].1)).or_default() += 1;
        }
        return;
    }
    for (n, (_, a)) in holders.iter().enumerate() {
        for (_, b) in holders.iter().skip(n + 1) {
            *shared.entry((*a, *b)).or_default() += 1;
        }
    }
}

/// For each article, pairs of rare words that stand in one paragraph.
fn telling_words(texts: &[Text]) -> Vec<Vec<u64>> {
    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for Text { prose, .. } in texts {
        let mut stems: Vec<&str> = prose.paragraphs.iter().flat_map(|p| stems(p)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|stem| *frequency.entry(stem).or_default() += 1);
    }
    let keys = |text: &Text| text.prose.paragraphs.iter().flat_map(|p| paragraph_keys(p, &frequency)).collect();
    texts.iter().map(keys).collect()
}

fn paragraph_keys(
    paragraph: &[super::prose::ProseWord],
    frequency: &BTreeMap<&str, usize>,
) -> Vec<u64> {
    let often = |stem: &str| frequency.get(stem).copied().unwrap_or(0);
    let mut rare: Vec<&str> = stems(paragraph).into_iter().filter(|s| often(s) > 1).collect();
    rare.sort_unstable();
    rare.dedup();
    rare.sort_by_key(|stem| often(stem));
    rare.truncate(RAREST);
    rare.sort_unstable();
    let pairs = rare.iter().enumerate();
    pairs.flat_map(|(n, a)| rare.iter().skip(n + 1).map(|b| hash::of_words([*a, *b]))).collect()
}

fn stems(paragraph: &[super::prose::ProseWord]) -> Vec<&str> {
    paragraph.iter().filter(|w| is_content(&w.norm)).map(|w| stem(&w.norm)).collect()
}
