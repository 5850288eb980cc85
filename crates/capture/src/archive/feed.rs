//! RSS, RDF and Atom as a stream: an article for each item that carries a text. An item with a
//! summary, or with a headline that can be traced and dated, is read as far as it goes, and its page
//! is listed; what says less is listed only.

use super::xml::{Elements, Step};
use crate::bytes::{Log, Window};
use crate::entry::{Entry, is_web, some};
use crate::piece::{Capture, Content, Origin};
use crate::problems;

/// Words from which on an item's text is an article, not a teaser.
const ARTICLE: usize = 80;
/// Words from which on a summary says something.
const SUMMARY: usize = 20;

/// An item of a feed.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its headline.
    pub title: String,
    /// What is written in it: HTML or plain.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// When it was published, as it is written.
    pub published: String,
    /// What the feed calls itself.
    pub outlet: String,
    link: String,
    words: usize,
}

impl Item {
    /// True if the text is no more than a summary.
    pub fn is_summary(&self) -> bool {
        self.words < ARTICLE
    }

    /// True if it says something: in a text, or in a headline with its page and day.
    fn is_told(&self) -> bool {
        let is_dated = !self.title.is_empty() && !self.published.is_empty();
        self.words >= SUMMARY || is_dated && is_web(&self.link)
    }

    /// Its page, as something to fetch.
    pub fn entry(&self) -> Option<Entry> {
        let page = Entry::page(self.link.clone())?;
        let (title, outlet, published) =
            (some(&self.title), some(&self.outlet), some(&self.published));
        Some(Entry { title, outlet, published, ..page })
    }

    /// The field that an element fills. `content:encoded` and `content` outweigh a description.
    fn field(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "title" => Some(&mut self.title),
            "link" => Some(&mut self.link),
            "author" | "dc:creator" | "name" => Some(&mut self.author),
            "pubDate" | "published" | "dc:date" => Some(&mut self.published),
            "content:encoded" | "content" | "description" | "summary" => Some(&mut self.text),
            _ => None,
        }
    }
}

/// The items of a feed.
pub(crate) struct Feed<'a> {
    elements: Elements<'a>,
    origin: Origin,
    outlet: String,
    item: Option<Item>,
    number: usize,
    /// Items without a text.
    teasers: usize,
    log: Log,
}

impl<'a> Feed<'a> {
    /// The items of a stream.
    pub fn new(input: Window<'a>, origin: Origin) -> Feed<'a> {
        let log = input.log().clone();
        let elements = Elements::new(input);
        Feed { elements, origin, outlet: String::new(), item: None, number: 0, teasers: 0, log }
    }

    fn start(&mut self, name: &str, href: Option<String>) {
        if matches!(name, "item" | "entry") {
            self.item = Some(Item { outlet: self.outlet.clone(), ..Item::default() });
        }
        if let (Some(item), "link", Some(href)) = (&mut self.item, name, href)
            && item.link.is_empty()
        {
            item.link = href;
        }
    }

    fn end(&mut self, name: &str, words: String) -> Option<Capture> {
        if matches!(name, "item" | "entry") {
            return self.item.take().and_then(|item| self.capture(item));
        }
        match &mut self.item {
            Some(item) => put(item.field(name), words),
            None if name == "title" && self.number == 0 => put(Some(&mut self.outlet), words),
            None => {}
        }
        None
    }

    fn capture(&mut self, mut item: Item) -> Option<Capture> {
        self.number += 1;
        item.words = words(&item.text);
        if item.is_told() {
            return Some(self.origin.part(self.number, Content::Item(item)));
        }
        self.teasers += 1;
        Some(self.origin.part(self.number, Content::Entry(item.entry()?)))
    }

    fn tell(&mut self) {
        let teasers = std::mem::take(&mut self.teasers);
        if teasers > 0 {
            let message = format!("{teasers} items of the feed have no text");
            self.log.note(problems::TEASERS.found(message));
        }
    }
}

impl Iterator for Feed<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        while let Some(step) = self.elements.next() {
            let capture = match step {
                Step::Start(name, href) => {
                    self.start(&name, href);
                    None
                }
                Step::End(name, words) => self.end(&name, words),
            };
            if capture.is_some() {
                return capture;
            }
        }
        self.tell();
        None
    }
}

/// Keeps the longer of two texts for one field: a feed gives a summary and the whole.
fn put(field: Option<&mut String>, words: String) {
    if let Some(field) = field
        && words.len() > field.len()
    {
        *field = words;
    }
}

/// Words outside tags. Twelve characters of a script without blanks are one.
fn words(text: &str) -> usize {
    let outside =
        text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest));
    let count = |piece: &str| {
        let dense = piece.chars().filter(|c| *c >= '\u{2e80}').count() / 2;
        piece.split_whitespace().count().max(dense)
    };
    outside.map(count).sum()
}
