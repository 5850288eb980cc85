//! Articles, and which derives from which.

use text::Severity;

use crate::material::Material;
use crate::sheet::{Draft, Kind, Sheet, list};
use crate::words::edtf;

const BASES: &[&str] =
    &["given", "structured-data", "markup", "feed", "dateline", "visible", "url"];
const SEVERITIES: &[&str] = &["note", "warning", "error"];
const DERIVATIONS: &[&str] = &["reprint", "rewrite", "citation"];

/// One row an article.
pub fn documents(material: &Material<'_>) -> Sheet {
    let draft = Draft::new("documents", "an article", &material.record.documents)
        .column("id", Kind::Text, "names the article to people", |d| d.name.as_str())
        .column("path", Kind::Text, "where it was read", |d| d.path.as_str())
        .column("url", Kind::Text, "its address", |d| d.url.as_deref())
        .column("outlet", Kind::Text, "who published it", |d| d.outlet.as_deref())
        .column("title", Kind::Text, "its headline", |d| d.title.as_deref())
        .column("published", Kind::Text, "its own date; EDTF", |d| {
            d.published.as_ref().map(|p| edtf(&p.when))
        })
        .choice("published_basis", BASES, "where that date was read", |d| {
            d.published.as_ref().map(|p| p.basis.as_str())
        })
        .column("published_inferred", Kind::Text, "if undated, the days it can be of; EDTF", |d| {
            d.inferred.as_ref().map(|inferred| inferred.edtf.as_str())
        })
        .column("language", Kind::Text, "BCP 47", |d| d.language.as_str())
        .column("credits", Kind::List, "agencies it credits", |d| list(&d.credits))
        .column("origin", Kind::Text, "equal for articles that are one report", |d| {
            d.origin.as_str()
        })
        .column("article", Kind::Text, "names text, date and capture; SHA-256", |d| {
            d.article.0.to_string()
        });
    let text = "the whole text, if it was asked for";
    draft.column("text", Kind::Text, text, |d| material.written_text(d.article)).done()
}

/// One row an article that leans on another.
pub fn lineage(material: &Material<'_>) -> Sheet {
    Draft::new("lineage", "an article that derives from another", &material.record.lineage)
        .column("document", Kind::Text, "the one that derives", |l| material.index.document(l.from))
        .choice("kind", DERIVATIONS, "in what way", |l| l.kind.as_str())
        .column("of", Kind::Text, "what it derives from, if that is in the record", |l| {
            l.of.map(|of| material.index.document(of))
        })
        .column("credited", Kind::Text, "whom it names", |l| l.credited.as_deref())
        .column("similarity", Kind::Number, "likeness of the texts, 0 to 1", |l| {
            f64::from(l.hundredths) / 100.0
        })
        .column("reason", Kind::Text, "what showed it", |l| l.reason.as_str())
        .column("altered", Kind::List, "what it says otherwise: was, and is", |l| {
            let changes = l.altered.iter();
            let told = changes.map(|c| format!("{} → {}", c.was.words(), c.is.words()));
            list(&told.collect::<Vec<_>>())
        })
        .done()
}

/// One row a thing that is odd.
pub fn problems(material: &Material<'_>) -> Sheet {
    Draft::new("problems", "something odd about an article", &material.record.problems)
        .column("document", Kind::Text, "id in documents, or a path", |p| p.document.as_str())
        .column("code", Kind::Text, "which kind, as the reference lists them", |p| {
            p.problem.code.0.as_str()
        })
        .choice("severity", SEVERITIES, "what it costs", |p| match p.problem.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
        .column("message", Kind::Text, "what is odd", |p| p.problem.message.as_str())
        .column("hint", Kind::Text, "what can be done", |p| p.problem.hint.as_deref())
        .done()
}
