//! Who copied whom: reports that go back to one origin, and what shows it.

use std::collections::BTreeMap;

use record::{Alteration, DocumentRow, Lineage, Origin};
use schemars::JsonSchema;
use serde::Serialize;
use text::ArticleId;

use super::parts::{self, Choice, Extent};
use super::weight::{DocumentLink, Weight};
use crate::ask::{AS_OF, FOCUS, OUTLET, PAGE as PAGE_PARAM, ROWS_PARAM, STATE};
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/sources`
pub const PAGE: Page = Page {
    name: "sources",
    path: "/sources",
    title: "Sources and lineage",
    about: "Which reports go back to one origin, and what shows it",
    group: Group::Sources,
    asks: &[AS_OF, FOCUS, STATE, OUTLET, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Sources>,
    tool: None,
    show,
};

/// The fewest bytes of a shared passage that are worth showing.
const FEWEST_SHARED: usize = 40;

/// Origins, the most copied first.
#[derive(Serialize, JsonSchema)]
struct Sources {
    /// Which of them are given.
    extent: Extent,
    /// All documents.
    all: Weight,
    /// Origins of more than one document.
    copied: usize,
    /// The origins.
    origins: Vec<OriginLine>,
    /// `several documents`, `cites others`, `alone`
    states: Vec<Choice>,
}

/// Documents that are one report.
#[derive(Serialize, JsonSchema)]
struct OriginLine {
    /// Its id.
    id: String,
    /// The agency credited by any of them.
    credited: Option<String>,
    /// Who published it.
    weight: Weight,
    /// The documents.
    documents: Vec<DocumentLink>,
    /// How they derive from each other and from others.
    ties: Vec<Tie>,
}

/// One document leaning on another.
#[derive(Serialize, JsonSchema)]
pub struct Tie {
    /// `reprint`, `rewrite`, `version`, `citation`
    kind: &'static str,
    /// The one that derives.
    from: Option<DocumentLink>,
    /// The one it derives from, if it is in the record.
    of: Option<DocumentLink>,
    /// The agency or outlet it names, if any.
    credited: Option<String>,
    /// How alike the texts are, in hundredths of the lesser; nothing where nothing was compared.
    alike: Option<u8>,
    /// What showed it.
    reason: String,
    /// The longest passage that both have word for word.
    shared: Option<String>,
    /// What the one that derives says otherwise: a number, a name, a denial.
    altered: Vec<Altered>,
}

/// Words of a report, and what a copy of it has in their place.
#[derive(Serialize, JsonSchema)]
pub struct Altered {
    /// In the one that it derives from.
    was: String,
    /// In the one that derives.
    is: String,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let snapshot = view.snapshot;
    let record = &snapshot.opened.record;
    let mut ties: BTreeMap<ArticleId, Vec<&Lineage>> = BTreeMap::new();
    record.lineage.iter().for_each(|row| ties.entry(row.from).or_default().push(row));
    let state = |origin: &Origin| state(origin, &ties);
    let outlet = view.ask.words(OUTLET);
    let of_outlet = |origin: &&Origin| {
        let mut rows = origin.articles.iter().filter_map(|article| snapshot.document(*article));
        outlet.is_none_or(|outlet| rows.any(|row| row.outlet.as_deref() == Some(outlet)))
    };
    let fit = record.origins.iter().filter(of_outlet);
    let asked = view.ask.words(STATE);
    let mut fit: Vec<&Origin> =
        fit.filter(|origin| asked.is_none_or(|asked| state(origin) == asked)).collect();
    fit.sort_by_cached_key(|origin| {
        std::cmp::Reverse((origin.articles.len(), state(origin) != ALONE))
    });
    let range = view.ask.range(fit.len());
    let states = record.origins.iter().map(state);
    Shown::of(Sources {
        extent: parts::extent(&range, fit.len()),
        all: Weight::of_rows(record.documents.iter()),
        copied: record.origins.iter().filter(|origin| origin.articles.len() > 1).count(),
        origins: fit[range].iter().map(|origin| line(snapshot, origin, &ties)).collect(),
        states: parts::counted(states, parts::plain),
    })
}

/// An origin that neither is copied nor leans on another.
const ALONE: &str = "alone";

fn state(origin: &Origin, ties: &BTreeMap<ArticleId, Vec<&Lineage>>) -> &'static str {
    match origin.articles.as_slice() {
        [_, _, ..] => "several documents",
        articles if articles.iter().any(|article| ties.contains_key(article)) => "cites others",
        _ => ALONE,
    }
}

fn line(
    snapshot: &Snapshot,
    origin: &Origin,
    ties: &BTreeMap<ArticleId, Vec<&Lineage>>,
) -> OriginLine {
    let rows: Vec<&DocumentRow> =
        origin.articles.iter().filter_map(|article| snapshot.document(*article)).collect();
    let own = origin.articles.iter().filter_map(|article| ties.get(article)).flatten();
    OriginLine {
        id: origin.id.clone(),
        credited: origin.credited.clone(),
        weight: Weight::of_rows(rows.iter().copied()),
        documents: rows.iter().map(|row| DocumentLink::of(row)).collect(),
        ties: own.map(|row| tie(snapshot, row)).collect(),
    }
}

/// A lineage in words, with the passage that shows it.
pub fn tie(snapshot: &Snapshot, row: &Lineage) -> Tie {
    let text = |article| snapshot.opened.article(article).map(|article| article.text.as_str());
    let texts = text(row.from).zip(row.of.and_then(text));
    Tie {
        kind: row.kind.as_str(),
        from: DocumentLink::to(snapshot, row.from),
        of: row.of.and_then(|article| DocumentLink::to(snapshot, article)),
        credited: row.credited.clone(),
        alike: Some(row.hundredths).filter(|hundredths| *hundredths > 0),
        reason: row.reason.clone(),
        shared: texts.and_then(|(from, of)| shared(from, of)).map(str::to_owned),
        altered: row.altered.iter().map(altered).collect(),
    }
}

fn altered(change: &Alteration) -> Altered {
    Altered { was: change.was.words().to_owned(), is: change.is.words().to_owned() }
}

/// The longest sentence of one text that stands in the other too.
fn shared<'a>(from: &'a str, of: &str) -> Option<&'a str> {
    let sentences = from.split(['\n', '.']).map(str::trim).filter(|s| s.len() >= FEWEST_SHARED);
    let mut longest: Vec<&str> = sentences.collect();
    longest.sort_unstable_by_key(|sentence| (std::cmp::Reverse(sentence.len()), *sentence));
    longest.into_iter().find(|sentence| of.contains(*sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_sentence_in_both_texts_is_shown() {
        let wire = "The two delegations will come together again in the spring. \
                    Both sides spoke of a good and open exchange of views on all matters.";
        let paper = "In short: Both sides spoke of a good and open exchange of views on all \
                     matters. Nothing else is known.";
        let words = "Both sides spoke of a good and open exchange of views on all matters";
        assert_eq!(shared(wire, paper), Some(words));
        assert_eq!(shared("Too short.", "Too short."), None);
    }
}
