//! A record opened for looking at: rows by id, what stands behind one, what changed, what a person holds of it.
//!
//! Everything that shows a record to someone, a terminal or a browser, asks here, so that all tell the same.

mod article;
mod changes;
mod coded;
mod explanation;
mod found;
mod judging;
pub mod names;
mod opened;
mod seek;
pub mod told;
mod usage;
mod verified;
mod written;

pub use article::{ArticleOut, BlockOut};
pub use changes::{Because, Change, FieldChange, Kind, changes, since};
pub use coded::CodedOut;
pub use explanation::{
    ClaimOut, Explanation, JudgementOut, Sentences, claims, dated_by, explanation, judgements_on,
    tool, would_change,
};
pub use found::{HitOut, Names};
pub use judging::{correction, of_one, of_two, withdrawal};
pub use opened::{Opened, record_file};
pub use seek::{Target, target};
pub use usage::Usage;
pub use verified::{MismatchOut, VerificationOut};
pub use written::write;
