//! What tools and people hold of things in the record.

use serde::{Deserialize, Serialize};
use text::{ArticleId, Digest};

use crate::{ClaimId, Tool};

/// One verdict. Never changed; a person's outweighs a tool's, a later one an earlier.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Judgement {
    /// What is judged. The lesser of the two where there are two.
    pub left: Thing,
    /// The greater; `None` for a rejection.
    pub right: Option<Thing>,
    /// What is held.
    pub verdict: Verdict,
    /// Who holds it.
    pub judge: Judge,
    /// Why, in one line a reader can check: "same day, same city, same parties".
    pub reason: String,
}

impl Judgement {
    /// A verdict on two things, in order whichever way they come.
    pub fn of_two(a: Thing, b: Thing, verdict: Verdict, judge: Judge, reason: String) -> Judgement {
        let (left, right) = if a <= b { (a, b) } else { (b, a) };
        Judgement { left, right: Some(right), verdict, judge, reason }
    }

    /// Names this verdict: the same verdict for the same reason has the same id.
    pub fn id(&self) -> Digest {
        let json = serde_json::to_vec(self).expect("plain structs without maps always serialise");
        Digest::of(&[&json])
    }
}

/// What can be judged.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Thing {
    /// A claim.
    Claim(ClaimId),
    /// An article.
    Article(ArticleId),
}

/// What a judge holds.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// One and the same.
    Same,
    /// Not the same, however alike.
    Different,
    /// Misread: to be left out of the record.
    Reject,
    /// Read rightly: nothing changes, but somebody has looked.
    Accept,
    /// What the same judge held of this before is taken back.
    Withdraw,
}

/// Who judges.
#[derive(Clone, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Judge {
    /// A matcher.
    Tool(Tool),
    /// A reviewer.
    Person {
        /// Who.
        name: String,
        /// When, as RFC 3339.
        at: String,
    },
}
