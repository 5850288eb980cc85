//! Rows that name a page and have not its text: each is an entry, and what is told of them is told
//! once.

use super::RawRow;
use crate::bytes::Log;
use crate::piece::Content;
use crate::problems;

/// Longest row that is looked into before its turn. One that holds no text is shorter.
const LONGEST: usize = 4 << 10;

/// How many there were.
#[derive(Default)]
pub(super) struct Untold(usize);

impl Untold {
    /// The row, or the page that it names if that is all it does.
    pub fn sort(&mut self, mut raw: RawRow) -> Content {
        if raw.row.is_none() && raw.bytes.len() <= LONGEST {
            raw.row = raw.fields().ok();
        }
        let row = raw.row.as_ref().filter(|row| !row.has_text() && row.rows().is_none());
        match row.and_then(|row| row.entry()) {
            Some(entry) => {
                self.0 += 1;
                Content::Entry(entry)
            }
            None => Content::Row(raw),
        }
    }

    /// Tells of them at the end, calling them what they are: "rows".
    pub fn tell(&mut self, things: &str, log: &Log) {
        let count = std::mem::take(&mut self.0);
        if count > 0 {
            let message = format!("{count} {things} name a page and hold no text");
            log.note(problems::NO_TEXT.found(message));
        }
    }
}
