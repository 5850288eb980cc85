//! What the tellings say of the order of meetings and publications.

use std::collections::BTreeMap;

use record::Standing;

use super::propagate::Order;
use crate::meeting::{Group, Telling};
use crate::scope::Scope;

/// A bare day of the week is within so many days of publication.
const WEEKDAY_REACH: i32 = 6;

/// Orders between meetings, at their place in `groups`, and documents, after them.
pub(crate) fn orders(scope: &Scope, tellings: &[Telling], groups: &[Group]) -> Vec<Order> {
    let mut orders = Vec::new();
    for (meeting, group) in groups.iter().enumerate() {
        for at in &group.members {
            let telling = &tellings[*at];
            orders.extend(against_publication(scope, telling, meeting, groups.len()));
        }
    }
    orders.extend(against_news(scope, tellings, groups));
    orders.sort();
    orders.dedup();
    orders
}

fn against_publication(
    scope: &Scope,
    telling: &Telling,
    meeting: usize,
    documents_from: usize,
) -> Vec<Order> {
    let document = documents_from + telling.document;
    let name = name(scope, telling);
    if !telling.is_past() {
        let gap = i32::from(telling.published.last.is_none());
        let why = format!("{name} tells it as still to come");
        return vec![Order { earlier: document, later: meeting, gap, why }];
    }
    let why = format!("{name} tells it as held");
    let mut orders = vec![Order { earlier: meeting, later: document, gap: 0, why }];
    if telling.names_only_weekday() && telling.mention.standing == Standing::Main {
        let why = format!("{name} gives only the day of the week, so it is of the same week");
        orders.push(Order { earlier: document, later: meeting, gap: -WEEKDAY_REACH, why });
    }
    orders
}

/// What an article tells as background was before what it tells as news.
fn against_news(scope: &Scope, tellings: &[Telling], groups: &[Group]) -> Vec<Order> {
    let mut news: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut background: Vec<(usize, usize)> = Vec::new();
    for (meeting, group) in groups.iter().enumerate() {
        for at in &group.members {
            let telling = &tellings[*at];
            match telling.mention.standing {
                Standing::Main if telling.is_past() => {
                    news.entry(telling.document).or_default().push(meeting);
                }
                Standing::Background if telling.is_past() => background.push((meeting, *at)),
                _ => {}
            }
        }
    }
    let mut orders = Vec::new();
    for (earlier, at) in background {
        let telling = &tellings[at];
        let later = news.get(&telling.document).into_iter().flatten().filter(|m| **m != earlier);
        let why = format!("{} tells the one as background to the other", name(scope, telling));
        orders.extend(later.map(|later| Order { earlier, later: *later, gap: 1, why: why.clone() }));
    }
    orders
}

fn name<'s>(scope: &'s Scope, telling: &Telling) -> &'s str {
    scope.documents.get(telling.document).map_or("", |document| &document.name)
}
