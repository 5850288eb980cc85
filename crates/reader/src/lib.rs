//! From bytes to articles: pages, text that has lost its HTML, rows, archives, feeds, messages.
//!
//! [`read`] for bytes at hand, [`readings`] for a stream of any length. Neither fails: what is odd
//! becomes a [`text::Problem`] beside the result. Where many hands share the work, one takes the
//! stream apart, [`Captures`], and each [`Capture`] is read by any of them.

mod archive;
mod bytes;
mod capture;
mod credit;
mod draft;
mod html;
mod judge;
mod language;
mod markdown;
mod page_date;
mod pdf;
mod plain;
mod problems;
mod published;
mod read;
mod rows;
mod source;
mod stream;
mod terms;
pub mod training;
mod trees;

pub use capture::Capture;
pub use read::{read, readings};
pub use source::{Given, Listed, ListedKind, Noted, Place, Reading, Source};
pub use stream::Captures;
