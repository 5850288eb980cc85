//! Grouping: the best told meetings first, each further telling to the meeting it fits best.
//!
//! A telling is compared only with meetings that share two of its sides, so that the work grows
//! with the candidates and not with the square of the claims.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use record::{ClaimId, Judge, Judgement, Party, Standing, Thing, Tool, Verdict};

use super::forming::Forming;
use super::same::{Fit, fit};
use super::telling::Telling;
use crate::scope::Scope;

/// Tellings of one meeting, as places in the list of tellings.
pub(crate) struct Group {
    /// The least claim, which gives the meeting its id.
    pub least: ClaimId,
    /// In order. Never empty.
    pub members: Vec<usize>,
    /// Tellings that it did not happen.
    pub denials: Vec<usize>,
}

/// Groups tellings into meetings, with the verdicts that follow and those of persons.
pub(crate) fn group<'a>(
    scope: &Scope<'a>,
    tellings: &[Telling<'a>],
) -> (Vec<Group>, Vec<Judgement>) {
    let mut table = Table::new(scope, tellings);
    for at in order(tellings) {
        table.seat(at);
    }
    table.unite_as_judged();
    table.seat_partial();
    table.finish()
}

/// Past before planned, exact days before wide stretches, full tables before partial.
fn order(tellings: &[Telling]) -> Vec<usize> {
    let key = |at: &usize| {
        let telling = &tellings[*at];
        let mention = telling.mention;
        (
            !telling.is_past(),
            telling.status,
            telling.words.width().unwrap_or(i32::MAX),
            Reverse(telling.sides.len()),
            Reverse((mention.level.is_some(), mention.place.is_some(), telling.people.len())),
            mention.standing != Standing::Main,
            telling.claim.id,
        )
    };
    let mut order: Vec<usize> =
        (0..tellings.len()).filter(|at| tellings[*at].stands_alone()).collect();
    order.sort_by_cached_key(key);
    let (past, mut plans): (Vec<_>, Vec<_>) =
        order.into_iter().partition(|at| tellings[*at].is_past());
    plans.sort_by_key(|at| Reverse(tellings[*at].mention.status));
    past.into_iter().chain(plans).collect()
}

struct Table<'s, 'a> {
    scope: &'s Scope<'a>,
    tellings: &'s [Telling<'a>],
    meetings: Vec<Forming<'a>>,
    by_pair: BTreeMap<(&'a Party, &'a Party), BTreeSet<usize>>,
    reasons: Vec<(usize, usize, String)>,
    denials: BTreeMap<usize, Vec<usize>>,
}

