//! Annotated article in, claims out: attribution first, then one construction, one file.
//!
//! ```text
//! annotated article → tree, actors → speeches → statements
//!                                        ├────→ meetings
//!                                        └────→ events, in codes
//! ```
//!
//! Rules read roles and tables, never a parser's labels; in doubt they are silent.

mod action;
mod actor;
mod corrected;
mod extract;
mod meeting;
mod reading;
mod statement;
mod trace;
mod tree;
mod voice;

pub use action::{ActorBasis, BadLine, Codebook, CodedActor, CodedEvent, EventCoder};
pub use extract::extract;
pub use lexicon::AttributionKind;
pub use trace::trace;
pub use voice::{AttributionRelation, relations};
