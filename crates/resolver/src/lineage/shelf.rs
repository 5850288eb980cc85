//! Texts on a shelf, each new one compared with those that share runs of words with it.

use std::collections::{BTreeMap, HashMap};

use text::Article;

use super::compare::{Likeness, Text, compare, days_apart};
use super::prose::Prose;
use crate::days::Days;

/// A run that so many texts hold brings no further one.
const MANY: usize = 24;

/// Runs that two texts must share to be compared.
const FEWEST_SHARED: usize = 3;

/// Texts so far, by their runs.
#[derive(Default)]
pub(crate) struct Shelf {
    texts: Vec<(Text, Days)>,
    holders: HashMap<u64, Vec<u32>>,
}

impl Shelf {
    /// Puts one more text on the shelf: its number, and the earlier one it is most alike, if it is
    /// the same report.
    pub fn add(&mut self, article: &Article) -> (usize, Option<(usize, Likeness)>) {
        let text = Text::new(&Prose::of(article));
        let published = article.published.as_ref().map(|p| Days::of_when(&p.when));
        let published = published.unwrap_or_default();
        let number = self.texts.len();
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for run in text.shingles.own.iter() {
            let holders = self.holders.entry(run).or_default();
            holders.iter().for_each(|other| *shared.entry(*other).or_default() += 1);
            if holders.len() < MANY {
                holders.push(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        let near = shared.into_iter().filter(|(_, runs)| *runs >= FEWEST_SHARED);
        let alike = near.filter_map(|(other, _)| {
            let (before, day) = self.texts.get(other as usize)?;
            Some((other as usize, compare(&text, before, days_apart(*day, published))?))
        });
        let most = alike.max_by(|(_, a), (_, b)| a.share.total_cmp(&b.share));
        self.texts.push((text, published));
        (number, most)
    }
}
