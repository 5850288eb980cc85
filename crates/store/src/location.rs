//! Where a record is: in a file, or on a database server.

use std::fmt;
use std::path::{Path, PathBuf};

/// The place of a record.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Location {
    /// One SQLite file.
    File(PathBuf),
    /// A PostgreSQL database.
    Server(Address),
}

/// The address of a database: `postgres://USER@HOST/DATABASE`.
#[derive(Clone, Eq, PartialEq)]
pub struct Address(String);

/// How the addresses of databases begin.
const SCHEMES: [&str; 2] = ["postgres://", "postgresql://"];

impl Location {
    /// The file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Location::File(path) => Some(path),
            Location::Server(_) => None,
        }
    }

    /// What it is called among others, without where it is: the file's name, or the database's, if it has one.
    pub fn name(&self) -> String {
        match self {
            Location::File(path) => {
                path.file_name().unwrap_or_default().to_string_lossy().into_owned()
            }
            Location::Server(address) => {
                let (_, _, place) = address.parts();
                place.split_once('/').map(|(_, name)| name.to_owned()).unwrap_or_default()
            }
        }
    }
}

impl From<&Path> for Location {
    /// What begins like the address of a database is one.
    fn from(path: &Path) -> Location {
        let address = path.to_str().filter(|text| SCHEMES.iter().any(|s| text.starts_with(s)));
        match address {
            Some(address) => Location::Server(Address(address.to_owned())),
            None => Location::File(path.to_owned()),
        }
    }
}

impl From<&PathBuf> for Location {
    fn from(path: &PathBuf) -> Location {
        Location::from(path.as_path())
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Location::File(path) => path.display().fmt(f),
            Location::Server(address) => address.fmt(f),
        }
    }
}

impl Address {
    /// All of it, with the password if it has one: to connect, never to show.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The scheme, who opens it, with the password, and where it is; without options, where a password can stand too.
    fn parts(&self) -> (&str, Option<&str>, &str) {
        let shown = self.0.split('?').next().unwrap_or_default();
        let (scheme, rest) = shown.split_once("://").unwrap_or(("postgres", shown));
        rest.rsplit_once('@')
            .map_or((scheme, None, rest), |(user, place)| (scheme, Some(user), place))
    }
}

impl fmt::Display for Address {
    /// Without the password, and without options, where one can stand too.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, user, place) = self.parts();
        match user {
            Some(user) => {
                let name = user.split(':').next().unwrap_or_default();
                write!(f, "{scheme}://{name}@{place}")
            }
            None => write!(f, "{scheme}://{place}"),
        }
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        for address in [
            "postgres://ana:s3cret@db.example:5432/talks",
            "postgresql://ana:s3@cret@db.example/talks?password=s3cret",
            "postgres://db.example/talks?user=ana&password=s3cret",
        ] {
            let location = Location::from(Path::new(address));
            assert!(matches!(location, Location::Server(_)), "{address}");
            let shown = format!("{location} {location:?}");
            assert!(!shown.contains("cret") && shown.contains("db.example"), "{shown}");
            assert_eq!(location.name(), "talks");
        }
        for address in
            ["postgres://ana:s3cret@db.example", "postgres://db.example?password=s3/cret"]
        {
            assert_eq!(Location::from(Path::new(address)).name(), "");
        }
        assert_eq!(Location::from(Path::new("records/talks.db")).name(), "talks.db");
    }

    #[test]
    fn other_paths_are_files() {
        for path in ["talks.db", "postgres", "./postgres://x", ":memory:"] {
            assert!(Location::from(Path::new(path)).file().is_some(), "{path}");
        }
    }
}
