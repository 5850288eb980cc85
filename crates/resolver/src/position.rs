//! Positions: what a party has said on an issue, in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use record::{Party, Position, Statement, Step};
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
        Position { party: party.clone(), issue: issue.to_owned(), steps }
    };
    steps.into_iter().map(position).collect()
}

fn subjects(statement: &Statement) -> impl Iterator<Item = (&Party, &str)> {
    let issues = &statement.issues;
    statement.parties.iter().flat_map(move |p| issues.iter().map(move |i| (p, i.as_str())))
}
