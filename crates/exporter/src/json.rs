//! `json` and `jsonl`: all rows, for programs of one's own.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::material::Material;
use crate::output::Exported;
use crate::whole::{Whole, whole};
use crate::written::{compact, pretty};

/// One object with all rows.
pub fn json(material: &Material<'_>) -> Exported {
    let whole = whole(material.record, material.index);
    pretty(&WithTexts { whole, texts: texts(material) }).into()
}

/// One object a line: each row, and in `table` what it is a row of.
pub fn jsonl(material: &Material<'_>) -> Exported {
    let all = whole(material.record, material.index);
    let texts = texts(material);
    let texts = texts.iter().map(|(document, text)| Text { document, text }).collect::<Vec<_>>();
    let tables = [
        lines("documents", &all.documents),
        lines("meetings", &all.meetings),
        lines("statements", &all.statements),
        lines("events", &all.events),
        lines("commitments", &all.commitments),
        lines("conditions", &all.conditions),
        lines("positions", &all.positions),
        lines("processes", all.processes),
        lines("deadlocks", all.deadlocks),
        lines("lineage", &all.lineage),
        lines("origins", &all.origins),
        lines("disagreements", &all.disagreements),
        lines("timeline", &all.timeline),
        lines("actors", &all.actors),
        lines("problems", &all.problems),
        lines("judgements", all.judgements),
        lines("texts", &texts),
    ];
    tables.concat().into()
}

/// By document, where texts are asked for.
fn texts<'a>(material: &Material<'a>) -> BTreeMap<&'a str, &'a str> {
    let rows = material.record.documents.iter();
    rows.filter_map(|row| Some((row.name.as_str(), material.written_text(row.article)?))).collect()
}

#[derive(Serialize)]
struct WithTexts<'a> {
    #[serde(flatten)]
    whole: Whole<'a>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    texts: BTreeMap<&'a str, &'a str>,
}

#[derive(Serialize)]
struct Text<'a> {
    document: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Tagged<'a, T> {
    table: &'static str,
    #[serde(flatten)]
    row: &'a T,
}

fn lines<T: Serialize>(table: &'static str, rows: &[T]) -> String {
    rows.iter().map(|row| compact(&Tagged { table, row })).collect()
}
