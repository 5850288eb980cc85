//! One walk over a page's tree: everything that its title, its author and its dates may be read from.

mod heard;
mod name;
mod region;
mod script;
mod sighting;
mod tag;
mod walk;

use std::collections::HashMap;

pub(super) use name::Name;
pub(super) use region::Region;
pub(super) use sighting::{Sighting, Source};
pub(super) use walk::survey;

/// Name or property of each `<meta>`, in small letters, to its first content.
pub(super) type Metas = HashMap<String, String>;

/// What a page shows and says, in the order it stands.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub metas: Metas,
    pub language: Option<String>,
    pub title: Option<String>,
    pub canonical: Option<String>,
    pub headings: Vec<Heading>,
    /// Days of publication in the page's programs, as written.
    pub stated: Vec<String>,
    pub sightings: Vec<Sighting>,
    pub bylines: Vec<Byline>,
    /// The foreign parts of the page. Number 0 is the page itself.
    pub regions: Vec<Region>,
    /// Words of the page.
    pub words: usize,
}

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub text: String,
    /// 1 for `<h1>`.
    pub level: u8,
    pub place: Place,
}

/// Somewhere on the page.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Place {
    /// Words before it.
    pub word: usize,
    /// The number of the foreign region around it.
    pub region: u16,
    /// The number of the `<article>` around it, 0 if there is none.
    pub story: u16,
}

/// A name that may be the author's.
#[derive(Clone, Debug)]
pub(super) struct Byline {
    pub text: String,
    pub kind: BylineKind,
    pub place: Place,
}

/// How an element says that it names the author, surest first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum BylineKind {
    /// `itemprop="author"`
    Property,
    /// `rel="author"`
    Link,
    /// A class or id that speaks of an author.
    Class,
    /// A class or id that speaks of a byline.
    Line,
}
