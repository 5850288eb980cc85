//! Whether a telling's time can be that of a meeting.

use record::Status;

use super::forming::Forming;
use super::telling::Telling;
use crate::days::Days;

/// Two plans without a time are of one meeting only if published within so many days.
const PLANS_APART: i32 = 90;

/// A plan without a time is carried out within so many days, or it is another's plan.
const PLAN_TO_DEED: i32 = 150;

/// Wide stretches agree with too much to be evidence.
const TELLING_WIDTH: i32 = 45;

/// How two times stand to each other.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Timing {
    /// No day fits both.
    Clash,
    /// One is silent or too wide to tell.
    Silent,
    /// A day of the week fits, or the news is of these days.
    Plausible,
    /// The stretches agree.
    Agree,
    /// One day, the same.
    SameDay,
}

/// How the time of `telling` stands to that of `meeting`. Vague words contradict nothing.
pub(crate) fn timing(telling: &Telling, meeting: &Forming) -> Timing {
    match firmly(telling, meeting) {
        Timing::Clash if telling.is_vague() && telling.is_past() && meeting.past => Timing::Silent,
        timing => timing,
    }
}

fn firmly(telling: &Telling, meeting: &Forming) -> Timing {
    match (telling.is_past(), meeting.past) {
        (true, true) => compare(telling, telling.likely_days(), meeting.days),
        (true, false) => carried_out(telling, meeting),
        (false, true) => was_planned(telling, meeting),
        (false, false) => both_planned(telling, meeting),
    }
}

fn compare(telling: &Telling, a: Days, b: Days) -> Timing {
    let Some(both) = a.meet(b) else {
        return Timing::Clash;
    };
    if a.exact().is_some() && a.exact() == b.exact() {
        return Timing::SameDay;
    }
    let narrow =
        |days: Days| days.width().is_some_and(|w| w <= TELLING_WIDTH) || days.month.is_some();
    let stated = telling.words.month.is_some() || telling.words.width().is_some();
    match (narrow(a) && narrow(b), both.weekday.is_some()) {
        (true, _) if stated => Timing::Agree,
        (true, _) | (_, true) => Timing::Plausible,
        _ => Timing::Silent,
    }
}

/// A plan known from others, and this telling says that it was held.
fn carried_out(telling: &Telling, meeting: &Forming) -> Timing {
    let since = Days::since(meeting.still_to_come);
    let Some(days) = telling.likely_days().meet(since) else {
        return Timing::Clash;
    };
    match compare(telling, days, meeting.planned) {
        Timing::Clash if put_off(meeting.postponed, days, meeting.planned) => Timing::Silent,
        timing => timing,
    }
}

/// A meeting that was held, and this telling has it still to come.
fn was_planned(telling: &Telling, meeting: &Forming) -> Timing {
    if telling.is_former_plan() {
        let postponed = meeting.postponed || telling.status == Status::Postponed;
        return match compare(telling, telling.words, meeting.days) {
            Timing::Clash if put_off(postponed, meeting.days, telling.words) => Timing::Silent,
            timing => timing,
        };
    }
    let still_to_come = Days::since(telling.published.first);
    let Some(days) = meeting.days.meet(still_to_come) else {
        return Timing::Clash;
    };
    if telling.published.gap(meeting.days) > PLAN_TO_DEED && !telling.words.says_something() {
        return Timing::Clash;
    }
    let postponed = meeting.postponed || telling.status == Status::Postponed;
    match compare(telling, telling.words, days) {
        Timing::Clash if put_off(postponed, days, telling.words) => Timing::Silent,
        timing => timing,
    }
}

fn both_planned(telling: &Telling, meeting: &Forming) -> Timing {
    let postponed = meeting.postponed || telling.status == Status::Postponed;
    match compare(telling, telling.words, meeting.planned) {
        Timing::Clash if postponed => Timing::Silent,
        Timing::Silent if far_apart(telling, meeting) => Timing::Clash,
        timing => timing,
    }
}

fn far_apart(telling: &Telling, meeting: &Forming) -> bool {
    let told =
        Days { first: meeting.still_to_come, last: meeting.still_to_come, ..Days::default() };
    telling.published.gap(told) > PLANS_APART
}

fn put_off(postponed: bool, held: Days, planned: Days) -> bool {
    let not_before = held.last.zip(planned.first).is_none_or(|(held, plan)| held >= plan);
    postponed && not_before
}
