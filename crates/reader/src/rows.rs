//! JSON Lines and JSON arrays of articles, under the names that common extractors use.

use serde_json::{Map, Value};
use text::DateBasis;

use crate::draft::Draft;
use crate::page_date::{self, Order};
use crate::published::Candidate;
use crate::{Given, Reading, Source, plain, problems};

/// One JSON object a line. A bad line does not harm the others.
pub(crate) fn read_lines(text: &str, source: &Source, given: &Given) -> Reading {
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let mut reading = Reading::default();
    for (number, line) in rows {
        let place = Place { source, label: "line", number: number + 1 };
        match serde_json::from_str::<Value>(line.trim_start_matches('\u{feff}')) {
            Ok(row) => read_row(row, line.as_bytes(), place, given, &mut reading),
            Err(error) => reading
                .note(problems::BAD_ROW.found(format!("{}: not JSON: {error}", place.name()))),
        }
    }
    reading
}

/// A JSON array of objects, or one object written over several lines.
pub(crate) fn read_value(
    text: &str,
    source: &Source,
    given: &Given,
) -> Result<Reading, serde_json::Error> {
    let rows = match serde_json::from_str(text.trim_start_matches('\u{feff}'))? {
        Value::Array(rows) => rows,
        row => vec![row],
    };
    let mut reading = Reading::default();
    for (number, row) in rows.into_iter().enumerate() {
        let bytes = row.to_string();
        let place = Place { source, label: "item", number: number + 1 };
        read_row(row, bytes.as_bytes(), place, given, &mut reading);
    }
    Ok(reading)
}

/// Which row, for messages and for naming a row without an id.
#[derive(Clone, Copy)]
struct Place<'a> {
    source: &'a Source<'a>,
    label: &'static str,
    number: usize,
}

impl Place<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.label, self.number)
    }
}

fn read_row(row: Value, bytes: &[u8], place: Place, given: &Given, reading: &mut Reading) {
    let Value::Object(row) = row else {
        reading.note(problems::BAD_ROW.found(format!("{}: not an object", place.name())));
        return;
    };
    match field(&row, &["text"]) {
        Some(text) => {
            let (article, problems) = draft(&row, &text, place).finish(bytes, given);
            reading.add(article, problems);
        }
        None => reading.note(problems::BAD_ROW.found(format!("{}: no text", place.name()))),
    }
}

fn draft(row: &Map<String, Value>, text: &str, place: Place) -> Draft {
    let title = field(row, &["title"]);
    let language = field(row, &["language", "lang"]);
    let order = Order::of_language(language.as_deref().unwrap_or_default());
    let mut draft =
        plain::read(text, plain::Known { title: title.as_deref().map(plain::Title::Name), order });
    draft.name =
        field(row, &["id"]).unwrap_or_else(|| format!("{}-{}", place.source.stem(), place.number));
    draft.path = place.source.path.to_owned();
    draft.url = field(row, &["url", "link"]);
    draft.outlet = field(row, &["outlet", "sitename", "hostname", "source-hostname"]);
    draft.title = title;
    draft.byline = field(row, &["author", "byline", "authors"]);
    draft.language = language;
    add_dates(row, order, &mut draft);
    draft
}

fn add_dates(row: &Map<String, Value>, order: Order, draft: &mut Draft) {
    if let Some(value) = field(row, &["published", "date"]) {
        match page_date::machine_day(&value, order) {
            Some(day) => draft.dates.insert(0, Candidate::Day(day, DateBasis::Given)),
            None => draft
                .problems
                .push(problems::BAD_DATE.found(format!("not a date: {}", brief(&value)))),
        }
    }
    let by_url = draft.url.as_deref().and_then(page_date::url_day);
    draft.dates.extend(by_url.map(|day| Candidate::Day(day, DateBasis::Url)));
    let modified =
        field(row, &["modified"]).and_then(|value| page_date::machine_day(&value, order));
    draft.modified = modified.or(draft.modified);
}

/// The start of a value, for a message.
fn brief(value: &str) -> String {
    value.chars().take(40).collect()
}

/// The first of some fields that holds words: a string, a number, or a list of strings.
fn field(row: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match row.get(*name)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => {
            let names: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    })
}
