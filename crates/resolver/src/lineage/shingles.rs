//! Runs of words: two texts that share many were copied, one from the other or both from a third.

use super::prose::{Prose, ProseWord};
use crate::hash::{self, Hashes};

/// Words in a run.
pub(super) const RUN: usize = 6;

/// The runs of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Shingles {
    /// All runs.
    pub all: Hashes,
    /// Those with no quoted word: the writer's own.
    pub own: Hashes,
    /// In order, with whether a quoted word is among them.
    in_order: Vec<(u64, bool)>,
    /// How many words the text has.
    pub words: usize,
}

impl Shingles {
    /// Across paragraph breaks, which reprints move.
    pub fn of(prose: &Prose) -> Shingles {
        let words: Vec<_> = prose.words().collect();
        let run = |run: &[&ProseWord]| {
            let hash = hash::of_words(run.iter().map(|w| w.norm.as_str()));
            (hash, run.iter().any(|word| word.quoted))
        };
        let in_order: Vec<(u64, bool)> = words.windows(RUN).map(run).collect();
        let own = in_order.iter().filter(|(_, quoted)| !quoted).map(|(hash, _)| *hash).collect();
        let all = in_order.iter().map(|(hash, _)| *hash).collect();
        Shingles { all, own, in_order, words: words.len() }
    }
}

/// Where in the text of `these`, from 0 to 1, each unbroken stretch of its own runs begins that
/// `those` has too.
pub(super) fn stretches(these: &Shingles, those: &Shingles) -> Vec<f64> {
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, (hash, quoted)) in these.in_order.iter().enumerate() {
        let shared = !quoted && those.own.contains(*hash);
        if shared && !inside {
            starts.push(at as f64 / these.words as f64);
        }
        inside = shared;
    }
    starts
}
