//! One page of a source before it is read: taking a source apart is a matter of bytes and order,
//! reading a page is work that many hands can share.

use std::sync::Arc;

use text::{Digest, Problem};

use crate::archive::{Item, Response};
use crate::bytes::{Decoded, Format, decode, sniff};
use crate::draft::Draft;
use crate::page_date::{self, Order};
use crate::published::Candidate;
use crate::rows::RawRow;
use crate::{Given, Listed, Reading, archive, html, markdown, pdf, plain, problems};

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
pub(crate) enum Content {
    /// A file that is one page, or a member of an archive that is.
    Page(Format, Vec<u8>),
    /// A record of a web archive.
    Response(Response),
    Row(RawRow),
    /// An item of a feed.
    Item(Item),
    /// A message with its head.
    Message(Vec<u8>),
    /// A page that is named only.
    Listed(Listed),
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

    /// Where it was read.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The name of a part: the file's stem and a number.
    pub fn name(&self, number: usize) -> String {
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
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let file = file.strip_suffix(".gz").unwrap_or(file);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}

/// Words of the shortest article in an archive, where nobody chose the pages by hand.
const RECORD: usize = 25;

impl Capture {
    /// Where it was read: a path, `-` for standard input, a path in an archive behind the archive's.
    pub fn path(&self) -> &str {
        self.origin.path()
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
            Content::Row(row) => row.weight(),
            Content::Item(item) => item.text.len(),
            Content::Listed(_) | Content::Odd(_) => 0,
        }
    }

    /// Names the bytes of this capture; of something odd between captures, those the source begins with.
    pub fn digest(&self) -> Digest {
        match &self.content {
            Content::Page(_, bytes) | Content::Message(bytes) => Digest::of(&[bytes]),
            Content::Response(response) => Digest::of(&[&response.body]),
            Content::Row(row) => Digest::of(&[&row.bytes]),
            Content::Item(item) => Digest::of(&[item.text.as_bytes()]),
            Content::Listed(_) | Content::Odd(_) => self.origin.0.head,
        }
    }

    /// Reads it. Never fails: what cannot be read is a problem.
    pub fn read(&self, given: &Given) -> Reading {
        match &self.content {
            Content::Page(format, bytes) => self.page(*format, bytes, given),
            Content::Response(response) => self.response(response, given),
            Content::Row(row) => row.read(&self.origin, given),
            Content::Item(item) => self.item(item, given),
            Content::Message(bytes) => self.message(bytes, given),
            Content::Listed(listed) => {
                Reading { listed: vec![listed.clone()], ..Reading::default() }
            }
            Content::Odd(problem) => only(problem.clone()),
        }
    }

    /// A file that is one article.
    fn page(&self, format: Format, bytes: &[u8], given: &Given) -> Reading {
        if format == Format::Pdf {
            return match pdf::read(bytes) {
                Ok(draft) => self.finish(draft, bytes, given),
                Err(problem) => only(problem),
            };
        }
        let decoded = decode(bytes, None);
        let mut draft = match format {
            Format::Html => html::read(&decoded.text),
            Format::Markdown => markdown::read(&decoded.text),
            _ => plain_text(&decoded.text),
        };
        draft.problems.extend(oddities(&decoded));
        self.finish(draft, bytes, given)
    }

    /// One page of a web archive.
    fn response(&self, response: &Response, given: &Given) -> Reading {
        let body = match response.unpacked() {
            Ok(body) => body,
            Err(problem) => return only(problem),
        };
        let decoded = decode(&body, response.charset.as_deref());
        let mut draft = match sniff(&body) {
            Format::Html => html::read(&decoded.text),
            Format::Text | Format::Markdown => plain_text(&decoded.text),
            _ => Draft::default(),
        };
        if draft.body_words() < RECORD {
            let message = format!("no article in the record at byte {}", response.at);
            return only(problems::NOT_AN_ARTICLE.found(message));
        }
        draft.problems.extend(oddities(&decoded));
        draft.url = response.url.clone().or(draft.url);
        let by_url = draft.url.as_deref().and_then(page_date::url_day);
        draft.dates.extend(by_url.map(|day| Candidate::Day(day, text::DateBasis::Url)));
        draft.name = draft.url.as_deref().and_then(archive::of_address).unwrap_or_default();
        self.finish(draft, &body, given)
    }

    fn item(&self, item: &Item, given: &Given) -> Reading {
        let title = Some(item.title.as_str()).filter(|title| !title.is_empty());
        let mut draft = html::read_fragment(&item.text, title);
        item.describe(&mut draft);
        let mut reading = self.finish(draft, item.text.as_bytes(), given);
        if item.is_summary() || reading.articles.is_empty() {
            reading.listed.extend(item.listed());
        }
        reading
    }

    fn message(&self, bytes: &[u8], given: &Given) -> Reading {
        match archive::read_message(bytes) {
            Some(draft) => self.finish(draft, bytes, given),
            None => only(problems::NOT_AN_ARTICLE.found("a message without a text")),
        }
    }

    /// The article with its name, or why it is none.
    fn finish(&self, mut draft: Draft, bytes: &[u8], given: &Given) -> Reading {
        let mut reading = Reading::default();
        if draft.pieces.is_empty() {
            let because =
                draft.problems.into_iter().filter(|p| p.code.0 == problems::NOT_AN_ARTICLE.code);
            because.for_each(|problem| reading.note(problem));
            if reading.problems.is_empty() {
                reading.note(problems::NOT_AN_ARTICLE.found("no article in it"));
            }
            return reading;
        }
        if draft.name.is_empty() {
            draft.name.clone_from(&self.name);
        }
        draft.path = self.path().to_owned();
        let (article, problems) = draft.finish(bytes, given);
        reading.add(article, problems);
        reading
    }
}

fn plain_text(text: &str) -> Draft {
    plain::read(text, plain::Known { title: None, order: Order::Unknown })
}

fn only(problem: Problem) -> Reading {
    let mut reading = Reading::default();
    reading.note(problem);
    reading
}

fn oddities(decoded: &Decoded) -> Vec<Problem> {
    let declared = decoded.declared.map(|declared| {
        problems::CHARSET.found(format!("declares {declared} but is {}", decoded.used))
    });
    let lost = (decoded.lost > 0).then(|| {
        problems::BAD_BYTES
            .found(format!("{} characters could not be read as {}", decoded.lost, decoded.used))
    });
    declared.into_iter().chain(lost).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_loses_folder_and_endings() {
        assert_eq!(stem("pages/a.html.gz"), "a");
        assert_eq!(stem("C:\\pages\\b.txt"), "b");
        assert_eq!(stem("-"), "-");
        assert_eq!(stem(".hidden"), ".hidden");
    }

    #[test]
    fn a_capture_can_be_handed_to_another_thread() {
        fn sent<T: Send + Sync>() {}
        sent::<Capture>();
    }
}
