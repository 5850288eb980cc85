//! Statements, and what follows from them: commitments, conditions, positions.

use record::{
    ClaimId, Commitment, Condition, Fate, Moved, Party, Position, RowId, Statement, Step,
};
use serde::Serialize;

use crate::event::CodesOut;
use crate::index::Index;
use crate::words::{commitment_state, edtf};

/// Something said.
#[derive(Serialize)]
pub struct StatementOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    document: String,
    speaker: &'a str,
    party: Option<&'a Party>,
    parties: &'a [Party],
    voices: &'a [String],
    act: &'static str,
    issue: Option<&'a str>,
    issues: &'a [String],
    quote: &'a str,
    start: u32,
    end: u32,
    verbatim: bool,
    requires: Option<RequiresOut<'a>>,
    claim: ClaimId,
    codes: CodesOut,
    /// The language model that read it; nothing if rules did.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_by: Option<&'a str>,
}

#[derive(Serialize)]
struct RequiresOut<'a> {
    what: &'a str,
    depends_on: &'a str,
    unless: bool,
}

impl StatementOut<'_> {
    /// As it is written.
    pub fn of<'a>(statement: &'a Statement, index: &'a Index) -> StatementOut<'a> {
        let requires = statement.requires.as_ref();
        StatementOut {
            id: &statement.id.0,
            document: index.document(statement.article),
            speaker: &statement.speaker,
            party: statement.parties.first(),
            parties: &statement.parties,
            voices: &statement.voices,
            act: statement.act.as_str(),
            issue: statement.issues.first().map(String::as_str),
            issues: &statement.issues,
            quote: statement.evidence.words(),
            start: statement.evidence.span().start(),
            end: statement.evidence.span().end(),
            verbatim: statement.verbatim,
            requires: requires.map(|r| RequiresOut {
                what: &r.what,
                depends_on: &r.depends_on,
                unless: r.unless,
            }),
            claim: statement.claim,
            codes: CodesOut::of_statement(statement, index),
            read_by: index.read_by(&[statement.claim]),
        }
    }
}

/// A promise.
#[derive(Serialize)]
pub struct CommitmentOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    by: &'a [Party],
    action: &'a str,
    due: Option<String>,
    status: &'static str,
    fate: Option<Fate>,
    why: Option<&'a str>,
    statements: &'a [RowId],
    claims: &'a [ClaimId],
    origins: usize,
    /// The language model that read it; nothing if rules did.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_by: Option<&'a str>,
}

impl CommitmentOut<'_> {
    /// As it is written.
    pub fn of<'a>(commitment: &'a Commitment, index: &'a Index) -> CommitmentOut<'a> {
        CommitmentOut {
            id: &commitment.id.0,
            by: &commitment.by,
            action: &commitment.action,
            due: commitment.due.as_ref().map(edtf),
            status: commitment_state(commitment.state),
            fate: commitment.fate,
            why: commitment.why.as_deref(),
            statements: &commitment.statements,
            claims: &commitment.claims,
            origins: commitment.origins,
            read_by: index.read_by(&commitment.claims),
        }
    }
}

/// Something that waits for something else.
#[derive(Serialize)]
pub struct ConditionOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    set_by: Option<&'a Party>,
    parties: &'a [Party],
    what: &'a str,
    depends_on: &'a str,
    unless: bool,
    awaits: &'a [Party],
    blocks: &'a [String],
    statements: &'a [RowId],
    claims: &'a [ClaimId],
    origins: usize,
    /// The language model that read it; nothing if rules did.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_by: Option<&'a str>,
}

impl ConditionOut<'_> {
    /// As it is written.
    pub fn of<'a>(condition: &'a Condition, index: &'a Index) -> ConditionOut<'a> {
        ConditionOut {
            id: &condition.id.0,
            set_by: condition.set_by.first(),
            parties: &condition.set_by,
            what: &condition.what,
            depends_on: &condition.depends_on,
            unless: condition.unless,
            awaits: &condition.awaits,
            blocks: &condition.blocks,
            statements: &condition.statements,
            claims: &condition.claims,
            origins: condition.origins,
            read_by: index.read_by(&condition.claims),
        }
    }
}

/// Where a party stands on an issue.
#[derive(Serialize)]
pub struct PositionOut<'a> {
    party: &'a Party,
    issue: &'a str,
    steps: &'a [Step],
    moved: &'a [Moved],
}

impl PositionOut<'_> {
    /// As it is written.
    pub fn of(position: &Position) -> PositionOut<'_> {
        PositionOut {
            party: &position.party,
            issue: &position.issue,
            steps: &position.steps,
            moved: &position.moved,
        }
    }
}
