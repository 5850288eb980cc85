//! Things said, as one article tells them.

use serde::{Deserialize, Serialize};
use text::When;

use crate::{ActorMention, Evidence, Party, TimeMention};

/// Something said, as one article tells it. The speaker is the origin of the claim's attribution.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct StatementMention {
    /// Who is said to have said it.
    pub speaker: ActorMention,
    /// What is done by saying it.
    pub act: SpeechAct,
    /// What it is about: keys of `issues.toml`, in order of mention.
    pub issues: Vec<String>,
    /// True if all the words stand between quotation marks.
    pub verbatim: bool,
    /// For a precondition: what waits for what.
    pub requires: Option<Dependence>,
    /// For a commitment: who will do what.
    pub undertakes: Option<Undertaking>,
}

/// Some words, or the gist of them, with where they stand.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Phrase {
    /// The words in the article.
    pub evidence: Evidence,
}

impl Phrase {
    /// The words without marks of quotation, to be shown beside the statement that holds them.
    pub fn gist(&self) -> String {
        let mark = |c: &char| matches!(c, '"' | '“' | '”' | '«' | '»');
        let words: String = self.evidence.words().chars().filter(|c| !mark(c)).collect();
        words.trim_end_matches(['.', ',', ';']).to_owned()
    }
}

/// B only if A.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Dependence {
    /// B: what must wait.
    pub what: Phrase,
    /// A: what it waits for.
    pub depends_on: Phrase,
    /// Whose move A is, if the words say: those it is waited for from.
    pub awaits: Vec<Party>,
    /// True of B unless A: it comes if A does not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unless: bool,
}

/// Who will do what, by when.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Undertaking {
    /// Who is bound.
    pub by: Vec<Party>,
    /// To do what.
    pub action: Phrase,
    /// By when.
    pub due: Option<When>,
}

/// What became of a promise, or a deed that may be the end of one, as one article tells it.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct OutcomeMention {
    /// Whose promise it was, if the words say.
    pub by: Vec<Party>,
    /// The words for it: "its pledge to open the crossing"; of a deed those that tell it, "handed over the maps".
    pub promise: Phrase,
    /// What is said to have become of it.
    pub outcome: Outcome,
    /// The deed, where one is told and no promise is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deed: Option<Deed>,
}

/// Something that was done, or was not, and may have been promised.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Deed {
    /// The verb, as it stands: "handed".
    pub verb: Phrase,
    /// Its lemma: "hand".
    pub lemma: String,
    /// What it was done to, the noun alone: "maps".
    pub thing: Option<Phrase>,
    /// When, if the words say.
    pub time: Option<TimeMention>,
}

/// What is said to have become of a promise.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was kept.
    Kept,
    /// A part of it was kept.
    Partly,
    /// It was not kept.
    Broken,
    /// Something later took its place.
    Overtaken,
    /// Something was done that may have been promised.
    Done,
    /// Something was not done.
    NotDone,
}

impl Outcome {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Kept => "kept",
            Outcome::Partly => "partly",
            Outcome::Broken => "broken",
            Outcome::Overtaken => "overtaken",
            Outcome::Done => "done",
            Outcome::NotDone => "not_done",
        }
    }
}

/// What is done by saying something.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechAct {
    /// Wants something of somebody.
    Demand,
    /// B only if A.
    Precondition,
    /// Will do something, or has agreed to.
    Commitment,
    /// Rejects, contradicts, says that it is not so.
    Denial,
    /// Would do something if taken up.
    Offer,
    /// Judges a mood, a value, a prospect.
    Characterization,
    /// Says that something is so, was discussed, will happen.
    Announcement,
}

impl SpeechAct {
    /// The word used in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            SpeechAct::Demand => "demand",
            SpeechAct::Precondition => "precondition",
            SpeechAct::Commitment => "commitment",
            SpeechAct::Denial => "denial",
            SpeechAct::Offer => "offer",
            SpeechAct::Characterization => "characterization",
            SpeechAct::Announcement => "announcement",
        }
    }
}
