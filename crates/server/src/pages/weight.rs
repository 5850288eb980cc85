//! How much stands behind a row: reports, outlets, independent origins.

use std::collections::{BTreeSet, HashSet};

use record::DocumentRow;
use schemars::JsonSchema;
use serde::Serialize;
use text::{ArticleId, When};
use view::names;

use super::parts::{self, Choice, Named};
use crate::ask::segment;
use crate::snapshot::Snapshot;

/// Values to choose by that a page offers; the rest is reached through the rows.
const MOST_CHOICES: usize = 300;

/// How many tell it, and how many of them on their own.
#[derive(Clone, Copy, Debug, Default, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Weight {
    /// Documents.
    pub reports: usize,
    /// Who published them.
    pub outlets: usize,
    /// Reports that copy each other count once.
    pub origins: usize,
}

impl Weight {
    /// Of these articles, each counted once.
    pub fn of(snapshot: &Snapshot, articles: impl Iterator<Item = ArticleId>) -> Weight {
        let articles: BTreeSet<ArticleId> = articles.collect();
        Weight::of_rows(articles.iter().filter_map(|article| snapshot.document(*article)))
    }

    /// Of these documents.
    pub fn of_rows<'a>(documents: impl Iterator<Item = &'a DocumentRow>) -> Weight {
        let (mut outlets, mut origins) = (HashSet::new(), HashSet::new());
        let mut reports = 0;
        for row in documents {
            reports += 1;
            outlets.extend(row.outlet.as_deref());
            origins.insert(row.origin.as_str());
        }
        Weight { reports, outlets: outlets.len(), origins: origins.len() }
    }
}

/// A document, to be linked.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct DocumentLink {
    /// Its name.
    pub name: String,
    /// Its headline, else its name.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its day in words.
    pub published: Option<String>,
    /// Its page.
    pub href: String,
}

impl DocumentLink {
    /// Of a row.
    pub fn of(row: &DocumentRow) -> DocumentLink {
        let published = row.published.as_ref().map(|published| &published.when);
        DocumentLink {
            name: row.name.clone(),
            title: row.title.clone().unwrap_or_else(|| row.name.clone()),
            outlet: row.outlet.clone(),
            published: published.map(day),
            href: address(&row.name),
        }
    }

    /// Of an article; one that is of a later day has no link.
    pub fn to(snapshot: &Snapshot, article: ArticleId) -> Option<DocumentLink> {
        snapshot.document(article).map(DocumentLink::of)
    }
}

/// "28 December 2022", "April 2023"
fn day(when: &When) -> String {
    if when.is_day() { names::day(when.from) } else { names::days(when.from, when.last()) }
}

/// Where a document is shown.
pub fn address(name: &str) -> String {
    format!("/documents/{}", segment(name))
}

/// Each key with its rows, most first, named.
pub fn choices<'a>(
    keys: impl Iterator<Item = &'a str>,
    name: impl Fn(&str) -> String,
) -> Vec<Choice> {
    let named = |key: &str| Named { key: key.to_owned(), name: name(key) };
    let mut choices = parts::counted(keys, named);
    choices.truncate(MOST_CHOICES);
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_stand_by_how_many_rows_they_have() {
        let choices = choices(["b", "a", "b", "c"].into_iter(), str::to_uppercase);
        let told: Vec<_> = choices.iter().map(|c| (c.name.as_str(), c.rows)).collect();
        assert_eq!(told, [("B", 2), ("A", 1), ("C", 1)]);
    }
}
