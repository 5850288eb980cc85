//! How much one caller, one request and all together may take.

use std::time::Duration;

/// What nobody gets more of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
    /// Requests a second of one token, or of one address without a token.
    pub rate: u32,
    /// So many at once before the rate counts: a page asks for its style, script and icon.
    pub burst: u32,
    /// Pages that are made at the same time; further ones wait.
    pub at_once: usize,
    /// Open connections; further ones wait to be taken.
    pub connections: usize,
    /// The longest body of a request, in bytes.
    pub body: usize,
    /// For a request's line and headers to come in whole, and for the next request on an open connection to begin.
    pub head: Duration,
    /// For a request from its headers to its answer, its body included.
    pub request: Duration,
    /// For a client to take any of an answer that waits for it.
    pub stall: Duration,
    /// For a connection, whatever it does.
    pub life: Duration,
}

impl Default for Limits {
    /// More than people and one busy program need; less than what makes others wait.
    fn default() -> Limits {
        Limits {
            rate: 300,
            burst: 600,
            at_once: 16,
            connections: 512,
            body: 64 * 1024,
            head: Duration::from_secs(10),
            request: Duration::from_secs(30),
            stall: Duration::from_secs(20),
            life: Duration::from_secs(600),
        }
    }
}

impl Limits {
    /// So many requests a second, and twice as many at once.
    pub fn of_rate(rate: u32) -> Limits {
        Limits { rate, burst: rate.saturating_mul(2), ..Limits::default() }
    }
}
