//! Finding what the same parties have said in like words, without comparing all with all.

use std::collections::{BTreeMap, BTreeSet};

use record::Party;

/// Groups by party and word.
#[derive(Default)]
pub(crate) struct Gathering {
    groups: BTreeMap<(Option<Party>, String), BTreeSet<usize>>,
}

impl Gathering {
    /// Groups that share a party and at least `fewest` words, in order.
    pub fn candidates(
        &self,
        by: &BTreeSet<Party>,
        stems: &BTreeSet<String>,
        fewest: usize,
    ) -> Vec<usize> {
        let mut shared: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for party in keys(by) {
            for stem in stems {
                let key = (party.clone(), stem.clone());
                for group in self.groups.get(&key).into_iter().flatten() {
                    shared.entry(*group).or_default().insert(stem);
                }
            }
        }
        shared.retain(|_, words| words.len() >= fewest);
        shared.into_keys().collect()
    }

    /// Notes that a group holds these.
    pub fn note(&mut self, group: usize, by: &BTreeSet<Party>, stems: &BTreeSet<String>) {
        for party in keys(by) {
            for stem in stems {
                let key = (party.clone(), stem.clone());
                self.groups.entry(key).or_default().insert(group);
            }
        }
    }
}

/// Each party; `None` where nobody is known.
fn keys(by: &BTreeSet<Party>) -> Vec<Option<Party>> {
    if by.is_empty() { vec![None] } else { by.iter().cloned().map(Some).collect() }
}
