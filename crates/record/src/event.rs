//! Events as one article tells them: who did what to whom, in codes.

use serde::{Deserialize, Serialize};

use crate::TimeMention;

/// An event as one article tells it, in the codes of CAMEO.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct EventMention {
    /// Who acts: "TURGOV".
    pub source: String,
    /// On or with whom: "SYRGOV".
    pub target: String,
    /// Three or four digits: name, quad class, score and PLOVER's type follow from them.
    pub code: String,
    /// Whether it took place.
    pub status: EventStatus,
    /// PLOVER's contexts, by the words of the sentence.
    pub contexts: Vec<String>,
    /// The pattern that fired, as it stands in its file.
    pub pattern: String,
    /// When, if said.
    pub time: Option<TimeMention>,
}

/// Whether an event took place, by its words.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    /// It did.
    Past,
    /// It is to.
    Future,
    /// It did not.
    Negated,
    /// It may, or would.
    Hypothetical,
}

impl EventStatus {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            EventStatus::Past => "past",
            EventStatus::Future => "future",
            EventStatus::Negated => "negated",
            EventStatus::Hypothetical => "hypothetical",
        }
    }
}
