//! Announcements: later ones by which a promise was kept.

use record::{Claim, CommitmentState, SpeechAct, StatementMention};

use super::{End, FEWEST_SHARED, Promise, quoted};
use crate::alike::Gathering;
use crate::scope::Scope;
use crate::words::{stem, stems, words};

/// What share of a promise's words a report that it was done repeats.
const DONE_ALIKE: f64 = 0.75;

/// Words that take back what the rest seems to say.
const UNDONE: &[&str] = &[
    "agreed", "cannot", "continue", "expected", "fail", "failed", "must", "never", "no", "not",
    "plan", "plans", "refused", "shall", "should", "tasked", "will", "without", "would",
];

/// Announcements, found by party and word.
pub(super) struct Announced<'a> {
    told: Vec<(usize, &'a Claim, &'a StatementMention)>,
    by_word: Gathering,
}

impl<'a> Announced<'a> {
    /// Of all that is told as certain.
    pub fn of(scope: &Scope<'a>) -> Announced<'a> {
        let certain = |claim: &Claim| claim.certainty == record::Certainty::FACT;
        let told = scope
            .statements()
            .filter(|(_, claim, said)| said.act == SpeechAct::Announcement && certain(claim));
        let mut all = Announced { told: told.collect(), by_word: Gathering::default() };
        for (at, (_, claim, said)) in all.told.iter().enumerate() {
            let by = said.speaker.parties.iter().cloned().collect();
            all.by_word.note(at, &by, &stems(claim.shown().words()));
        }
        all
    }

    /// A later report that tells the action of any of these as done.
    pub fn fulfilment(&self, scope: &Scope, group: &[Promise]) -> Option<End> {
        let (document, claim) = group.iter().find_map(|promise| self.doing(scope, promise))?;
        Some(End {
            state: Some(CommitmentState::Kept),
            why: Some(quoted(scope, document, claim)),
            ..End::default()
        })
    }

    fn doing(&self, scope: &Scope, promise: &Promise) -> Option<(usize, &'a Claim)> {
        let fewest = (DONE_ALIKE * promise.stems.len() as f64).ceil() as usize;
        let near = self.by_word.candidates(&promise.by, &promise.stems, fewest.max(FEWEST_SHARED));
        let mut told = near.into_iter().filter_map(|at| self.told.get(at));
        let (document, claim, _) = told.find(|(document, claim, said)| {
            let reported = scope.documents.get(*document).and_then(|d| d.day());
            promise.day.zip(reported).is_some_and(|(made, told)| told > made)
                && said.speaker.parties.iter().any(|party| promise.by.contains(party))
                && tells_as_done(promise, claim.shown().words())
        })?;
        Some((*document, *claim))
    }
}

/// It repeats the action's words, one of them in the past, and takes nothing back.
fn tells_as_done(promise: &Promise, told: &str) -> bool {
    let heard = words(told);
    let past = |form: &str| form.ends_with("ed") && promise.stems.contains(stem(form));
    let repeated = promise.stems.intersection(&stems(told)).count();
    promise.stems.len() >= 2
        && repeated as f64 >= DONE_ALIKE * promise.stems.len() as f64
        && heard.iter().any(|word| past(&word.norm))
        && !heard.iter().any(|word| UNDONE.contains(&word.norm.as_str()))
}
