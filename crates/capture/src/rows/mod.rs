//! Articles as rows: of JSON Lines, of a JSON array or answer, of a table.

mod csv;
mod fields;
mod json;
mod untold;

use serde_json::Value;

pub(crate) use csv::Table;
pub(crate) use fields::is_known;
pub use fields::{Role, Row};
pub(crate) use json::{Lines, Values};
use untold::Untold;

/// A row as it stands in its file.
#[derive(Clone, Debug)]
pub struct RawRow {
    /// Where: "line 3".
    pub place: String,
    /// Its number in the file, for naming it if it has no id.
    pub number: usize,
    /// As it is written.
    pub bytes: Vec<u8>,
    /// What it says, if it was taken apart already.
    pub(crate) row: Option<Row>,
}

impl RawRow {
    /// Its fields. The error says what it is instead of a row.
    pub fn fields(&self) -> Result<Row, String> {
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
}
