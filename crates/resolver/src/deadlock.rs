//! Deadlocks: parties that wait for each other in a circle, by the conditions they set.

use std::collections::{BTreeMap, BTreeSet};

use record::{Condition, Deadlock, Party, Wait};

/// In order of the first party. Two parties that wait for each other are the smallest.
pub(crate) fn rows(conditions: &[Condition]) -> Vec<Deadlock> {
    let waits = waits(conditions);
    let mut next: BTreeMap<&Party, BTreeSet<&Party>> = BTreeMap::new();
    for wait in &waits {
        next.entry(&wait.party).or_default().insert(&wait.awaits);
    }
    let reach: BTreeMap<&Party, BTreeSet<&Party>> =
        next.keys().map(|party| (*party, reachable(party, &next))).collect();
    let mut told: BTreeSet<&Party> = BTreeSet::new();
    let mut deadlocks = Vec::new();
    for (party, there) in &reach {
        let back = |other: &&&Party| reach.get(**other).is_some_and(|r| r.contains(*party));
        let circle: BTreeSet<&Party> = there.iter().filter(back).copied().collect();
        if circle.contains(*party) && told.insert(party) {
            told.extend(&circle);
            deadlocks.push(row(&circle, &waits));
        }
    }
    deadlocks
}

/// Who waits for whom; nobody waits for himself.
fn waits(conditions: &[Condition]) -> Vec<Wait> {
    let mut waits = Vec::new();
    for condition in conditions {
        for party in &condition.set_by {
            let others = condition.awaits.iter().filter(|awaited| *awaited != party);
            waits.extend(others.map(|awaits| Wait {
                party: party.clone(),
                awaits: awaits.clone(),
                condition: condition.id.clone(),
            }));
        }
    }
    waits.sort();
    waits.dedup();
    waits
}

fn reachable<'a>(
    from: &Party,
    next: &BTreeMap<&'a Party, BTreeSet<&'a Party>>,
) -> BTreeSet<&'a Party> {
    let mut found: BTreeSet<&Party> = BTreeSet::new();
    let mut open: Vec<&Party> = next.get(from).into_iter().flatten().copied().collect();
    while let Some(party) = open.pop() {
        if found.insert(party) {
            open.extend(next.get(party).into_iter().flatten());
        }
    }
    found
}

fn row(circle: &BTreeSet<&Party>, waits: &[Wait]) -> Deadlock {
    let within = |wait: &&Wait| circle.contains(&wait.party) && circle.contains(&wait.awaits);
    Deadlock {
        parties: circle.iter().map(|party| (*party).clone()).collect(),
        waits: waits.iter().filter(within).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use record::{ClaimId, RowId, RowKind};
    use text::Digest;

    fn condition(set_by: &str, awaits: &str) -> Condition {
        let party = |code: &str| vec![Party(code.to_owned())];
        let claim = ClaimId(Digest::of(&[set_by.as_bytes(), awaits.as_bytes()]));
        Condition {
            id: RowId::new(RowKind::Condition, claim),
            set_by: party(set_by),
            what: "talks".to_owned(),
            depends_on: "a withdrawal".to_owned(),
            awaits: party(awaits),
            blocks: Vec::new(),
            statements: Vec::new(),
            claims: vec![claim],
            origins: 1,
        }
    }

    #[test]
    fn a_circle_is_a_deadlock_and_a_chain_is_not() {
        let chain = [condition("A", "B"), condition("B", "C")];
        assert_eq!(rows(&chain), []);
        let mut circle = chain.to_vec();
        circle.push(condition("C", "A"));
        circle.push(condition("D", "A"));
        let found = rows(&circle);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].parties.len(), 3);
        assert_eq!(found[0].waits.len(), 3);
    }

    #[test]
    fn nobody_waits_for_himself() {
        assert_eq!(rows(&[condition("A", "A")]), []);
    }
}
