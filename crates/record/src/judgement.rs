//! What tools and people hold of things in the record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use text::{ArticleId, Digest};

use crate::{ClaimId, Correction, Field, Tool};

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
    /// For a correction: which field should have been read as what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
}

impl Judgement {
    /// A verdict on one thing.
    pub fn of_one(thing: Thing, verdict: Verdict, judge: Judge, reason: String) -> Judgement {
        Judgement { left: thing, right: None, verdict, judge, reason, correction: None }
    }

    /// A verdict on two things, in order whichever way they come.
    pub fn of_two(a: Thing, b: Thing, verdict: Verdict, judge: Judge, reason: String) -> Judgement {
        let (left, right) = if a <= b { (a, b) } else { (b, a) };
        Judgement { left, right: Some(right), verdict, judge, reason, correction: None }
    }

    /// What it is about.
    pub fn about(&self) -> About {
        (self.left, self.right, self.correction.as_ref().map(|correction| correction.field))
    }

    /// Which person holds it; `None` for a tool.
    pub fn person(&self) -> Option<&str> {
        match &self.judge {
            Judge::Person { name, .. } => Some(name),
            Judge::Tool(_) => None,
        }
    }

    /// When a person said so, as RFC 3339.
    pub fn said_at(&self) -> Option<&str> {
        match &self.judge {
            Judge::Person { at, .. } => Some(at),
            Judge::Tool(_) => None,
        }
    }

    /// Names this verdict: the same verdict for the same reason has the same id.
    pub fn id(&self) -> Digest {
        let json = serde_json::to_vec(self).expect("plain structs without maps always serialise");
        Digest::of(&[&json])
    }
}

/// What a verdict is about: one thing, two, or a field of one.
pub type About = (Thing, Option<Thing>, Option<Field>);

/// The last that each person has said of each thing, unless they have taken it back.
pub fn standing(judgements: &[Judgement]) -> impl Iterator<Item = &Judgement> {
    let mut own: BTreeMap<(About, &str), &Judgement> = BTreeMap::new();
    for judgement in judgements {
        let Some(name) = judgement.person() else { continue };
        let held = own.entry((judgement.about(), name)).or_insert(judgement);
        if (held.said_at(), *held) < (judgement.said_at(), judgement) {
            *held = judgement;
        }
    }
    own.into_values().filter(|judgement| judgement.verdict != Verdict::Withdraw)
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
    /// Read rightly but for one field.
    Correct,
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
