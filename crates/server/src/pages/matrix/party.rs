//! The rows of one party: what outlets have it say on each issue.

use std::collections::{BTreeMap, BTreeSet};

use record::{Party, SpeechAct, Statement};
use view::names;

use super::column::Columns;
use super::mark::{Mark, Same, Stand, note};
use super::{MatrixRow, Matter, asserted, place};
use crate::ask::escaped;
use crate::pages::weight::Weight;
use crate::snapshot::Snapshot;

/// A party's statements on issues that more than one outlet has it speak of.
pub struct Stands<'a> {
    party: &'a Party,
    by_issue: BTreeMap<&'a str, Vec<&'a Statement>>,
}

/// Parties that several outlets have speak on one issue, by code.
pub fn told_twice(snapshot: &Snapshot) -> Vec<Stands<'_>> {
    let mut stands: BTreeMap<&Party, BTreeMap<&str, Vec<&Statement>>> = BTreeMap::new();
    for statement in &snapshot.opened.record.statements {
        for party in &statement.parties {
            let by_issue = stands.entry(party).or_default();
            for issue in &statement.issues {
                by_issue.entry(issue).or_default().push(statement);
            }
        }
    }
    let several = |said: &Vec<&Statement>| {
        let places: BTreeSet<_> = said.iter().filter_map(|s| place(snapshot, s.article)).collect();
        places.len() > 1
    };
    let kept = stands.into_iter().map(|(party, mut by_issue)| {
        by_issue.retain(|_, said| several(said));
        Stands { party, by_issue }
    });
    kept.filter(|stands| !stands.by_issue.is_empty()).collect()
}

/// The table of a party.
pub fn matter(snapshot: &Snapshot, stands: &Stands<'_>) -> Matter {
    let name = snapshot.opened.tools.party_name(stands.party);
    let said = || stands.by_issue.values().flatten();
    let columns = Columns::of(said().filter_map(|row| place(snapshot, row.article)));
    let rows = stands.by_issue.iter().map(|(issue, said)| row(snapshot, &columns, issue, said));
    Matter {
        kind: "party",
        title: format!("{name}: what outlets have it say"),
        href: format!("/statements?party={}", escaped(&stands.party.0)),
        weight: Weight::of(snapshot, said().map(|row| row.article)),
        rows: rows.collect(),
        differences: Vec::new(),
        more: columns.more,
        origins: columns.origins,
    }
}

fn row(snapshot: &Snapshot, columns: &Columns, issue: &str, said: &[&Statement]) -> MatrixRow {
    let usual = usual(said.iter().map(|row| row.act));
    let mut cells = vec![Vec::new(); columns.count()];
    for row in said {
        let column = place(snapshot, row.article).and_then(|at| columns.at(at));
        let claim = snapshot.opened.claim(row.claim);
        if let Some((column, claim)) = column.zip(claim) {
            let stand = match row.act {
                SpeechAct::Denial => Stand::Denies,
                act => Stand::of(claim.certainty, Same::when(Some(act) == usual)),
            };
            note(&mut cells[column], Mark::standing(stand, claim, row.act.as_str()));
        }
    }
    MatrixRow {
        label: names::issue(&snapshot.opened.tools, issue),
        value: usual.map(|act| act.as_str().to_owned()).unwrap_or_default(),
        differs: None,
        asserted: asserted(&cells),
        cells,
    }
}

/// The act that most statements do; of equals the first in the order of the alphabet.
fn usual(acts: impl Iterator<Item = SpeechAct>) -> Option<SpeechAct> {
    let mut counted: BTreeMap<&str, (usize, SpeechAct)> = BTreeMap::new();
    acts.for_each(|act| counted.entry(act.as_str()).or_insert((0, act)).0 += 1);
    let most = counted.iter().rev().max_by_key(|(_, (count, _))| *count);
    most.map(|(_, (_, act))| *act)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_act_is_the_most_frequent() {
        use SpeechAct::{Demand, Denial, Offer};
        assert_eq!(usual([Offer, Demand, Offer].into_iter()), Some(Offer));
        assert_eq!(usual([Offer, Denial, Demand].into_iter()), Some(Demand));
        assert_eq!(usual([].into_iter()), None);
    }
}
