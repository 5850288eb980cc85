//! What a file is, told from its content, never from its name.

use super::charset::wide;

/// A kind of content.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Format {
    Empty,
    Html,
    /// One JSON object a line.
    JsonLines,
    /// One JSON value: an object or an array of them.
    Json,
    Warc,
    /// RSS or Atom.
    Feed,
    Text,
    /// Something with a name that is not read.
    Unsupported(&'static str),
}

/// First bytes of formats that are not text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "gzip inside gzip"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "rich text"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
];

/// Bytes looked at. Comments and scripts before the first tag of a page are shorter.
const HEAD: usize = 4096;

/// Tells what unpacked bytes are.
pub(crate) fn sniff(bytes: &[u8]) -> Format {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Format::Empty;
    }
    if let Some((_, name)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Format::Unsupported(name);
    }
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    match sniff_text(&head_as_ascii(bytes)) {
        Format::Text if !wide && is_binary(bytes) => Format::Unsupported("binary content"),
        format => format,
    }
}

/// The start of the content in lower case, with the zeros of UTF-16 and any mark removed.
fn head_as_ascii(bytes: &[u8]) -> String {
    let head = bytes.iter().take(HEAD).filter(|b| b.is_ascii() && **b != 0);
    let head: String = head.map(|b| b.to_ascii_lowercase() as char).collect();
    head.trim_start().to_owned()
}

fn sniff_text(head: &str) -> Format {
    if head.starts_with("warc/") {
        return Format::Warc;
    }
    if head.starts_with('{') {
        return Format::JsonLines;
    }
    if head.starts_with('[') && head[1..].trim_start().starts_with(['{', ']']) {
        return Format::Json;
    }
    if ["<rss", "<feed", "<rdf:rdf"].iter().any(|tag| head.contains(tag)) && head.starts_with('<') {
        return Format::Feed;
    }
    if is_html(head) { Format::Html } else { Format::Text }
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
        assert_eq!(sniff(b" \n"), Format::Empty);
        assert_eq!(sniff(b"\xef\xbb\xbf<!DOCTYPE html><p>x"), Format::Html);
        assert_eq!(sniff(b"{\"text\": \"x\"}\n"), Format::JsonLines);
        assert_eq!(sniff(b"[ {\"text\": \"x\"}]"), Format::Json);
        assert_eq!(sniff(b"[Updated] Ministers meet"), Format::Text);
        assert_eq!(sniff(b"WARC/1.0\r\n"), Format::Warc);
        assert_eq!(sniff(b"<?xml version='1.0'?><rss version='2.0'>"), Format::Feed);
        assert_eq!(sniff(b"%PDF-1.4"), Format::Unsupported("a PDF"));
        assert_eq!(sniff(&[7; 400]), Format::Unsupported("binary content"));
        assert_eq!(sniff(b"Ministers meet\n\nThey met."), Format::Text);
    }
}
