//! Sitemaps, of news and others: addresses with dates and titles, and no text.

use super::xml::{Elements, Step};
use crate::bytes::{Log, Window};
use crate::entry::{Entry, EntryKind, is_web, some};
use crate::piece::{Capture, Content, Origin};
use crate::problems;

/// The addresses of a sitemap.
pub(crate) struct Sitemap<'a> {
    elements: Elements<'a>,
    origin: Origin,
    entry: Option<Entry>,
    pages: usize,
    lists: usize,
    log: Log,
}

impl<'a> Sitemap<'a> {
    /// The addresses in a stream.
    pub fn new(input: Window<'a>, origin: Origin) -> Sitemap<'a> {
        let log = input.log().clone();
        Sitemap { elements: Elements::new(input), origin, entry: None, pages: 0, lists: 0, log }
    }

    fn start(&mut self, name: &str) {
        let kind = match name {
            "url" => EntryKind::Page,
            "sitemap" => EntryKind::List,
            _ => return,
        };
        let (url, title, outlet, published) = Default::default();
        self.entry = Some(Entry { url, kind, title, outlet, published });
    }

    fn end(&mut self, name: &str, words: String) -> Option<Capture> {
        let entry = self.entry.as_mut()?;
        match name {
            "loc" if entry.url.is_empty() => entry.url = words,
            "news:title" => entry.title = some(&words),
            "news:name" => entry.outlet = some(&words),
            // When a page was last changed is not when it was published: `lastmod` is left out.
            "news:publication_date" => entry.published = some(&words),
            "url" | "sitemap" => return self.capture(),
            _ => {}
        }
        None
    }

    fn capture(&mut self) -> Option<Capture> {
        let entry = self.entry.take().filter(|entry| is_web(&entry.url))?;
        match entry.kind {
            EntryKind::Page => self.pages += 1,
            EntryKind::List => self.lists += 1,
        }
        Some(self.origin.part(self.pages + self.lists, Content::Entry(entry)))
    }

    fn tell(&mut self) {
        let (pages, lists) = (std::mem::take(&mut self.pages), std::mem::take(&mut self.lists));
        for (count, things) in [(pages, "pages"), (lists, "further lists")] {
            if count > 0 {
                let message = format!("a sitemap lists {count} {things}; it has no text");
                self.log.note(problems::NO_TEXT.found(message));
            }
        }
    }
}

impl Iterator for Sitemap<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        while let Some(step) = self.elements.next() {
            let capture = match step {
                Step::Start(name, _) => {
                    self.start(&name);
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
