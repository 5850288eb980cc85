//! What persons have judged of claims. A later verdict outweighs an earlier, and whoever takes theirs back has said nothing.

use std::collections::{BTreeMap, BTreeSet};

use record::{ClaimId, Judge, Judgement, Thing, Verdict};

/// Persons' verdicts in force.
#[derive(Debug, Default)]
pub(crate) struct Verdicts {
    rejected: BTreeSet<ClaimId>,
    pairs: BTreeMap<(ClaimId, ClaimId), Verdict>,
    /// In order.
    pub in_force: Vec<Judgement>,
}

impl Verdicts {
    /// Of persons only: what tools held follows anew from the claims.
    pub fn read(judgements: &[Judgement]) -> Verdicts {
        let mut latest: BTreeMap<(Thing, Option<Thing>), &Judgement> = BTreeMap::new();
        for judgement in own(judgements).filter(|judgement| judgement.verdict != Verdict::Withdraw)
        {
            let held = latest.entry((judgement.left, judgement.right)).or_insert(judgement);
            if (said_at(held), *held) < (said_at(judgement), judgement) {
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
            _ => return,
        }
        self.in_force.push(judgement.clone());
    }
}

/// The last that each person has said of each thing.
fn own(judgements: &[Judgement]) -> impl Iterator<Item = &Judgement> {
    let mut own: BTreeMap<(Thing, Option<Thing>, &str), &Judgement> = BTreeMap::new();
    for judgement in judgements {
        let Judge::Person { name, .. } = &judgement.judge else { continue };
        let key = (judgement.left, judgement.right, name.as_str());
        let held = own.entry(key).or_insert(judgement);
        if (said_at(held), *held) < (said_at(judgement), judgement) {
            *held = judgement;
        }
    }
    own.into_values()
}

fn said_at(judgement: &Judgement) -> Option<&str> {
    match &judgement.judge {
        Judge::Person { at, .. } => Some(at),
        Judge::Tool(_) => None,
    }
}
