//! Processes: meetings of the same sides at the same rank, none long after the one before.

use std::collections::{BTreeMap, BTreeSet};

use record::{Level, Medium, Meeting, Part, Party, Process, RowId, Supported};

use crate::days::days_between;

/// A process that has slept for so many days is another when it goes on.
const ASLEEP: i32 = 730;

/// A process has at least so many rounds.
const FEWEST: usize = 2;

type Key<'m> = (BTreeSet<&'m Party>, Option<Level>);

/// By their first meetings, in the order of `meetings`, which is by time.
pub(crate) fn rows(meetings: &[Meeting]) -> Vec<Process> {
    let mut of: BTreeMap<Key, Vec<Vec<&Meeting>>> = BTreeMap::new();
    let mut first: Vec<(usize, Process)> = Vec::new();
    let places: BTreeMap<&RowId, usize> =
        meetings.iter().enumerate().map(|(n, meeting)| (&meeting.id, n)).collect();
    for meeting in meetings.iter().filter(|m| m.medium != Medium::Remote) {
        let Some(key) = key(meeting) else { continue };
        let runs = of.entry(key).or_default();
        match runs.last_mut().filter(|run| run.last().is_some_and(|last| near(last, meeting))) {
            Some(run) => run.push(meeting),
            None => runs.push(vec![meeting]),
        }
    }
    for ((parties, level), runs) in of {
        for run in runs.into_iter().filter(|run| run.len() >= FEWEST) {
            first.push((places[&run[0].id], row(&parties, level, &run)));
        }
    }
    first.sort_by_key(|(place, _)| *place);
    first.into_iter().map(|(_, process)| process).collect()
}

/// Two sides or more; a meeting without a time is of no series.
fn key(meeting: &Meeting) -> Option<Key<'_>> {
    let sides = meeting.participants.iter().filter(|p| p.part == Part::Party);
    let parties: BTreeSet<&Party> = sides.map(|p| &p.party).collect();
    let timed = meeting.when.from.or(meeting.when.until).is_some();
    let level = meeting.levels.first().map(|level| level.value);
    (parties.len() >= 2 && timed).then_some((parties, level))
}

fn near(earlier: &Meeting, later: &Meeting) -> bool {
    let end = earlier.when.until.or(earlier.when.from);
    let begin = later.when.from.or(later.when.until);
    end.zip(begin).is_some_and(|(end, begin)| days_between(end, begin) <= ASLEEP)
}

fn row(parties: &BTreeSet<&Party>, level: Option<Level>, meetings: &[&Meeting]) -> Process {
    let id = meetings[0].id.0.replacen("m-", "p-", 1);
    Process {
        id: RowId(id),
        parties: parties.iter().map(|party| (*party).clone()).collect(),
        level,
        meetings: meetings.iter().map(|meeting| meeting.id.clone()).collect(),
        from: meetings.first().and_then(|first| first.when.from),
        until: meetings.iter().map(|m| m.when.until).max().flatten(),
        issues: issues(meetings),
    }
}

fn issues(meetings: &[&Meeting]) -> Vec<Supported<String>> {
    let mut all: Vec<Supported<String>> = Vec::new();
    for issue in meetings.iter().flat_map(|meeting| &meeting.issues) {
        issue.claims.iter().for_each(|c| Supported::add(&mut all, issue.value.clone(), *c));
    }
    all.sort_by(|a, b| (b.claims.len(), &a.value).cmp(&(a.claims.len(), &b.value)));
    all
}
