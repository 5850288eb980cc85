//! What checking a record came to, in Python.

use pyo3::prelude::*;
use view::VerificationOut;

/// How much was looked at, and what does not hold. True if all holds.
#[pyclass(frozen, get_all, module = "rapporteur")]
pub struct Verification {
    /// Articles looked at.
    articles: usize,
    /// Claims looked at.
    claims: usize,
    /// Quotes looked up in their articles.
    quotes: usize,
    /// What does not hold, a line each.
    mismatches: Vec<String>,
}

impl Verification {
    /// As the command tells it.
    pub fn of(found: &VerificationOut<'_>) -> Verification {
        let line = |m: &view::MismatchOut<'_>| format!("{} {}: {}", m.table, m.id, m.fault);
        Verification {
            articles: found.articles,
            claims: found.claims,
            quotes: found.quotes,
            mismatches: found.mismatches.iter().map(line).collect(),
        }
    }
}

#[pymethods]
impl Verification {
    fn __bool__(&self) -> bool {
        self.mismatches.is_empty()
    }

    fn __repr__(&self) -> String {
        let Verification { articles, claims, quotes, mismatches } = self;
        let wrong = mismatches.len();
        format!(
            "<rapporteur.Verification: {articles} articles, {claims} claims, {quotes} quotes; \
             {wrong} mismatches>"
        )
    }
}
