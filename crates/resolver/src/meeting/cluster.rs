//! Grouping: the best told meetings first, each further telling to the meeting it fits best.
//!
//! A telling is compared only with meetings that share two of its sides, or a side and a rare word,
//! so that the work grows with the candidates and not with the square of the claims.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use record::{ClaimId, Judge, Judgement, Standing, Thing, Tool, Verdict};

use super::forming::Forming;
use super::gist::{Counts, Gist, Rarity, counts};
use super::linkage::{Tie, link};
use super::nearby::Nearby;
use super::same::{ENOUGH, Fit, fit};
use super::telling::Telling;
use super::undated;
use crate::scope::Scope;

/// A round of two sides is told from their others by so many points.
const BY_FAR: i32 = 15;

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
    let (timeless, timed): (Vec<_>, Vec<_>) =
        order(tellings).into_iter().chain(table.thin()).partition(|at| tellings[*at].is_timeless());
    let (past, plans): (Vec<_>, Vec<_>) = timed.into_iter().partition(|at| tellings[*at].is_past());
    past.into_iter().for_each(|at| table.seat(at));
    table.seat_timeless(&timeless);
    plans.into_iter().for_each(|at| table.seat(at));
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
    gists: Vec<Gist>,
    meetings: Vec<Forming<'a>>,
    nearby: Nearby<'a>,
    reasons: Vec<(usize, usize, String)>,
    denials: BTreeMap<usize, Vec<usize>>,
}

