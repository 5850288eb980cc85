//! Why a request got no page.

use std::fmt;

use axum::http::header::{self, HeaderName, HeaderValue};

use crate::days::Busy;

/// What stands in the way, in words for whoever asked.
#[derive(Debug)]
pub enum Refusal {
    /// 400: the question cannot be understood.
    Bad(String),
    /// 401: nobody knows who asks.
    Unknown(String),
    /// 403: this may not be asked from there, or not with that token.
    Forbidden(String),
    /// 404: nothing is there.
    Missing(String),
    /// 405: that cannot be done there; what can, as `Allow` tells it.
    Method(&'static str),
    /// 429: too many requests; come again after so many seconds.
    Many(u64),
    /// 500: the record cannot be read.
    Failed(String),
    /// 503: too much is asked of the server just now.
    Busy(String),
}

/// Makes a browser ask for a name and a password; the password is the token.
const SIGN_IN: &str = "Basic realm=\"Rapporteur\", charset=\"UTF-8\"";
/// Seconds after which whoever found the server busy comes again.
const SOON: u64 = 2;

impl Refusal {
    /// Its number in HTTP.
    pub fn status(&self) -> u16 {
        match self {
            Refusal::Bad(_) => 400,
            Refusal::Unknown(_) => 401,
            Refusal::Forbidden(_) => 403,
            Refusal::Missing(_) => 404,
            Refusal::Method(_) => 405,
            Refusal::Many(_) => 429,
            Refusal::Failed(_) => 500,
            Refusal::Busy(_) => 503,
        }
    }

    /// What stands in the way.
    pub fn words(&self) -> &str {
        match self {
            Refusal::Method(_) => "pages are for reading",
            Refusal::Many(_) => "too many requests; come again later",
            Refusal::Bad(words)
            | Refusal::Unknown(words)
            | Refusal::Forbidden(words)
            | Refusal::Missing(words)
            | Refusal::Failed(words)
            | Refusal::Busy(words) => words,
        }
    }

    /// What a browser or program is told to do about it: a header's name and value.
    pub fn advice(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Refusal::Unknown(_) => {
                Some((header::WWW_AUTHENTICATE, HeaderValue::from_static(SIGN_IN)))
            }
            Refusal::Method(allowed) => Some((header::ALLOW, HeaderValue::from_static(allowed))),
            Refusal::Many(seconds) => Some((header::RETRY_AFTER, HeaderValue::from(*seconds))),
            Refusal::Busy(_) => Some((header::RETRY_AFTER, HeaderValue::from(SOON))),
            _ => None,
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

impl From<Busy> for Refusal {
    fn from(_: Busy) -> Refusal {
        let words = "the record is being made as of several other days; ask again in a moment";
        Refusal::Busy(words.to_owned())
    }
}

impl From<view::Usage> for Refusal {
    fn from(usage: view::Usage) -> Refusal {
        Refusal::Missing(usage.0)
    }
}
