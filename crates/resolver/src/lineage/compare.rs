//! Two texts: copied, reworked, or neither.

use record::Derivation;

use super::prose::Prose;
use super::shingles::{Shingles, containment};

/// From here on the lesser text is the other's, but for cuts and touches.
const REPRINT: f64 = 0.7;

/// From here on so much prose is shared that it cannot be chance or a common statement.
const REWRITE: f64 = 0.12;

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Likeness {
    /// In what way.
    pub kind: Derivation,
    /// How alike, from 0 to 1.
    pub share: f64,
    /// What showed it.
    pub reason: String,
}

/// How the two are alike, if they are more than reports of one event.
pub(super) fn compare(a: (&Prose, &Shingles), b: (&Prose, &Shingles)) -> Option<Likeness> {
    let all = containment(&a.1.all, &b.1.all);
    if all >= REPRINT {
        let reason = format!("{}% of the shorter text's runs of words are in the other", percent(all));
        return Some(Likeness { kind: Derivation::Reprint, share: all, reason });
    }
    let own = containment(&a.1.own, &b.1.own);
    if own >= REWRITE {
        let reason = format!(
            "{}% of the shorter text's runs of words outside quotations are in the other",
            percent(own)
        );
        return Some(Likeness { kind: Derivation::Rewrite, share: own, reason });
    }
    None
}

/// Whole hundredths.
pub(super) fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}
