//! RSS and Atom: an article for each item that carries its whole text. Items that only announce a
//! page are noted, not read: a teaser is not an article.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use text::DateBasis;

use crate::draft::Draft;
use crate::page_date::{self, Order};
use crate::published::Candidate;
use crate::{Given, Reading, Source, problems};

/// Words from which on an item's text is an article, not a teaser.
const ARTICLE: usize = 80;
/// Most items read of one feed.
const MOST: usize = 10_000;

/// An item in the making.
#[derive(Default)]
struct Item {
    title: String,
    link: String,
    author: String,
    published: String,
    text: String,
}

/// Reads one item's text, which is HTML or plain.
pub(crate) type ReadText = fn(&str, Option<&str>) -> Draft;

/// Reads a feed's items.
pub(crate) fn read(xml: &str, source: &Source, given: &Given, text: ReadText) -> Reading {
    let mut reading = Reading::default();
    let (outlet, items, broken) = items(xml);
    let mut teasers = 0;
    for (number, item) in items.iter().enumerate() {
        let mut draft =
            text(&item.text, Some(item.title.as_str()).filter(|title| !title.is_empty()));
        if draft.body_words() < ARTICLE {
            teasers += 1;
            continue;
        }
        item.describe(&mut draft);
        draft.outlet = Some(outlet.clone()).filter(|name| !name.is_empty());
        draft.name = format!("{}-{}", source.stem(), number + 1);
        draft.path = source.path.to_owned();
        let (article, problems) = draft.finish(item.text.as_bytes(), given);
        reading.add(article, problems);
    }
    if teasers > 0 {
        reading.note(
            problems::TEASERS.found(format!("{teasers} items of the feed have no full text")),
        );
    }
    if items.is_empty() {
        reading.note(problems::NOT_AN_ARTICLE.found("the feed has no items"));
    }
    broken.into_iter().for_each(|because| reading.note(problems::BROKEN_ARCHIVE.found(because)));
    reading
}

impl Item {
    fn describe(&self, draft: &mut Draft) {
        let web = self.link.starts_with("http://") || self.link.starts_with("https://");
        draft.url = web.then(|| self.link.clone());
        draft.byline = Some(self.author.clone()).filter(|name| !name.is_empty());
        draft.title = Some(self.title.clone()).filter(|title| !title.is_empty());
        match page_date::first_day(&self.published, Order::Unknown) {
            Some(day) => draft.dates.insert(0, Candidate::Day(day, DateBasis::Feed)),
            None if self.published.is_empty() => {}
            None => draft
                .problems
                .push(problems::BAD_DATE.found(format!("not a date: {}", self.published))),
        }
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

/// The feed's title, its items, and what is wrong with it.
fn items(xml: &str) -> (String, Vec<Item>, Option<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut parse = Parse::default();
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return (parse.outlet, parse.items, None),
            Ok(event) => parse.take(&event),
            Err(error) => {
                return (parse.outlet, parse.items, Some(format!("the feed breaks off: {error}")));
            }
        }
    }
}

#[derive(Default)]
struct Parse {
    outlet: String,
    items: Vec<Item>,
    item: Option<Item>,
    /// Names of the open elements.
    open: Vec<String>,
    /// Text of the innermost element that matters.
    words: String,
}

impl Parse {
    fn take(&mut self, event: &Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::Empty(tag) => {
                self.start(tag);
                self.end();
            }
            Event::End(_) => self.end(),
            Event::Text(text) => self.words.push_str(text),
            Event::CData(text) => self.words.push_str(text),
            Event::GeneralRef(name) => self.words.push_str(entity(name)),
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart) {
        let name = tag.name().as_ref().to_owned();
        if matches!(name.as_str(), "item" | "entry") && self.items.len() < MOST {
            self.item = Some(Item::default());
        }
        if let (Some(item), "link") = (&mut self.item, name.as_str())
            && let Ok(Some(href)) = tag.try_get_attribute("href")
            && item.link.is_empty()
        {
            item.link = href.value.to_string();
        }
        self.open.push(name);
        self.words.clear();
    }

    fn end(&mut self) {
        let Some(name) = self.open.pop() else { return };
        let words = std::mem::take(&mut self.words);
        if matches!(name.as_str(), "item" | "entry") {
            self.items.extend(self.item.take());
            return;
        }
        match &mut self.item {
            Some(item) => put(item.field(&name), words.trim()),
            None if name == "title" => put(Some(&mut self.outlet), words.trim()),
            None => {}
        }
    }
}

/// Keeps the longer of two texts for one field: a feed gives a summary and the whole.
fn put(field: Option<&mut String>, words: &str) {
    if let Some(field) = field
        && words.len() > field.len()
    {
        *field = words.to_owned();
    }
}

/// The five entities of XML, and no others: a feed's own are not expanded.
fn entity(name: &str) -> &'static str {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" | "#160" => " ",
        "#39" | "#x27" => "'",
        "#8217" => "’",
        "#8220" => "“",
        "#8221" => "”",
        _ => "",
    }
}
