//! The keys of the configuration: one list from which reading, showing and describing follow.

#[cfg(feature = "fetch")]
use crate::args;

/// A key, and the argument whose default it sets.
#[derive(Debug)]
pub struct Key {
    /// As it stands in a file: `fetch.max-pages`.
    pub name: &'static str,
    /// The id of the argument, in every command that has it.
    pub arg: &'static str,
    /// Commands that have an argument of that id for another purpose.
    pub not_in: &'static [&'static str],
    /// What its value is.
    pub kind: Kind,
    /// In a line.
    pub about: &'static str,
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A word or more that pass a check.
    Text(Check),
    /// A path. A relative one starts at the folder of the file that it stands in.
    Path,
    /// Several paths.
    Paths,
    /// Several words.
    #[cfg_attr(not(feature = "serve"), allow(dead_code, reason = "only a server has such a key"))]
    Texts,
    /// A whole number, at least so large.
    Count(i64),
    /// `true` or `false`.
    Truth,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Whether a value is one that the argument takes, and if not, why.
pub type Check = fn(&str) -> Result<(), String>;

/// All keys, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    Key {
        name: "record",
        arg: "record",
        // The example is kept apart from one's own record.
        not_in: &["demo"],
        kind: Kind::Path,
        about: "the record's file",
    },
    Key {
        name: "jobs",
        arg: "jobs",
        not_in: &[],
        kind: Kind::Count(1),
        about: "how many threads read; all processors if not set",
    },
    Key {
        name: "color",
        arg: "color",
        not_in: &[],
        kind: Kind::Choice(&["auto", "always", "never"]),
        about: "when to use bold and faint type",
    },
    Key {
        name: "read.outlet",
        arg: "outlet",
        not_in: &[],
        kind: Kind::Text(anything),
        about: "who published the pages that are given",
    },
    Key {
        name: "read.language-packs",
        arg: "language_pack",
        not_in: &[],
        kind: Kind::Paths,
        about: "folders with models and tables of further languages",
    },
    #[cfg(feature = "fetch")]
    Key {
        name: "fetch.contact",
        arg: "contact",
        not_in: &[],
        kind: Kind::Text(contact),
        about: "how the owner of a site can reach you",
    },
    #[cfg(feature = "fetch")]
    Key {
        name: "fetch.max-pages",
        arg: "max_pages",
        not_in: &[],
        kind: Kind::Count(0),
        about: "at most so many pages of those that feeds and sitemaps list",
    },
    Key {
        name: "limits.max-page-mib",
        arg: "max_page_mib",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many MiB of a page, a message or a record of an archive",
    },
    Key {
        name: "limits.max-row-mib",
        arg: "max_row_mib",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many MiB of a row of JSON or of a table",
    },
    Key {
        name: "limits.max-growth",
        arg: "max_growth",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many times that what is packed may grow",
    },
    Key {
        name: "limits.max-members",
        arg: "max_members",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many members of a zip archive",
    },
    Key {
        name: "limits.max-words",
        arg: "max_words",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many words and signs of an article that is studied",
    },
    Key {
        name: "limits.max-claims",
        arg: "max_claims",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many claims of an article",
    },
    Key {
        name: "limits.max-seconds",
        arg: "max_seconds",
        not_in: &[],
        kind: Kind::Count(1),
        about: "at most so many seconds for a page",
    },
    Key {
        name: "search.limit",
        arg: "limit",
        not_in: &[],
        kind: Kind::Count(0),
        about: "at most so many claims, and as many articles",
    },
    Key {
        name: "judge.by",
        arg: "by",
        not_in: &[],
        kind: Kind::Text(anything),
        about: "who judges; the login name if not set",
    },
    Key {
        name: "export.full-text",
        arg: "full_text",
        not_in: &[],
        kind: Kind::Truth,
        about: "whether exports hold the text of every article",
    },
    #[cfg(feature = "serve")]
    Key {
        name: "serve.bind",
        arg: "bind",
        not_in: &[],
        kind: Kind::Text(address),
        about: "the address to listen at, for `demo` too",
    },
    #[cfg(feature = "serve")]
    Key {
        name: "serve.host",
        arg: "host",
        not_in: &[],
        kind: Kind::Texts,
        about: "names by which others reach the server",
    },
];

fn anything(written: &str) -> Result<(), String> {
    let empty = written.trim().is_empty();
    if empty { Err("there are no words in it".to_owned()) } else { Ok(()) }
}

#[cfg(feature = "fetch")]
fn contact(written: &str) -> Result<(), String> {
    args::contact(written).map(|_| ())
}

#[cfg(feature = "serve")]
fn address(written: &str) -> Result<(), String> {
    let parsed = written.parse::<std::net::SocketAddr>();
    parsed.map(|_| ()).map_err(|_| "write an address and a port, as 127.0.0.1:7878".to_owned())
}

impl Key {
    /// The key of that name.
    pub fn named(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// The variable of the environment that sets it: `RAPPORTEUR_FETCH_MAX_PAGES`.
    pub fn variable(&self) -> String {
        format!("RAPPORTEUR_{}", self.name.replace(['.', '-'], "_").to_uppercase())
    }

    /// What is written in a file, in words.
    pub fn wants(&self) -> String {
        match self.kind {
            Kind::Text(_) => "a string".to_owned(),
            Kind::Path => "a path, as a string".to_owned(),
            Kind::Paths => "a list of paths".to_owned(),
            Kind::Texts => "a list of strings".to_owned(),
            Kind::Count(least) => format!("a whole number from {least}"),
            Kind::Truth => "true or false".to_owned(),
            Kind::Choice(words) => format!("one of \"{}\"", words.join("\", \"")),
        }
    }

    /// The known name that is most like this one, if one is.
    pub fn like(name: &str) -> Option<&'static str> {
        /// Below this, two names are not alike: the likeness that clap asks of a mistyped flag is 0.7.
        const ALIKE: f64 = 0.75;
        let scored = KEYS.iter().map(|key| (strsim::jaro(name, key.name), key.name));
        let best = scored.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 > ALIKE).then_some(best.1)
    }
}
