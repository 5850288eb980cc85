//! Meetings as one article tells them.

use serde::{Deserialize, Serialize};
use text::{Span, When};

use crate::{ActorMention, Evidence, Level};

/// A meeting as one article tells it.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct MeetingMention {
    /// In order of mention.
    pub participants: Vec<ParticipantMention>,
    /// The rank of the meeting, if the words give one.
    pub level: Option<Level>,
    /// How many sides, if the words count them: "four-way" is 4.
    pub sides: Option<u8>,
    /// Face to face, through others, or by wire.
    pub medium: Medium,
    /// Where it stands.
    pub status: Status,
    /// What the meeting is to this article.
    pub standing: Standing,
    /// Where, if said.
    pub place: Option<PlaceMention>,
    /// When, if said.
    pub time: Option<TimeMention>,
    /// For a plan: when it was said to be so, if said ("last week said that").
    pub told: Option<TimeMention>,
    /// "third round" is 3.
    pub round: Option<u16>,
    /// What it was about, according to this voice.
    pub issues: Vec<IssueMention>,
}

/// Someone at the table, as one article has it.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct ParticipantMention {
    /// Who.
    pub actor: ActorMention,
    /// For a body that is no state: what the article calls it, "the EU" as `EU`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// In what part.
    pub part: Part,
}

/// What a participant is there as.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A side in the talks.
    Party,
    /// Carries messages or proposals.
    Mediator,
    /// Lends the house.
    Host,
    /// Sits in.
    Observer,
}

/// The shape of the table.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Two sides.
    Bilateral,
    /// Three.
    Trilateral,
    /// Four.
    Quadrilateral,
    /// More.
    Multilateral,
    /// Through somebody else.
    Mediated,
}

impl Format {
    /// The shape of a table with this many sides; `None` below two.
    pub fn of_sides(sides: usize) -> Option<Format> {
        match sides {
            0 | 1 => None,
            2 => Some(Format::Bilateral),
            3 => Some(Format::Trilateral),
            4 => Some(Format::Quadrilateral),
            _ => Some(Format::Multilateral),
        }
    }

    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Format::Bilateral => "bilateral",
            Format::Trilateral => "trilateral",
            Format::Quadrilateral => "quadrilateral",
            Format::Multilateral => "multilateral",
            Format::Mediated => "mediated",
        }
    }
}

/// How the sides speak to each other.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// In one room.
    InPerson,
    /// Telephone, video, letter.
    Remote,
    /// Through a mediator: proximity talks, shuttle.
    Indirect,
}

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Announced, expected, invited, arranged.
    Scheduled,
    /// Put off.
    Postponed,
    /// Called off.
    Cancelled,
    /// A call or a message, not a meeting.
    Contact,
    /// Begun or over.
    Held,
}

impl Status {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Scheduled => "scheduled",
            Status::Postponed => "postponed",
            Status::Cancelled => "cancelled",
            Status::Contact => "contact",
            Status::Held => "held",
        }
    }
}

/// What a meeting is to the article that tells it.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The news.
    Main,
    /// What happened before the news: "previously met".
    Background,
    /// What is still to come.
    Planned,
}

/// A place as one article names it.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct PlaceMention {
    /// The words.
    pub span: Span,
    /// The city in English, if named.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-3, if known.
    pub country: Option<String>,
}

/// A time as one article gives it.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct TimeMention {
    /// The words.
    pub evidence: Evidence,
    /// TIMEX3 value, with `X` for what is not known: `XXXX-05`, `XXXX-WXX-2`.
    pub value: String,
    /// The days meant, if the article is dated or the words are absolute.
    pub when: Option<When>,
    /// The day of the week named, 1 for Monday.
    pub weekday: Option<i8>,
}

/// Something talked about.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct IssueMention {
    /// A key of `issues.toml`: `troop-withdrawal`.
    pub issue: String,
    /// The words.
    pub span: Span,
}
