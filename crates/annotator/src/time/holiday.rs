//! Holidays whose day can be reckoned.
//!
//! Fires on:  "Easter", "Easter Monday", "the Easter weekend", "Good Friday", "Christmas Eve",
//!            "New Year's Day", "Thanksgiving", "May Day", "Election Day" (of the United States), with or without a year.
//! Silent on: lunar feasts (seen, not reckoned), national days that differ by country.
//! Without a year, "last" and "next" choose; else the nearest to publication that fits the tense.

use jiff::civil::Date;
use text::{Anchor, Grain, TimexKind};

use super::absolute;
use super::calendar::{Period, days_after, number};
use super::cursor::Cursor;
use super::relative::{Which, which};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::tense::Tense;

/// A way to reckon a holiday in a year: its first day and how many days it has.
#[derive(Clone, Copy)]
enum Feast {
    /// Month, day, length.
    Fixed(i8, i8, i32),
    /// Days from western Easter Sunday, length.
    Easter(i32, i32),
    /// Month, weekday from Monday = 1, which one.
    Nth(i8, i8, i32),
    /// The same, and days after it.
    AfterNth(i8, i8, i32, i32),
}

/// Longest first: the first that fits is taken.
const FEASTS: [(&[&str], Feast); 31] = [
    (&["easter", "weekend"], Feast::Easter(-2, 4)),
    (&["easter", "week"], Feast::Easter(-6, 7)),
    (&["easter", "monday"], Feast::Easter(1, 1)),
    (&["easter", "sunday"], Feast::Easter(0, 1)),
    (&["easter"], Feast::Easter(0, 1)),
    (&["good", "friday"], Feast::Easter(-2, 1)),
    (&["palm", "sunday"], Feast::Easter(-7, 1)),
    (&["holy", "week"], Feast::Easter(-7, 7)),
    (&["ash", "wednesday"], Feast::Easter(-46, 1)),
    (&["ascension", "day"], Feast::Easter(39, 1)),
    (&["pentecost"], Feast::Easter(49, 1)),
    (&["whit", "monday"], Feast::Easter(50, 1)),
    (&["christmas", "eve"], Feast::Fixed(12, 24, 1)),
    (&["christmas", "day"], Feast::Fixed(12, 25, 1)),
    (&["christmas"], Feast::Fixed(12, 25, 1)),
    (&["boxing", "day"], Feast::Fixed(12, 26, 1)),
    (&["new", "year", "'", "s", "day"], Feast::Fixed(1, 1, 1)),
    (&["new", "year", "’", "s", "day"], Feast::Fixed(1, 1, 1)),
    (&["new", "year", "'", "s", "eve"], Feast::Fixed(12, 31, 1)),
    (&["new", "year", "’", "s", "eve"], Feast::Fixed(12, 31, 1)),
    (&["valentine", "'", "s", "day"], Feast::Fixed(2, 14, 1)),
    (&["may", "day"], Feast::Fixed(5, 1, 1)),
    (&["halloween"], Feast::Fixed(10, 31, 1)),
    (&["veterans", "day"], Feast::Fixed(11, 11, 1)),
    (&["armistice", "day"], Feast::Fixed(11, 11, 1)),
    (&["labor", "day"], Feast::Nth(9, 1, 1)),
    (&["election", "day"], Feast::AfterNth(11, 1, 1, 1)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, 4)),
    (&["thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["new", "year", "'", "s"], Feast::Fixed(1, 1, 1)),
    (&["new", "year", "’", "s"], Feast::Fixed(1, 1, 1)),
];

/// Reads a holiday.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let which = c.attempt(which);
    c.eat(&["the"]);
    let feast = c.attempt(feast)?;
    if let Some(year) = c.attempt(|c| {
        c.eat(&[",", "of"]);
        absolute::year(c)
    }) {
        return sense(feast.days(year)?, Anchor::Stated).until(c.at);
    }
    let Some(reference) = scene.reference else {
        return Sense::bare(TimexKind::Date, feast.unanchored()).until(c.at);
    };
    let days = choose(feast, which, reference.day, scene.tense(at))?;
    sense(days, reference.anchor).until(c.at)
}

fn feast(c: &mut Cursor) -> Option<Feast> {
    if !c.peek()?.capital() {
        return None;
    }
    FEASTS.iter().find_map(|(words, feast)| c.eat_all(words).then_some(*feast))
}

fn sense((from, until): (Date, Date), anchor: Anchor) -> Sense {
    let day = Sense::of(Period::Day(from), anchor);
    if days_after(from, 1) == Some(until) {
        return day.weekday(number(from));
    }
    let week = Period::containing(super::calendar::Unit::Week, from);
    Sense { period: None, value: week.value(), ..day }.within(from, until, Grain::Week, anchor)
}

/// Without "last" or "next", the latest that has begun or the first that is not over.
fn choose(feast: Feast, which: Option<Which>, day: Date, tense: Tense) -> Option<(Date, Date)> {
    let years = [-1, 0, 1].map(|offset: i16| day.year().saturating_add(offset));
    let mut days = years.into_iter().filter_map(|year| feast.days(year));
    match (which, tense) {
        (Some(Which::This), _) => feast.days(day.year()),
        (Some(Which::Last), _) => days.rfind(|(_, until)| *until <= day),
        (Some(Which::Next), _) | (None, Tense::Future) => days.find(|(_, until)| *until > day),
        (None, Tense::Past) => days.rfind(|(from, _)| *from <= day),
        (None, Tense::Present | Tense::Unknown) => {
            days.min_by_key(|(from, _)| (*from - day).get_days().abs())
        }
    }
}

impl Feast {
    /// First day and first day after.
    fn days(self, year: i16) -> Option<(Date, Date)> {
        let (first, length) = match self {
            Feast::Fixed(month, day, length) => (Date::new(year, month, day).ok()?, length),
            Feast::Easter(offset, length) => (days_after(easter(year)?, offset)?, length),
            Feast::Nth(month, weekday, nth) => (nth_weekday(year, month, (weekday, nth))?, 1),
            Feast::AfterNth(month, weekday, nth, days) => {
                (days_after(nth_weekday(year, month, (weekday, nth))?, days)?, 1)
            }
        };
        Some((first, days_after(first, length)?))
    }

    fn unanchored(self) -> String {
        match self {
            Feast::Fixed(month, day, _) => format!("XXXX-{month:02}-{day:02}"),
            Feast::Easter(..) => "XXXX-XX-XX".to_owned(),
            Feast::Nth(month, ..) | Feast::AfterNth(month, ..) => format!("XXXX-{month:02}-XX"),
        }
    }
}

/// The second Monday of a month, say.
fn nth_weekday(year: i16, month: i8, (weekday, nth): (i8, i32)) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let lead = (i32::from(weekday) - i32::from(number(first))).rem_euclid(7);
    days_after(first, lead + 7 * (nth - 1))
}

/// Western Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    let f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    Date::new(year, i8::try_from(f / 31).ok()?, i8::try_from(f % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::easter;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_almanacs_say() {
        for (year, month, day) in
            [(1999, 4, 4), (2000, 4, 23), (2008, 3, 23), (2023, 4, 9), (2038, 4, 25)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }
}
