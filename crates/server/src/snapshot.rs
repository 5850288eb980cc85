//! The record as it stood at one moment, with what finds its rows.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::{Commitment, Condition, DocumentRow, Judgement, Meeting, RowId, Statement};
use text::ArticleId;
use view::Opened;

/// Records of so many articles settle in well under a second.
const SMALL: usize = 1_000;

/// A settled record, never changed; a new one takes its place.
pub struct Snapshot {
    /// The record and its names.
    pub opened: Opened,
    /// The store's revision that it was made from.
    pub revision: u64,
    noted: Mutex<Vec<Judgement>>,
    statements: BTreeMap<RowId, usize>,
    meetings: BTreeMap<RowId, usize>,
    commitments: BTreeMap<RowId, usize>,
    conditions: BTreeMap<RowId, usize>,
    documents: BTreeMap<ArticleId, usize>,
}

impl Snapshot {
    /// What follows from all this, as of a day or now.
    pub fn of(kept: Kept, as_of: Option<Date>, tools: Arc<Tools>, revision: u64) -> Snapshot {
        let opened = Opened::settled(kept, as_of, tools);
        let record = &opened.record;
        let statements = places(record.statements.iter().map(|row| &row.id));
        let meetings = places(record.meetings.iter().map(|row| &row.id));
        let commitments = places(record.commitments.iter().map(|row| &row.id));
        let conditions = places(record.conditions.iter().map(|row| &row.id));
        let documents = record.documents.iter().enumerate().map(|(at, row)| (row.article, at));
        let documents = documents.collect();
        let noted = Mutex::default();
        Snapshot {
            opened,
            revision,
            noted,
            statements,
            meetings,
            commitments,
            conditions,
            documents,
        }
    }

    /// True if it can be settled anew while somebody waits.
    pub fn is_small(&self) -> bool {
        self.opened.kept.articles.len() <= SMALL
    }

    /// Keeps in mind what was judged since; the rows do not follow it yet.
    pub fn note(&self, judgements: &[Judgement]) {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(judgements);
    }

    /// All verdicts, those that the rows do not follow yet too.
    pub fn judgements(&self) -> Vec<Judgement> {
        let noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        self.opened.kept.judgements.iter().chain(noted.iter()).cloned().collect()
    }

    /// A statement by id.
    pub fn statement(&self, id: &RowId) -> Option<&Statement> {
        self.opened.record.statements.get(*self.statements.get(id)?)
    }

    /// A meeting by id.
    pub fn meeting(&self, id: &RowId) -> Option<&Meeting> {
        self.opened.record.meetings.get(*self.meetings.get(id)?)
    }

    /// A commitment by id.
    pub fn commitment(&self, id: &RowId) -> Option<&Commitment> {
        self.opened.record.commitments.get(*self.commitments.get(id)?)
    }

    /// A condition by id.
    pub fn condition(&self, id: &RowId) -> Option<&Condition> {
        self.opened.record.conditions.get(*self.conditions.get(id)?)
    }

    /// A document by its article; `None` if the article is of a later day.
    pub fn document(&self, article: ArticleId) -> Option<&DocumentRow> {
        self.opened.record.documents.get(*self.documents.get(&article)?)
    }
}

fn places<'a>(ids: impl Iterator<Item = &'a RowId>) -> BTreeMap<RowId, usize> {
    ids.enumerate().map(|(at, id)| (id.clone(), at)).collect()
}
