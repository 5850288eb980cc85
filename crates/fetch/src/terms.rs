//! How far a person lets the program go.

use std::time::Duration;

/// What is asked of the network, and how much is taken from it.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Which hosts may be asked.
    pub reach: Reach,
    /// Most pages taken from feeds and sitemaps in one run.
    pub pages: usize,
    /// Most bytes of one answer, as received and again when unpacked.
    pub page_bytes: usize,
    /// Most bytes of all answers of one run.
    pub run_bytes: usize,
    /// Most redirections from one address.
    pub redirects: usize,
    /// Longest that one exchange may take, from the look-up of the name to the last byte.
    pub patience: Duration,
    /// Shortest time between two requests to one host.
    pub pause: Duration,
    /// Longest pause that a host may ask for and get.
    pub longest_pause: Duration,
    /// How the owner of a site can reach the person who runs this: an address or a page.
    pub contact: Option<String>,
}

/// Which hosts may be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reach {
    /// Those that everyone can reach.
    Public,
    /// Those of this machine and its networks as well.
    Private,
}

impl Default for Terms {
    /// News pages stay below 4 MiB and answer within seconds; sitemaps may have 50 MiB, those of news
    /// a thousand addresses and less than one.
    fn default() -> Terms {
        Terms {
            reach: Reach::Public,
            pages: 50,
            page_bytes: 16 << 20,
            run_bytes: 256 << 20,
            redirects: 8,
            patience: Duration::from_secs(30),
            pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(30),
            contact: None,
        }
    }
}

impl Terms {
    /// What the program calls itself.
    pub(crate) fn user_agent(&self) -> String {
        let name = concat!("rapporteur/", env!("CARGO_PKG_VERSION"));
        match &self.contact {
            Some(contact) => format!("{name} (+{contact})"),
            None => name.to_owned(),
        }
    }
}
