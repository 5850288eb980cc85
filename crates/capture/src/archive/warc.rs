//! WARC as a stream: one page a record. Written for files that lie about their lengths: a record ends
//! where it says, unless that is beyond the end or no record begins there; then at the next `WARC/`. A
//! record that is too large to be held ends where it says in any case: what a site put into it begins no record.

use super::http::Head;
use crate::bytes::{Window, find};
use crate::piece::{Capture, Content, Origin};
use crate::problems;

/// First bytes of a record.
const START: &[u8] = b"WARC/";
/// The same behind a line's end: where to go on after a record that is broken.
const NEXT: &[u8] = b"\nWARC/";
/// Longest header, in bytes. Real ones stay below 4 KiB.
const LONGEST_HEADER: usize = 64 << 10;
/// Blank bytes between two records; two line ends by the standard.
const GAP: usize = 64;

/// The pages of a web archive.
pub(crate) struct Records<'a> {
    input: Window<'a>,
    origin: Origin,
    /// Pages so far: those that may hold an article, whether or not they do.
    pages: usize,
    /// Records that point to an earlier capture.
    revisits: usize,
}

/// A record whose content comes next in the stream.
struct Record {
    header: String,
    /// Where it begins.
    at: u64,
}

impl Record {
    fn field(&self, name: &str) -> Option<&str> {
        self.header.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['<', '>']))
        })
    }

    fn is(&self, kind: &str) -> bool {
        self.field("WARC-Type").is_some_and(|said| said.eq_ignore_ascii_case(kind))
    }

    fn said_length(&self) -> Option<u64> {
        self.field("Content-Length")?.parse().ok()
    }
}

/// How far a record's content reaches.
enum Extent {
    /// To where it says.
    Said(usize),
    /// To somewhere else.
    Found(usize),
    /// Too far to be held: so many bytes, if it says.
    Beyond(Option<u64>),
}

impl<'a> Records<'a> {
    /// The pages of a stream of records.
    pub fn new(input: Window<'a>, origin: Origin) -> Records<'a> {
        Records { input, origin, pages: 0, revisits: 0 }
    }

    /// Goes to the next record. False at the end.
    fn find_start(&mut self) -> bool {
        let blank = self.input.peek(GAP).iter().take_while(|b| b.is_ascii_whitespace()).count();
        self.input.skip(blank);
        if self.input.peek(START.len()).starts_with(START) {
            return true;
        }
        let found = self.input.skip_to(NEXT);
        self.input.skip(usize::from(found));
        found
    }

    /// Reads over a record's header.
    fn header(&mut self) -> Option<Record> {
        let at = self.input.offset();
        for least in [LONGEST_HEADER / 16, LONGEST_HEADER] {
            let head = self.input.peek(least);
            let head = head.get(..least).unwrap_or(head);
            let end = find(head, b"\r\n\r\n").map(|at| (at, 4));
            if let Some((end, mark)) = end.or_else(|| find(head, b"\n\n").map(|at| (at, 2))) {
                let header =
                    String::from_utf8_lossy(head.get(..end).unwrap_or_default()).into_owned();
                self.input.skip(end + mark);
                return Some(Record { header, at });
            }
        }
        self.broken(at, "has no end to its header");
        self.input.skip(START.len());
        None
    }

    /// The head of the page that a record holds, if it holds one.
    fn page_head(&mut self, record: &Record) -> Option<Head> {
        if record.is("resource") || record.is("conversion") {
            return Some(Head::of_resource(record.field("Content-Type")?)).filter(Head::is_page);
        }
        if !record.is("response") {
            self.revisits += usize::from(record.is("revisit"));
            return None;
        }
        let content = self.input.peek(LONGEST_HEADER);
        let reach = find(content, NEXT).unwrap_or(LONGEST_HEADER).min(content.len());
        match Head::parse(content.get(..reach).unwrap_or_default()) {
            Ok(head) => Some(head).filter(Head::is_page),
            Err(because) => {
                self.broken(record.at, &format!("has {because}"));
                None
            }
        }
    }

    /// How long the content is: as the header says if another record or the end follows, else up to
    /// the next record.
    fn extent(&mut self, record: &Record) -> Extent {
        let largest = self.input.limits().page_bytes.saturating_add(LONGEST_HEADER);
        let said = record.said_length();
        match said.map(|said| (said, usize::try_from(said).unwrap_or(usize::MAX))) {
            Some((said, len)) if len > largest && self.input.peek(largest + 1).len() > largest => {
                return Extent::Beyond(Some(said));
            }
            Some((_, len)) if self.ends_at(len) => return Extent::Said(len),
            _ => {}
        }
        let (mut looked, mut least) = (0, LONGEST_HEADER);
        loop {
            let ahead = self.input.peek(least);
            let next = find(ahead.get(looked..).unwrap_or_default(), NEXT);
            let end = next.map_or(ahead.len(), |at| looked + at + 1);
            if end > largest {
                return Extent::Beyond(None);
            }
            if next.is_some() || ahead.len() < least {
                return Extent::Found(end);
            }
            looked = ahead.len().saturating_sub(NEXT.len());
            least = ahead.len() * 2;
        }
    }

    /// True if the stream ends, or another record begins, behind so many bytes.
    fn ends_at(&mut self, len: usize) -> bool {
        let ahead = self.input.peek(len.saturating_add(GAP + START.len()));
        let Some(rest) = ahead.get(len..) else { return false };
        let gap = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        rest.get(gap..).is_some_and(|rest| rest.is_empty() || rest.starts_with(START))
    }

    /// Reads over a record that is not held. It ends where it says or, if that is no end, where the next begins.
    fn pass(&mut self, record: &Record, said: Option<u64>) {
        let ends = match said {
            Some(said) => self.input.pass(said) == said && self.ends_at(0),
            None => {
                self.input.skip_to(NEXT);
                false
            }
        };
        if !ends {
            self.broken(record.at, "is not as long as it says");
        }
    }

    /// The page of the record at hand, if it has one.
    fn page(&mut self, record: &Record) -> Option<Capture> {
        let head = self.page_head(record);
        let len = match self.extent(record) {
            Extent::Said(len) => len,
            Extent::Found(len) => {
                self.broken(record.at, "is not as long as it says");
                len
            }
            Extent::Beyond(said) => {
                if head.is_some() {
                    let message =
                        format!("the page in the record at byte {} is too large", record.at);
                    self.input.log().note(problems::TOO_LARGE.found(message));
                }
                self.pass(record, said);
                return None;
            }
        };
        let page = head.map(|head| {
            let url = record.field("WARC-Target-URI").map(str::to_owned);
            let body = self.input.ahead().get(head.len..len).unwrap_or_default();
            head.with_body(body, url, record.at).within(*self.input.limits())
        });
        self.input.skip(len);
        self.pages += usize::from(page.is_some());
        Some(self.origin.part(self.pages, Content::Response(page?)))
    }

    fn broken(&self, at: u64, how: &str) {
        let message = format!("the record at byte {at} {how}");
        self.input.log().note(problems::BROKEN_ARCHIVE.found(message));
    }

    /// What is told once, at the end.
    fn tell(&mut self) {
        let revisits = std::mem::take(&mut self.revisits);
        if revisits > 0 {
            let message =
                format!("{revisits} records say that a page was as it was captured before");
            self.input.log().note(problems::REVISIT.found(message));
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        while self.find_start() {
            let Some(record) = self.header() else { continue };
            if let Some(page) = self.page(&record) {
                return Some(page);
            }
        }
        self.tell();
        None
    }
}
