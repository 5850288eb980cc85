//! Where articles, claims and judgements are kept: one SQLite file, only ever added to.
//!
//! The store knows nothing of language: it keeps what the stages made and gives it back, sorted,
//! so that the record that follows does not depend on the order in which pages were read.

mod add;
mod error;
mod layout;
mod load;
mod search;
mod store;
mod verify;

pub use add::{Added, Reading, SourceProblem, sha256};
pub use error::{Error, Result};
pub use search::{Found, Hit};
pub use store::Store;
pub use verify::{Fault, Mismatch, RowName, Verification};
