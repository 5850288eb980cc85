//! Average linkage: the two groups that speak most for each other are joined first, until no two
//! speak for each other enough. Only groups with a known pair between them are ever looked at.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Points of a pair that nothing brought together.
const STRANGERS: f64 = -10.0;

/// What two things say of being one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tie {
    /// So many points for it.
    Points(i32),
    /// They cannot be.
    Barred,
}

#[derive(Clone, Copy, Default)]
struct Link {
    sum: f64,
    pairs: usize,
    barred: bool,
}

#[derive(PartialEq)]
struct Proposal {
    points: f64,
    a: usize,
    b: usize,
    ages: (usize, usize),
}

impl Eq for Proposal {}

impl Ord for Proposal {
    fn cmp(&self, other: &Proposal) -> Ordering {
        let lesser = (other.a, other.b, other.ages).cmp(&(self.a, self.b, self.ages));
        self.points.total_cmp(&other.points).then(lesser)
    }
}

impl PartialOrd for Proposal {
    fn partial_cmp(&self, other: &Proposal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

struct Linkage {
    groups: Vec<Vec<usize>>,
    links: Vec<BTreeMap<usize, Link>>,
    ages: Vec<usize>,
    heap: BinaryHeap<Proposal>,
    enough: f64,
}

/// Groups of the places from 0 to `count`, given what pairs of them say. Two groups are joined
/// while the mean over all their pairs is at least `enough`.
pub(super) fn link(count: usize, ties: &[(usize, usize, Tie)], enough: i32) -> Vec<Vec<usize>> {
    let mut linkage = Linkage {
        groups: (0..count).map(|at| vec![at]).collect(),
        links: vec![BTreeMap::new(); count],
        ages: vec![0; count],
        heap: BinaryHeap::new(),
        enough: f64::from(enough),
    };
    for (a, b, tie) in ties {
        let link = match tie {
            Tie::Points(points) => Link { sum: f64::from(*points), pairs: 1, barred: false },
            Tie::Barred => Link { barred: true, ..Link::default() },
        };
        linkage.links[*a].insert(*b, link);
        linkage.links[*b].insert(*a, link);
    }
    (0..count).for_each(|at| linkage.propose(at, true));
    while let Some(proposal) = linkage.heap.pop() {
        if (linkage.ages[proposal.a], linkage.ages[proposal.b]) == proposal.ages {
            linkage.join(proposal.a, proposal.b);
        }
    }
    linkage.groups.retain(|group| !group.is_empty());
    linkage.groups
}

impl Linkage {
    /// Proposes what a group is linked to; only to later ones if `later`.
    fn propose(&mut self, at: usize, later: bool) {
        for (other, link) in &self.links[at] {
            let all = self.groups[at].len() * self.groups[*other].len();
            let strangers = all.saturating_sub(link.pairs) as f64;
            let points = (link.sum + strangers * STRANGERS) / all.max(1) as f64;
            if link.barred || points < self.enough || (later && *other < at) {
                continue;
            }
            let (a, b) = (at.min(*other), at.max(*other));
            self.heap.push(Proposal { points, a, b, ages: (self.ages[a], self.ages[b]) });
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let members = std::mem::take(&mut self.groups[b]);
        self.groups[a].extend(members);
        self.ages[a] += 1;
        self.ages[b] += 1;
        for (other, link) in std::mem::take(&mut self.links[b]) {
            self.links[other].remove(&b);
            if other == a {
                continue;
            }
            for (from, to) in [(a, other), (other, a)] {
                let held = self.links[from].entry(to).or_default();
                held.sum += link.sum;
                held.pairs += link.pairs;
                held.barred |= link.barred;
            }
        }
        self.propose(a, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENOUGH: i32 = 30;

    #[test]
    fn the_mean_decides_and_a_bar_holds_for_the_whole_group() {
        let strong = |a, b| (a, b, Tie::Points(60));
        let chain = [strong(0, 1), strong(2, 3), (1, 2, Tie::Points(40))];
        assert_eq!(link(4, &chain, ENOUGH), [vec![0, 1], vec![2, 3]]);
        let barred = [strong(0, 1), strong(1, 2), (0, 2, Tie::Barred)];
        assert_eq!(link(3, &barred, ENOUGH), [vec![0, 1], vec![2]]);
        let all = [strong(0, 1), strong(1, 2), (0, 2, Tie::Points(20))];
        assert_eq!(link(3, &all, ENOUGH), [vec![0, 1, 2]]);
    }
}