impl<'s, 'a> Table<'s, 'a> {
    fn new(scope: &'s Scope<'a>, tellings: &'s [Telling<'a>]) -> Table<'s, 'a> {
        Table {
            scope,
            tellings,
            meetings: Vec::new(),
            by_pair: BTreeMap::new(),
            reasons: Vec::new(),
            denials: BTreeMap::new(),
        }
    }

    fn seat(&mut self, at: usize) {
        match self.best(at) {
            Some((meeting, fit)) => {
                let head = self.meetings[meeting].members[0];
                self.reasons.push((head, at, fit.reason));
                self.join(meeting, at);
            }
            None => self.open(at),
        }
    }

    /// A meeting of its own.
    fn open(&mut self, at: usize) {
        self.meetings.push(Forming::default());
        self.join(self.meetings.len() - 1, at);
    }

    fn join(&mut self, meeting: usize, at: usize) {
        self.meetings[meeting].take(at, &self.tellings[at]);
        for pair in pairs(&self.tellings[at]) {
            self.by_pair.entry(pair).or_default().insert(meeting);
        }
    }

    /// The meeting that the telling fits best; of equals the one made first.
    fn best(&self, at: usize) -> Option<(usize, Fit)> {
        let candidates: BTreeSet<usize> = pairs(&self.tellings[at])
            .filter_map(|p| self.by_pair.get(&p))
            .flatten()
            .copied()
            .collect();
        let fits = candidates.into_iter().filter_map(|m| Some((m, self.fit(at, m)?)));
        fits.max_by_key(|(meeting, fit)| (fit.score, Reverse(*meeting)))
    }

    fn fit(&self, at: usize, meeting: usize) -> Option<Fit> {
        let (telling, meeting) = (&self.tellings[at], &self.meetings[meeting]);
        let own = meeting.by_document.get(&telling.document);
        let siblings: Vec<&Telling> =
            own.into_iter().flatten().map(|s| &self.tellings[*s]).collect();
        if self.told_apart(&[at], &meeting.members) {
            return None;
        }
        fit(telling, meeting, &siblings)
    }

    fn told_apart(&self, these: &[usize], those: &[usize]) -> bool {
        let verdicts = &self.scope.verdicts;
        let id = |at: &usize| self.tellings[*at].claim.id;
        !verdicts.tell_none_apart()
            && these.iter().any(|a| those.iter().any(|b| verdicts.differ(id(a), id(b))))
    }

    fn unite_as_judged(&mut self) {
        let pairs: Vec<(ClaimId, ClaimId)> = self.scope.verdicts.same().collect();
        for (a, b) in pairs {
            let (Some(a), Some(b)) = (self.meeting_of(a), self.meeting_of(b)) else { continue };
            if a != b && !self.told_apart(&self.meetings[a].members, &self.meetings[b].members) {
                let (into, from) = (a.min(b), a.max(b));
                for at in std::mem::take(&mut self.meetings[from].members) {
                    self.join(into, at);
                }
                self.meetings[from] = Forming::default();
            }
        }
    }

    fn meeting_of(&self, claim: ClaimId) -> Option<usize> {
        let has = |m: &Forming| m.members.iter().any(|at| self.tellings[*at].claim.id == claim);
        self.meetings.iter().position(has)
    }

    /// A telling with fewer than two sides goes where the fuller telling of its article went; a
    /// denial to the meeting that it fits.
    fn seat_partial(&mut self) {
        let rest: Vec<usize> =
            (0..self.tellings.len()).filter(|at| !self.tellings[*at].stands_alone()).collect();
        let seats: BTreeMap<usize, usize> = self.seats();
        for at in rest {
            if self.tellings[at].is_denied() {
                if let Some((meeting, _)) = self.best(at) {
                    self.denials.entry(meeting).or_default().push(at);
                }
                continue;
            }
            let meeting = self.fuller(at).and_then(|s| seats.get(&s)).copied();
            let meeting = meeting.filter(|m| !self.told_apart(&[at], &self.meetings[*m].members));
            match meeting {
                Some(meeting) => self.join(meeting, at),
                None if self.tellings[at].stands_for_want_of_more() => self.open(at),
                None => {}
            }
        }
    }

    /// The meeting of each telling.
    fn seats(&self) -> BTreeMap<usize, usize> {
        let meetings = self.meetings.iter().enumerate();
        meetings.flat_map(|(n, meeting)| meeting.members.iter().map(move |at| (*at, n))).collect()
    }

    /// The nearest telling of the same article that can be of the same meeting, those before first.
    /// Other articles have no say, so that none can unseat it.
    fn fuller(&self, at: usize) -> Option<usize> {
        let telling = &self.tellings[at];
        let own = |s: &usize| self.tellings[*s].document == telling.document;
        let before = (0..at).rev().take_while(own);
        let after = (at + 1..self.tellings.len()).take_while(own);
        before
            .chain(after)
            .find(|s| is_fuller(&self.tellings[*s], telling) && !self.told_apart(&[at], &[*s]))
    }

    fn finish(mut self) -> (Vec<Group>, Vec<Judgement>) {
        let mut groups = Vec::new();
        for (n, meeting) in self.meetings.iter_mut().enumerate() {
            let mut members = std::mem::take(&mut meeting.members);
            members.sort_unstable();
            let denials = self.denials.remove(&n).unwrap_or_default();
            if let Some(least) = members.iter().map(|at| self.tellings[*at].claim.id).min() {
                groups.push(Group { least, members, denials });
            }
        }
        groups.sort_by(|a, b| a.members.cmp(&b.members));
        (groups, self.judgements())
    }

    fn judgements(&self) -> Vec<Judgement> {
        let thing = |at: &usize| Thing::Claim(self.tellings[*at].claim.id);
        let verdict = |(a, b, reason): &(usize, usize, String)| {
            let judge = Judge::Tool(Tool::rule("meeting/same", 1));
            Judgement::of_two(thing(a), thing(b), Verdict::Same, judge, reason.clone())
        };
        let mut all: Vec<_> = self.reasons.iter().map(verdict).collect();
        all.extend(self.scope.verdicts.in_force.iter().cloned());
        all.sort();
        all
    }
}

/// The same part of the story, and nothing contradicts.
fn is_fuller(full: &Telling, partial: &Telling) -> bool {
    let levels = full.level().zip(partial.level());
    full.stands_alone()
        && full.mention.standing == partial.mention.standing
        && full.status == partial.status
        && full.is_remote() == partial.is_remote()
        && partial.sides.is_subset(&full.sides)
        && levels.is_none_or(|(a, b)| a == b)
        && full.words.meet(partial.words).is_some()
}

fn pairs<'t, 'a>(telling: &'t Telling<'a>) -> impl Iterator<Item = (&'a Party, &'a Party)> + 't {
    let sides = &telling.sides;
    sides.iter().flat_map(move |a| sides.iter().filter(move |b| a < *b).map(move |b| (*a, *b)))
}
