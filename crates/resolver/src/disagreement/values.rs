//! Fields of which a meeting has one value, and reports give two.

use std::collections::{BTreeMap, BTreeSet};

use record::{Difference, Disagreement, Status};

use super::Case;
use super::account::{account_of, sources};
use crate::meeting::Telling;
use crate::when::votes;

/// Times that no day fits. Only reports that tell it as held count: a plan may change.
pub(super) fn when(case: &Case) -> Option<Disagreement> {
    let past = case.group.members.iter().copied().filter(|at| case.tellings[*at].is_past());
    let votes = votes(case.ancestry, case.tellings, past);
    let best = votes.first()?;
    let told =
        |at: &Vec<usize>| -> Vec<&Telling> { at.iter().map(|at| &case.tellings[*at]).collect() };
    let supporters = sources(case, &told(&best.tellings));
    let contrary = votes.iter().skip(1).filter(|vote| {
        !vote.vague
            && vote.days.meet(best.days).is_none()
            && !sources(case, &told(&vote.tellings)).is_subset(&supporters)
    });
    let all: Vec<Vec<&Telling>> =
        std::iter::once(best).chain(contrary).map(|vote| told(&vote.tellings)).collect();
    let accounts: Vec<_> = all.iter().map(|told| account_of(time_words(told), told)).collect();
    let difference = difference(&all);
    (accounts.len() > 1).then(|| case.disagreement(("when", difference), None, accounts))
}

/// Delegations are of any rank: who says so is only less exact.
const COARSE: &str = "delegation";

/// What a source says later, having said another thing before, is an update; else they conflict.
fn difference(values: &[Vec<&Telling>]) -> Difference {
    let voices = |told: &[&Telling]| -> BTreeSet<String> {
        told.iter().filter_map(|t| t.claim.attribution.names().first().cloned()).collect()
    };
    let days =
        |told: &[&Telling]| told.iter().map(|t| t.published.exact()).collect::<Option<Vec<_>>>();
    let [one, other] = values else { return Difference::Conflict };
    let same_outlet = voices(one) == voices(other);
    let apart = days(one)
        .zip(days(other))
        .is_some_and(|(a, b)| a.iter().max() < b.iter().min() || b.iter().max() < a.iter().min());
    if same_outlet && apart { Difference::Update } else { Difference::Conflict }
}

fn time_words<'a>(told: &[&Telling<'a>]) -> &'a str {
    told.first().and_then(|telling| telling.time_words()).unwrap_or_default()
}

/// Cities.
pub(super) fn place(case: &Case) -> Option<Disagreement> {
    let city = |t: &&Telling| t.mention.place.as_ref().and_then(|p| p.city.clone());
    differ(case, "place", city)
}

/// Ranks.
pub(super) fn level(case: &Case) -> Option<Disagreement> {
    differ(case, "level", |t: &&Telling| t.level().map(|l| l.as_str().to_owned()))
}

fn differ(
    case: &Case,
    field: &str,
    value: impl Fn(&&Telling) -> Option<String>,
) -> Option<Disagreement> {
    let mut by_value: BTreeMap<String, Vec<&Telling>> = BTreeMap::new();
    for telling in case.told().filter(|t| t.status == case.meeting.status || is_held(case, t)) {
        if let Some(value) = value(&telling) {
            by_value.entry(value).or_default().push(telling);
        }
    }
    let independent = independent(case, by_value.values());
    let accounts: Vec<_> = by_value.iter().map(|(value, told)| account_of(value, told)).collect();
    let vague = by_value.keys().any(|value| value == COARSE);
    let all: Vec<Vec<&Telling>> = by_value.into_values().collect();
    let difference = if vague { Difference::Precision } else { difference(&all) };
    (accounts.len() > 1 && independent)
        .then(|| case.disagreement((field, difference), None, accounts))
}

fn is_held(case: &Case, telling: &Telling) -> bool {
    case.meeting.status == Status::Held && telling.is_past()
}

/// True if no two values come from the very same source.
fn independent<'t, 'a: 't>(
    case: &Case,
    values: impl Iterator<Item = &'t Vec<&'t Telling<'a>>>,
) -> bool {
    let sources: Vec<_> = values.map(|told| sources(case, told)).collect();
    sources.iter().enumerate().all(|(n, a)| sources.iter().skip(n + 1).all(|b| a != b))
}
