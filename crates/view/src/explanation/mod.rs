//! Everything behind one row.

mod change;
mod claim;
mod verdict;

use record::{Claim, Settled};
use serde::Serialize;

use crate::{Opened, Target};

pub use change::of as would_change;
pub use claim::{ClaimOut, Sentences, tool};
pub use verdict::{JudgementOut, on as judgements_on};

/// A row's grounds.
#[derive(Serialize)]
pub struct Explanation<'a> {
    /// The row, as it was asked for.
    pub id: &'a str,
    /// `meeting`, `statement`, …
    pub kind: &'static str,
    /// For a meeting or an undated document: each bound of its days, with its words or report.
    pub dated_by: &'a [String],
    /// Each claim with the words around it.
    pub claims: Vec<ClaimOut>,
    /// What tools and people hold of them.
    pub judgements: Vec<JudgementOut>,
    /// What a person can do or wait for, one line each.
    pub would_change: Vec<String>,
}

/// All grounds of a row.
pub fn explanation<'a>(opened: &'a Opened, target: Target<'a>, id: &'a str) -> Explanation<'a> {
    let claims = claims(opened, target);
    let mut sentences = Sentences::default();
    Explanation {
        id,
        kind: target.kind(),
        dated_by: dated_by(target),
        claims: claims.iter().map(|c| ClaimOut::of(c, opened, &mut sentences)).collect(),
        judgements: verdict::on(opened, &claims),
        would_change: change::of(target, &claims),
    }
}

/// The claims behind a row. None for an origin: its documents are its grounds.
pub fn claims<'a>(opened: &'a Opened, target: Target<'_>) -> Vec<&'a Claim> {
    match target {
        Target::Origin(_) => Vec::new(),
        _ => target.claims(opened).into_iter().filter_map(|id| opened.claim(id)).collect(),
    }
}

/// For a meeting or an undated document: each bound of its days, with its words or report.
pub fn dated_by(target: Target<'_>) -> &[String] {
    settled(target).map_or(&[], |days| &days.why)
}

fn settled(target: Target<'_>) -> Option<&Settled> {
    match target {
        Target::Meeting(row) => Some(&row.when),
        Target::Document(row) => row.inferred.as_ref(),
        _ => None,
    }
}
