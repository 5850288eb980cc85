//! What a file is, told from its content, never from its name.

use super::guess::wide;
use super::shape;

/// A kind of content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// Nothing, or nothing but blanks.
    Empty,
    /// A page.
    Html,
    /// Plain text.
    Text,
    /// Markdown, with front matter or without.
    Markdown,
    /// One JSON object a line.
    JsonLines,
    /// A JSON array of objects, or one object over several lines.
    Json,
    /// A table with a heading line, its cells parted by this byte.
    Csv(u8),
    /// A web archive.
    Warc,
    /// RSS, Atom or RDF.
    Feed,
    /// A list of addresses.
    Sitemap,
    /// One message.
    Email,
    /// Messages one after another.
    Mbox,
    /// A zip archive.
    Zip,
    /// A document of laid-out pages.
    Pdf,
    /// Something with a name that is not read.
    Unsupported(&'static str),
}

/// First bytes of formats that are not text.
const SIGNATURES: &[(&[u8], Format)] = &[
    (b"%PDF-", Format::Pdf),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"\x1f\x8b", Format::Unsupported("gzip inside other packing")),
    (b"\x89PNG", Format::Unsupported("a PNG image")),
    (b"\xff\xd8\xff", Format::Unsupported("a JPEG image")),
    (b"GIF8", Format::Unsupported("a GIF image")),
    (b"RIFF", Format::Unsupported("a picture, a sound or a film")),
    (b"\x28\xb5\x2f\xfd", Format::Unsupported("Zstandard inside other packing")),
    (b"BZh", Format::Unsupported("bzip2; unpack it with `bunzip2` first")),
    (b"\xfd7zXZ", Format::Unsupported("xz; unpack it with `unxz` first")),
    (b"7z\xbc\xaf\x27\x1c", Format::Unsupported("a 7z archive")),
    (b"Rar!", Format::Unsupported("a RAR archive")),
    (b"\x7fELF", Format::Unsupported("a program")),
    (b"SQLite format 3", Format::Unsupported("a database")),
    (b"{\\rtf", Format::Unsupported("rich text")),
    (b"\xd0\xcf\x11\xe0", Format::Unsupported("an office document")),
    (b"PAR1", Format::Unsupported("a Parquet table")),
];

/// Bytes looked at. Comments and scripts before the first tag of a page are shorter.
const HEAD: usize = 4096;

/// Tells what unpacked bytes are from how they begin.
pub fn sniff(bytes: &[u8]) -> Format {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Format::Empty;
    }
    if let Some((_, format)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return *format;
    }
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let tells_type = bytes.get(257..262) == Some(&b"ustar"[..]);
    match sniff_text(bytes, &head_as_ascii(bytes)) {
        _ if tells_type => Format::Unsupported("a tar archive; unpack it first"),
        Format::Text if !marked && is_binary(bytes) => Format::Unsupported("binary content"),
        format => format,
    }
}

/// The start of the content in lower case, with the zeros of UTF-16 and any mark removed.
fn head_as_ascii(bytes: &[u8]) -> String {
    let head = bytes.iter().take(HEAD).filter(|b| b.is_ascii() && **b != 0);
    let head: String = head.map(|b| b.to_ascii_lowercase() as char).collect();
    head.trim_start().to_owned()
}

fn sniff_text(bytes: &[u8], head: &str) -> Format {
    if head.starts_with("warc/") {
        return Format::Warc;
    }
    if head.starts_with('{') {
        return if shape::is_one_object_a_line(head) { Format::JsonLines } else { Format::Json };
    }
    if head.starts_with('[') && head[1..].trim_start().starts_with(['{', ']']) {
        return Format::Json;
    }
    if let Some(format) = head.starts_with('<').then(|| sniff_xml(head)).flatten() {
        return format;
    }
    if is_html(head) && head.starts_with('<') {
        return Format::Html;
    }
    let told =
        shape::mail(head).or_else(|| shape::front_matter(head)).or_else(|| shape::table(bytes));
    match told {
        Some(format) => format,
        None if is_html(head) => Format::Html,
        None if shape::is_markdown(head) => Format::Markdown,
        None => Format::Text,
    }
}

/// The root element tells. Pages may name a feed's elements further down.
fn sniff_xml(head: &str) -> Option<Format> {
    let at = |tag: &str| head.find(tag);
    let feed = ["<rss", "<feed", "<rdf:rdf"].iter().filter_map(|tag| at(tag)).min();
    let list = ["<urlset", "<sitemapindex"].iter().filter_map(|tag| at(tag)).min();
    let page = ["<html", "<!doctype html", "<body"].iter().filter_map(|tag| at(tag)).min();
    let first = [feed, list, page].into_iter().flatten().min()?;
    match Some(first) {
        found if found == feed => Some(Format::Feed),
        found if found == list => Some(Format::Sitemap),
        _ => None,
    }
}

/// Tags that pages have and that plain text about pages seldom has at its very start.
const TAGS: &[&str] = &[
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta ",
    "<article",
    "<div",
    "<p>",
    "<h1",
    "<title",
];

fn is_html(head: &str) -> bool {
    let tags = TAGS.iter().filter(|tag| head.contains(**tag)).count();
    head.starts_with('<') && tags > 0 || tags > 1
}

/// More than one control byte in fifty is not text; a few zeros in a damaged page are.
fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let control = |b: &&u8| matches!(b, 0..=8 | 14..=26 | 28..=31);
    head.iter().filter(control).count() * 50 > head.len().max(200) && wide(head).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_content() {
        for (bytes, format) in [
            (&b" \n"[..], Format::Empty),
            (b"\xef\xbb\xbf<!DOCTYPE html><p>x", Format::Html),
            (b"{\"text\": \"x\"}\n", Format::JsonLines),
            (b"{\"text\": \"x\"}\n{\"te", Format::JsonLines),
            (b"{\n  \"text\": \"x\"\n}\n", Format::Json),
            (b"[ {\"text\": \"x\"}]", Format::Json),
            (b"[Updated] Ministers meet", Format::Text),
            (b"WARC/1.0\r\n", Format::Warc),
            (b"<?xml version='1.0'?><rss version='2.0'>", Format::Feed),
            (b"<?xml version='1.0'?><urlset xmlns='x'><url>", Format::Sitemap),
            (b"<html><body><p>In a feed, <rss> comes first", Format::Html),
            (b"title;text;date\r\nA;B;C", Format::Csv(b';')),
            (b"From: a@example.com\r\nSubject: Talks\r\nDate: Thu, 4 Mar 2021 10:00:00 +0000\r\n\r\nHi", Format::Email),
            (b"From a@example.com Thu Mar  4 10:00:00 2021\nFrom: a@example.com\nSubject: Talks\n", Format::Mbox),
            (b"---\ntitle: Envoys meet\ndate: 2021-03-04\n---\n\nThey met.", Format::Markdown),
            (b"# Envoys meet\n\nThey [met](https://example.com) in *Tarn*.", Format::Markdown),
            (b"%PDF-1.4", Format::Pdf),
            (b"PK\x03\x04\x14", Format::Zip),
            (&[7; 400], Format::Unsupported("binary content")),
            (b"Ministers meet\n\nThey met.", Format::Text),
            (b"From Vienna, our reporter writes\n\nThey met.", Format::Text),
            (b"Text, title and date: what the envoys agreed\n\nThey met.", Format::Text),
        ] {
            assert_eq!(sniff(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
