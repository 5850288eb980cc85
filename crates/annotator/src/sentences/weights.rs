//! The learned weights of gaps: one small number per hashed feature, used as they lie in the file.

use super::Verdict;
use super::chunk::{Chunk, Close};
use crate::hash;

/// Rows of the table, as a power of two.
pub(crate) const BITS: u32 = 16;

/// Made by `cargo xtask train-sentences`, see `models/MODEL_CARD.md`.
static SHIPPED: &[u8; 1 << BITS] = include_bytes!("../../models/sentences.weights");

/// What the weights say of the gap behind chunk `at`.
pub(super) fn verdict(chunks: &[Chunk], at: usize, features: &[u64]) -> Verdict {
    let bar = chunks.get(at).map_or(0, |before| bar(before.close));
    if score(features) > bar { Verdict::Ends } else { Verdict::GoesOn }
}

/// Behind no mark that ends sentences a gap must score more: in print such ends are rare.
fn bar(close: Close) -> i32 {
    match close {
        Close::Stop | Close::Quoted | Close::Terminator => 0,
        Close::Dash | Close::Mark => MARK_BAR,
        Close::Word => WORD_BAR,
    }
}

/// Swept on the development parts: up to twice as much costs less than half a point there.
const MARK_BAR: i32 = 80;
const WORD_BAR: i32 = 60;

/// Sum of the weights: above zero, a sentence more likely ends here than not.
fn score(features: &[u64]) -> i32 {
    features.iter().map(|&f| i32::from(SHIPPED[hash::row(f, BITS)] as i8)).sum()
}
