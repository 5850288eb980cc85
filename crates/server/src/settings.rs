//! What a server is told when it starts.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use crate::audit;
use crate::limits::Limits;
use crate::token::Tokens;

/// What is served, where, and to whom.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The record's file.
    pub record: PathBuf,
    /// Where to listen; port 0 takes any free one.
    pub bind: SocketAddr,
    /// By which names it is reached.
    pub reach: Reach,
    /// Who may do what.
    pub access: Access,
    /// What nobody gets more of.
    pub limits: Limits,
    /// Where judgements and refused changes are noted.
    pub audit: PathBuf,
    /// The one address whose `X-Forwarded-For` is believed.
    pub proxy: Option<IpAddr>,
}

/// By which names the server is reached.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Reach {
    /// Only browsers and programs on this machine.
    Loopback,
    /// Whoever reaches the address, by these host names; only with tokens.
    Hosts(Vec<String>),
}

/// Who may do what.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Access {
    /// Whoever sits at this machine may do everything; a program that writes gives this token, or one made up at the start.
    Machine(Option<String>),
    /// Whoever holds one of these may do what its scope allows, and nobody else anything.
    Tokens(Tokens),
}

impl Settings {
    /// A record for this machine alone, at any free port.
    pub fn of(record: &Path) -> Settings {
        Settings {
            record: record.to_owned(),
            bind: SocketAddr::from(([127, 0, 0, 1], 0)),
            reach: Reach::Loopback,
            access: Access::Machine(None),
            limits: Limits::default(),
            audit: audit::beside(record),
            proxy: None,
        }
    }
}
