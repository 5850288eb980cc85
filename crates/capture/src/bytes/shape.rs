//! Formats of text that no signature tells: by the shape of their first lines.

use super::{Format, decode};
use crate::rows;

/// One JSON object a line: the first line is whole, or the second begins another.
pub(super) fn is_one_object_a_line(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim_end).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    first.ends_with('}')
        || first.len() == head.len()
        || lines.next().is_some_and(|second| second.starts_with('{'))
}

/// Fields that only a message's head has so many of.
const MAIL: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "received",
    "return-path",
    "message-id",
    "mime-version",
    "content-type",
    "delivered-to",
    "reply-to",
    "list-unsubscribe",
    "dkim-signature",
    "sender",
    "x-mailer",
    "list-id",
    "content-transfer-encoding",
    "authentication-results",
    "arc-seal",
];
/// How many a message has at least.
const MAIL_FIELDS: usize = 3;

/// A message, or messages one after another. `head` is in lower case.
pub(super) fn mail(head: &str) -> Option<Format> {
    let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
    let postmark = first.starts_with("from ") && first.split_whitespace().count() >= 3;
    if postmark && mail_fields(rest) >= MAIL_FIELDS - 1 {
        return Some(Format::Mbox);
    }
    (mail_fields(head) >= MAIL_FIELDS).then_some(Format::Email)
}

/// Known fields before the first line that is none, an empty line or a further line of one.
fn mail_fields(head: &str) -> usize {
    let is_field = |line: &&str| {
        let name = line.split_once(':').map_or("", |(name, _)| name);
        line.starts_with([' ', '\t'])
            || !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let fields = head.lines().take_while(is_field);
    let names = fields.filter_map(|line| Some(line.split_once(':')?.0));
    names.filter(|name| MAIL.contains(name)).count()
}

/// Lines of front matter in which a known field has to stand.
const FRONT: usize = 30;

/// Markdown with front matter: a fence, fields, a fence.
pub(super) fn front_matter(head: &str) -> Option<Format> {
    let mut lines = head.lines();
    let fence = lines.next()?.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let known = |line: &str| {
        let name = line.split([':', '=']).next().unwrap_or_default().trim();
        rows::is_known(name)
    };
    let fields = lines.take(FRONT).take_while(|line| line.trim_end() != fence);
    fields.into_iter().any(known).then_some(Format::Markdown)
}

/// Signs that a text is Markdown, each counted once: two are enough, a heading at its start is one.
pub(super) fn is_markdown(head: &str) -> bool {
    let any = |sign: fn(&str) -> bool| usize::from(head.lines().any(sign));
    let heading = usize::from(head.starts_with("# "));
    let link = any(|line| line.contains("](http") || line.contains("](/"));
    let bold = any(|line| line.matches("**").count() >= 2);
    let lower = any(|line| line.starts_with("## ") || line.starts_with("### "));
    let quote = any(|line| line.starts_with("> "));
    let image = any(|line| line.starts_with("!["));
    heading + link + bold + lower + quote + image >= 2
}

/// What may part a table's cells.
const PARTS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// Longest name of a column.
const NAME: usize = 40;

/// A table: its first line holds names of columns, two at least that rows of articles have.
pub(super) fn table(bytes: &[u8]) -> Option<Format> {
    let line = bytes.split(|b| *b == b'\n').find(|line| !line.is_empty())?;
    let line = decode(bytes.get(..line.len().max(256)).unwrap_or(bytes), None).text;
    let line = line.trim_start_matches('\u{feff}').lines().next()?;
    PARTS.into_iter().find(|part| is_heading(line, *part as char)).map(Format::Csv)
}

fn is_heading(line: &str, part: char) -> bool {
    let names: Vec<&str> = line.split(part).map(|name| name.trim().trim_matches('"')).collect();
    let known = names.iter().filter(|name| rows::is_known(name)).count();
    let short = names.iter().all(|name| name.chars().count() <= NAME && !name.contains(". "));
    known >= 2 && known * 3 >= names.len() && short
}
