//! What the tellings say of the order of meetings and publications.

use std::collections::BTreeMap;

use record::Standing;

use super::propagate::Order;
use crate::meeting::{Group, Telling};
use crate::naming::level_plural;
use crate::scope::Scope;

/// A bare day of the week is within so many days of publication.
const WEEKDAY_REACH: i32 = 6;

/// An article that sets more meetings against each other is a chronicle: no news, and nothing behind it.
const MOST_PAIRS: usize = 10_000;

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
    let (name, label) = (name(scope, telling), label(telling));
    if telling.is_former_plan() {
        return Vec::new();
    }
    if !telling.is_past() {
        let gap = i32::from(telling.published.last.is_none());
        let why = format!("{label} was still to come when {name} was published");
        return vec![Order { earlier: document, later: meeting, gap, why }];
    }
    let why = format!("{label} was held when {name} was published");
    let mut orders = vec![Order { earlier: meeting, later: document, gap: 0, why }];
    if telling.names_only_weekday() && telling.mention.standing == Standing::Main {
        let why =
            format!("{name} gives only the day of the week, so {label} was in the week before it");
        orders.push(Order { earlier: document, later: meeting, gap: -WEEKDAY_REACH, why });
    }
    orders
}

/// A meeting that an article tells, and the telling.
type Told<'t, 'a> = (usize, &'t Telling<'a>);

/// What an article tells as background was before what it tells as news; and so was what it gives
/// a full date, if its news has only a day of the week.
fn against_news(scope: &Scope, tellings: &[Telling], groups: &[Group]) -> Vec<Order> {
    let mut by_document: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for (meeting, group) in groups.iter().enumerate() {
        for telling in group.members.iter().map(|at| &tellings[*at]).filter(|t| t.is_past()) {
            by_document.entry(telling.document).or_default().push((meeting, telling));
        }
    }
    let of_document = |told: &Vec<Told>| -> Vec<Order> {
        let is_news = |(_, telling): &&Told| telling.mention.standing == Standing::Main;
        let news: Vec<&Told> = told.iter().filter(is_news).collect();
        if told.len() * news.len() > MOST_PAIRS {
            return Vec::new();
        }
        let pairs = told.iter().flat_map(|a| news.iter().map(move |b| (*a, **b)));
        pairs.filter_map(|(one, news)| before(scope, one, news)).collect()
    };
    by_document.values().flat_map(of_document).collect()
}

/// That a meeting was before one that the same article tells as news.
fn before(scope: &Scope, earlier: Told, later: Told) -> Option<Order> {
    let ((earlier, one), (later, other)) = (earlier, later);
    let name = name(scope, one);
    let (why, gap) = match one.mention.standing {
        _ if earlier == later => return None,
        // What is told beside the news may be of the same day, and may be news too if it has a day of its own.
        Standing::Background if one.words.exact().is_some() => return None,
        Standing::Background => {
            (format!("{name} tells {} as background to {}", label(one), label(other)), 0)
        }
        Standing::Main if one.gives_full_date() && other.names_only_weekday() => {
            let why = format!(
                "{name} gives {} a full date and {} only a day of the week",
                label(one),
                label(other)
            );
            (why, 1)
        }
        _ => return None,
    };
    Some(Order { earlier, later, gap, why })
}

/// "the meeting of envoys (IRN, USA)"
fn label(telling: &Telling) -> String {
    let sides: Vec<&str> = telling.sides.iter().map(|party| party.0.as_str()).collect();
    let level = telling.level().map(|level| format!(" of {}", level_plural(level)));
    format!("the meeting{} ({})", level.unwrap_or_default(), sides.join(", "))
}

fn name<'s>(scope: &'s Scope, telling: &Telling) -> &'s str {
    scope.documents.get(telling.document).map_or("", |document| &document.name)
}
