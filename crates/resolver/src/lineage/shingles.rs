//! Runs of words: two texts that share many were copied, one from the other or both from a third.

use super::hash::{self, Hashes};
use super::prose::Prose;

/// Words in a run.
pub(super) const RUN: usize = 6;

/// The runs of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Shingles {
    /// All runs.
    pub all: Hashes,
    /// Those with no quoted word: the writer's own.
    pub own: Hashes,
}

impl Shingles {
    /// Across paragraph breaks, which reprints move.
    pub fn of(prose: &Prose) -> Shingles {
        let words: Vec<_> = prose.words().collect();
        let (mut all, mut own) = (Vec::new(), Vec::new());
        for run in words.windows(RUN) {
            let hash = hash::of_words(run.iter().map(|w| w.norm.as_str()));
            all.push(hash);
            if !run.iter().any(|word| word.quoted) {
                own.push(hash);
            }
        }
        Shingles { all: all.into_iter().collect(), own: own.into_iter().collect() }
    }
}

/// Where in `prose`, from 0 to 1, each unbroken stretch of its own runs begins that `other` has too.
pub(super) fn stretches(prose: &Prose, other: &Shingles) -> Vec<f64> {
    let words: Vec<_> = prose.words().collect();
    let mut starts = Vec::new();
    let mut inside = false;
    for (at, run) in words.windows(RUN).enumerate() {
        let quoted = run.iter().any(|word| word.quoted);
        let hash = hash::of_words(run.iter().map(|w| w.norm.as_str()));
        let shared = !quoted && other.own.contains(hash);
        if shared && !inside {
            starts.push(at as f64 / words.len() as f64);
        }
        inside = shared;
    }
    starts
}
