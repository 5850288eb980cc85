//! What a server is told when it starts.

use std::net::SocketAddr;
use std::path::PathBuf;

/// What is served, where, and to whom.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The record's file.
    pub record: PathBuf,
    /// Where to listen; port 0 takes any free one.
    pub bind: SocketAddr,
    /// Who may ask.
    pub reach: Reach,
    /// Whoever gives this may write; made up at the start if there is none.
    pub token: Option<String>,
}

/// Who may ask.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reach {
    /// Only browsers and programs on this machine.
    Loopback,
    /// Whoever reaches the address, by these host names, and only with the token.
    Hosts(Vec<String>),
}
