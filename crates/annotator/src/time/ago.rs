//! So many units from publication, or from the stretch of the calendar named just before.
//!
//! Fires on:  "two days ago", "almost four years ago", "three days later", "a year earlier",
//!            "the previous day", "the following week", "that month", "the same day", "the day after",
//!            "in two weeks' time", "the day before last Tuesday", "two days after Christmas".
//! Silent on: "two days after the talks": a duration, counted from what no rule here can date.
//! "Later", "earlier" and "the next day" need an earlier stretch no coarser than a year. Where there
//! is none, "two days later" leaves a length, "two days", and "the next day" an open value without
//! a day. The answer is as fine as the unit, but "a year earlier" beside figures is as fine as what
//! they are compared with: see `accounts.rs`.

use jiff::civil::Date;
use text::{Anchor, TimexKind};

use super::calendar::{Period, Unit, after};
use super::cursor::Cursor;
use super::duration;
use super::number::{self, Count};
use super::relative::unknown;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::words;
use super::{absolute, accounts, holiday, weekday};

/// Reads an expression counted by units.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [ago, later, neighbour, beside, same, in_time]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

/// The period of `unit` that is `n` units from `day`.
fn counted(day: Date, n: i32, unit: Unit) -> Option<Period> {
    Some(Period::containing(unit, after(day, n, unit)?))
}

fn amount(c: &mut Cursor) -> Option<(Count, Unit)> {
    duration::modifier(c);
    duration::approximately(c);
    duration::short_modifier(c);
    let count = number::count(c)?;
    duration::filler(c);
    let unit = c.take_word(|word| words::unit(word).or_else(|| words::units(word)))?;
    c.eat_all(&["or", "so"]);
    Some((count, unit))
}

fn ago(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let bare = c.attempt(|c| {
        let unit = c.take_word(words::units)?;
        c.eat(&["ago"]).then_some(unit)
    });
    if bare.is_some() {
        return Sense::bare(TimexKind::Date, "PAST_REF").until(c.at);
    }
    let (count, unit) = amount(&mut c)?;
    if !c.eat(&["ago"]) {
        return None;
    }
    let Count::Exact(n) = count else {
        return Sense::bare(TimexKind::Date, "PAST_REF").until(c.at);
    };
    if let Some(compared) = accounts::year_before(scene, at).filter(|_| a_year(n, unit)) {
        return compared.until(c.at);
    }
    let Some(reference) = scene.reference else {
        return Sense::bare(TimexKind::Date, unknown(unit)).until(c.at);
    };
    Sense::of(counted(reference.day, -n, unit)?, reference.anchor).until(c.at)
}

/// "two days later", "a year earlier"
fn later(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let (count, unit) = amount(&mut c)?;
    let sign = match c.word() {
        "later" | "afterwards" => 1,
        "earlier" | "previously" => -1,
        _ => return None,
    };
    c.at += 1;
    if c.word() == "than" {
        return None;
    }
    let Count::Exact(n) = count else { return None };
    let compared = || accounts::year_before(scene, at);
    if let Some(compared) = (sign < 0 && a_year(n, unit)).then(compared).flatten() {
        return compared.until(c.at);
    }
    let (day, anchor) = start(scene, unit, sign)?;
    Sense::of(counted(day, n * sign, unit)?, anchor).until(c.at)
}

fn a_year(n: i32, unit: Unit) -> bool {
    n == 1 && unit == Unit::Year
}

/// What to count from: the earlier stretch if it is fine enough, for "earlier" also publication.
fn start(scene: &Scene, unit: Unit, sign: i32) -> Option<(Date, Anchor)> {
    let day = scene.earlier.and_then(|period| fine_enough(period, unit));
    if let Some(day) = day {
        return Some((day, Anchor::Expression));
    }
    let reference = scene.reference.filter(|_| sign < 0)?;
    Some((reference.day, reference.anchor))
}

