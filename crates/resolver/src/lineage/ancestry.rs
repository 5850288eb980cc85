//! The lineage of all documents in scope, and the origins that follow.

use std::collections::{BTreeSet, HashMap};

use lexicon::Lexicon;
use record::{Derivation, DocumentRow, Lineage, Origin};
use text::ArticleId;

use super::altered::altered;
use super::candidates::candidates;
use super::compare::{Compared, Likeness, Text, days_apart, percent};
use super::credit;
use super::origins::Families;
use super::prose::Prose;
use crate::scope::{Document, Scope};
use crate::when::Calendar;

/// Two pages that credit one agency and share this much of their own words print one dispatch.
const SUBSTANTIAL: f64 = 0.25;

/// Who derives from whom.
pub(crate) struct Ancestry {
    /// In order of the deriving document.
    pub lineage: Vec<Lineage>,
    /// In order of the first document.
    pub origins: Vec<Origin>,
    of_document: Vec<usize>,
}

impl Ancestry {
    /// Joins what was compared; compares all documents that share enough, unless that was done before.
    pub fn trace(scope: &Scope, lexicon: &Lexicon, compared: Option<&[Compared]>) -> Ancestry {
        let count = scope.documents.len();
        let mut families = Families::new(count);
        let mut lineage = Vec::new();
        for (a, b, found) in compared.map_or_else(|| compare_all(scope), |c| placed(scope, c)) {
            if let Some(likeness) = found.likeness {
                families.join(a, b);
                lineage.push(derivation(&scope.documents[a], &scope.documents[b], likeness));
            } else if one_agency(scope, lexicon, a, b) && found.shares >= SUBSTANTIAL {
                families.join(a, b);
            }
        }
        lineage.extend(credit::citations(scope, lexicon));
        lineage.sort();
        let families = families.families();
        let origins = origins(scope, lexicon, &families);
        Ancestry { lineage, origins, of_document: by_document(&families, count) }
    }

    /// The origin of a document, as a number.
    pub fn origin(&self, document: usize) -> usize {
        self.of_document.get(document).copied().unwrap_or(document)
    }

    /// How many origins these documents have.
    pub fn count(&self, documents: impl Iterator<Item = usize>) -> usize {
        documents.map(|document| self.origin(document)).collect::<BTreeSet<_>>().len()
    }

    /// All documents as rows of the record.
    pub fn documents(&self, scope: &Scope, calendar: &Calendar) -> Vec<DocumentRow> {
        let row = |(place, document): (usize, &Document)| {
            let article = document.article;
            DocumentRow {
                name: document.name.clone(),
                article: article.id,
                path: article.path.clone(),
                url: article.url.clone(),
                outlet: article.outlet.clone(),
                title: article.title.clone(),
                published: article.published.clone(),
                inferred: calendar.inferred(place).filter(|_| article.published.is_none()),
                language: article.language.clone(),
                credits: article.credits.clone(),
                origin: origin_id(self.origin(place)),
            }
        };
        scope.documents.iter().enumerate().map(row).collect()
    }
}

/// Places of two documents, and what comparing them found.
type Found = (usize, usize, Compared);

fn compare_all(scope: &Scope) -> Vec<Found> {
    let ids: Vec<_> = scope.documents.iter().map(|d| d.article.id).collect();
    let texts: Vec<Text> =
        scope.documents.iter().map(|d| Text::new(&Prose::of(d.article))).collect();
    let found = |(a, b): (usize, usize)| {
        let apart = days_apart(scope.documents[a].published, scope.documents[b].published);
        (a, b, Compared::of((ids[a], &texts[a]), (ids[b], &texts[b]), apart))
    };
    candidates(&texts, &ids).into_iter().map(found).collect()
}

/// What was compared elsewhere, without what is not in scope.
fn placed(scope: &Scope, compared: &[Compared]) -> Vec<Found> {
    let places: HashMap<ArticleId, usize> =
        scope.documents.iter().enumerate().map(|(place, d)| (d.article.id, place)).collect();
    let found = |one: &Compared| {
        let (a, b) = (*places.get(&one.a)?, *places.get(&one.b)?);
        Some((a.min(b), a.max(b), one.clone()))
    };
    compared.iter().filter_map(found).collect()
}

fn one_agency(scope: &Scope, lexicon: &Lexicon, a: usize, b: usize) -> bool {
    let agency = credit::credited(scope, lexicon, a);
    agency.is_some() && agency == credit::credited(scope, lexicon, b)
}

fn origin_id(number: usize) -> String {
    format!("o{}", number + 1)
}

fn by_document(families: &[Vec<usize>], documents: usize) -> Vec<usize> {
    let mut origin_of = vec![0; documents];
    for (number, family) in families.iter().enumerate() {
        family.iter().for_each(|at| origin_of[*at] = number);
    }
    origin_of
}

fn origins(scope: &Scope, lexicon: &Lexicon, families: &[Vec<usize>]) -> Vec<Origin> {
    let origin = |(number, family): (usize, &Vec<usize>)| Origin {
        id: origin_id(number),
        articles: family
            .iter()
            .filter_map(|at| Some(scope.documents.get(*at)?.article.id))
            .collect(),
        credited: family.iter().find_map(|at| credit::credited(scope, lexicon, *at)),
    };
    families.iter().enumerate().map(origin).collect()
}

/// The later derives from the earlier. Where dates do not tell, the one without a credit or
/// dateline derives; where that does not tell either, the shorter.
fn derivation(a: &Document, b: &Document, likeness: Likeness) -> Lineage {
    let signed = |d: &Document| {
        let article = d.article;
        let dateline = article.blocks.iter().any(|b| b.kind == text::BlockKind::Dateline)
            || article.published.as_ref().is_some_and(|p| p.basis == text::DateBasis::Dateline);
        !article.credits.is_empty() || dateline
    };
    let later = match (a.day(), b.day()) {
        (Some(x), Some(y)) if x != y => x > y,
        _ if signed(a) != signed(b) => !signed(a),
        _ => (a.article.text.len(), &b.name) < (b.article.text.len(), &a.name),
    };
    let (from, of) = if later { (a, b) } else { (b, a) };
    let version = is_version(a, b);
    let reason = match version {
        true => format!("the same page of the same outlet; {}", likeness.reason),
        false => likeness.reason,
    };
    Lineage {
        from: from.article.id,
        of: Some(of.article.id),
        credited: None,
        kind: if version { Derivation::Version } else { likeness.kind },
        hundredths: percent(likeness.share),
        reason,
        altered: altered(from.article, of.article),
    }
}

/// The same address, or the same headline of the same outlet: a correction or an update.
fn is_version(a: &Document, b: &Document) -> bool {
    let (a, b) = (a.article, b.article);
    let outlet = a.outlet.is_some() && a.outlet == b.outlet;
    let address = a.url.is_some() && a.url == b.url;
    address || (outlet && a.title.is_some() && a.title == b.title)
}
