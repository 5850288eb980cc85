//! `prov`: where every row comes from, in PROV-JSON.
//!
//! Articles and rows are entities, the outlet and the program are agents, the reading is one
//! activity. No times of runs: the record keeps none, and an export of the same record is the same.

use std::collections::BTreeMap;

use record::{ClaimId, RowId};
use serde_json::{Map, Value, json};
use text::ArticleId;

use crate::material::Material;
use crate::output::Exported;
use crate::words::edtf;
use crate::written::pretty;

const READING: &str = "r:reading";
const PROGRAM: &str = "r:rapporteur";

/// The document.
pub fn prov(material: &Material<'_>) -> Exported {
    let rows = rows(material);
    let relations = |pairs: Vec<Value>, prefix: &str| {
        let named = pairs.into_iter().enumerate();
        Value::Object(named.map(|(at, pair)| (format!("_:{prefix}{at}"), pair)).collect())
    };
    let program = json!({
        "prov:type": { "$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME" },
        "prov:label": concat!("rapporteur ", env!("CARGO_PKG_VERSION")),
    });
    let mut agents = outlets(material);
    agents.insert(PROGRAM.to_owned(), program);
    pretty(&json!({
        "prefix": { "r": "urn:rapporteur:" },
        "entity": entities(material, &rows),
        "activity": { READING: {} },
        "agent": agents,
        "wasAssociatedWith": relations(
            vec![json!({ "prov:activity": READING, "prov:agent": PROGRAM })], "a"),
        "wasAttributedTo": relations(attributions(material), "o"),
        "wasGeneratedBy": relations(generations(&rows), "g"),
        "wasDerivedFrom": relations(derivations(material, &rows), "d"),
    }))
    .into()
}

/// Each row's articles, by id.
type Rows<'a> = BTreeMap<&'a RowId, Vec<ArticleId>>;

fn rows<'a>(material: &Material<'a>) -> Rows<'a> {
    let record = material.record;
    let known = |claims: &[ClaimId]| -> Vec<ArticleId> {
        claims.iter().filter_map(|claim| Some(material.words(*claim)?.article)).collect()
    };
    let met = record.meetings.iter();
    let met = met.map(|m| (&m.id, m.reports.iter().map(|r| r.article).collect()));
    let said = record.statements.iter().map(|s| (&s.id, vec![s.article]));
    let done = record.events.iter();
    let done = done.map(|e| (&e.id, e.reports.iter().map(|r| r.article).collect()));
    let promised = record.commitments.iter().map(|c| (&c.id, known(&c.claims)));
    let awaited = record.conditions.iter().map(|c| (&c.id, known(&c.claims)));
    let mut rows: Rows<'a> = met.chain(said).chain(done).chain(promised).chain(awaited).collect();
    for articles in rows.values_mut() {
        articles.sort_unstable();
        articles.dedup();
    }
    rows
}

fn entities(material: &Material<'_>, rows: &Rows<'_>) -> Map<String, Value> {
    let articles = material.record.documents.iter().map(|row| {
        let described = json!({
            "prov:label": row.title.as_deref().unwrap_or(&row.name),
            "r:address": row.url.as_deref().unwrap_or_default(),
            "r:published": row.published.as_ref().map(|p| edtf(&p.when)).unwrap_or_default(),
        });
        (article(row.article), described)
    });
    let rows = rows.keys().map(|id| (row(id), json!({ "prov:label": id.0 })));
    articles.chain(rows).collect()
}

/// Outlets by number: their names may hold anything, and names of agents may not.
fn outlets(material: &Material<'_>) -> Map<String, Value> {
    let numbered = numbers(material).into_iter();
    numbered.map(|(name, at)| (format!("r:outlet-{at}"), json!({ "prov:label": name }))).collect()
}

fn numbers<'a>(material: &Material<'a>) -> BTreeMap<&'a str, usize> {
    let documents = material.record.documents.iter();
    let names: std::collections::BTreeSet<&str> =
        documents.filter_map(|row| row.outlet.as_deref()).collect();
    names.into_iter().enumerate().map(|(at, name)| (name, at)).collect()
}

fn attributions(material: &Material<'_>) -> Vec<Value> {
    let numbers = numbers(material);
    let of = |row: &record::DocumentRow| {
        let at = numbers.get(row.outlet.as_deref()?)?;
        let agent = format!("r:outlet-{at}");
        Some(json!({ "prov:entity": article(row.article), "prov:agent": agent }))
    };
    material.record.documents.iter().filter_map(of).collect()
}

fn generations(rows: &Rows<'_>) -> Vec<Value> {
    let made = |id| json!({ "prov:entity": row(id), "prov:activity": READING });
    rows.keys().map(|id| made(id)).collect()
}

fn derivations(material: &Material<'_>, rows: &Rows<'_>) -> Vec<Value> {
    let of = |from: String, of: ArticleId| json!({ "prov:generatedEntity": from, "prov:usedEntity": article(of) });
    let read = rows.iter().flat_map(|(id, all)| all.iter().map(move |one| of(row(id), *one)));
    let lineage = material.record.lineage.iter();
    let copied = lineage.filter_map(|line| Some(of(article(line.from), line.of?)));
    read.chain(copied).collect()
}

fn row(id: &RowId) -> String {
    format!("r:{id}")
}

fn article(article: ArticleId) -> String {
    format!("r:article-{}", article.0)
}
