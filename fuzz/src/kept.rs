//! A record that somebody else wrote: rows of a good one with fields changed, settled, shown and exported.

use std::sync::{Arc, LazyLock};

use exporter::{Extent, Format, Material};
use pipeline::{Given, Kept, Source, gather};
use record::{Claim, Judgement};
use serde_json::Value;
use text::Article;
use view::Opened;

use crate::ground::chosen;
use crate::stage::{blank_tools, tools};

const PAGES: [(&str, &[u8]); 2] = [
    (
        "06.html",
        include_bytes!("../../examples/moscow-talks/pages/06-strait-wire-four-way-talks.html"),
    ),
    ("10.txt", include_bytes!("../../examples/moscow-talks/pages/10-levant-desk-new-date.txt")),
];

/// A good record, of two pages of the example.
pub fn good() -> &'static Kept {
    static GOOD: LazyLock<Kept> = LazyLock::new(|| {
        let mut kept = Kept::default();
        for reading in readings() {
            kept.articles.push(reading.article);
            kept.claims.extend(reading.claims);
        }
        kept.articles.sort_by_key(|article| article.id);
        kept.claims.sort_by_key(|claim| claim.id);
        kept
    });
    &GOOD
}

/// What the pages say.
pub fn readings() -> Vec<pipeline::Reading> {
    let read = |(path, bytes): &(&str, &[u8])| {
        gather(&Source { path, bytes }, &Given::default(), tools()).readings
    };
    PAGES.iter().flat_map(read).collect()
}

/// The claims of the good record.
pub fn claims() -> &'static [Claim] {
    &good().claims
}

/// The same as JSON.
static ROWS: LazyLock<[Vec<Value>; 2]> = LazyLock::new(|| {
    let json = |value| value;
    let articles = good().articles.iter().map(|row| json(serde_json::to_value(row).expect("JSON")));
    let claims = good().claims.iter().map(|row| json(serde_json::to_value(row).expect("JSON")));
    [articles.collect(), claims.collect()]
});

/// The first byte chooses the format of the export. Each line then changes one field: a byte for the row, a byte for the field,
/// and its new value. What follows a blank line are judgements, one a line.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let Some(kept) = changed(rest) else { return };
    let opened = Opened::settled(kept, None, Arc::clone(blank_tools()));
    shown(&opened);
    let format = Format::ALL[usize::from(choice) % Format::ALL.len()];
    let material =
        Material::of(&opened.record, &opened.index, &opened.kept.articles, Extent::FullText);
    let exported = format.write(&material).output.into_bytes();
    if matches!(
        format,
        Format::Json | Format::Geojson | Format::Timelinejs | Format::Jsonld | Format::Prov
    ) {
        let read: Result<Value, _> = serde_json::from_slice(&exported);
        assert!(read.is_ok(), "{format} is no JSON");
    }
}

/// The good record with fields changed; nothing if a row is none any more, as a store would say.
fn changed(bytes: &[u8]) -> Option<Kept> {
    let [mut articles, mut claims] = ROWS.clone();
    let mut judgements = Vec::new();
    for line in bytes.split(|byte| *byte == b'\n') {
        let (choice, rest) = chosen(line);
        let (field, value) = chosen(rest);
        let Ok(value) = serde_json::from_slice::<Value>(value) else { continue };
        match choice {
            0..=15 => put(&mut articles, choice, field, value),
            16..=239 => put(&mut claims, choice - 16, field, value),
            _ => judgements.extend(serde_json::from_value::<Judgement>(value).ok()),
        }
    }
    let article = |row| serde_json::from_value::<Article>(row).ok();
    let claim = |row| serde_json::from_value::<Claim>(row).ok();
    let mut articles: Vec<Article> = articles.into_iter().map(article).collect::<Option<_>>()?;
    let mut claims: Vec<Claim> = claims.into_iter().map(claim).collect::<Option<_>>()?;
    // A store gives them so, whatever they are.
    articles.sort_by_key(|article| article.id);
    claims.sort_by_key(|claim| claim.id);
    Some(Kept { articles, claims, judgements, problems: Vec::new() })
}

/// Writes over one of the fields of a row, counted as they stand in it, those within fields too.
fn put(rows: &mut [Value], row: u8, field: u8, value: Value) {
    let count = rows.len();
    let mut left = usize::from(field);
    if let Some(slot) = nth(&mut rows[usize::from(row) % count], &mut left) {
        *slot = value;
    }
}

fn nth<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(all) => all.iter_mut().find_map(|one| nth(one, left)),
        Value::Object(fields) => fields.values_mut().find_map(|one| nth(one, left)),
        _ => None,
    }
}

/// Everything behind the rows can be told.
fn shown(opened: &Opened) {
    for meeting in opened.record.meetings.iter().take(4) {
        let target = view::target(opened, &meeting.id.0);
        let told = target.ok().map(|target| view::explanation(opened, target, &meeting.id.0));
        assert!(serde_json::to_string(&told).is_ok());
        view::told::meeting_line(meeting, opened);
    }
    for statement in opened.record.statements.iter().take(4) {
        view::told::said_line(statement, opened);
        view::told::source_line(statement, opened);
    }
}