/// The first day of a stretch no coarser than the unit to be counted in.
fn fine_enough(period: Period, unit: Unit) -> Option<Date> {
    let (from, until) = period.bounds()?;
    let (begin, end) = Period::containing(unit, from).bounds()?;
    (begin <= from && until <= end).then_some(from)
}

/// "the previous day", "the following week", "the day before", "a day after"
fn neighbour(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let (unit, sign) = c.attempt(led_neighbour).or_else(|| c.attempt(trailed_neighbour))?;
    let Some(day) = scene.earlier.and_then(|period| fine_enough(period, unit)) else {
        return Sense::bare(TimexKind::Date, unknown(unit)).until(c.at);
    };
    Sense::of(counted(day, sign, unit)?, Anchor::Expression).until(c.at)
}

fn led_neighbour(c: &mut Cursor) -> Option<(Unit, i32)> {
    if !c.eat(&["the"]) {
        return None;
    }
    let sign = match c.word() {
        "previous" | "preceding" => -1,
        "following" | "next" => 1,
        _ => return None,
    };
    let next = c.eat(&["next"]);
    if !next {
        c.at += 1;
    }
    let unit = c.take_word(words::unit)?;
    (!next || unit == Unit::Day).then_some((unit, sign))
}

/// "the day before" where the clause ends: what stands after it would be what it counts from.
fn trailed_neighbour(c: &mut Cursor) -> Option<(Unit, i32)> {
    if !c.eat(&["the"]) {
        return None;
    }
    let unit = c.take_word(words::unit)?;
    let sign = match c.word() {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    c.at += 1;
    c.peek()
        .is_none_or(|next| !next.alphabetic() && next.digits().is_none())
        .then_some((unit, sign))
}

/// "the day before last Tuesday", "two days after Christmas": from a day that is told behind
fn beside(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    // Not `amount`: three trading days are more than three days.
    let count = if c.eat(&["the"]) { Count::Exact(1) } else { number::count(&mut c)? };
    let unit = c.take_word(|word| words::unit(word).or_else(|| words::units(word)))?;
    let sign = match c.word() {
        "before" => -1,
        "after" => 1,
        _ => return None,
    };
    c.at += 1;
    let Match { end, sense } = [absolute::read, weekday::read, holiday::read]
        .into_iter()
        .filter_map(|rule| rule(scene, c.at))
        .max_by_key(|found| found.end)?;
    let (Count::Exact(n), Unit::Day | Unit::Week) = (count, unit) else { return None };
    let day = counted(sense.day()?, n * sign, unit)?;
    // "A week after Monday's vote": counted from the vote all the same.
    Sense::of(day, sense.anchor()).until(end)
}

/// "the same day", "that year", "later that day"
fn same(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["earlier", "later", "early", "late"]);
    let same = c.eat_all(&["that", "same"]) || c.eat_all(&["the", "same"]) || c.eat(&["that"]);
    if !same {
        return None;
    }
    let unit = c.take_word(words::unit)?;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        return None;
    }
    let Some(day) = scene.earlier.and_then(|period| fine_enough(period, unit)) else {
        return Sense::bare(TimexKind::Date, unknown(unit)).until(c.at);
    };
    Sense::of(Period::containing(unit, day), Anchor::Expression).until(c.at)
}

/// "in two weeks' time"
fn in_time(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    if !c.eat(&["in"]) {
        return None;
    }
    let (count, unit) = amount(&mut c)?;
    if !c.eat(&["'", "’"]) {
        return None;
    }
    c.eat(&["s"]);
    if !c.eat(&["time"]) {
        return None;
    }
    let (Count::Exact(n), Some(reference)) = (count, scene.reference) else {
        return Sense::bare(TimexKind::Date, "FUTURE_REF").until(c.at);
    };
    Sense::of(counted(reference.day, n, unit)?, reference.anchor).until(c.at)
}
