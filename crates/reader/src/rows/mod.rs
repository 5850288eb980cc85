//! Articles as rows: of JSON Lines, of a JSON array or answer, of a table.

mod csv;
mod draft;
mod fields;
mod json;

use serde_json::Value;

pub(crate) use csv::Table;
pub(crate) use draft::{Writing, draft};
pub(crate) use fields::{Role, Row, is_known};
pub(crate) use json::{Lines, Values};

use crate::capture::Origin;
use crate::page_date::Order;
use crate::{Given, Listed, Reading, problems};

/// A row as it stands in its file.
#[derive(Clone, Debug)]
pub(crate) struct RawRow {
    /// Where: "line 3".
    pub place: String,
    /// Its number in the file, for naming it if it has no id.
    pub number: usize,
    pub bytes: Vec<u8>,
    /// What it says, if it was taken apart already.
    pub row: Option<Row>,
}

impl RawRow {
    /// Bytes it takes.
    pub fn weight(&self) -> usize {
        self.bytes.len()
    }

    /// Reads its article, or the articles that it holds as a list.
    pub fn read(&self, origin: &Origin, given: &Given) -> Reading {
        let mut reading = Reading::default();
        match self.parse() {
            Ok(row) => self.take(&row, origin, given, &mut reading),
            Err(because) => {
                reading.note(problems::BAD_ROW.found(format!("{}: {because}", self.place)))
            }
        }
        reading
    }

    fn parse(&self) -> Result<Row, String> {
        if let Some(row) = &self.row {
            return Ok(row.clone());
        }
        let text = crate::bytes::decode(&self.bytes, Some("utf-8")).text;
        match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
            Ok(Value::Object(fields)) => Ok(Row::new(fields)),
            Ok(_) => Err("not an object".to_owned()),
            Err(error) => Err(format!("not JSON: {error}")),
        }
    }

    fn take(&self, row: &Row, origin: &Origin, given: &Given, reading: &mut Reading) {
        if !has_text(row)
            && let Some(rows) = row.rows()
        {
            return self.take_all(rows, origin, given, reading);
        }
        match draft(row, Writing::Plain) {
            Some(mut draft) => {
                draft.name = row.words(Role::Id).unwrap_or_else(|| origin.name(self.number));
                draft.path = origin.path().to_owned();
                let (article, problems) = draft.finish(&self.bytes, given);
                reading.add(article, problems);
            }
            None => self.without_text(row, reading),
        }
    }

    /// A list in an object: an answer of a search service.
    fn take_all(&self, rows: &[Value], origin: &Origin, given: &Given, reading: &mut Reading) {
        let mut untold = 0;
        for (at, row) in rows.iter().enumerate() {
            let Value::Object(fields) = row.get("_source").unwrap_or(row) else { continue };
            let row = Row::new(fields.clone());
            let (number, place) = (at + 1, format!("{}, entry {}", self.place, at + 1));
            match listed(&row).filter(|_| !has_text(&row)) {
                Some(listed) => {
                    untold += 1;
                    reading.listed.push(listed);
                }
                None => {
                    let bytes = Value::Object(fields.clone()).to_string().into_bytes();
                    RawRow { place, number, bytes, row: None }.take(&row, origin, given, reading);
                }
            }
        }
        if untold > 0 {
            let message = format!("{untold} entries name a page and hold no text");
            reading.note(problems::NO_TEXT.found(message));
        }
    }

    /// A row that names a page and has not its text: the page can be fetched.
    fn without_text(&self, row: &Row, reading: &mut Reading) {
        let place = &self.place;
        match listed(row) {
            Some(listed) => {
                reading.listed.push(listed);
                reading.note(
                    problems::NO_TEXT.found(format!("{place} names a page and holds no text")),
                );
            }
            None => reading.note(problems::BAD_ROW.found(format!("{place}: no text"))),
        }
    }
}

fn has_text(row: &Row) -> bool {
    row.words(Role::Text).is_some() || row.words(Role::Html).is_some()
}

/// The page that a row names.
fn listed(row: &Row) -> Option<Listed> {
    let url = draft::web(row)?;
    let published = row.words(Role::Published);
    let published = published.and_then(|value| draft::day(&value, Order::Unknown));
    let (title, outlet) = (row.words(Role::Title), row.words(Role::Outlet));
    Some(Listed { title, outlet, published, ..Listed::page(url) })
}
