//! What reports say of a meeting's time, by how many independent origins say it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::days::Days;
use crate::lineage::Ancestry;
use crate::meeting::Telling;

/// Days that reports give, and who gives them.
pub(crate) struct Vote {
    /// The days by the words alone.
    pub days: Days,
    /// True if the words draw no line.
    pub vague: bool,
    /// Tellings that say so, in order.
    pub tellings: Vec<usize>,
    /// How many origins say so or say what agrees with it.
    origins: usize,
}

/// One vote for each stretch that the words of these tellings give, best supported first, then
/// narrowest, then earliest; vague words last.
pub(crate) fn votes(
    ancestry: &Ancestry,
    tellings: &[Telling],
    members: impl Iterator<Item = usize>,
) -> Vec<Vote> {
    let mut votes: Vec<Vote> = Vec::new();
    for at in members {
        let Some(days) = tellings[at].words.tightened().filter(|days| days.says_something()) else {
            continue;
        };
        let vague = tellings[at].is_vague();
        match votes.iter_mut().find(|vote| vote.days == days && vote.vague == vague) {
            Some(vote) => vote.tellings.push(at),
            None => votes.push(Vote { days, vague, tellings: vec![at], origins: 0 }),
        }
    }
    let support: Vec<usize> =
        votes.iter().map(|v| support(ancestry, tellings, &votes, v)).collect();
    votes.iter_mut().zip(support).for_each(|(vote, origins)| vote.origins = origins);
    votes
        .sort_by_key(|v| (v.vague, Reverse(v.origins), v.days.width().unwrap_or(i32::MAX), v.days));
    votes
}

fn support(ancestry: &Ancestry, tellings: &[Telling], all: &[Vote], vote: &Vote) -> usize {
    let agreeing = all.iter().filter(|other| other.days.meet(vote.days).is_some());
    let origins: BTreeSet<usize> = agreeing
        .flat_map(|v| &v.tellings)
        .map(|at| ancestry.origin(tellings[*at].document))
        .collect();
    origins.len()
}
