//! Quarters and halves of a year.
//!
//! Fires on:  "the third quarter", "third-quarter", "the second quarter of 2023", "this year's first
//!            quarter", "the second half of the year", "Q3", "Q1 2023".
//! Silent on: "the second half" without a year, "a quarter of", "the quarter".

use jiff::civil::Date;
use text::Anchor;

use super::calendar::{Period, months_after};
use super::cursor::Cursor;
use super::relative::{Which, tied, which};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::tense::Tense;
use super::{absolute, words};

/// In months: so long after its end a quarter is still to be reported on.
const REPORTED: i32 = 3;

/// Reads a quarter or a half.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let written = c.attempt(written)?;
    if let Some(year) = written.year {
        return Sense::of(written.in_year(year), Anchor::Stated).until(c.at);
    }
    let tense = scene.tense(at);
    let place = |day: Date| placed(written.in_year(day.year()), written.offset, day, tense);
    tied(scene, &written.unanchored(), place)?.until(c.at)
}

/// The parts that are written.
#[derive(Clone, Copy)]
struct Written {
    nth: i8,
    part: Part,
    year: Option<i16>,
    /// "last year's": in years from publication.
    offset: Option<i32>,
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Part {
    Quarter,
    Half,
}

impl Written {
    fn in_year(self, year: i16) -> Period {
        match self.part {
            Part::Quarter => Period::Quarter(year, self.nth),
            Part::Half => Period::Half(year, self.nth),
        }
    }

    fn unanchored(self) -> String {
        match self.part {
            Part::Quarter => format!("XXXX-Q{}", self.nth),
            Part::Half => format!("XXXX-H{}", self.nth),
        }
    }
}

/// A half is one of a match or a loaf unless its year is given.
fn written(c: &mut Cursor) -> Option<Written> {
    let offset = c.attempt(years_quarter);
    c.eat(&["the"]);
    c.eat(&["fiscal"]);
    let year = c.attempt(absolute::year);
    c.eat(&["fiscal"]);
    let (nth, part) =
        c.attempt(lettered).or_else(|| c.attempt(last_of)).or_else(|| c.attempt(in_words))?;
    let year = year.or_else(|| c.attempt(of_written_year));
    let offset = offset.or_else(|| c.attempt(of_year));
    let last = c.before(1) == "of";
    let open = (last || part == Part::Half) && year.is_none() && offset.is_none();
    (!open).then_some(Written { nth, part, year, offset })
}

/// "third quarter", "second-half"
fn in_words(c: &mut Cursor) -> Option<(i8, Part)> {
    let nth = c.take_word(words::ordinal)?;
    c.eat(&["-"]);
    let (part, most) = c.take_word(|word| match word {
        "quarter" => Some((Part::Quarter, 4)),
        "half" => Some((Part::Half, 2)),
        _ => None,
    })?;
    (nth <= most).then_some((nth, part))
}

/// "last quarter" of 2007 or of the year: the fourth
fn last_of(c: &mut Cursor) -> Option<(i8, Part)> {
    if !c.eat(&["last", "final"]) {
        return None;
    }
    let found = c.take_word(|word| match word {
        "quarter" => Some((4, Part::Quarter)),
        "half" => Some((2, Part::Half)),
        _ => None,
    })?;
    (c.word() == "of").then_some(found)
}

/// "Q3"
fn lettered(c: &mut Cursor) -> Option<(i8, Part)> {
    if c.peek()?.form != "Q" || c.glued() {
        return None;
    }
    c.at += 1;
    let glued = c.glued();
    let nth = c.take(|atom| atom.digits().filter(|n| (1..=4).contains(n)))?;
    glued.then(|| Some((i8::try_from(nth).ok()?, Part::Quarter)))?
}

/// "of 2022", ", 2022"
fn of_written_year(c: &mut Cursor) -> Option<i16> {
    c.eat(&["of", ","]);
    c.eat(&["fiscal"]);
    absolute::year(c)
}

/// "last year's", "this year's"
fn years_quarter(c: &mut Cursor) -> Option<i32> {
    let offset = match which(c)? {
        Which::Last => -1,
        Which::This => 0,
        Which::Next => 1,
    };
    (c.eat(&["year"]) && c.eat(&["'", "’"]) && c.eat(&["s"])).then_some(offset)
}

/// "of the year", "of last year", "last year"
fn of_year(c: &mut Cursor) -> Option<i32> {
    if c.eat_all(&["of", "the", "year"]) {
        return Some(0);
    }
    c.eat(&["of"]);
    let offset = match c.attempt(which)? {
        Which::Last => -1,
        Which::This => 0,
        Which::Next => 1,
    };
    c.eat(&["year"]).then_some(offset)
}

/// The latest such quarter that has begun; if the clause looks ahead, the first that is not over,
/// but for one that is just over: its results are still to come.
fn placed(period: Period, years: Option<i32>, day: Date, tense: Tense) -> Option<Period> {
    let cycle = if matches!(period, Period::Half(..)) { 2 } else { 4 };
    if let Some(years) = years {
        return period.shift(years * cycle);
    }
    let (from, until) = period.bounds()?;
    match tense {
        Tense::Future if months_after(until, REPORTED)? <= day => period.shift(cycle),
        Tense::Past | Tense::Present | Tense::Unknown if from > day => period.shift(-cycle),
        _ => Some(period),
    }
}
