//! An event as the event coder tells it.

use jiff::civil::Date;
use pipeline::{CodedEvent, Row};
use serde::Serialize;

/// Who did what to whom, in codes, with the words that say so.
#[derive(Serialize)]
pub struct CodedOut {
    /// Who acts; CAMEO actor code.
    pub source: String,
    /// On or with whom; CAMEO actor code.
    pub target: String,
    /// CAMEO event code.
    pub cameo: String,
    /// PLOVER event type.
    pub plover: Option<&'static str>,
    /// PLOVER mode, where the code settles it.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: Vec<&'static str>,
    /// 1 verbal, 2 material cooperation; 3, 4 conflict.
    pub quad: u8,
    /// From -10, conflict, to 10, cooperation.
    pub goldstein: f32,
    /// Whether it took place.
    pub status: &'static str,
    /// The words.
    pub quote: String,
    /// Where they begin; bytes of the text.
    pub start: u32,
    /// One past where they end; bytes.
    pub end: u32,
    /// The day that was given with the text.
    pub date: Option<Date>,
    /// The pattern that fired, as it stands in its file.
    pub pattern: String,
}

impl CodedOut {
    /// Of an event in a row's text.
    pub fn of(event: CodedEvent, row: &Row) -> CodedOut {
        let (start, end) = (event.span.start(), event.span.end());
        CodedOut {
            source: event.source,
            target: event.target,
            cameo: event.cameo,
            plover: event.plover,
            mode: event.mode,
            contexts: event.contexts,
            quad: event.quad,
            goldstein: event.goldstein,
            status: event.status.as_str(),
            quote: row.text.get(start as usize..end as usize).unwrap_or("").to_owned(),
            start,
            end,
            date: row.date,
            pattern: event.pattern,
        }
    }
}
