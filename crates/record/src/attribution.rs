//! Who vouches for a claim.

use serde::{Deserialize, Serialize};
use text::Span;

use crate::ActorMention;

/// The chain of voices from the outlet inward.
///
/// "Reuters, citing SANA, quoting the foreign minister" is three voices. The first is the outlet
/// of the page; the last is the one who is said to know.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Attribution {
    /// From the outlet inward. Never empty.
    voices: Vec<Voice>,
}

impl Attribution {
    /// The outlet says it on its own account.
    pub fn outlet(name: impl Into<String>) -> Attribution {
        let source = Source::Outlet { name: name.into() };
        Attribution { voices: vec![Voice { source, cue: None, manner: Manner::Paraphrase }] }
    }

    /// The same, with one more voice at the inner end.
    pub fn citing(mut self, voice: Voice) -> Attribution {
        self.voices.push(voice);
        self
    }

    /// From the outlet inward.
    pub fn voices(&self) -> &[Voice] {
        &self.voices
    }

    /// The one who is said to know.
    pub fn origin(&self) -> Option<&Voice> {
        self.voices.last()
    }

    /// Each voice by name, from the outlet inward.
    pub fn names(&self) -> Vec<String> {
        self.voices.iter().map(|v| v.source.name()).collect()
    }
}

/// One voice: PARC's source and cue. The content is the claim.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Voice {
    /// Who.
    pub source: Source,
    /// "said", "according to", "was quoted as saying".
    pub cue: Option<Span>,
    /// How the words are given.
    pub manner: Manner,
}

/// Who speaks.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The publisher of the page, or an agency it relays.
    Outlet {
        /// As the page or the lexicon names it.
        name: String,
    },
    /// Someone who can be told apart: a person, a ministry, a state.
    Named(ActorMention),
    /// "two Western diplomats familiar with the talks"
    Unnamed {
        /// The description.
        actor: ActorMention,
        /// How many, if said.
        count: Option<u16>,
    },
}

impl Source {
    /// A name to show: the person, else the words.
    pub fn name(&self) -> String {
        match self {
            Source::Outlet { name } => name.clone(),
            Source::Named(actor) | Source::Unnamed { actor, .. } => {
                actor.person.clone().unwrap_or_else(|| actor.words.clone())
            }
        }
    }

    /// The actor, if the voice is not an outlet.
    pub fn actor(&self) -> Option<&ActorMention> {
        match self {
            Source::Outlet { .. } => None,
            Source::Named(actor) | Source::Unnamed { actor, .. } => Some(actor),
        }
    }
}

/// How a voice's words are given.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// In quotation marks.
    Verbatim,
    /// In the writer's words.
    Paraphrase,
    /// Some of each.
    Mixed,
    /// Not said but thought or wished: "Tehran believes".
    Inferred,
}
