//! Dependency trees: a greedy arc-eager parser with the root at the end of the buffer.
//!
//! Nivre 2003; Goldberg and Nivre 2012 for the oracle; Zhang and Nivre 2011 for the features.

mod features;
mod state;

pub(crate) use features::fill;
pub(crate) use state::{Move, NONE, State};

use crate::table::Table;
use crate::tagger::Tagged;

/// Heads of the words of a sentence; the root's head is the number of words.
pub(crate) fn parse(table: &Table, sentence: Tagged, state: &mut State) {
    state.reset(sentence.words.len());
    let mut features = Vec::with_capacity(100);
    let mut scores = [0; Move::ALL.len()];
    while !state.is_final() {
        fill(sentence, state, &mut features);
        table.score(&features, &mut scores);
        match best_allowed(state, &scores) {
            Some(step) => state.apply(step),
            None => break,
        }
    }
    state.settle_root();
}

/// The allowed move with the highest score.
pub(crate) fn best_allowed(state: &State, scores: &[i32]) -> Option<Move> {
    let allowed = Move::ALL.into_iter().filter(|&m| state.allows(m));
    allowed.rev().max_by_key(|&m| scores.get(m as usize).copied().unwrap_or(i32::MIN))
}
