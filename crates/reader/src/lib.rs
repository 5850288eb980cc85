//! From bytes to articles: HTML pages, text that has lost its HTML, JSON Lines, archives, feeds.
//!
//! One way in, [`read`]. It never fails: what is odd becomes a [`text::Problem`] beside the result.

mod archive;
mod bytes;
mod credit;
mod draft;
mod html;
mod language;
mod page_date;
mod plain;
mod problems;
mod published;
mod read;
mod rows;
mod source;
mod trees;

pub use read::read;
pub use source::{Given, Noted, Place, Reading, Source};

/// For training.
pub fn training_rows(page: &str) -> Vec<(String, Vec<f32>)> {
    html::training_rows(page)
}
/// For training.
pub fn training_decode(bytes: &[u8]) -> String {
    bytes::decode(bytes, None).text.to_string()
}
