//! What went wrong with the data. Never a reason to stop.

use serde::{Deserialize, Serialize};

use crate::Span;

/// Something odd in one page that a person should know. Kept beside the result, not in its place.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Problem {
    /// Stable, searchable, listed in the book's `reference/problems.md`.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// Where, if it is in the article's text.
    pub span: Option<Span>,
    /// What is the matter, in lower case, without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem of the page as a whole.
    pub fn new(code: &str, severity: Severity, message: impl Into<String>) -> Problem {
        let code = Code(code.to_owned());
        Problem { code, severity, span: None, message: message.into(), hint: None }
    }

    /// The same, pointing at words.
    pub fn at(mut self, span: Span) -> Problem {
        self.span = Some(span);
        self
    }

    /// The same, with what to do about it.
    pub fn hint(mut self, hint: impl Into<String>) -> Problem {
        self.hint = Some(hint.into());
        self
    }
}

/// A kind of problem: its code for good, how bad it is, what to do about it.
#[derive(Clone, Copy, Debug)]
pub struct ProblemKind {
    /// As the book's `reference/problems.md` lists it.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// What to do about it.
    pub hint: &'static str,
}

impl ProblemKind {
    /// A problem of this kind, in the words of the case at hand.
    pub fn found(&self, message: impl Into<String>) -> Problem {
        Problem::new(self.code, self.severity, message).hint(self.hint)
    }
}

/// `R012`: a letter for the stage (`R`eader, `A`nnotator, e`X`tractor, re`S`olver), a number for good.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Code(pub String);

/// How bad a problem is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Nothing was lost.
    Note,
    /// Something may be wrong.
    Warning,
    /// Something was left out.
    Error,
}
