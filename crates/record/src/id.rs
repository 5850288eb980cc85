//! Names for things in the record.

use std::fmt;

use serde::{Deserialize, Serialize};
use text::Digest;

/// SHA-256 of article, evidence, content and tool: the same reading gives the same id.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct ClaimId(pub Digest);

/// What a row of the record is, and the letter its id begins with.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum RowKind {
    /// `m-…`
    Meeting,
    /// `s-…`
    Statement,
    /// `k-…`
    Condition,
    /// `c-…`
    Commitment,
    /// `d-…`
    Disagreement,
    /// `p-…`
    Process,
    /// `e-…`
    Event,
}

impl RowKind {
    fn letter(self) -> char {
        match self {
            RowKind::Meeting => 'm',
            RowKind::Statement => 's',
            RowKind::Condition => 'k',
            RowKind::Commitment => 'c',
            RowKind::Disagreement => 'd',
            RowKind::Process => 'p',
            RowKind::Event => 'e',
        }
    }
}

/// The name of a row of the record: `m-1f2e3d4c`.
///
/// Made from the least claim id of the row, so that it outlives a second reading of the same pages.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct RowId(pub String);

impl RowId {
    /// The id of a row of this kind whose least claim is `claim`.
    pub fn new(kind: RowKind, claim: ClaimId) -> RowId {
        RowId(format!("{}-{}", kind.letter(), claim.0.short()))
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
