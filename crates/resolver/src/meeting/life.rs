//! The states a meeting is reported to have been in, in order.

use jiff::civil::Date;
use record::{ClaimId, LifeStep, Status};
use text::Span;

use super::telling::Telling;
use crate::days::Days;
use crate::scope::Scope;
use crate::when::Calendar;

/// What orders a report among the others.
type Turn<'n> = (bool, Option<Date>, Option<Date>, &'n str, Option<Date>, Span, ClaimId);

/// Plans by the day they were reported, within an article by the day they were told and by the
/// text; what happened last. A state that brings nothing new adds its claim to the step before.
pub(crate) fn steps(scope: &Scope, calendar: &Calendar, tellings: &[&Telling]) -> Vec<LifeStep> {
    let mut told: Vec<&Telling> = tellings.to_vec();
    told.sort_by_key(|t| turn(scope, calendar, t));
    let mut steps: Vec<LifeStep> = Vec::new();
    for telling in told {
        let step = step(scope, telling);
        match repeated(&mut steps, &step, telling.is_former_plan()) {
            Some(before) => before.claims.extend(step.claims),
            None => steps.push(step),
        }
    }
    for step in &mut steps {
        step.claims.sort_unstable();
        step.claims.dedup();
    }
    steps
}

fn turn<'n>(scope: &'n Scope, calendar: &Calendar, telling: &Telling) -> Turn<'n> {
    let published = calendar.published(telling.document);
    let name = scope.documents.get(telling.document).map_or("", |d| d.name.as_str());
    let told = telling.mention.told.as_ref().map(Days::of_mention).and_then(|d| d.last);
    // Not told when: a plan of the past before all else, the rest last, as of publication.
    let unsaid = if telling.is_former_plan() { Date::MIN } else { Date::MAX };
    let told = Some(told.unwrap_or(unsaid));
    let span = telling.claim.shown().span();
    let known = published.last.or(published.first);
    (telling.is_past(), known, published.first, name, told, span, telling.claim.id)
}

fn step(scope: &Scope, telling: &Telling) -> LifeStep {
    LifeStep {
        status: telling.status,
        time: telling.time_words().map(str::to_owned),
        reported: scope.documents.get(telling.document).and_then(|d| d.day()),
        claims: vec![telling.claim.id],
    }
}

/// A past state is one step. A plan is new if it was another before, or is for another time.
fn repeated<'s>(
    steps: &'s mut [LifeStep],
    step: &LifeStep,
    former: bool,
) -> Option<&'s mut LifeStep> {
    if former || matches!(step.status, Status::Held | Status::Contact) {
        return steps.iter_mut().find(|s| s.status == step.status);
    }
    let last = steps.last_mut()?;
    let nothing_new = step.time.is_none() || step.time == last.time;
    (last.status == step.status && nothing_new).then_some(last)
}
