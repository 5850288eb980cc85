//! What only looks like a precondition: a forecast, a figure of speech, a refusal to wait, what lasts.
//!
//! Fires on:  "will descend into war unless …", "for as long as it takes", "must not wait until …", "will stay as long
//!            as …".
//! Silent on: what a side does or leaves undone: "will not meet him unless …", "will not stay as long as …".

use text::{TokenIndex, TokenRange};

use super::Waiting;
use crate::reading::Reading;

/// What befalls; nobody makes it wait.
const BEFALLS: [&str; 20] = [
    "become",
    "descend",
    "slide",
    "turn",
    "face",
    "suffer",
    "collapse",
    "plunge",
    "erupt",
    "explode",
    "worsen",
    "deteriorate",
    "spread",
    "escalate",
    "perish",
    "starve",
    "die",
    "sink",
    "disintegrate",
    "implode",
];

/// What goes on; "as long as" tells how long, and nothing begins.
const LASTS: [&str; 9] =
    ["stay", "remain", "continue", "keep", "last", "hold", "maintain", "retain", "persist"];

/// True if nothing is made to wait.
pub(super) fn is_one(reading: &Reading, waiting: Waiting) -> bool {
    let tree = &reading.tree;
    let main = reading.top(waiting.what);
    let waits = (waiting.what.start.0..waiting.what.end.0)
        .map(TokenIndex)
        .any(|t| tree.lemma(t) == "wait" && tree.is_negated(t));
    BEFALLS.contains(&tree.lemma(main))
        || waits
        || is_idle(reading, waiting.depends_on)
        || lasts(reading, waiting, main)
}

fn lasts(reading: &Reading, waiting: Waiting, main: TokenIndex) -> bool {
    let tree = &reading.tree;
    let link = waiting.depends_on.start.0.checked_sub(2).map(TokenIndex);
    LASTS.contains(&tree.lemma(main))
        && !tree.is_negated(main)
        && link.is_some_and(|long| tree.form(long) == "long")
}

/// "it takes", "necessary".
fn is_idle(reading: &Reading, depends_on: TokenRange) -> bool {
    let words = reading.doc().words(reading.tree.bytes(depends_on)).to_lowercase();
    words.starts_with("it takes") || words == "necessary" || words == "needed"
}
