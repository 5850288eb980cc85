//! What checking a record came to, as it is told.

use serde::Serialize;
use store::{Mismatch, Verification};

/// How much was looked at, and what does not hold.
#[derive(Serialize)]
pub struct VerificationOut<'a> {
    /// Articles looked at.
    pub articles: usize,
    /// Claims looked at.
    pub claims: usize,
    /// Quotes looked up in their articles.
    pub quotes: usize,
    /// What does not hold.
    pub mismatches: Vec<MismatchOut<'a>>,
}

/// A row that is no longer what it was.
#[derive(Serialize)]
pub struct MismatchOut<'a> {
    /// Its table.
    pub table: &'a str,
    /// Its id.
    pub id: &'a str,
    /// What does not hold.
    pub fault: String,
}

impl<'a> VerificationOut<'a> {
    /// Of a check.
    pub fn of(found: &'a Verification) -> VerificationOut<'a> {
        VerificationOut {
            articles: found.articles,
            claims: found.claims,
            quotes: found.quotes,
            mismatches: found.mismatches.iter().map(MismatchOut::of).collect(),
        }
    }
}

impl<'a> MismatchOut<'a> {
    fn of(mismatch: &'a Mismatch) -> MismatchOut<'a> {
        let row = &mismatch.row;
        MismatchOut { table: row.table, id: &row.id, fault: mismatch.fault.to_string() }
    }
}
