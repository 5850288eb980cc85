//! What an export is made from.

use std::collections::BTreeMap;

use record::{ClaimId, DocumentRow, Event, Evidence, Record};
use text::{Article, ArticleId};

use crate::dyads;
use crate::index::Index;

/// A record with what its rows are called, and the articles it was read from.
pub struct Material<'a> {
    /// The rows.
    pub record: &'a Record,
    /// Their names and codes.
    pub index: &'a Index,
    /// How much of the articles is written.
    pub extent: Extent,
    articles: BTreeMap<ArticleId, &'a Article>,
    rows: BTreeMap<ArticleId, &'a DocumentRow>,
    words: BTreeMap<ClaimId, Words<'a>>,
    dyads: Option<Vec<Event>>,
}

/// How much of the articles is written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Extent {
    /// The words that bear rows out, and no more.
    #[default]
    Quotes,
    /// Each article's text.
    FullText,
}

/// The words of a claim, and the article they stand in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// Which article.
    pub article: ArticleId,
    /// The words and where they stand.
    pub evidence: &'a Evidence,
}

impl<'a> Material<'a> {
    /// Of a record; positions in code points need its articles.
    pub fn of(
        record: &'a Record,
        index: &'a Index,
        articles: &'a [Article],
        extent: Extent,
    ) -> Material<'a> {
        Material {
            record,
            index,
            extent,
            articles: articles.iter().map(|article| (article.id, article)).collect(),
            rows: record.documents.iter().map(|row| (row.article, row)).collect(),
            words: words(record),
            dyads: None,
        }
    }

    /// The same, its meetings taken apart for the layouts of event data: a line for each two sides, in both
    /// directions.
    pub fn in_dyads(mut self) -> Material<'a> {
        self.dyads = Some(dyads::events(&self.record.meetings, &self.record.events));
        self
    }

    /// What the layouts of event data are made from.
    pub fn events(&self) -> &[Event] {
        self.dyads.as_deref().unwrap_or(&self.record.events)
    }

    /// A line on the meetings that were taken apart.
    pub fn told_of_dyads(&self) -> Option<String> {
        self.dyads.as_ref().map(|_| dyads::told(&self.record.meetings))
    }

    /// An article's row.
    pub fn document(&self, article: ArticleId) -> Option<&'a DocumentRow> {
        self.rows.get(&article).copied()
    }

    /// An article's text.
    pub fn text(&self, article: ArticleId) -> Option<&'a str> {
        self.articles.get(&article).map(|article| article.text.as_str())
    }

    /// An article's text, if texts are to be written.
    pub fn written_text(&self, article: ArticleId) -> Option<&'a str> {
        match self.extent {
            Extent::Quotes => None,
            Extent::FullText => self.text(article),
        }
    }

    /// The words of a claim that a row of the record rests on.
    pub fn words(&self, claim: ClaimId) -> Option<Words<'a>> {
        self.words.get(&claim).copied()
    }
}

fn words(record: &Record) -> BTreeMap<ClaimId, Words<'_>> {
    let met = record.meetings.iter().flat_map(|meeting| &meeting.reports);
    let met = met.map(|r| (r.claim, r.article, &r.evidence));
    let said = record.statements.iter().map(|s| (s.claim, s.article, &s.evidence));
    let done = record.events.iter().flat_map(|event| &event.reports);
    let done = done.map(|r| (r.claim, r.article, &r.evidence));
    let all = met.chain(said).chain(done);
    all.map(|(claim, article, evidence)| (claim, Words { article, evidence })).collect()
}
