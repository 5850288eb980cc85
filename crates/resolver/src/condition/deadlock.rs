//! Deadlocks: conditions in a circle, each set by a side that the one before waits for, of one matter.

use std::collections::{BTreeMap, BTreeSet};

use record::{Condition, Deadlock, Party, Wait};

use super::Matter;

/// In order of the first condition of each. Two that wait for each other's side are the smallest.
pub(crate) fn rows(conditions: &[Condition], matters: &[Matter]) -> Vec<Deadlock> {
    let mut set_by: BTreeMap<&Party, Vec<usize>> = BTreeMap::new();
    for (at, condition) in conditions.iter().enumerate() {
        condition.set_by.iter().for_each(|party| set_by.entry(party).or_default().push(at));
    }
    let blocking = |at: usize| -> BTreeSet<usize> {
        let theirs = conditions[at].awaits.iter().filter_map(|party| set_by.get(party)).flatten();
        theirs.copied().filter(|next| blocks(conditions, matters, at, *next)).collect()
    };
    let next: Vec<BTreeSet<usize>> = (0..conditions.len()).map(blocking).collect();
    let reach: Vec<BTreeSet<usize>> = (0..next.len()).map(|at| reachable(at, &next)).collect();
    let mut told: BTreeSet<usize> = BTreeSet::new();
    let mut deadlocks = Vec::new();
    for (at, there) in reach.iter().enumerate() {
        let back = |other: &&usize| reach[**other].contains(&at);
        let circle: BTreeSet<usize> = there.iter().filter(back).copied().collect();
        if circle.contains(&at) && told.insert(at) {
            told.extend(&circle);
            deadlocks.push(row(conditions, &circle));
        }
    }
    deadlocks
}

/// True if a condition of a side that another waits for is of the same matter and not of the same side. Who threatens
/// waits for nobody.
fn blocks(conditions: &[Condition], matters: &[Matter], one: usize, other: usize) -> bool {
    let (waiting, blocking) = (&conditions[one], &conditions[other]);
    let same = waiting.set_by.iter().any(|party| blocking.set_by.contains(party));
    let waits = !waiting.unless && !blocking.unless;
    waits && !same && matters[one].is_of(&matters[other])
}

fn reachable(from: usize, next: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut open: Vec<usize> = next[from].iter().copied().collect();
    while let Some(at) = open.pop() {
        if found.insert(at) {
            open.extend(&next[at]);
        }
    }
    found
}

fn row(conditions: &[Condition], circle: &BTreeSet<usize>) -> Deadlock {
    let within = || circle.iter().map(|at| &conditions[*at]);
    let parties: BTreeSet<_> = within().flat_map(|c| &c.set_by).cloned().collect();
    let waits = within().flat_map(|c| {
        let others = c.awaits.iter().filter(|party| parties.contains(*party));
        let pairs = others.flat_map(|awaits| c.set_by.iter().map(move |party| (party, awaits)));
        pairs.map(|(party, awaits)| Wait {
            party: party.clone(),
            awaits: awaits.clone(),
            condition: c.id.clone(),
        })
    });
    let mut waits: Vec<Wait> = waits.filter(|wait| wait.party != wait.awaits).collect();
    waits.sort();
    waits.dedup();
    Deadlock { parties: parties.into_iter().collect(), waits }
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
            unless: false,
            awaits: party(awaits),
            blocks: Vec::new(),
            statements: Vec::new(),
            claims: vec![claim],
            origins: 1,
        }
    }

    fn found(conditions: &[Condition]) -> Vec<Deadlock> {
        rows(conditions, &vec![Matter::default().about("withdrawal"); conditions.len()])
    }

    #[test]
    fn a_circle_is_a_deadlock_and_a_chain_is_not() {
        let chain = [condition("A", "B"), condition("B", "C")];
        assert_eq!(found(&chain), []);
        let mut threat = [condition("A", "B"), condition("B", "A")];
        threat[1].unless = true;
        assert_eq!(found(&threat), []);
        let mut circle = chain.to_vec();
        circle.push(condition("C", "A"));
        circle.push(condition("D", "A"));
        let deadlocks = found(&circle);
        assert_eq!(deadlocks.len(), 1);
        assert_eq!(deadlocks[0].parties.len(), 3);
        assert_eq!(deadlocks[0].waits.len(), 3);
    }

    #[test]
    fn two_matters_make_no_circle() {
        let both = [condition("A", "B"), condition("B", "A")];
        assert_eq!(found(&both).len(), 1);
        let matters = ["withdrawal", "trade"].map(|issue| Matter::default().about(issue));
        assert_eq!(rows(&both, &matters), []);
    }

    #[test]
    fn nobody_waits_for_himself() {
        assert_eq!(found(&[condition("A", "A")]), []);
    }
}
