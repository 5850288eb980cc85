//! The record as files that other programs read.
//!
//! Offsets are bytes of an article's text. A day that the reports do not give stays a range, with
//! `until` the first day that no longer fits.

mod actor;
mod document;
mod event;
mod index;
mod meeting;
mod statement;
mod whole;
mod words;

pub use actor::{ActorRow, PersonRow, actors};
pub use document::{DocumentOut, LineageOut, OriginOut, ProblemOut};
pub use event::{CodeOut, CodesOut, EventOut};
pub use index::{Coding, Index};
pub use meeting::{DisagreementOut, MeetingOut, TimelineOut};
pub use statement::{CommitmentOut, ConditionOut, PositionOut, StatementOut};
pub use whole::{Whole, whole};
pub use words::{commitment_state, edtf};
