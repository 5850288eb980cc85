//! What can fail in keeping a record: the disk, the server, and files that are something else.

use std::fmt;

use crate::Location;
use crate::backend::Cause;

/// Why a record could not be opened, read or added to.
#[derive(Debug)]
pub enum Error {
    /// There is no record.
    Missing(Location),
    /// The file is not an SQLite database, or the database of another program.
    NotARecord(Location),
    /// This program was built without what the place of the record needs.
    NotBuilt(Location),
    /// The record was written by a later version.
    Newer {
        /// Where.
        at: Location,
        /// Its layout's version.
        found: i32,
        /// The latest that this version knows.
        known: i32,
    },
    /// The database could not do what was asked.
    Database {
        /// Where.
        at: Location,
        /// What it says.
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A record that is to be copied does not hold.
    Mismatched {
        /// Where.
        at: Location,
        /// How many of its rows do not hold.
        rows: usize,
    },
    /// A kept row does not read back.
    Row {
        /// Where.
        at: Location,
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
            Error::Missing(at) => {
                write!(f, "no record at {at}; make one with `rapporteur read PATH --record {at}`")
            }
            Error::NotARecord(at) => {
                write!(f, "{at} is not a record; name another file with --record")
            }
            Error::NotBuilt(at) => write!(
                f,
                "{at}: this program was built without PostgreSQL; build it with \
                 `cargo build --release --features postgres`"
            ),
            Error::Newer { at, found, known } => write!(
                f,
                "{at} has layout {found}, this version knows up to {known}; use a later version"
            ),
            Error::Database { at: at @ Location::File(_), cause } => {
                write!(f, "{at}: {cause}; check the disk and who else uses the file")
            }
            Error::Database { at, cause } => {
                write!(f, "{at}: {cause}; check the address, the server and the role’s rights")
            }
            Error::Mismatched { at, rows } => write!(
                f,
                "{at} does not hold in {rows} places, and a copy would be made whole; nothing was copied, see \
                 `rapporteur verify --record {at}`"
            ),
            Error::Row { at, table, cause } => write!(
                f,
                "{at}: a row of {table} does not read back ({cause}); run `rapporteur verify`"
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Database { cause, .. } => Some(cause.as_ref()),
            Error::Row { cause, .. } => Some(cause),
            _ => None,
        }
    }
}

impl Error {
    /// What the database there said.
    pub(crate) fn database(at: Location, cause: Cause) -> Error {
        let code = cause.downcast_ref().and_then(rusqlite::Error::sqlite_error_code);
        match code {
            Some(rusqlite::ErrorCode::NotADatabase) => Error::NotARecord(at),
            _ => Error::Database { at, cause },
        }
    }
}
