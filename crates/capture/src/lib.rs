//! Sources taken apart: a stream of any length and any format that is known becomes one [`Capture`]
//! after another, each the bytes of one page, row, record or message, with what its source says of
//! it.
//!
//! [`Captures`] tells formats by content, unpacks, decodes where a format must be read to be taken
//! apart, and survives what is broken; what is odd stands among the captures, in order. What a page
//! says is not known here: that is the reader's.

mod archive;
mod bytes;
mod entry;
mod limits;
mod piece;
pub mod problems;
mod rows;
mod stream;

pub use archive::{Item, Response};
pub use bytes::{Decoded, Format, decode, sniff};
pub use entry::{Entry, EntryKind};
pub use limits::Limits;
pub use piece::{Capture, Content};
pub use rows::{RawRow, Role, Row};
pub use stream::Captures;
