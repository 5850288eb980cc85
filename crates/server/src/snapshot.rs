//! The record as it stood at one moment, with what finds its rows.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pipeline::{Kept, Tools};
use record::{Commitment, Condition, Meeting, RowId, Statement};
use view::Opened;

/// A settled record, never changed; a new one takes its place.
pub struct Snapshot {
    /// The record and its names.
    pub opened: Opened,
    /// The store's revision that it was made from.
    pub revision: u64,
    statements: BTreeMap<RowId, usize>,
    meetings: BTreeMap<RowId, usize>,
    commitments: BTreeMap<RowId, usize>,
    conditions: BTreeMap<RowId, usize>,
}

impl Snapshot {
    /// What follows from all this, as of a day or now.
    pub fn of(kept: Kept, as_of: Option<Date>, revision: u64) -> Snapshot {
        let opened = Opened::settled(kept, as_of, Tools::shipped());
        let record = &opened.record;
        let statements = places(record.statements.iter().map(|row| &row.id));
        let meetings = places(record.meetings.iter().map(|row| &row.id));
        let commitments = places(record.commitments.iter().map(|row| &row.id));
        let conditions = places(record.conditions.iter().map(|row| &row.id));
        Snapshot { opened, revision, statements, meetings, commitments, conditions }
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
}

fn places<'a>(ids: impl Iterator<Item = &'a RowId>) -> BTreeMap<RowId, usize> {
    ids.enumerate().map(|(at, id)| (id.clone(), at)).collect()
}
