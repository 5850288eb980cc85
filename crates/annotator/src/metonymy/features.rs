//! What is told of a mention, as hashes.

use super::view::{View, word};
use super::{surface, syntax};
use crate::hash;

/// Features as they are gathered.
#[derive(Debug, Default)]
pub(super) struct Features {
    hashes: Vec<u64>,
}

impl Features {
    /// One feature: what is told, and its values.
    pub(super) fn add(&mut self, told: &str, values: &[u64]) {
        self.hashes.push(values.iter().fold(word(told), |h, &v| hash::join(h, v)));
    }

    /// One feature for each class of a word.
    pub(super) fn add_classes(&mut self, told: &str, values: &[u64], classes: &[u64]) {
        let start = values.iter().fold(word(told), |h, &v| hash::join(h, v));
        self.hashes.extend(classes.iter().map(|&class| hash::join(start, class)));
    }
}

/// All features of a mention, in order, none twice.
pub(super) fn of(view: &View) -> Vec<u64> {
    let mut features = Features::default();
    features.add("always", &[]);
    surface::name(view, &mut features);
    surface::neighbours(view, &mut features);
    syntax::above(view, &mut features);
    syntax::below(view, &mut features);
    features.hashes.sort_unstable();
    features.hashes.dedup();
    features.hashes
}
