//! One thing one article says.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use text::{ArticleId, Digest};

use crate::{
    Attribution, Certainty, ClaimId, EventMention, Evidence, MeetingMention, OutcomeMention,
    StatementMention,
};

/// One thing one article says. Never changed once made.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Claim {
    /// Names it.
    pub id: ClaimId,
    /// The article that says it.
    pub article: ArticleId,
    /// What is said to be so.
    pub content: Content,
    /// Who is said to say so.
    pub attribution: Attribution,
    /// How firmly they say it.
    pub certainty: Certainty,
    /// Which words say it. Never empty. The first is the one to show.
    #[serde(deserialize_with = "some_words")]
    pub evidence: Vec<Evidence>,
    /// What read it.
    pub tool: Tool,
}

impl Claim {
    /// A claim with the id that its parts give it.
    pub fn new(
        article: ArticleId,
        content: Content,
        said: (Attribution, Certainty),
        read: (Evidence, Tool),
    ) -> Claim {
        let (attribution, certainty) = said;
        let (evidence, tool) = read;
        let id = ClaimId(Digest::of(&[
            article.0.bytes(),
            &canonical(&content),
            &canonical(&attribution),
            &canonical(&certainty),
            &canonical(&evidence),
            &canonical(&tool),
        ]));
        Claim { id, article, content, attribution, certainty, evidence: vec![evidence], tool }
    }

    /// The words to show.
    pub fn shown(&self) -> &Evidence {
        &self.evidence[0]
    }
}

/// Words of which there are some: a claim of a record that somebody else wrote may have none.
fn some_words<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Evidence>, D::Error> {
    let evidence = Vec::deserialize(from)?;
    let none = || D::Error::custom("a claim without words");
    if evidence.is_empty() { Err(none()) } else { Ok(evidence) }
}

/// The JSON bytes of a part: these types have neither floats nor maps, so they are the same everywhere.
fn canonical<T: Serialize>(part: &T) -> Vec<u8> {
    serde_json::to_vec(part).expect("plain structs without maps always serialise")
}

/// What a claim is about.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Somebody met, will meet, did not meet.
    Meeting(MeetingMention),
    /// Somebody said, demanded, promised, denied something.
    Statement(StatementMention),
    /// Somebody did something to somebody, in codes.
    Event(EventMention),
    /// Somebody kept a promise, or did not.
    Outcome(OutcomeMention),
}

/// A reader of articles: one rule, one model, one prompt.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Tool {
    /// `rule/meeting/met-with`.
    pub name: String,
    /// Raised whenever its answers may change.
    pub version: u32,
    /// What kind it is.
    pub tier: Tier,
}

impl Tool {
    /// A rule written by hand.
    pub fn rule(name: &str, version: u32) -> Tool {
        Tool { name: format!("rule/{name}"), version, tier: Tier::Rule }
    }
}

/// Kinds of tool, cheapest first.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Written by hand.
    Rule,
    /// Trained.
    Model,
    /// A prompted language model.
    LanguageModel,
    /// A person.
    Person,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(json: &str) -> Option<Evidence> {
        serde_json::from_str(json).ok()
    }

    #[test]
    fn a_span_whose_ends_cross_is_none() {
        assert!(evidence(r#"{"span":{"start":2,"end":3},"words":"a"}"#).is_some());
        assert!(evidence(r#"{"span":{"start":3,"end":2},"words":"a"}"#).is_none());
    }

    #[test]
    fn a_claim_of_somebody_else_has_words() {
        #[derive(Deserialize)]
        struct Row(#[serde(deserialize_with = "some_words")] Vec<Evidence>);
        let read = |json: &str| serde_json::from_str::<Row>(json).ok().map(|row| row.0.len());
        assert_eq!(read(r#"[{"span":{"start":2,"end":3},"words":"a"}]"#), Some(1));
        assert_eq!(read("[]"), None);
    }
}
