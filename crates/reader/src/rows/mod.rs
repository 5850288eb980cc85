//! Articles as rows: of JSON Lines, of a JSON array or answer, of a table.

mod draft;

use capture::{Capture, RawRow, Role, Row};
use serde_json::Value;

pub(crate) use draft::{Writing, draft};

use crate::{Given, Listed, Reading, problems};

/// Reads the article of a row, or the articles that it holds as a list.
pub(crate) fn read(raw: &RawRow, capture: &Capture, given: &Given) -> Reading {
    let mut rows = Rows { capture, given, reading: Reading::default() };
    let (place, number) = (raw.place.clone(), raw.number);
    match raw.fields() {
        Ok(row) => rows.take(Placed { place, number, bytes: &raw.bytes, row }),
        Err(because) => rows.bad(&format!("{place}: {because}")),
    }
    rows.reading
}

/// A row, and where it stands.
struct Placed<'a> {
    /// "line 3", "row 7, entry 2".
    place: String,
    /// Its number in what holds it, for naming it if it has no id.
    number: usize,
    bytes: &'a [u8],
    row: Row,
}

/// What was read of rows so far.
struct Rows<'a> {
    capture: &'a Capture,
    given: &'a Given,
    reading: Reading,
}

impl Rows<'_> {
    fn take(&mut self, placed: Placed) {
        let row = &placed.row;
        if !row.has_text()
            && let Some(rows) = row.rows()
        {
            return self.take_all(rows, &placed.place);
        }
        match draft(row, Writing::Plain) {
            Some(mut draft) => {
                let name = || self.capture.part_name(placed.number);
                draft.name = row.words(Role::Id).unwrap_or_else(name);
                draft.path = self.capture.path().to_owned();
                let (article, problems) = draft.finish(placed.bytes, self.given);
                self.reading.add(article, problems);
            }
            None => self.without_text(&placed),
        }
    }

    /// A list in an object: an answer of a search service.
    fn take_all(&mut self, rows: &[Value], place: &str) {
        let mut untold = 0;
        for (at, row) in rows.iter().enumerate() {
            let Value::Object(fields) = row.get("_source").unwrap_or(row) else { continue };
            let row = Row::new(fields.clone());
            let (number, place) = (at + 1, format!("{place}, entry {}", at + 1));
            match row.entry().filter(|_| !row.has_text()) {
                Some(entry) => {
                    untold += 1;
                    self.reading.listed.push(Listed::of(&entry));
                }
                None => {
                    let bytes = Value::Object(fields.clone()).to_string().into_bytes();
                    self.take(Placed { place, number, bytes: &bytes, row });
                }
            }
        }
        if untold > 0 {
            let message = format!("{untold} entries name a page and hold no text");
            self.reading.note(problems::NO_TEXT.found(message));
        }
    }

    /// A row that names a page and has not its text: the page can be fetched.
    fn without_text(&mut self, placed: &Placed) {
        let place = &placed.place;
        match placed.row.entry() {
            Some(entry) => {
                self.reading.listed.push(Listed::of(&entry));
                let message = format!("{place} names a page and holds no text");
                self.reading.note(problems::NO_TEXT.found(message));
            }
            None => self.bad(&format!("{place}: no text")),
        }
    }

    fn bad(&mut self, message: &str) {
        self.reading.note(problems::BAD_ROW.found(message));
    }
}
