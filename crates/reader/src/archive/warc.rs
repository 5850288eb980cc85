//! WARC: one HTTP response a record. Written for files that lie about their lengths: a record ends
//! where it says, unless that is beyond the end or no record begins there; then at the next `WARC/`.

use text::DateBasis;

use super::{http, name};
use crate::bytes::{Unpacked, is_gzip, unpack_member};
use crate::draft::Draft;
use crate::published::Candidate;
use crate::{Given, Reading, Source, page_date, problems};

/// Reads one page: bytes, charset of the header, address.
pub(crate) type ReadPage = fn(&[u8], Option<&str>) -> Draft;

/// First bytes of a record.
const START: &[u8] = b"WARC/";
/// First bytes of a packed record.
const PACKED: &[u8] = &[0x1f, 0x8b, 0x08];
/// Longest header, in bytes. Real ones stay below 4 KiB.
const LONGEST_HEADER: usize = 64 << 10;

/// A record's header and content.
struct Record<'a> {
    header: String,
    content: &'a [u8],
    /// Where it begins in the file.
    at: usize,
}

impl Record<'_> {
    fn field(&self, name: &str) -> Option<&str> {
        self.header.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['<', '>']))
        })
    }

    fn is_response(&self) -> bool {
        self.field("WARC-Type").is_some_and(|kind| kind.eq_ignore_ascii_case("response"))
    }
}

/// Reads all HTTP responses of an archive, packed or not.
pub(crate) fn read(source: &Source, given: &Given, page: ReadPage) -> Reading {
    let mut reading = Reading::default();
    if is_gzip(source.bytes) {
        each_member(source, given, page, &mut reading);
    } else {
        each_record(source.bytes, 0, &mut Target { source, given, page, reading: &mut reading });
    }
    if reading.articles.is_empty() && reading.problems.is_empty() {
        reading.note(problems::NOT_AN_ARTICLE.found("no HTTP response in this archive"));
    }
    reading
}

/// Where articles go, and what is needed to make them.
struct Target<'a> {
    source: &'a Source<'a>,
    given: &'a Given,
    page: ReadPage,
    reading: &'a mut Reading,
}

fn each_member(source: &Source, given: &Given, page: ReadPage, reading: &mut Reading) {
    let mut at = 0;
    while let Some(rest) = source.bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(skip) = find(rest, PACKED) else { break };
        at += skip;
        let (unpacked, used) = unpack_member(source.bytes.get(at..).unwrap_or_default());
        match unpacked {
            Unpacked::Whole(bytes) => {
                each_record(&bytes, at, &mut Target { source, given, page, reading });
                at += used.max(1);
            }
            Unpacked::Broken(_) => {
                reading.note(
                    problems::BROKEN_ARCHIVE
                        .found(format!("the gzip member at byte {at} is broken")),
                );
                at += 1;
            }
            Unpacked::TooLarge => {
                reading.note(
                    problems::TOO_LARGE
                        .found(format!("the gzip member at byte {at} grows beyond the limit")),
                );
                at += 1;
            }
        }
    }
}

/// Reads the records of unpacked bytes; `base` is where these stand in the file.
fn each_record(bytes: &[u8], base: usize, target: &mut Target) {
    let mut at = find(bytes, START).unwrap_or(bytes.len());
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some((header, body)) = header(rest) else {
            let broken = format!("the record at byte {} has no end to its header", base + at);
            target.reading.note(problems::BROKEN_ARCHIVE.found(broken));
            at += START.len()
                + find(rest.get(START.len()..).unwrap_or_default(), START).unwrap_or(rest.len());
            continue;
        };
        let content = rest.get(body..).unwrap_or_default();
        let record = Record { header, content, at: base + at };
        let len = length(&record, target.reading);
        let record = Record { content: content.get(..len).unwrap_or(content), ..record };
        take(&record, target);
        let after = at + body + len;
        at = after + find(bytes.get(after..).unwrap_or_default(), START).unwrap_or(bytes.len());
    }
}

/// The header's text and where the content begins.
fn header(rest: &[u8]) -> Option<(String, usize)> {
    let head = rest.get(..LONGEST_HEADER).unwrap_or(rest);
    let end =
        find(head, b"\r\n\r\n").map(|at| (at, 4)).or_else(|| find(head, b"\n\n").map(|at| (at, 2)));
    let (at, mark) = end?;
    Some((String::from_utf8_lossy(head.get(..at)?).into_owned(), at + mark))
}

/// How long the content is: as the header says if another record or the end follows, else up to the
/// next record.
fn length(record: &Record, reading: &mut Reading) -> usize {
    let said = record.field("Content-Length").and_then(|value| value.parse::<usize>().ok());
    let follows = |len: &usize| {
        let rest = record.content.get(*len..).unwrap_or_default();
        let gap = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        *len <= record.content.len()
            && rest.get(gap..).is_some_and(|rest| rest.is_empty() || rest.starts_with(START))
    };
    if let Some(len) = said.filter(follows) {
        return len;
    }
    let lie = format!("the record at byte {} is not as long as it says", record.at);
    reading.note(problems::BROKEN_ARCHIVE.found(lie));
    next_record(record.content)
}

/// Where the next record begins: at the start of a line.
fn next_record(content: &[u8]) -> usize {
    find(content, b"\nWARC/").map_or(content.len(), |at| at + 1)
}

fn take(record: &Record, target: &mut Target) {
    if !record.is_response() {
        return;
    }
    let response = match http::parse(record.content) {
        Ok(response) => response,
        Err(because) => {
            target.reading.note(
                problems::BROKEN_ARCHIVE
                    .found(format!("the record at byte {}: {because}", record.at)),
            );
            return;
        }
    };
    if !response.is_page() {
        return;
    }
    let mut draft = (target.page)(&response.body, response.charset.as_deref());
    if draft.pieces.is_empty() {
        target.reading.note(
            problems::NOT_AN_ARTICLE
                .found(format!("no article in the record at byte {}", record.at)),
        );
        return;
    }
    draft.url = record.field("WARC-Target-URI").map(str::to_owned).or(draft.url);
    let by_url = draft.url.as_deref().and_then(page_date::url_day);
    draft.dates.extend(by_url.map(|day| Candidate::Day(day, DateBasis::Url)));
    let number = || format!("{}-{}", target.source.stem(), target.reading.articles.len() + 1);
    draft.name = draft.url.as_deref().and_then(name::of_address).unwrap_or_else(number);
    draft.path = target.source.path.to_owned();
    let (article, problems) = draft.finish(&response.body, target.given);
    target.reading.add(article, problems);
}

/// Where some bytes first stand.
pub(super) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|b| *b == first) {
        if bytes.get(from + at..)?.starts_with(what) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}
