//! Tables with a heading line: CSV, TSV and their like, as spreadsheets and scrapers write them.

use csv::{ByteRecord, Reader, ReaderBuilder};
use serde_json::Value;

use super::{RawRow, Row, Untold};
use crate::bytes::{Log, Meter, Metered, Window, decode};
use crate::limits::size;
use crate::piece::{Capture, Origin};
use crate::problems;

/// The rows of a table.
pub(crate) struct Table<'a> {
    rows: Reader<Metered<'a>>,
    meter: Meter,
    heading: Vec<String>,
    origin: Origin,
    log: Log,
    number: usize,
    untold: Untold,
    ended: bool,
}

impl<'a> Table<'a> {
    /// The rows of a stream whose cells are parted by `part`.
    pub fn new(input: Window<'a>, part: u8, origin: Origin) -> Table<'a> {
        let log = input.log().clone();
        let meter = Meter::new(log.limits().row_bytes as u64);
        let untold = Untold::default();
        let metered = Metered::new(input, &meter);
        let mut rows = ReaderBuilder::new().delimiter(part).flexible(true).from_reader(metered);
        let heading = rows.byte_headers().map(cells).unwrap_or_default();
        Table { rows, meter, heading, origin, log, number: 0, untold, ended: false }
    }

    /// The next row that holds anything.
    fn row(&mut self) -> Option<ByteRecord> {
        let mut record = ByteRecord::new();
        self.meter.reset();
        match self.rows.read_byte_record(&mut record) {
            Ok(true) => Some(record),
            Ok(false) => None,
            Err(_) => {
                let message = format!(
                    "row {} is longer than {}; a quotation mark may not be closed",
                    self.number + 1,
                    size(self.log.limits().row_bytes)
                );
                self.log.note(problems::TOO_LARGE.found(message));
                None
            }
        }
    }

    fn capture(&mut self, record: &ByteRecord) -> Capture {
        let values = cells(record);
        let named = self.heading.iter().cloned().zip(values.into_iter().map(Value::String));
        let row = Row::new(named);
        let (place, number) = (format!("row {}", self.number), self.number);
        let bytes = record.as_slice().to_vec();
        let raw = RawRow { place, number, bytes, row: Some(row) };
        self.origin.part(number, self.untold.sort(raw))
    }

    fn end(&mut self) {
        self.ended = true;
        self.untold.tell("rows", &self.log);
    }
}

/// A row's cells. Each is in UTF-8 unless it cannot be.
fn cells(record: &ByteRecord) -> Vec<String> {
    let cell = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => decode(bytes, None).text,
    };
    record.iter().map(cell).collect()
}

impl Iterator for Table<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        while !self.ended {
            let Some(record) = self.row() else {
                self.end();
                return None;
            };
            self.number += 1;
            if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                return Some(self.capture(&record));
            }
        }
        None
    }
}
