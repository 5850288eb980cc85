//! Stretches counted from publication by name.
//!
//! Fires on:  "today", "yesterday", "the day before yesterday", "last week", "this month", "next
//!            year", "last December", "over the weekend"; seasons and quarters through their files.
//! Silent on: "the past year", "the coming week" (see `stretch.rs`); "today's world"; "last" and "next" alone;
//!            "the year", "the week".

use jiff::civil::Date;
use text::TimexKind;

use super::absolute;
use super::atom::Atom;
use super::calendar::{Period, Unit, monday, number};
use super::cursor::Cursor;
use super::scene::{Reference, Scene};
use super::sense::{Match, Sense};
use super::tense::Tense;
use super::{quarter, season, words};

/// Which of several.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Which {
    Last,
    This,
    Next,
}

/// Reads a stretch counted from publication.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [near_day, unit, week_of, month, season::read, weekend, quarter::read]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

/// "last", "this past", "the coming", with "the" and "sometime".
pub(super) fn which(c: &mut Cursor) -> Option<Which> {
    c.eat(&["sometime"]);
    c.eat(&["the"]);
    if c.eat(&["this"]) {
        return Some(match () {
            () if c.eat(&["past"]) => Which::Last,
            () if c.eat(&["coming"]) => Which::Next,
            () => {
                c.eat(&["same"]);
                Which::This
            }
        });
    }
    c.take_word(|word| match word {
        "last" => Some(Which::Last),
        "current" | "present" => Some(Which::This),
        "next" | "upcoming" => Some(Which::Next),
        _ => None,
    })
}

/// A stretch counted from publication; without one, only the value that says what kind it is.
pub(super) fn tied(
    scene: &Scene,
    unknown: &str,
    period: impl Fn(Date) -> Option<Period>,
) -> Option<Sense> {
    match scene.reference {
        Some(Reference { day, anchor }) => Some(Sense::of(period(day)?, anchor)),
        None => Some(Sense::bare(TimexKind::Date, unknown)),
    }
}

fn near_day(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let late = c.attempt(|c| c.eat(&["earlier", "later", "late", "early"]).then_some(()));
    if in_a_name(&c) {
        return None;
    }
    let offset = if late.is_none() && c.attempt(day_beyond).is_some() {
        if c.before(1) == "yesterday" { -2 } else { 2 }
    } else {
        c.take_word(|word| match word {
            "today" | "tonight" => Some(0),
            "yesterday" => Some(-1),
            "tomorrow" => Some(1),
            _ => None,
        })?
    };
    if c.before(1) == "today" && nowadays(&c) {
        return None;
    }
    let sense = tied(scene, "XXXX-XX-XX", |day| Period::Day(day).shift(offset))?;
    let sense = if c.before(1) == "tonight" { sense.at_time("TNI") } else { sense };
    sense.until(c.at)
}

/// True for the rest of "today's world", which is of these times, not of this day.
fn nowadays(c: &Cursor) -> bool {
    const AGES: [&str; 12] = [
        "world",
        "youth",
        "society",
        "generation",
        "standards",
        "children",
        "teenagers",
        "students",
        "economy",
        "era",
        "realities",
        "politics",
    ];
    matches!(c.word(), "'" | "’") && c.after(1) == "s" && AGES.contains(&c.after(2))
}

/// True at "Today" in the name of a paper or a broadcaster.
fn in_a_name(c: &Cursor) -> bool {
    let capital = |atom: &Atom| atom.capital();
    c.peek().is_some_and(capital) && c.atom_before(1).is_some_and(capital)
}

/// "the day before yesterday"
fn day_beyond(c: &mut Cursor) -> Option<()> {
    c.eat(&["the"]);
    let before = c.eat_all(&["day", "before", "yesterday"]);
    (before || c.eat_all(&["day", "after", "tomorrow"])).then_some(())
}

fn unit(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let quoted = matches!(c.before(1), "\"" | "“" | "‘" | "'" | "`");
    let which = c.attempt(which)?;
    // "This Week" in quotation marks is a broadcast.
    if quoted && c.peek().is_some_and(Atom::capital) {
        return None;
    }
    c.eat(&["calendar", "fiscal"]);
    let unit = c.take_word(words::unit)?;
    let offset = match (which, unit) {
        (_, Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight) => return None,
        // "the last day", "the previous day" count from a story's day: see `ago.rs`.
        (_, Unit::Day) => return None,
        (Which::Last, _) => -1,
        (Which::This, _) => 0,
        (Which::Next, _) => 1,
    };
    tied(scene, unknown(unit), |day| Period::containing(unit, day).shift(offset))?.until(c.at)
}

/// "the week of 5 May"
fn week_of(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    if !c.eat_all(&["week", "of"]) {
        return None;
    }
    let Match { end, sense } = absolute::read(scene, c.at)?;
    let (day, anchor) = (sense.day()?, sense.anchor());
    Sense::of(Period::containing(Unit::Week, day), anchor).until(end)
}

/// The value of a unit whose place is not known.
pub(super) fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

/// "last December", "next May"
fn month(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let which = c.attempt(which)?;
    if c.peek().is_none_or(|atom| words::month(atom).is_none()) {
        return None;
    }
    let month = absolute::month(&mut c)?;
    if c.peek().is_some_and(|atom| atom.digits().is_some()) {
        return None;
    }
    let place = |day: Date| match which {
        Which::This => Some(Period::Month(day.year(), month)),
        Which::Last if month < day.month() => Some(Period::Month(day.year(), month)),
        Which::Last => Period::Month(day.year(), month).shift(-12),
        Which::Next if month > day.month() => Some(Period::Month(day.year(), month)),
        Which::Next => Period::Month(day.year(), month).shift(12),
    };
    tied(scene, &format!("XXXX-{month:02}"), place)?.until(c.at)
}

/// "the weekend", "this weekend", "last weekend"
fn weekend(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let which = c.attempt(which);
    if which.is_none() && !c.eat(&["the"]) {
        return None;
    }
    if !c.eat(&["weekend"]) {
        return None;
    }
    let tense = scene.tense(at);
    tied(scene, "XXXX-WXX-WE", |day| place_weekend(which, day, tense))?.until(c.at)
}

/// On a Sunday "the weekend" is the one that is ending; before Saturday it has yet to come.
fn place_weekend(which: Option<Which>, day: Date, tense: Tense) -> Option<Period> {
    let present = Period::Weekend(monday(day));
    let begun = number(day) >= 6;
    let weeks = match (which, tense) {
        (Some(Which::Last), _) => -1,
        (Some(Which::Next), _) if begun => 1,
        (Some(Which::Next) | None, Tense::Future) => 0,
        (Some(Which::Next), _) => 0,
        (Some(Which::This), Tense::Past) | (None, _) if !begun => -1,
        _ => 0,
    };
    present.shift(weeks)
}
