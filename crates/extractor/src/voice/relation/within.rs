//! Voices within voices: "Harthi said the envoys had agreed that …".
//!
//! An article attributes what stands outside anybody's words. Inside them it is the speaker who tells
//! what others think and want; only words that are passed on there are voices of the chain.

use lexicon::AttributionKind;
use text::{TokenIndex, TokenRange};

use super::{ContentForm, Found, extent};
use crate::tree::Tree;

/// The voices that the article lets speak: not those that a quotation tells of, and in the content of
/// another voice only further words.
pub(super) fn outer_voices(tree: &Tree, mut found: Vec<Found>) -> Vec<Found> {
    found.retain(|f| f.cue.first().is_some_and(|cue| !extent::is_quoted(tree, cue.start)));
    let heard: Vec<bool> = (0..found.len()).map(|n| is_heard(&found, n)).collect();
    let mut heard = heard.into_iter();
    found.retain(|_| heard.next().unwrap_or(true));
    found
}

fn is_heard(found: &[Found], n: usize) -> bool {
    let inner = &found[n];
    let passed_on = inner.kind == AttributionKind::Speech && inner.form == ContentForm::Clause;
    passed_on || !found.iter().enumerate().any(|(m, outer)| m != n && holds(outer, inner))
}

/// True if the cue and the content of one stand in the content of another.
fn holds(outer: &Found, inner: &Found) -> bool {
    let within = |tokens: &TokenRange| {
        let last = TokenIndex(tokens.end.0.saturating_sub(1));
        outer.content.iter().any(|c| c.contains(tokens.start) && c.contains(last))
    };
    inner.cue.iter().all(within) && inner.content.iter().all(within)
}