impl<'s, 'a> Table<'s, 'a> {
    fn new(scope: &'s Scope<'a>, tellings: &'s [Telling<'a>]) -> Table<'s, 'a> {
        Table {
            scope,
            tellings,
            gists: gists(scope, tellings),
            meetings: Vec::new(),
            nearby: Nearby::default(),
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

    /// Those without a time find each other first; then each group is seated where its best told
    /// telling fits, or by itself.
    fn seat_timeless(&mut self, timeless: &[usize]) {
        let (seated, open): (Vec<usize>, Vec<usize>) =
            timeless.iter().partition(|at| self.has_its_table(**at));
        seated.into_iter().for_each(|at| self.seat(at));
        self.seat_linked(&open);
    }

    /// True if one meeting with a time and the very same sides fits, and of two sides, which may meet every
    /// month, better than all others by far.
    fn has_its_table(&self, at: usize) -> bool {
        let mut fits = self.fits(at);
        fits.sort_by_key(|(meeting, fit)| (Reverse(fit.score), *meeting));
        let Some((best, fit)) = fits.first() else { return false };
        let next = fits.get(1).map_or(ENOUGH, |(_, next)| next.score);
        let meeting = &self.meetings[*best];
        let known = meeting.sides.len() > 2 || fit.score >= next + BY_FAR;
        known && meeting.timed && meeting.sides == self.tellings[at].sides
    }

    fn seat_linked(&mut self, timeless: &[usize]) {
        for group in self.linked(timeless) {
            let members: Vec<usize> = group.into_iter().map(|n| timeless[n]).collect();
            let Some((head, rest)) = members.split_first() else { continue };
            let meeting = match self.best_of_most(&members) {
                Some((meeting, fit)) => {
                    self.reasons.push((self.meetings[meeting].members[0], *head, fit.reason));
                    self.join(meeting, *head);
                    meeting
                }
                None => {
                    self.open(*head);
                    self.meetings.len() - 1
                }
            };
            for at in rest {
                self.reasons.push((*head, *at, "alike in sides, places and words".to_owned()));
                self.join(meeting, *at);
            }
        }
    }

    /// The meeting that most of these speak for, each with the weight of its fit; that none is best
    /// for most of them says that they are of one of their own. None from which a person told one of them apart.
    fn best_of_most(&self, members: &[usize]) -> Option<(usize, Fit)> {
        let mut votes: BTreeMap<Option<usize>, (i32, Fit)> = BTreeMap::new();
        for at in members {
            let open = |m: usize| !self.told_apart(members, &self.meetings[m].members);
            let best = self.best_where(*at, &open);
            let (meeting, fit) = best.map_or((None, None), |(m, f)| (Some(m), Some(f)));
            let fit = fit.unwrap_or(Fit { score: ENOUGH, reason: String::new() });
            let vote = votes.entry(meeting).or_default();
            vote.0 += fit.score;
            vote.1 = fit.max(std::mem::take(&mut vote.1));
        }
        let most = votes.into_iter().max_by_key(|(m, (score, _))| (*score, Reverse(*m)))?;
        most.0.map(|meeting| (meeting, most.1.1))
    }

    /// Groups of places in the list, each in its order.
    fn linked(&self, timeless: &[usize]) -> Vec<Vec<usize>> {
        let mut nearby = Nearby::default();
        let mut ties = Vec::new();
        for (n, at) in timeless.iter().enumerate() {
            let (telling, gist) = (&self.tellings[*at], &self.gists[*at]);
            for other in nearby.candidates(telling, gist) {
                ties.push((other, n, self.tie(timeless[other], *at)));
            }
            nearby.note(n, telling, gist);
        }
        let mut groups = link(timeless.len(), &ties, ENOUGH);
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups.sort();
        groups
    }

    fn tie(&self, a: usize, b: usize) -> Tie {
        let (one, other) = (&self.tellings[a], &self.tellings[b]);
        let mut alone = Forming::default();
        alone.take(a, one);
        let siblings: Vec<&Telling> =
            Some(one).into_iter().filter(|one| one.document == other.document).collect();
        let others = || std::iter::once(b).filter(|_| siblings.is_empty());
        let likeness = || self.gists[a].mean_likeness(others(), &self.gists);
        match undated::weigh(other, &alone, &siblings, &likeness) {
            Some(fit) if !self.told_apart(&[a], &[b]) => Tie::Points(fit.score),
            _ => Tie::Barred,
        }
    }

    /// A meeting of its own.
    fn open(&mut self, at: usize) {
        self.meetings.push(Forming::default());
        self.join(self.meetings.len() - 1, at);
    }

    fn join(&mut self, meeting: usize, at: usize) {
        self.meetings[meeting].take(at, &self.tellings[at]);
        self.nearby.note(meeting, &self.tellings[at], &self.gists[at]);
    }

    /// The meeting that the telling fits best; of equals the one made first.
    fn best(&self, at: usize) -> Option<(usize, Fit)> {
        self.best_where(at, &|_| true)
    }

    /// The same of some meetings.
    fn best_where(&self, at: usize, open: &dyn Fn(usize) -> bool) -> Option<(usize, Fit)> {
        let fits = self.fits(at).into_iter().filter(|(meeting, _)| open(*meeting));
        fits.max_by_key(|(meeting, fit)| (fit.score, Reverse(*meeting)))
    }

    /// All meetings that the telling fits.
    fn fits(&self, at: usize) -> Vec<(usize, Fit)> {
        let candidates = self.nearby.candidates(&self.tellings[at], &self.gists[at]);
        candidates.into_iter().filter_map(|m| Some((m, self.fit(at, m)?))).collect()
    }

    fn fit(&self, at: usize, meeting: usize) -> Option<Fit> {
        let (telling, meeting) = (&self.tellings[at], &self.meetings[meeting]);
        let own = meeting.by_document.get(&telling.document);
        let siblings: Vec<&Telling> =
            own.into_iter().flatten().map(|s| &self.tellings[*s]).collect();
        if self.told_apart(&[at], &meeting.members) {
            return None;
        }
        fit(telling, meeting, &siblings, &|| {
            let others = meeting.others(telling, self.tellings);
            self.gists[at].mean_likeness(others, &self.gists)
        })
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

    /// Tellings of one side, or none, whose articles tell the meeting no more fully.
    fn thin(&self) -> Vec<usize> {
        let all = 0..self.tellings.len();
        all.filter(|at| {
            let telling = &self.tellings[*at];
            !telling.stands_alone()
                && telling.stands_for_want_of_more()
                && self.fuller(*at).is_none()
        })
        .collect()
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
            if seats.contains_key(&at) {
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

fn gists(scope: &Scope, tellings: &[Telling]) -> Vec<Gist> {
    let passage = |telling: &Telling| -> Counts {
        let document = scope.documents.get(telling.document);
        document.map(|d| counts(d.article, telling.claim.shown().span())).unwrap_or_default()
    };
    let passages: Vec<Counts> = tellings.iter().map(passage).collect();
    let mut rarity = Rarity::default();
    passages.iter().for_each(|passage| rarity.note(passage));
    passages.iter().map(|passage| Gist::of(passage, &rarity)).collect()
}
