//! Stretches that end or begin with publication.
//!
//! Fires on:  "the past 24 hours", "the last two months", "the next few days", "in recent weeks",
//!            "in the coming months", "the weeks ahead", "within 18 months".
//! Silent on: "the last two speakers", "recent talks".
//! The words draw no line, so every answer is vague. A counted stretch reaches as far as counted. An
//! uncounted one reaches as far as its plural can bear before a writer would take the next unit:
//! [`RECENT`] and [`COMING`].

use jiff::civil::Date;
use text::{Grain, TimexKind};

use super::calendar::{Unit, after, days_after};
use super::cursor::Cursor;
use super::duration;
use super::number::{self, Count};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::words;

/// How many units back plural words reach: ten days, six weeks, eight months, five years.
/// Beyond that a writer says "weeks", "months", "years", "decades".
const RECENT: fn(Unit) -> i32 = |unit| match unit {
    Unit::Day => 10,
    Unit::Week => 6,
    Unit::Month => 8,
    Unit::Year => 5,
    _ => 4,
};

/// How many units ahead plural words reach. Plans slip: twelve months for "the coming months".
const COMING: fn(Unit) -> i32 = |unit| match unit {
    Unit::Day => 10,
    Unit::Week => 8,
    Unit::Month => 12,
    Unit::Year => 10,
    _ => 4,
};

#[derive(Clone, Copy, Eq, PartialEq)]
enum Side {
    Before,
    Ahead,
}

/// Reads a stretch that ends or begins with publication.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [counted, single, plural, ahead]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

fn side(c: &mut Cursor) -> Option<Side> {
    c.take_word(|word| match word {
        "past" | "last" | "previous" | "preceding" => Some(Side::Before),
        "next" | "coming" | "following" => Some(Side::Ahead),
        _ => None,
    })
}

/// "the past 24 hours", "the next few days"
fn counted(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    duration::modifier(&mut c);
    c.eat(&["the", "these"]);
    let side = side(&mut c)?;
    let count = number::count(&mut c)?;
    let unit = c.take_word(|word| words::units(word).or_else(|| words::unit(word)))?;
    c.eat_all(&["or", "so"]);
    let (value, n) = match count {
        Count::Exact(n) => (duration::value(count, unit), n),
        Count::AndHalf(n) => (duration::value(count, unit), n.saturating_add(1)),
        Count::Several => (duration::value(count, unit), reach(side, unit)),
    };
    let sense = Sense::bare(TimexKind::Duration, value);
    placed(scene, sense, side, n, unit).until(c.at)
}

/// "the past year", "the coming week"
fn single(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    let side = c.take_word(|word| match word {
        "past" => Some(Side::Before),
        "coming" => Some(Side::Ahead),
        _ => None,
    })?;
    let unit = c.take_word(words::unit)?;
    if matches!(c.before(3), "this") {
        return None;
    }
    let sense = Sense::bare(TimexKind::Duration, duration::value(Count::Exact(1), unit));
    placed(scene, sense, side, 1, unit).until(c.at)
}

/// "recent weeks", "the coming months", "past years"
fn plural(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    let side = c.take_word(|word| match word {
        "recent" | "past" | "previous" => Some(Side::Before),
        "coming" | "next" | "future" => Some(Side::Ahead),
        _ => None,
    })?;
    let unit = c.take_word(words::units)?;
    let unit = c.attempt(and_units).unwrap_or(unit);
    let value = if side == Side::Before { "PAST_REF" } else { "FUTURE_REF" };
    let sense = Sense::bare(TimexKind::Date, value);
    placed(scene, sense, side, reach(side, unit), unit).until(c.at)
}

/// "and months" in "recent weeks and months"
fn and_units(c: &mut Cursor) -> Option<Unit> {
    c.eat(&["and"]).then(|| c.take_word(words::units))?
}

/// "the weeks ahead", "the months to come"
fn ahead(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    if !c.eat(&["the"]) {
        return None;
    }
    let unit = c.take_word(words::units)?;
    if !c.eat(&["ahead"]) && !c.eat_all(&["to", "come"]) {
        return None;
    }
    let sense = Sense::bare(TimexKind::Duration, duration::value(Count::Several, unit));
    placed(scene, sense, Side::Ahead, reach(Side::Ahead, unit), unit).until(c.at)
}

fn reach(side: Side, unit: Unit) -> i32 {
    if side == Side::Before { RECENT(unit) } else { COMING(unit) }
}

/// The same, from or up to publication; the day of publication is in it.
fn placed(scene: &Scene, sense: Sense, side: Side, n: i32, unit: Unit) -> Sense {
    let Some(reference) = scene.reference else { return sense };
    let ends = || -> Option<(Date, Date)> {
        Some(match side {
            Side::Before => (after(reference.day, -n, unit)?, days_after(reference.day, 1)?),
            Side::Ahead => (reference.day, days_after(after(reference.day, n, unit)?, 1)?),
        })
    };
    match ends() {
        Some((from, until)) => sense.within(from, until, Grain::Vague, reference.anchor),
        None => sense,
    }
}
