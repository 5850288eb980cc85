//! One piece of a source: taking a source apart is a matter of bytes and order, reading a piece is
//! work that many hands can share.

use std::sync::Arc;

use text::{Digest, Problem};

use crate::archive::{Item, Response};
use crate::bytes::Format;
use crate::rows::RawRow;
use crate::{Entry, problems};

/// One page, row, record or message of a source, or something odd between them. Holds all that is
/// needed to read it.
#[derive(Clone, Debug)]
pub struct Capture {
    origin: Origin,
    /// What it is called, if nothing in it says.
    name: String,
    content: Content,
}

/// What was found.
#[derive(Clone, Debug)]
pub enum Content {
    /// A file that is one page, or a member of an archive that is.
    Page(Format, Vec<u8>),
    /// A record of a web archive.
    Response(Response),
    /// A row of a table or a list.
    Row(RawRow),
    /// An item of a feed.
    Item(Item),
    /// A message with its head.
    Message(Vec<u8>),
    /// A page that is named only.
    Entry(Entry),
    /// Something that is not as it should be.
    Odd(Problem),
}

/// Where captures come from, and what they are named after.
#[derive(Clone, Debug)]
pub(crate) struct Origin(Arc<Source>);

#[derive(Debug)]
struct Source {
    path: String,
    stem: String,
    /// Names the source by how it begins.
    head: Digest,
}

impl Origin {
    /// A source by its path and its first bytes.
    pub fn new(path: &str, head: &[u8]) -> Origin {
        let (path, stem) = (path.to_owned(), stem(path).to_owned());
        Origin(Arc::new(Source { path, stem, head: Digest::of(&[head]) }))
    }

    fn name(&self, number: usize) -> String {
        format!("{}-{number}", self.0.stem)
    }

    /// The source as one capture.
    pub fn whole(&self, content: Content) -> Capture {
        Capture { origin: self.clone(), name: self.0.stem.clone(), content }
    }

    /// A part of the source, by its number.
    pub fn part(&self, number: usize, content: Content) -> Capture {
        Capture { origin: self.clone(), name: self.name(number), content }
    }
}

/// The last part of a path without its endings: `pages/a.html.gz` is `a`.
fn stem(path: &str) -> &str {
    // What begins with a dash would be taken for an option where a row is asked for by name.
    if path == "-" {
        return "stdin";
    }
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let file = [".gz", ".zst"].iter().find_map(|end| file.strip_suffix(end)).unwrap_or(file);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

impl Capture {
    /// Where it was read: a path, `-` for standard input, a path in an archive behind the archive's.
    pub fn path(&self) -> &str {
        &self.origin.0.path
    }

    /// What it is called, if nothing in it says: after the file, with a number if it is a part of one.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a part of it is called, by its number.
    pub fn part_name(&self, number: usize) -> String {
        self.origin.name(number)
    }

    /// What was found.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// True if it says only that there is nothing in the source.
    pub(crate) fn is_nothing(&self) -> bool {
        matches!(&self.content, Content::Odd(problem) if problem.code.0 == problems::EMPTY.code)
    }

    /// Bytes that it holds.
    pub fn weight(&self) -> usize {
        match &self.content {
            Content::Page(_, bytes) | Content::Message(bytes) => bytes.len(),
            Content::Response(response) => response.body.len(),
            Content::Row(row) => row.bytes.len(),
            Content::Item(item) => item.text.len(),
            Content::Entry(_) | Content::Odd(_) => 0,
        }
    }

    /// Names the bytes of this capture; of something odd between captures, those the source begins with.
    pub fn digest(&self) -> Digest {
        match &self.content {
            Content::Page(_, bytes) | Content::Message(bytes) => Digest::of(&[bytes]),
            Content::Response(response) => Digest::of(&[&response.body]),
            Content::Row(row) => Digest::of(&[&row.bytes]),
            Content::Item(item) => Digest::of(&[item.text.as_bytes()]),
            Content::Entry(_) | Content::Odd(_) => self.origin.0.head,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_loses_folder_and_endings() {
        assert_eq!(stem("pages/a.html.gz"), "a");
        assert_eq!(stem("C:\\pages\\b.txt"), "b");
        assert_eq!(stem("-"), "stdin");
        assert_eq!(stem(".hidden"), ".hidden");
    }

    #[test]
    fn a_capture_can_be_handed_to_another_thread() {
        fn sent<T: Send + Sync>() {}
        sent::<Capture>();
    }
}
