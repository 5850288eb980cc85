//! Whether a telling is of a meeting, how well it fits, and why, in one line.
//!
//! Where a time is known, whatever contradicts it forbids; where none is, see [`super::undated`].

use record::{Level, Standing, Status};

use super::forming::Forming;
use super::gist::Likeness;
use super::person::alike;
use super::telling::Telling;
use super::timing::{Timing, timing};
use super::undated;
use crate::days::Days;
use crate::naming::{day_name, level_name};

/// What agreement must add up to where the parties are the same. Same parties and same rank alone
/// suffice, same parties alone do not.
pub(super) const ENOUGH: i32 = 30;

/// Accounts of one meeting's time differ by no more than so many days.
const CONTRARY_WITHIN: i32 = 21;

/// How well a telling fits a meeting.
#[derive(Clone, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Fit {
    /// The higher the better.
    pub score: i32,
    /// What agrees.
    pub reason: String,
}

/// The fit of `telling` in `meeting`; `None` if something contradicts or too little agrees.
/// `siblings` are members of the same document; `likeness` says how alike the words are.
pub(crate) fn fit<'a>(
    telling: &Telling<'a>,
    meeting: &Forming<'a>,
    siblings: &[&Telling<'a>],
    likeness: &dyn Fn() -> Option<Likeness>,
) -> Option<Fit> {
    if rounds_differ(telling, meeting) {
        return None;
    }
    let time = timing(telling, meeting);
    let silent = time <= Timing::Silent && (telling.is_timeless() || !meeting.timed);
    // A day of the week fits every seventh round; the words have to tell which.
    let weekday = time == Timing::Plausible && telling.is_timeless();
    if silent || weekday || (telling.is_undated() && !meeting.dated) {
        return undated::fit(telling, meeting, siblings, likeness);
    }
    if telling.is_remote() != meeting.remote {
        return None;
    }
    let mut fit = Fit { score: 0, reason: String::new() };
    // Most of the meetings of two sides were at another time, so that is asked first.
    let time = match time {
        Timing::Clash if contrary_accounts(telling, meeting) => Timing::Silent,
        Timing::Clash => return None,
        time => time,
    };
    let people = shared_people(telling, meeting);
    let parties = parties(telling, meeting)?;
    let level = level(telling, meeting, people)?;
    let place = place(telling, meeting, time)?;
    if !siblings.iter().all(|s| one_article_can_mean(s, telling, time)) {
        return None;
    }
    match parties {
        Parties::Equal => fit.add(20, "same parties"),
        Parties::Within if again(telling, siblings) => {
            fit.add(25, "told again in the same article")
        }
        Parties::Within if agree(telling, level, place, time) => {
            fit.add(5, "parties among the others'")
        }
        Parties::Within => return None,
    }
    fit.weigh_level(level, telling);
    fit.weigh_place(place, telling);
    fit.weigh_time(time, telling, meeting);
    if people > 0 {
        fit.add(10 * people.min(2), "same people");
    }
    if !siblings.is_empty() {
        fit.score += 5;
    }
    (fit.score >= ENOUGH).then_some(fit)
}

/// All that is known agrees; background may leave the time out.
fn agree(telling: &Telling, level: Agreement, place: Agreement, time: Timing) -> bool {
    let background = telling.mention.standing == Standing::Background;
    let looks_back = background && telling.words == Days::default();
    let timely = time >= Timing::Agree || (looks_back && time != Timing::Clash);
    level == Agreement::Yes && place == Agreement::Yes && timely
}

/// The same article's news once more, with fewer of the sides and nothing else of its own.
pub(super) fn again(telling: &Telling, siblings: &[&Telling]) -> bool {
    telling.is_bare() && siblings.iter().any(|s| telling.sides.is_subset(&s.sides))
}

impl Fit {
    pub(super) fn add(&mut self, score: i32, reason: &str) {
        self.score += score;
        if !self.reason.is_empty() {
            self.reason.push_str(", ");
        }
        self.reason.push_str(reason);
    }

    pub(super) fn weigh_level(&mut self, level: Agreement, telling: &Telling) {
        if let (Agreement::Yes, Some(level)) = (level, telling.level()) {
            self.add(15, &format!("level {}", level_name(level)));
        }
    }

    pub(super) fn weigh_place(&mut self, place: Agreement, telling: &Telling) {
        let named = telling.mention.place.as_ref();
        match (place, named.and_then(|p| p.city.as_deref().or(p.country.as_deref()))) {
            (Agreement::Yes, Some(name)) => self.add(15, name),
            (Agreement::No, Some(name)) => {
                self.add(-10, &format!("though {name} is another place"))
            }
            _ => {}
        }
    }

