//! From bytes to articles: pages, text that has lost its HTML, rows, archives, feeds, messages.
//!
//! [`read`] for bytes at hand, [`readings`] for a stream of any length. Neither fails: what is odd
//! becomes a [`text::Problem`] beside the result. Where many hands share the work, one takes the
//! stream apart, [`Captures`], and any of them reads a [`Capture`], [`read_capture`].

mod captured;
mod credit;
mod draft;
mod feed;
mod html;
mod judge;
mod language;
mod look;
mod mail;
mod markdown;
mod name;
mod pdf;
mod plain;
mod problems;
mod published;
mod read;
mod rows;
mod source;
mod terms;
pub mod training;
mod trees;
#[cfg(any(feature = "pdf", test))]
mod wrapped;

use dates as page_date;

pub use capture::{Capture, Captures, EntryKind, Limits};
pub use captured::read_capture;
pub use read::{read, readings};
pub use source::{Given, Listed, Noted, Place, Reading, Source};
