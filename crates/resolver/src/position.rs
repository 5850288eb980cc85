//! Positions: what a party has said on an issue, in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use record::{Moved, Party, Position, SpeechAct, Statement, Step};
use text::ArticleId;

use crate::scope::Scope;

/// By party, then issue. Undated statements come first: nothing says that they are the latest.
pub(crate) fn rows(scope: &Scope, statements: &[Statement]) -> Vec<Position> {
    let days: BTreeMap<ArticleId, Option<Date>> =
        scope.documents.iter().map(|d| (d.article.id, d.day())).collect();
    let mut steps: BTreeMap<(&Party, &str), Vec<Step>> = BTreeMap::new();
    for statement in statements {
        let reported = days.get(&statement.article).copied().flatten();
        for (party, issue) in subjects(statement) {
            let step = Step { reported, act: statement.act, statement: statement.id.clone() };
            steps.entry((party, issue)).or_default().push(step);
        }
    }
    let position = |((party, issue), mut steps): ((&Party, &str), Vec<Step>)| {
        steps.sort_by_key(|step| step.reported);
        steps.dedup();
        let moved = moved(&steps);
        Position { party: party.clone(), issue: issue.to_owned(), steps, moved }
    };
    steps.into_iter().map(position).collect()
}

/// Where a dated step takes another stand than the dated one before it; what only describes or
/// announces takes none.
fn moved(steps: &[Step]) -> Vec<Moved> {
    let stand = |act| !matches!(act, SpeechAct::Characterization | SpeechAct::Announcement);
    let stands: Vec<(Date, &Step)> =
        steps.iter().filter(|s| stand(s.act)).filter_map(|s| Some((s.reported?, s))).collect();
    let pairs = stands.windows(2).filter(|pair| pair[0].1.act != pair[1].1.act);
    // What is said on one day has no order.
    let later = pairs.filter(|pair| pair[0].0 < pair[1].0);
    let row = |pair: &[(Date, &Step)]| Moved {
        reported: pair[1].0,
        from: pair[0].1.act,
        to: pair[1].1.act,
        statement: pair[1].1.statement.clone(),
    };
    later.map(row).collect()
}

fn subjects(statement: &Statement) -> impl Iterator<Item = (&Party, &str)> {
    let issues = &statement.issues;
    statement.parties.iter().flat_map(move |p| issues.iter().map(move |i| (p, i.as_str())))
}
