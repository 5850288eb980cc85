//! Those who act.

use serde::{Deserialize, Serialize};
use text::Span;

/// A party's code: `TUR`, `IGOUNO`; of one that no table holds, the name that the article gives.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Party(pub String);

impl Party {
    /// True for a code, false for a name that stands in for one.
    pub fn is_code(&self) -> bool {
        !self.0.contains(|c: char| c.is_lowercase() || c == ' ')
    }

    /// True for a body of states.
    pub fn is_intergovernmental(&self) -> bool {
        self.0.starts_with("IGO")
    }
}

/// What kind of actor.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A state as a whole, or its government: "Oman", "Damascus".
    State,
    /// A part of one: a ministry, an army, a delegation, unnamed officials.
    Body,
    /// The UN, the IAEA, the EU.
    Organization,
    /// An armed or political movement.
    Group,
    /// A human being, by name or by office.
    Person,
    /// An agency or outlet that speaks.
    Outlet,
}

/// The rank at which someone speaks or meets, highest first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Presidents, monarchs, prime ministers and other leaders.
    HeadOfState,
    /// Foreign ministers.
    ForeignMinister,
    /// Defence ministers.
    DefenceMinister,
    /// Chiefs of intelligence services.
    Intelligence,
    /// Deputies of ministers.
    DeputyMinister,
    /// Envoys, special representatives, chief negotiators.
    SpecialEnvoy,
    /// Delegations, experts, officials.
    Delegation,
    /// Anything else.
    Other,
}

impl Level {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::HeadOfState => "head_of_state",
            Level::ForeignMinister => "foreign_minister",
            Level::DefenceMinister => "defence_minister",
            Level::Intelligence => "intelligence",
            Level::DeputyMinister => "deputy_minister",
            Level::SpecialEnvoy => "special_envoy",
            Level::Delegation => "delegation",
            Level::Other => "other",
        }
    }
}

/// An actor as one article puts it, resolved as far as the article and the lexicon allow.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct ActorMention {
    /// The whole phrase: "Turkish Foreign Minister Mevlut Cavusoglu".
    pub span: Span,
    /// The words of `span`.
    pub words: String,
    /// What kind.
    pub kind: ActorKind,
    /// Whom the actor stands for. Empty if the words do not say; several for "Ankara and Moscow".
    pub parties: Vec<Party>,
    /// The full name, if the article or the lexicon gives it: "Mevlut Cavusoglu".
    pub person: Option<String>,
    /// The office in plain words: "foreign minister", "defence ministry".
    pub office: Option<String>,
    /// The rank of the office.
    pub level: Option<Level>,
}
