//! Sitemaps, of news and others: addresses with dates and titles, and no text.

use super::xml::{Elements, Step};
use crate::bytes::{Log, Window};
use crate::capture::{Capture, Content, Origin};
use crate::page_date::{self, Order};
use crate::{Listed, ListedKind, problems};

/// The addresses of a sitemap.
pub(crate) struct Sitemap<'a> {
    elements: Elements<'a>,
    origin: Origin,
    entry: Option<Listed>,
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
            "url" => ListedKind::Page,
            "sitemap" => ListedKind::List,
            _ => return,
        };
        self.entry = Some(Listed { kind, ..Listed::page(String::new()) });
    }

    fn end(&mut self, name: &str, words: String) -> Option<Capture> {
        let entry = self.entry.as_mut()?;
        match name {
            "loc" if entry.url.is_empty() => entry.url = words,
            "news:title" => entry.title = Some(words).filter(|title| !title.is_empty()),
            "news:name" => entry.outlet = Some(words).filter(|name| !name.is_empty()),
            // When a page was last changed is not when it was published: `lastmod` is left out.
            "news:publication_date" => {
                entry.published = page_date::machine_day(&words, Order::Unknown)
            }
            "url" | "sitemap" => return self.capture(),
            _ => {}
        }
        None
    }

    fn capture(&mut self) -> Option<Capture> {
        let entry = self.entry.take()?;
        let web = entry.url.starts_with("http://") || entry.url.starts_with("https://");
        let entry = Some(entry).filter(|_| web)?;
        match entry.kind {
            ListedKind::Page => self.pages += 1,
            ListedKind::List => self.lists += 1,
        }
        Some(self.origin.part(self.pages + self.lists, Content::Listed(entry)))
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
