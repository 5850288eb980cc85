//! Which meetings a telling is worth comparing with: never all of them.

use std::collections::{BTreeSet, HashMap};

use record::Party;

use super::gist::Gist;
use super::telling::Telling;

/// Meetings by two of their sides, and by the rare words of what undated pages tell.
#[derive(Default)]
pub(super) struct Nearby<'a> {
    by_pair: HashMap<(&'a Party, &'a Party), BTreeSet<usize>>,
    by_word: HashMap<u64, BTreeSet<usize>>,
}

impl<'a> Nearby<'a> {
    /// Notes that a meeting has this telling.
    pub fn note(&mut self, meeting: usize, telling: &Telling<'a>, gist: &Gist) {
        for pair in pairs(telling) {
            self.by_pair.entry(pair).or_default().insert(meeting);
        }
        for key in keys(telling, gist) {
            self.by_word.entry(key).or_default().insert(meeting);
        }
    }

    /// In order.
    pub fn candidates(&self, telling: &Telling<'a>, gist: &Gist) -> BTreeSet<usize> {
        let paired = pairs(telling).filter_map(|pair| self.by_pair.get(&pair));
        let worded = keys(telling, gist).filter_map(|key| self.by_word.get(&key));
        paired.chain(worded).flatten().copied().collect()
    }
}

fn pairs<'t, 'a>(telling: &'t Telling<'a>) -> impl Iterator<Item = (&'a Party, &'a Party)> + 't {
    let sides = &telling.sides;
    sides.iter().flat_map(move |a| sides.iter().filter(move |b| a < *b).map(move |b| (*a, *b)))
}

fn keys<'t>(telling: &Telling, gist: &'t Gist) -> impl Iterator<Item = u64> + 't {
    let undated = telling.is_undated();
    gist.keys.iter().copied().filter(move |_| undated)
}
