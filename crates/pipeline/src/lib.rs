//! The way of data: bytes to articles, articles to claims, claims to the record.
//!
//! Two pure functions are the whole path. [`gather`] turns one page into claims, and [`settle`]
//! turns all claims and judgements into the record. [`read_into`] calls the first over files, with
//! threads, and keeps the outcome in a store; its order does not depend on the number of threads, nor
//! what it holds in memory on the length of a file.

mod actor;
mod attribute;
mod carry;
mod code;
mod doubt;
mod engine;
mod files;
mod gather;
mod keeper;
mod kept;
mod language_pack;
mod limits;
mod parallel;
mod parts;
mod problems;
mod tools;

pub use actor::{Mention, actor};
pub use attribute::{as_given, attribute};
pub use code::{Coded, Row, code};
pub use engine::{Outcome, Reader, Seen, Told, each, gather_each, gather_watched, read_into};
pub use extractor::{
    AttributionKind, AttributionRelation, BadLine, CodedActor, CodedEvent, EventCoder,
};
pub use files::{Input, find};
pub use gather::{Gathered, annotate, gather};
pub use keeper::Keeper;
pub use kept::{Kept, settle, settle_compared};
pub use language_pack::{LanguagePack, PackError};
pub use lexicon::{Coordinates, Extent};
pub use limits::Limits;
pub use reader::{Given, Limits as SourceLimits, Source};
pub use resolver::{Compared, spread};
pub use store::Reading;
pub use tools::Tools;
