//! Where learned weights have no say: what news never does, and what it always does.

use super::Verdict;
use super::chunk::{Chunk, Close, Shape};
use crate::abbreviations::Stop;

/// Words before a verb of saying: "?" Deputy Prime Minister Anna Berg asked.
const LONGEST_SPEAKER: usize = 6;

/// What rules say of the gap behind chunk `at`, if they know it.
pub(super) fn verdict(chunks: &[Chunk], at: usize) -> Option<Verdict> {
    let (before, after) = (chunks.get(at)?, chunks.get(at + 1)?);
    if goes_on(before, after) || before.close == Close::Quoted && names_speaker(&chunks[at + 1..]) {
        return Some(Verdict::GoesOn);
    }
    ends(before, after).then_some(Verdict::Ends)
}

/// "Gen. Berg", "the U.S. Senate", "on the 14. und", a dash before a clause.
fn goes_on(before: &Chunk, after: &Chunk) -> bool {
    let small = after.shape == Shape::Lower && before.close == Close::Stop;
    match before.stop {
        _ if before.close == Close::Dash => true,
        Stop::Ends => small && matches!(before.shape, Shape::Number | Shape::Upper),
        Stop::Abbreviates => after.shape != Shape::Marks,
        Stop::Numbers => after.shape == Shape::Number,
        Stop::Either => small || after.shape != Shape::Marks && !after.opens && after.is_bare(),
        Stop::Trails => false,
    }
}

/// `Berg asked.` behind a quotation that ends in a question mark.
fn names_speaker(after: &[Chunk]) -> bool {
    let mut words = after.iter().take(LONGEST_SPEAKER);
    let verb = words.find(|c| c.shape != Shape::Capital || c.close != Close::Word);
    after.first().is_some_and(|c| !c.opens && c.is_bare()) && verb.is_some_and(|c| c.reports)
}

/// A full stop between a plain word and a capital or figure.
fn ends(before: &Chunk, after: &Chunk) -> bool {
    let opens = matches!(
        after.shape,
        Shape::Capital | Shape::Upper | Shape::Number | Shape::NumberAndLetters | Shape::Mixed
    );
    let plain = matches!(before.shape, Shape::Lower | Shape::Capital) && before.letters > 3;
    before.close == Close::Stop && before.stop == Stop::Ends && plain && opens && after.is_bare()
}
