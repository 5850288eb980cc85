//! What tools and people hold of the claims behind a row.

use record::{Claim, Judge, Judgement, Thing, Verdict};
use serde::Serialize;

use super::claim::tool;
use crate::Opened;

/// A verdict, as it is told.
#[derive(Serialize)]
pub struct JudgementOut {
    things: Vec<String>,
    verdict: &'static str,
    judge: String,
    reason: String,
    /// Which person holds it; `None` for a tool.
    #[serde(skip)]
    pub person: Option<String>,
}

impl JudgementOut {
    fn of(judgement: &Judgement, opened: &Opened) -> JudgementOut {
        let name = |thing: Thing| match thing {
            Thing::Claim(id) => id.0.short(),
            Thing::Article(id) => opened.document(id),
        };
        let verdict = match judgement.verdict {
            Verdict::Same => "one",
            Verdict::Different => "not one",
            Verdict::Reject => "misread",
            Verdict::Accept => "read rightly",
            Verdict::Correct => "to be read otherwise",
            Verdict::Withdraw => "taken back",
        };
        let judge = match &judgement.judge {
            Judge::Tool(by) => tool(by),
            Judge::Person { name, at } => format!("{name} on {}", at.get(..10).unwrap_or(at)),
        };
        let things = [Some(judgement.left), judgement.right].into_iter().flatten();
        let things = things.map(name).collect();
        let corrected = judgement.correction.as_ref().map(|correction| correction.line());
        let reason = corrected.into_iter().chain([judgement.reason.clone()]);
        let reason = reason.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ");
        JudgementOut {
            things,
            verdict,
            judge,
            reason,
            person: judgement.person().map(str::to_owned),
        }
    }

    /// "1f2e3d4c and 5b6a7988: one, by a tool: same day, same city"
    pub fn line(&self) -> String {
        let things = self.things.join(" and ");
        format!("{things}: {}, by {}: {}", self.verdict, self.judge, self.reason)
    }
}

/// The verdicts on any of these claims or their articles.
pub fn on(opened: &Opened, claims: &[&Claim]) -> Vec<JudgementOut> {
    let is_of = |thing: &Thing| match thing {
        Thing::Claim(id) => claims.iter().any(|claim| claim.id == *id),
        Thing::Article(id) => claims.iter().any(|claim| claim.article == *id),
    };
    let of_these = |j: &&Judgement| is_of(&j.left) || j.right.as_ref().is_some_and(is_of);
    let judgements = opened.record.judgements.iter().filter(of_these);
    judgements.map(|judgement| JudgementOut::of(judgement, opened)).collect()
}
