//! What waits to be read into a record on a PostgreSQL server, and who reads it.
//!
//! The queue is that of `graphile_worker`, on the same server. It hands out a job at least once: when a
//! reader dies, another gets its job. Reading adds nothing twice, so the record holds each page once.

mod error;
mod job;
mod queue;
mod reader;

pub use error::{Error, Result};
pub use queue::{Queue, Waiting};
pub use reader::{Until, work};
