//! Where articles, claims and judgements are kept, and only ever added to: one SQLite file, or one
//! PostgreSQL database for a team (feature `postgres`).
//!
//! The store knows nothing of language: it keeps what the stages made and gives it back, sorted,
//! so that the record that follows does not depend on the order in which pages were read.

mod backend;
mod copy;
mod error;
mod load;
mod location;
#[cfg(feature = "postgres")]
mod postgres;
mod reading;
mod search;
mod sqlite;
mod store;
mod verify;

pub use copy::Copied;
pub use error::{Error, Result};
pub use location::{Address, Location};
pub use reading::{Added, Reading, SourceProblem, sha256};
pub use search::{Found, Hit};
pub use store::Store;
pub(crate) use store::Use;
pub use verify::{Fault, Mismatch, RowName, Verification};
