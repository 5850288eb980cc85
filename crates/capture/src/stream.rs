//! A source taken apart: what it is, by its first bytes; then page by page, row by row, record by
//! record, never more of it in memory than the piece at hand.

use std::collections::VecDeque;
use std::io::Read;
use std::iter;

use encoding_rs::UTF_8;

use crate::archive::{Feed, Members, Messages, Records, Sitemap};
use crate::bytes::{
    Format, Inflated, Log, Transcoded, Unzstd, Window, encoding_of, is_gzip, is_zstd, sniff,
};
use crate::limits::{Limits, size};
use crate::piece::{Capture, Content, Origin};
use crate::problems;
use crate::rows::{Lines, Table, Values};

/// Bytes by which a format and an encoding are told.
const HEAD: usize = 64 << 10;

/// The captures of one source, in its order. Yields one at least.
pub struct Captures<'a> {
    parts: Parts<'a>,
    origin: Origin,
    log: Log,
    ready: VecDeque<Capture>,
    is_empty: bool,
    has_ended: bool,
}

/// Captures of a stream of one format.
pub(crate) type Parts<'a> = Box<dyn Iterator<Item = Capture> + 'a>;

/// What else a stream is packed in. One packing in another is not followed, but for those of streams
/// in zip.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Packing {
    Bare,
    /// As gzip or Zstandard.
    Stream,
    Zip,
}

impl<'a> Captures<'a> {
    /// Takes a source apart. `path` is what it is called, as given on the command line.
    pub fn new(input: impl Read + 'a, path: &str) -> Captures<'a> {
        Captures::within(Limits::default(), input, path)
    }

    /// The same, within limits of one's own.
    pub fn within(limits: Limits, input: impl Read + 'a, path: &str) -> Captures<'a> {
        let log = Log::new(limits);
        let mut input = Window::new(input, log.clone());
        let origin = Origin::new(path, head(&mut input));
        let parts = open(input, path, Packing::Bare);
        Captures { parts, origin, log, ready: VecDeque::new(), is_empty: true, has_ended: false }
    }

    /// What is ready, with what was odd before it.
    fn advance(&mut self) {
        let next = self.parts.next();
        self.has_ended = next.is_none();
        while let Some(problem) = self.log.take() {
            self.ready.push_back(self.origin.whole(Content::Odd(problem)));
        }
        // That nothing is left of a source needs no telling where it was told why.
        let was_odd = !self.ready.is_empty();
        self.ready.extend(next.filter(|capture| !(was_odd && capture.is_nothing())));
        if self.has_ended && self.is_empty && self.ready.is_empty() {
            let nothing = problems::NOT_AN_ARTICLE.found("no page in it");
            self.ready.push_back(self.origin.whole(Content::Odd(nothing)));
        }
    }
}

impl Iterator for Captures<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        if self.ready.is_empty() && !self.has_ended {
            self.advance();
        }
        let next = self.ready.pop_front();
        self.is_empty &= next.is_none();
        next
    }
}

/// How a stream begins. A first line of JSON is enough: who writes line by line need not be waited for.
fn head<'w>(input: &'w mut Window) -> &'w [u8] {
    let first = input.peek(1);
    if first.starts_with(b"{") && first.contains(&b'\n') {
        return input.ahead();
    }
    input.peek(HEAD);
    let ahead = input.ahead();
    ahead.get(..HEAD).unwrap_or(ahead)
}

/// Reads over a head that is all blank, so long as more follows.
fn skip_blank(input: &mut Window) {
    loop {
        let first = head(input);
        let len = first.len();
        if len < HEAD || !first.trim_ascii().is_empty() {
            return;
        }
        input.skip(len);
    }
}

/// The captures of a stream.
pub(crate) fn open<'a>(mut input: Window<'a>, path: &str, packing: Packing) -> Parts<'a> {
    skip_blank(&mut input);
    let first = head(&mut input);
    if packing != Packing::Stream && (is_gzip(first) || is_zstd(first)) {
        let (gzip, log) = (is_gzip(first), input.log().clone());
        let input = match gzip {
            true => Window::new(Inflated::new(input), log),
            false => Window::new(Unzstd::new(input), log),
        };
        return open(input, path, Packing::Stream);
    }
    let (format, origin) = (sniff(first), Origin::new(path, first));
    match format {
        Format::Zip if packing == Packing::Bare => Box::new(Members::new(input, path)),
        Format::Zip => odd(&origin, "a zip archive inside another"),
        Format::Unsupported(name) => odd(&origin, name),
        Format::Empty => {
            let nothing = Content::Odd(problems::EMPTY.found("nothing in it"));
            Box::new(iter::once(origin.whole(nothing)))
        }
        Format::Warc => Box::new(Records::new(input, origin)),
        Format::Html | Format::Text | Format::Markdown | Format::Pdf => {
            whole(input, &origin, |bytes| Content::Page(format, bytes))
        }
        Format::Email => whole(input, &origin, Content::Message),
        Format::Mbox => Box::new(Messages::new(input, origin)),
        _ => open_text(format, in_utf8(input), origin),
    }
}

/// The captures of a stream of UTF-8.
fn open_text<'a>(format: Format, input: Window<'a>, origin: Origin) -> Parts<'a> {
    match format {
        Format::Json => Box::new(Values::new(input, origin)),
        Format::Csv(part) => Box::new(Table::new(input, part, origin)),
        Format::Feed => Box::new(Feed::new(input, origin)),
        Format::Sitemap => Box::new(Sitemap::new(input, origin)),
        _ => Box::new(Lines::new(input, origin)),
    }
}

/// The same stream, decoded if it is in another encoding.
fn in_utf8(mut input: Window<'_>) -> Window<'_> {
    let encoding = encoding_of(head(&mut input));
    if encoding == UTF_8 {
        return input;
    }
    let log = input.log().clone();
    Window::new(Transcoded::new(input, encoding), log)
}

/// All of a stream as one capture.
fn whole<'a>(
    mut input: Window<'a>,
    origin: &Origin,
    content: impl FnOnce(Vec<u8>) -> Content,
) -> Parts<'a> {
    let most = input.limits().page_bytes;
    let bytes = input.peek(most.saturating_add(1));
    let content = match bytes.len() > most {
        true => {
            let message = format!("a page of more than {}", size(most));
            Content::Odd(problems::TOO_LARGE.found(message))
        }
        false => content(bytes.to_vec()),
    };
    Box::new(iter::once(origin.whole(content)))
}

fn odd<'a>(origin: &Origin, name: &str) -> Parts<'a> {
    let problem = problems::UNSUPPORTED.found(format!("this is {name}"));
    Box::new(iter::once(origin.whole(Content::Odd(problem))))
}