    pub(super) fn weigh_time(&mut self, time: Timing, telling: &Telling, meeting: &Forming) {
        let held = meeting.any_days();
        let words = telling.time_words().unwrap_or_default();
        let day = held.exact().map(day_name);
        match (time, day) {
            (Timing::SameDay, Some(day)) => self.add(60, &day),
            (Timing::Agree, Some(day)) => self.add(30, &format!("\"{words}\" holds {day}")),
            (Timing::Agree, None) => self.add(30, &format!("\"{words}\" fits the others' time")),
            (Timing::Plausible, _) => self.score += 10,
            _ => {}
        }
        self.score -= (telling.published.gap(held) / 10).min(15);
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Parties {
    Equal,
    Within,
}

#[derive(Clone, Copy, Eq, PartialEq)]
pub(super) enum Agreement {
    Yes,
    Unknown,
    No,
}

/// The sides are the same, but for those whom the other has as mediators or hosts; or one's are
/// among the other's, and no count of the sides forbids it.
fn parties<'a>(telling: &Telling<'a>, meeting: &Forming<'a>) -> Option<Parties> {
    let ours: Vec<_> = telling.sides.iter().filter(|p| !meeting.aside.contains(*p)).collect();
    let theirs: Vec<_> = meeting.sides.iter().filter(|p| !telling.aside.contains(*p)).collect();
    let counted = telling.mention.sides.zip(meeting.counted);
    if ours.len() < 2 || theirs.len() < 2 || counted.is_some_and(|(a, b)| a != b) {
        return None;
    }
    let shared = ours.iter().filter(|p| theirs.contains(p)).count();
    let most = ours.len().max(theirs.len());
    let count = telling.mention.sides.or(meeting.counted);
    match (shared == ours.len(), shared == theirs.len()) {
        (true, true) => Some(Parties::Equal),
        (false, false) => None,
        _ if count.is_some_and(|n| usize::from(n) < most) => None,
        _ => Some(Parties::Within),
    }
}

/// Ranks agree, or one is not given, or the people are the same in spite of what they are called.
fn level(telling: &Telling, meeting: &Forming, people: i32) -> Option<Agreement> {
    if offices_differ(telling, meeting) {
        return None;
    }
    match (telling.level(), meeting.level) {
        (Some(a), Some(b)) if a == b => Some(Agreement::Yes),
        (Some(_), Some(_)) if people < 2 => None,
        _ => Some(Agreement::Unknown),
    }
}

/// A ministry has one minister: two names for one chair are two meetings.
pub(super) fn offices_differ(telling: &Telling, meeting: &Forming) -> bool {
    telling.people.iter().any(|(party, level, name)| {
        let chair = matches!(level, Some(Level::ForeignMinister | Level::DefenceMinister));
        let mut there =
            meeting.people.iter().filter(|(p, l, _)| p == party && l == level).peekable();
        chair && there.peek().is_some() && !there.any(|(_, _, other)| alike(name, other))
    })
}

/// In how many parties a named person is the same.
pub(super) fn shared_people(telling: &Telling, meeting: &Forming) -> i32 {
    let known = |party: &record::Party, name: &str| {
        meeting.people.iter().any(|(p, _, other)| *p == party && alike(name, other))
    };
    let parties: std::collections::BTreeSet<_> =
        telling.people.iter().filter(|(p, _, name)| known(p, name)).map(|(p, _, _)| p).collect();
    i32::try_from(parties.len()).unwrap_or(2)
}

/// Whether a place is the same: a city by its name, a country if no city is given.
pub(super) fn places_agree(telling: &Telling, meeting: &Forming) -> Agreement {
    let Some(place) = &telling.mention.place else {
        return Agreement::Unknown;
    };
    let city = place.city.as_deref().filter(|_| !meeting.cities.is_empty());
    let country = place.country.as_deref().filter(|_| !meeting.countries.is_empty());
    match (city, country) {
        (Some(city), _) if meeting.cities.contains(city) => Agreement::Yes,
        (Some(_), _) => Agreement::No,
        (None, Some(country)) if meeting.countries.contains(country) => Agreement::Yes,
        (None, Some(_)) => Agreement::No,
        (None, None) => Agreement::Unknown,
    }
}

/// Another place is another meeting, unless all reports are of one day.
fn place(telling: &Telling, meeting: &Forming, time: Timing) -> Option<Agreement> {
    let agreement = places_agree(telling, meeting);
    let reports_of_one_day = time == Timing::SameDay && telling.mention.level.is_some();
    (agreement != Agreement::No || reports_of_one_day || still_open(telling, meeting))
        .then_some(agreement)
}

/// The place of a plan may still change.
fn still_open(telling: &Telling, meeting: &Forming) -> bool {
    let put_off = telling.status == Status::Postponed || meeting.postponed;
    put_off && !(telling.is_past() && meeting.past)
}

/// The same people in the same weeks, and only the stretches that reports give differ: one meeting
/// and two accounts of its time. Two exact days are two meetings.
fn contrary_accounts(telling: &Telling, meeting: &Forming) -> bool {
    let stretch = |days: Days| days.exact().is_none() && days.says_something();
    telling.is_past()
        && meeting.past
        && stretch(telling.words)
        && stretch(meeting.days)
        && telling.words.gap(meeting.days) <= CONTRARY_WITHIN
        && telling.published.gap(meeting.days) <= CONTRARY_WITHIN
        && shared_people(telling, meeting) >= 2
}

fn rounds_differ(telling: &Telling, meeting: &Forming) -> bool {
    telling.mention.round.zip(meeting.round).is_some_and(|(a, b)| a != b)
}

/// An article tells its news and what went before it as two meetings, and so its plans, unless
/// it gives both the same day.
pub(super) fn one_article_can_mean(a: &Telling, b: &Telling, time: Timing) -> bool {
    let same_part = a.is_past() == b.is_past() && standing(a) == standing(b);
    same_part
        || a.is_former_plan()
        || b.is_former_plan()
        || (time == Timing::SameDay && a.words.exact().is_some() && a.words == b.words)
}

fn standing(telling: &Telling) -> Standing {
    if telling.is_past() { telling.mention.standing } else { Standing::Planned }
}
