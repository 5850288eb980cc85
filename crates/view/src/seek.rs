//! What a person means by an id.

use record::{
    Claim, ClaimId, Commitment, Condition, Disagreement, DocumentRow, Event, Meeting, Origin,
    Statement,
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

/// The one thing whose id is, or alone begins with, these letters.
pub fn target<'a>(opened: &'a Opened, id: &str) -> Result<Target<'a>, Usage> {
    let all = all(opened);
    if let Some((_, exact)) = all.iter().find(|(name, _)| name == id) {
        return Ok(*exact);
    }
    let mut begun = all.iter().filter(|(name, _)| !id.is_empty() && name.starts_with(id));
    match (begun.next(), begun.next()) {
        (Some((_, only)), None) => Ok(*only),
        (None, _) => Err(Usage(format!(
            "nothing in the record has an id that begins with “{id}”; \
             find ids with `rapporteur show meetings`"
        ))),
        (Some((first, _)), Some((second, _))) => {
            let rest = begun.map(|(name, _)| name.as_str());
            let names: Vec<_> =
                [first.as_str(), second].into_iter().chain(rest).take(SHOWN).collect();
            let names = names::listed(&names);
            Err(Usage(format!("more than one id begins with “{id}”, as {names}; give more of it")))
        }
    }
}

fn all(opened: &Opened) -> Vec<(String, Target<'_>)> {
    let record = &opened.record;
    let mut all: Vec<(String, Target<'_>)> = Vec::new();
    all.extend(record.meetings.iter().map(|m| (m.id.0.clone(), Target::Meeting(m))));
    all.extend(record.statements.iter().map(|s| (s.id.0.clone(), Target::Statement(s))));
    all.extend(record.events.iter().map(|e| (e.id.0.clone(), Target::Event(e))));
    all.extend(record.commitments.iter().map(|c| (c.id.0.clone(), Target::Commitment(c))));
    all.extend(record.conditions.iter().map(|c| (c.id.0.clone(), Target::Condition(c))));
    all.extend(record.disagreements.iter().map(|d| (d.id.0.clone(), Target::Disagreement(d))));
    all.extend(record.documents.iter().map(|d| (d.name.clone(), Target::Document(d))));
    all.extend(record.origins.iter().map(|o| (o.id.clone(), Target::Origin(o))));
    all.extend(opened.kept.claims.iter().map(|c| (c.id.0.to_string(), Target::Claim(c))));
    all
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
