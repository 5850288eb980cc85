//! Readings as Arrow batches: what an engine hands from one machine to another.

mod flight;
mod gather;
mod keeping;
mod layout;
mod row;

pub use gather::{Batch, Batches, gather_files};
pub use keeping::keep;
pub use layout::{Columns, schema};
