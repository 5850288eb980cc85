//! The one way in: bytes to articles.

use crate::bytes::{Decoded, Format, Unpacked, decode, gunzip, is_gzip, sniff, unpack_member};
use crate::draft::Draft;
use crate::page_date::Order;
use crate::{Given, Reading, Source, archive, html, plain, problems, rows};

/// Most bytes of one page. Larger ones are programs in disguise.
const LARGEST_PAGE: usize = 32 << 20;

/// Reads all articles of a source. Never fails: what cannot be read is a problem.
pub fn read(source: &Source, given: &Given) -> Reading {
    if !is_gzip(source.bytes) {
        return read_unpacked(source, given);
    }
    if is_packed_archive(source.bytes) {
        return archive::read_warc(source, given, record);
    }
    let mut broken = None;
    let bytes = match gunzip(source.bytes) {
        Unpacked::Whole(bytes) => bytes,
        Unpacked::Broken(bytes) => {
            broken = Some(problems::BROKEN_ARCHIVE.found("the gzip stream breaks off"));
            bytes
        }
        Unpacked::TooLarge => {
            return only(problems::TOO_LARGE.found("grows beyond the limit when unpacked"));
        }
    };
    let mut reading = read_unpacked(&Source { path: source.path, bytes: &bytes }, given);
    broken.into_iter().for_each(|problem| reading.note(problem));
    reading
}

fn read_unpacked(source: &Source, given: &Given) -> Reading {
    match sniff(source.bytes) {
        Format::Empty => only(problems::EMPTY.found("nothing in it")),
        Format::Unsupported(name) => only(problems::UNSUPPORTED.found(format!("this is {name}"))),
        Format::Warc => archive::read_warc(source, given, record),
        Format::Feed => {
            archive::read_feed(&decode(source.bytes, None).text, source, given, feed_text)
        }
        Format::JsonLines => json_lines(source, given),
        Format::Json => json(source, given),
        Format::Html => page(source, given, html::read),
        Format::Text => page(source, given, text),
    }
}

/// True if the first member of a gzip file is a WARC record.
fn is_packed_archive(bytes: &[u8]) -> bool {
    match unpack_member(bytes).0 {
        Unpacked::Whole(first) | Unpacked::Broken(first) => sniff(&first) == Format::Warc,
        Unpacked::TooLarge => false,
    }
}

/// Words of the shortest article in an archive, where nobody chose the pages by hand.
const RECORD: usize = 25;

/// One page of an archive.
fn record(bytes: &[u8], charset: Option<&str>) -> Draft {
    let decoded = decode(bytes, charset);
    let mut draft = match sniff(bytes) {
        Format::Html => html::read(&decoded.text),
        Format::Text => text(&decoded.text),
        _ => Draft::default(),
    };
    if draft.body_words() < RECORD {
        return Draft::default();
    }
    draft.problems.extend(oddities(&decoded));
    draft
}

/// The text of one item of a feed.
fn feed_text(content: &str, title: Option<&str>) -> Draft {
    html::read_fragment(content, title)
}

fn only(problem: ::text::Problem) -> Reading {
    let mut reading = Reading::default();
    reading.note(problem);
    reading
}

fn json_lines(source: &Source, given: &Given) -> Reading {
    let decoded = decode(source.bytes, None);
    let one_line = decoded.text.lines().filter(|line| !line.trim().is_empty()).take(2).count() < 2;
    let first_is_whole =
        decoded.text.lines().next().is_some_and(|line| line.trim_end().ends_with('}'));
    if !one_line
        && !first_is_whole
        && let Ok(reading) = rows::read_value(&decoded.text, source, given)
    {
        return reading;
    }
    rows::read_lines(&decoded.text, source, given)
}

fn json(source: &Source, given: &Given) -> Reading {
    let decoded = decode(source.bytes, None);
    match rows::read_value(&decoded.text, source, given) {
        Ok(reading) => reading,
        Err(error) => only(problems::BAD_ROW.found(format!("not JSON: {error}"))),
    }
}

/// A file that is one article.
fn page(source: &Source, given: &Given, read: fn(&str) -> Draft) -> Reading {
    if source.bytes.len() > LARGEST_PAGE {
        return only(
            problems::TOO_LARGE.found(format!("a page of {} MiB", source.bytes.len() >> 20)),
        );
    }
    let decoded = decode(source.bytes, None);
    let mut draft = read(&decoded.text);
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
    draft.name = source.stem().to_owned();
    draft.path = source.path.to_owned();
    draft.problems.extend(oddities(&decoded));
    let (article, problems) = draft.finish(source.bytes, given);
    reading.add(article, problems);
    reading
}

fn text(text: &str) -> Draft {
    plain::read(text, plain::Known { title: None, order: Order::Unknown })
}

fn oddities(decoded: &Decoded) -> Vec<::text::Problem> {
    let declared = decoded.declared.map(|declared| {
        problems::CHARSET.found(format!("declares {declared} but is {}", decoded.used))
    });
    let lost = (decoded.lost > 0).then(|| {
        problems::BAD_BYTES
            .found(format!("{} characters could not be read as {}", decoded.lost, decoded.used))
    });
    declared.into_iter().chain(lost).collect()
}
