//! What persons have judged of claims. A later verdict outweighs an earlier, and whoever takes theirs back has said nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use record::{About, Claim, ClaimId, Correction, Judgement, Thing, Verdict, standing};

/// Persons' verdicts in force.
#[derive(Debug, Default)]
pub(crate) struct Verdicts {
    rejected: BTreeSet<ClaimId>,
    pairs: BTreeMap<(ClaimId, ClaimId), Verdict>,
    corrections: BTreeMap<ClaimId, Vec<Correction>>,
    /// In order.
    pub in_force: Vec<Judgement>,
}

impl Verdicts {
    /// Of persons only: what tools held follows anew from the claims.
    pub fn read(judgements: &[Judgement]) -> Verdicts {
        let mut latest: BTreeMap<About, &Judgement> = BTreeMap::new();
        for judgement in standing(judgements) {
            let held = latest.entry(judgement.about()).or_insert(judgement);
            if (held.said_at(), *held) < (judgement.said_at(), judgement) {
                *held = judgement;
            }
        }
        let mut verdicts = Verdicts::default();
        latest.into_values().for_each(|judgement| verdicts.take(judgement));
        verdicts.in_force.sort();
        verdicts
    }

    /// True if a person has called the claim misread.
    pub fn rejects(&self, claim: ClaimId) -> bool {
        self.rejected.contains(&claim)
    }

    /// The claims as persons have corrected them; as they were read, if nobody has.
    pub fn corrected<'a>(&self, claims: &'a [Claim]) -> Cow<'a, [Claim]> {
        if self.corrections.is_empty() {
            return Cow::Borrowed(claims);
        }
        let corrected = |claim: &Claim| {
            let own = self.corrections.get(&claim.id).into_iter().flatten();
            own.fold(claim.clone(), |claim, correction| correction.applied(&claim).unwrap_or(claim))
        };
        Cow::Owned(claims.iter().map(corrected).collect())
    }

    /// True if a person has told the two apart.
    pub fn differ(&self, a: ClaimId, b: ClaimId) -> bool {
        self.pairs.get(&(a.min(b), a.max(b))) == Some(&Verdict::Different)
    }

    /// Pairs that a person has called one.
    pub fn same(&self) -> impl Iterator<Item = (ClaimId, ClaimId)> + '_ {
        let same = self.pairs.iter().filter(|(_, verdict)| **verdict == Verdict::Same);
        same.map(|(pair, _)| *pair)
    }

    /// True if no pair was told apart, so that nobody need ask.
    pub fn tell_none_apart(&self) -> bool {
        self.pairs.values().all(|verdict| *verdict != Verdict::Different)
    }

    fn take(&mut self, judgement: &Judgement) {
        match (judgement.left, judgement.right, judgement.verdict) {
            (Thing::Claim(claim), None, Verdict::Reject) => {
                self.rejected.insert(claim);
            }
            (Thing::Claim(a), Some(Thing::Claim(b)), verdict) if a != b => {
                self.pairs.insert((a.min(b), a.max(b)), verdict);
            }
            (Thing::Claim(_), None, Verdict::Accept) => {}
            (Thing::Claim(claim), None, Verdict::Correct) => {
                let own = self.corrections.entry(claim).or_default();
                own.extend(judgement.correction.clone());
            }
            _ => return,
        }
        self.in_force.push(judgement.clone());
    }
}
