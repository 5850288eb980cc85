//! The way of data: bytes to articles, articles to claims, claims to the record.
//!
//! Two pure functions are the whole path. [`gather`] turns one page into claims, and [`settle`]
//! turns all claims and judgements into the record. [`read_into`] calls the first over files, with
//! threads, and keeps the outcome in a store; its order does not depend on the number of threads.

mod carry;
mod engine;
mod files;
mod gather;
mod kept;
mod parallel;
mod problems;
mod tools;

pub use engine::{Outcome, Reader, each_batch, read_into};
pub use files::{Input, find};
pub use gather::{Gathered, annotate, gather};
pub use kept::{Kept, settle};
pub use reader::{Given, Source};
pub use tools::Tools;
