//! What the record holds: claims, judgements, and what follows from them.
//!
//! A [`Claim`] is one thing one article says, with the words. A [`Judgement`] is what a tool or a
//! person holds of two things. Neither ever changes. A [`Record`] follows from both: every field
//! is a list of [`Supported`] values, each with the claims that give it, and nothing is averaged.
//!
//! Parties are named by code: ISO 3166-1 alpha-3 for states (`TUR`), CAMEO's codes for
//! organisations (`IGOUNO`) and groups.

mod actor;
mod attribution;
mod cameo;
mod certainty;
mod claim;
mod coding;
mod connection;
mod correction;
mod event;
mod evidence;
mod id;
mod judgement;
mod lineage;
mod meeting;
mod row;

mod statement;
mod supported;

pub use actor::{ActorKind, ActorMention, Level, Party};
pub use attribution::{Attribution, Manner, Source, Voice};
pub use cameo::{Cameo, Ontology};
pub use certainty::{Certainty, Modality, Polarity};
pub use claim::{Claim, Content, Tier, Tool};
pub use coding::{actor_code, meeting_code, statement_code};
pub use connection::{Deadlock, Difference, Fate, Moved, Process, Wait};
pub use correction::{Correction, Field};
pub use event::{EventMention, EventStatus};
pub use evidence::Evidence;
pub use id::{ClaimId, RowId, RowKind};
pub use judgement::{About, Judge, Judgement, Thing, Verdict, standing};
pub use lineage::{Alteration, Derivation, Lineage, Origin};
pub use meeting::{
    Format, IssueMention, Medium, MeetingMention, Part, ParticipantMention, PlaceMention, Standing,
    Status, TimeMention,
};
pub use row::{
    Account, Commitment, CommitmentState, Condition, Disagreement, DocumentRow, Event, EventReport,
    LifeStep, Meeting, Participant, Place, Position, ProblemRow, Record, Report, Requires, Settled,
    Statement, Step, TimelineEntry,
};
pub use statement::{
    Deed, Dependence, Outcome, OutcomeMention, Phrase, SpeechAct, StatementMention, Undertaking,
};
pub use supported::Supported;
