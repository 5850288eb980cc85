//! The optional tier: passages that the rules left, put to a language model that the user runs.
//!
//! ```text
//! article + the rules' claims → passages → asked or recorded answers → checked → claims of their own tier
//! ```
//!
//! The rules choose what is sent ([`passages`]). Of an answer only pieces of the passage are taken, compared byte by byte
//! ([`check`]); anything else is dropped and counted. Each answer is kept, so that the same run again asks nothing.

mod answer;
mod answers;
mod check;
mod claim;
mod endpoint;
mod key;
mod passage;
mod piece;
mod problems;
mod prompt;
mod report;
mod run;

pub use answers::Answers;
pub use endpoint::{Address, Endpoint, Patience};
pub use key::Key;
pub use passage::{Passage, passages};
pub use report::Report;
pub use run::{Consulted, Run, Sources};
