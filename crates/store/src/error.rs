//! What can fail in keeping a record: the disk, and files that are something else.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a record could not be opened, read or added to.
#[derive(Debug)]
pub enum Error {
    /// There is no such file.
    Missing(PathBuf),
    /// The file is not an SQLite database, or the database of another program.
    NotARecord(PathBuf),
    /// The file was written by a later version.
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its layout's version.
        found: i32,
        /// The latest that this version knows.
        known: i32,
    },
    /// The database could not do what was asked.
    Database {
        /// Which file.
        path: PathBuf,
        /// What SQLite says.
        cause: rusqlite::Error,
    },
    /// A kept row does not read back.
    Row {
        /// Which file.
        path: PathBuf,
        /// The table.
        table: &'static str,
        /// What is the matter with it.
        cause: serde_json::Error,
    },
}

/// What a store gives, or why not.
pub type Result<T> = std::result::Result<T, Error>;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Missing(path) => {
                let path = path.display();
                write!(
                    f,
                    "no record at {path}; make one with `rapporteur read PATH --record {path}`"
                )
            }
            Error::NotARecord(path) => {
                write!(f, "{} is not a record; name another file with --record", path.display())
            }
            Error::Newer { path, found, known } => write!(
                f,
                "{} has layout {found}, this version knows up to {known}; use a later version",
                path.display()
            ),
            Error::Database { path, cause } => {
                write!(f, "{}: {cause}; check the disk and who else uses the file", path.display())
            }
            Error::Row { path, table, cause } => write!(
                f,
                "{}: a row of {table} does not read back ({cause}); run `rapporteur verify`",
                path.display()
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Database { cause, .. } => Some(cause),
            Error::Row { cause, .. } => Some(cause),
            Error::Missing(_) | Error::NotARecord(_) | Error::Newer { .. } => None,
        }
    }
}

impl Error {
    /// What SQLite said, at this file.
    pub(crate) fn database(path: &Path, cause: rusqlite::Error) -> Error {
        match cause.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase) => Error::NotARecord(path.to_owned()),
            _ => Error::Database { path: path.to_owned(), cause },
        }
    }
}
