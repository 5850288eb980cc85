//! A stretch of a page that may hold a date.

use super::{Name, Place};

/// Where a sighting's words stand.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::html) enum Source {
    /// `<time datetime="…">`, `content="…"`
    Attribute,
    /// On the page.
    Text,
}

/// A stretch of a page that may hold a date: a short line, the beginning of a long one, an attribute.
#[derive(Clone, Debug)]
pub(in crate::html) struct Sighting {
    pub source: Source,
    pub text: String,
    /// The end of what stands before it, in small letters.
    pub before: String,
    /// What the nearest element around it with a telling name says.
    pub name: Option<Name>,
    /// A schema.org property or a microformat names it.
    pub property: bool,
    /// It is a `<time>`, or in one.
    pub is_time: bool,
    pub in_link: bool,
    pub place: Place,
    /// The whole line is longer than `text`.
    pub cut: bool,
}
