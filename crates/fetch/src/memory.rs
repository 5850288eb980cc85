//! What was fetched before: enough to ask only for what has changed, and not to keep it twice.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::exchange::Exchange;

/// Pages fetched before, by address.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Memory {
    pages: BTreeMap<String, Seen>,
}

/// A page as it was when last seen.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Seen {
    /// The server's name for this state of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// When the server says it was changed, in the server's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// The digest of the body in the archive.
    pub digest: String,
    /// When it was fetched.
    pub when: String,
}

impl Memory {
    /// What a file remembers; nothing if there is no such file.
    pub fn load(path: &Path) -> io::Result<Memory> {
        match fs::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(io::Error::other),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Memory::default()),
            Err(error) => Err(error),
        }
    }

    /// Keeps it: the old file stands until the new one is whole.
    pub fn save(&self, path: &Path) -> io::Result<()> {
        let mut beside = path.as_os_str().to_owned();
        beside.push(".new");
        fs::write(&beside, serde_json::to_vec_pretty(self).map_err(io::Error::other)?)?;
        fs::rename(&beside, path)
    }

    /// A page as it was when last seen.
    pub fn get(&self, url: &str) -> Option<&Seen> {
        self.pages.get(url)
    }

    pub(crate) fn note(&mut self, exchange: &Exchange, digest: String) {
        let field = |name| exchange.field(name).map(str::to_owned);
        let seen = Seen {
            etag: field("etag"),
            modified: field("last-modified"),
            digest,
            when: exchange.when.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        };
        self.pages.insert(exchange.url.to_string(), seen);
    }

    /// Forgets a list some of whose pages were left out, so that it is read again.
    pub(crate) fn forget(&mut self, url: &str) {
        self.pages.remove(url);
    }
}
