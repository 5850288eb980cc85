//! `webannotation`: each claim's words as a W3C Web Annotation.
//!
//! `TextPositionSelector` counts code points of the article's text, as the model asks; the quote
//! with the words before and after finds its place in a page whose text has moved.

use record::{ClaimId, Evidence, RowId};
use serde_json::{Value, json};
use text::ArticleId;

use crate::material::Material;
use crate::output::Exported;
use crate::plain::web;
use crate::written::pretty;

/// Code points before and after the words.
const AROUND: usize = 32;

/// A row, the claim it rests on, and the words.
struct Mark<'a> {
    row: &'a RowId,
    kind: &'static str,
    claim: ClaimId,
    article: ArticleId,
    evidence: &'a Evidence,
}

/// One annotation a claim, in a page of them.
pub fn webannotation(material: &Material<'_>) -> Exported {
    let record = material.record;
    let met = record.meetings.iter().flat_map(|m| m.reports.iter().map(move |r| (&m.id, r)));
    let met = met.map(|(id, r)| mark(id, "meeting", r.claim, (r.article, &r.evidence)));
    let said = record.statements.iter();
    let said = said.map(|s| mark(&s.id, "statement", s.claim, (s.article, &s.evidence)));
    let done = record.events.iter().flat_map(|e| e.reports.iter().map(move |r| (&e.id, r)));
    let done = done.map(|(id, r)| mark(id, "event", r.claim, (r.article, &r.evidence)));
    let items: Vec<Value> =
        met.chain(said).chain(done).map(|mark| annotation(&mark, material)).collect();
    pretty(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:rapporteur:annotations",
        "type": "AnnotationPage",
        "items": items,
    }))
    .into()
}

fn mark<'a>(
    row: &'a RowId,
    kind: &'static str,
    claim: ClaimId,
    (article, evidence): (ArticleId, &'a Evidence),
) -> Mark<'a> {
    Mark { row, kind, claim, article, evidence }
}

fn annotation(mark: &Mark<'_>, material: &Material<'_>) -> Value {
    let document = material.document(mark.article);
    let address = document.and_then(|row| row.url.as_deref()).and_then(web);
    let source = address.map_or(format!("urn:sha256:{}", mark.article.0), str::to_owned);
    json!({
        "id": format!("urn:sha256:{}", mark.claim.0),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            { "type": "TextualBody", "purpose": "tagging", "value": mark.kind },
            { "type": "TextualBody", "purpose": "identifying", "value": mark.row.0 },
        ],
        "target": { "source": source, "selector": selectors(mark, material) },
    })
}

/// Without the article's text there is no place to count, only the words.
fn selectors(mark: &Mark<'_>, material: &Material<'_>) -> Vec<Value> {
    let exact = mark.evidence.words();
    let span = mark.evidence.span();
    let text = material.text(mark.article).filter(|text| span.slice(text) == Some(exact));
    let Some(text) = text else {
        return vec![json!({ "type": "TextQuoteSelector", "exact": exact })];
    };
    let (before, after) = (&text[..span.start() as usize], &text[span.end() as usize..]);
    let start = before.chars().count();
    let end = start + exact.chars().count();
    let prefix = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let suffix = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (prefix, suffix) = (&before[prefix..], &after[..suffix]);
    vec![
        json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix }),
        json!({ "type": "TextPositionSelector", "start": start, "end": end }),
    ]
}
