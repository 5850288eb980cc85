//! What a person means by an id.

use std::collections::BTreeMap;

use record::{
    Claim, ClaimId, Commitment, Condition, Disagreement, DocumentRow, Event, Meeting, Origin,
    Record, Statement,
};

use crate::Opened;
use crate::Usage;
use crate::names;

/// Something that has an id.
#[derive(Clone, Copy)]
pub enum Target<'a> {
    /// `m-…`
    Meeting(&'a Meeting),
    /// `s-…`
    Statement(&'a Statement),
    /// `e-…`
    Event(&'a Event),
    /// `c-…`
    Commitment(&'a Commitment),
    /// `k-…`
    Condition(&'a Condition),
    /// `d-…`
    Disagreement(&'a Disagreement),
    /// A document's name
    Document(&'a DocumentRow),
    /// `o1`
    Origin(&'a Origin),
    /// The first digits of a claim's id
    Claim(&'a Claim),
}

/// Ids shown where several begin alike.
const SHOWN: usize = 5;

/// Where something stands in its record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    Meeting(usize),
    Statement(usize),
    Event(usize),
    Commitment(usize),
    Condition(usize),
    Disagreement(usize),
    Document(usize),
    Origin(usize),
    Claim(usize),
}

/// Everything that has an id, by id. Of two with one id the first of the list above is meant.
pub(crate) type Ids = BTreeMap<String, Place>;

/// The one thing whose id is, or alone begins with, these letters.
pub fn target<'a>(opened: &'a Opened, id: &str) -> Result<Target<'a>, Usage> {
    let ids = opened.ids();
    if let Some(target) = ids.get(id).and_then(|place| at(opened, *place)) {
        return Ok(target);
    }
    let mut begun = ids.range(id.to_owned()..).take_while(|(name, _)| name.starts_with(id));
    let (first, second) = if id.is_empty() { (None, None) } else { (begun.next(), begun.next()) };
    match (first, second) {
        (Some((_, only)), None) => at(opened, *only).ok_or_else(|| nothing(id)),
        (None, _) => Err(nothing(id)),
        (Some((first, _)), Some((second, _))) => {
            let rest = begun.map(|(name, _)| name.as_str());
            let names: Vec<_> =
                [first.as_str(), second].into_iter().chain(rest).take(SHOWN).collect();
            let names = names::listed(&names);
            Err(Usage(format!("more than one id begins with “{id}”, as {names}; give more of it")))
        }
    }
}

fn nothing(id: &str) -> Usage {
    Usage(format!(
        "nothing in the record has an id that begins with “{id}”; \
         find ids with `rapporteur show meetings`"
    ))
}

fn at(opened: &Opened, place: Place) -> Option<Target<'_>> {
    let record = &opened.record;
    Some(match place {
        Place::Meeting(at) => Target::Meeting(record.meetings.get(at)?),
        Place::Statement(at) => Target::Statement(record.statements.get(at)?),
        Place::Event(at) => Target::Event(record.events.get(at)?),
        Place::Commitment(at) => Target::Commitment(record.commitments.get(at)?),
        Place::Condition(at) => Target::Condition(record.conditions.get(at)?),
        Place::Disagreement(at) => Target::Disagreement(record.disagreements.get(at)?),
        Place::Document(at) => Target::Document(record.documents.get(at)?),
        Place::Origin(at) => Target::Origin(record.origins.get(at)?),
        Place::Claim(at) => Target::Claim(opened.kept.claims.get(at)?),
    })
}

/// Of a record and the claims it follows from.
pub(crate) fn ids(record: &Record, claims: &[Claim]) -> Ids {
    let mut ids = Ids::new();
    let mut all = |names: &mut dyn Iterator<Item = String>, place: fn(usize) -> Place| {
        for (at, name) in names.enumerate() {
            ids.entry(name).or_insert(place(at));
        }
    };
    all(&mut record.meetings.iter().map(|row| row.id.0.clone()), Place::Meeting);
    all(&mut record.statements.iter().map(|row| row.id.0.clone()), Place::Statement);
    all(&mut record.events.iter().map(|row| row.id.0.clone()), Place::Event);
    all(&mut record.commitments.iter().map(|row| row.id.0.clone()), Place::Commitment);
    all(&mut record.conditions.iter().map(|row| row.id.0.clone()), Place::Condition);
    all(&mut record.disagreements.iter().map(|row| row.id.0.clone()), Place::Disagreement);
    all(&mut record.documents.iter().map(|row| row.name.clone()), Place::Document);
    all(&mut record.origins.iter().map(|row| row.id.clone()), Place::Origin);
    all(&mut claims.iter().map(|claim| claim.id.0.to_string()), Place::Claim);
    ids
}

impl Target<'_> {
    /// `meeting`, `statement`, …
    pub fn kind(&self) -> &'static str {
        match self {
            Target::Meeting(_) => "meeting",
            Target::Statement(_) => "statement",
            Target::Event(_) => "event",
            Target::Commitment(_) => "commitment",
            Target::Condition(_) => "condition",
            Target::Disagreement(_) => "disagreement",
            Target::Document(_) => "document",
            Target::Origin(_) => "origin",
            Target::Claim(_) => "claim",
        }
    }

    /// The claims that it follows from, each once, in order of id.
    pub fn claims(&self, opened: &Opened) -> Vec<ClaimId> {
        let mut claims: Vec<ClaimId> = match self {
            Target::Meeting(row) => row.reports.iter().map(|report| report.claim).collect(),
            Target::Statement(row) => vec![row.claim],
            Target::Event(row) => row.reports.iter().map(|report| report.claim).collect(),
            Target::Commitment(row) => row.claims.clone(),
            Target::Condition(row) => row.claims.clone(),
            Target::Disagreement(row) => {
                row.accounts.iter().flat_map(|account| account.claims.iter().copied()).collect()
            }
            Target::Document(row) => {
                let own = opened.kept.claims.iter().filter(|claim| claim.article == row.article);
                own.map(|claim| claim.id).collect()
            }
            Target::Origin(row) => {
                let own = opened.kept.claims.iter().filter(|c| row.articles.contains(&c.article));
                own.map(|claim| claim.id).collect()
            }
            Target::Claim(claim) => vec![claim.id],
        };
        claims.sort();
        claims.dedup();
        claims
    }
}
