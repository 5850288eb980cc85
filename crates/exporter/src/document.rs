//! Documents, and how they derive from each other.

use record::{Alteration, DocumentRow, Evidence, Lineage, Origin, ProblemRow, Settled};
use serde::Serialize;
use text::Severity;

use crate::index::Index;
use crate::words::edtf;

/// An article.
#[derive(Serialize)]
pub struct DocumentOut<'a> {
    /// Its name.
    pub id: &'a str,
    path: &'a str,
    url: Option<&'a str>,
    outlet: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
    published_basis: Option<&'static str>,
    published_inferred: Option<&'a Settled>,
    language: &'a str,
    credits: &'a [String],
    origin: &'a str,
    article: String,
}

impl DocumentOut<'_> {
    /// As it is written.
    pub fn of(row: &DocumentRow) -> DocumentOut<'_> {
        DocumentOut {
            id: &row.name,
            path: &row.path,
            url: row.url.as_deref(),
            outlet: row.outlet.as_deref(),
            title: row.title.as_deref(),
            published: row.published.as_ref().map(|p| edtf(&p.when)),
            published_basis: row.published.as_ref().map(|p| p.basis.as_str()),
            published_inferred: row.inferred.as_ref(),
            language: &row.language,
            credits: &row.credits,
            origin: &row.origin,
            article: row.article.0.to_string(),
        }
    }
}

/// One article deriving from another.
#[derive(Serialize)]
pub struct LineageOut<'a> {
    kind: &'static str,
    from: String,
    of: Option<String>,
    similarity: f64,
    credited: Option<&'a str>,
    reason: &'a str,
    altered: Vec<AlterationOut<'a>>,
}

/// What a copy says otherwise, with the words of both.
#[derive(Serialize)]
struct AlterationOut<'a> {
    was: Quote<'a>,
    is: Quote<'a>,
}

/// Words and the bytes of the text where they stand.
#[derive(Serialize)]
struct Quote<'a> {
    quote: &'a str,
    start: u32,
    end: u32,
}

impl Quote<'_> {
    fn of(evidence: &Evidence) -> Quote<'_> {
        let span = evidence.span();
        Quote { quote: evidence.words(), start: span.start(), end: span.end() }
    }
}

impl LineageOut<'_> {
    /// As it is written.
    pub fn of<'a>(lineage: &'a Lineage, index: &Index) -> LineageOut<'a> {
        let altered = lineage.altered.iter();
        let quotes = |change: &'a Alteration| AlterationOut {
            was: Quote::of(&change.was),
            is: Quote::of(&change.is),
        };
        LineageOut {
            kind: lineage.kind.as_str(),
            from: index.document(lineage.from),
            of: lineage.of.map(|of| index.document(of)),
            similarity: f64::from(lineage.hundredths) / 100.0,
            credited: lineage.credited.as_deref(),
            reason: &lineage.reason,
            altered: altered.map(quotes).collect(),
        }
    }
}

/// Articles that are one report.
#[derive(Serialize)]
pub struct OriginOut<'a> {
    id: &'a str,
    documents: Vec<String>,
    credited: Option<&'a str>,
}

impl OriginOut<'_> {
    /// As it is written.
    pub fn of<'a>(origin: &'a Origin, index: &Index) -> OriginOut<'a> {
        OriginOut {
            id: &origin.id,
            documents: origin.articles.iter().map(|a| index.document(*a)).collect(),
            credited: origin.credited.as_deref(),
        }
    }
}

/// Something odd.
#[derive(Serialize)]
pub struct ProblemOut<'a> {
    document: &'a str,
    code: &'a str,
    message: &'a str,
    severity: Severity,
    hint: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
}

impl ProblemOut<'_> {
    /// As it is written.
    pub fn of(row: &ProblemRow) -> ProblemOut<'_> {
        let problem = &row.problem;
        ProblemOut {
            document: &row.document,
            code: &problem.code.0,
            message: &problem.message,
            severity: problem.severity,
            hint: problem.hint.as_deref(),
            start: problem.span.map(|span| span.start()),
            end: problem.span.map(|span| span.end()),
        }
    }
}
