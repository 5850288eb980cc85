//! Why a request got no page.

use std::fmt;

/// What stands in the way, in words for whoever asked.
#[derive(Debug)]
pub enum Refusal {
    /// 400: the question cannot be understood.
    Bad(String),
    /// 403: this may not be asked from there, or not without the token.
    Forbidden(String),
    /// 404: nothing is there.
    Missing(String),
    /// 500: the record cannot be read.
    Failed(String),
}

impl Refusal {
    /// Its number in HTTP.
    pub fn status(&self) -> u16 {
        match self {
            Refusal::Bad(_) => 400,
            Refusal::Forbidden(_) => 403,
            Refusal::Missing(_) => 404,
            Refusal::Failed(_) => 500,
        }
    }

    /// What stands in the way.
    pub fn words(&self) -> &str {
        match self {
            Refusal::Bad(words)
            | Refusal::Forbidden(words)
            | Refusal::Missing(words)
            | Refusal::Failed(words) => words,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl From<anyhow::Error> for Refusal {
    fn from(error: anyhow::Error) -> Refusal {
        Refusal::Failed(format!("{error:#}"))
    }
}

impl From<view::Usage> for Refusal {
    fn from(usage: view::Usage) -> Refusal {
        Refusal::Missing(usage.0)
    }
}
