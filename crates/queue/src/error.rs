//! What can fail in a queue.

use std::fmt;

/// Why jobs could not be added, counted or taken.
#[derive(Debug)]
pub struct Error(pub(crate) String);

/// What a queue gives, or why not.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub(crate) fn of(cause: impl fmt::Display) -> Error {
        Error(cause.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the queue: {}; check the address, the server and the role’s rights", self.0)
    }
}

impl std::error::Error for Error {}
