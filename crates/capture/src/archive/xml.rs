//! XML as a stream of elements with their words, for feeds and sitemaps. Entities are the five of
//! XML and characters by number; a document's own are not expanded.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::bytes::{Log, Meter, Metered, Window};
use crate::limits::size;
use crate::problems;

/// Deepest nesting followed.
const DEEPEST: usize = 64;

/// What happens in a document.
pub(super) enum Step {
    /// An element begins: its name, and its `href`.
    Start(String, Option<String>),
    /// It ends: its name and the words directly in it.
    End(String, String),
}

/// A document's elements.
pub(super) struct Elements<'a> {
    reader: Reader<BufReader<Metered<'a>>>,
    meter: Meter,
    buffer: Vec<u8>,
    /// Names of the open elements and their words.
    open: Vec<(String, String)>,
    /// Open elements nested too deep to be followed.
    deeper: usize,
    /// An element without content ends as soon as it has begun.
    empty: bool,
    log: Log,
    ended: bool,
}

impl<'a> Elements<'a> {
    /// The elements of a stream.
    pub fn new(input: Window<'a>) -> Elements<'a> {
        let log = input.log().clone();
        // Counted between two elements that end.
        let meter = Meter::new(log.limits().page_bytes as u64);
        let metered = Metered::new(input, &meter);
        let mut reader = Reader::from_reader(BufReader::new(metered));
        reader.config_mut().check_end_names = false;
        let (buffer, open) = (Vec::new(), Vec::new());
        Elements { reader, meter, buffer, open, deeper: 0, empty: false, log, ended: false }
    }

    /// Takes in what comes next in the document.
    fn advance(&mut self) -> Option<Step> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        let step = match self.reader.read_event_into(&mut buffer) {
            Ok(event) => self.take(&event),
            Err(because) => {
                self.breaks(&because);
                None
            }
        };
        self.buffer = buffer;
        step
    }

    fn take(&mut self, event: &Event) -> Option<Step> {
        match event {
            Event::Start(tag) => return Some(self.start(tag)),
            Event::Empty(tag) => {
                self.empty = true;
                return Some(self.start(tag));
            }
            Event::End(_) => return self.end(),
            Event::Text(text) => self.say(text),
            Event::CData(text) => self.say(text),
            Event::GeneralRef(name) => {
                entity(name).into_iter().for_each(|c| self.say(c.encode_utf8(&mut [0; 4])));
            }
            Event::Eof => self.stop(),
            _ => {}
        }
        None
    }

    fn start(&mut self, tag: &BytesStart) -> Step {
        let name = tag.name().as_ref().to_owned();
        let href = tag.try_get_attribute("href").ok().flatten().map(|href| href.value.to_string());
        match self.open.len() < DEEPEST {
            true => self.open.push((name.clone(), String::new())),
            false => self.deeper += 1,
        }
        Step::Start(name, href)
    }

    fn end(&mut self) -> Option<Step> {
        self.meter.reset();
        if let Some(deeper) = self.deeper.checked_sub(1) {
            self.deeper = deeper;
            return None;
        }
        self.open.pop().map(|(name, words)| Step::End(name, words.trim().to_owned()))
    }

    fn say(&mut self, words: &str) {
        if let Some((_, said)) = self.open.last_mut() {
            said.push_str(words);
        }
    }

    fn stop(&mut self) {
        self.ended = true;
        if !self.open.is_empty() {
            self.log.note(problems::BROKEN_ARCHIVE.found("the list breaks off"));
        }
    }

    fn breaks(&mut self, because: &quick_xml::Error) {
        self.ended = true;
        let problem = match self.meter.is_spent() {
            true => {
                let limit = size(self.log.limits().page_bytes);
                problems::TOO_LARGE.found(format!("an element of more than {limit}"))
            }
            false => problems::BROKEN_ARCHIVE.found(format!("the list breaks off: {because}")),
        };
        self.log.note(problem);
    }
}

impl Iterator for Elements<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        while !self.ended {
            let step = match std::mem::take(&mut self.empty) {
                true => self.end(),
                false => self.advance(),
            };
            if step.is_some() {
                return step;
            }
        }
        // What a document that breaks off leaves open ends with it.
        self.deeper = 0;
        self.end()
    }
}

/// The character of an entity; of one that the document made itself, none.
fn entity(name: &str) -> Option<char> {
    let number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => digits.parse().ok(),
    };
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => name.strip_prefix('#').and_then(number).and_then(char::from_u32),
    }
}
