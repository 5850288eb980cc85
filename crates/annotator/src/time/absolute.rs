//! Dates by month or by number.
//!
//! Fires on:  "December 28, 2022", "28 December", "Dec. 28", "2022-12-28", "28.12.2022",
//!            "28/12/2022", "the 9th of May", "Tuesday, May 9", "in December", "May 2023",
//!            "December last year", "in 2021", "fiscal 2022", "the 1980s".
//! Silent on: "may" and "march" as verbs, names ("April Jones", "Theresa May"), "03/04/2022" that
//!            could be March or April, numbers that count things ("2000 soldiers").
//! Without a year, a date is taken in the year that brings it nearest to publication; one more
//! than [`NEAR`] days off follows the tense.

use jiff::civil::Date;
use text::{Anchor, TimexKind};

use super::calendar::{self, Period};
use super::cursor::Cursor;
use super::number;
use super::scene::{Reference, Scene};
use super::sense::{Match, Sense};
use super::tense::Tense;
use super::words;

/// Within so many days of publication a date without a year needs no help from the tense.
const NEAR: i32 = 90;

/// In months: "in June" in a report of April is more likely ahead than ten months back.
const NEXT: i8 = 2;

/// Earlier four-digit numbers are rarely years in the news.
const FIRST_YEAR: i32 = 1500;

/// Later ones neither.
const LAST_YEAR: i32 = 2100;

/// The parts of a date that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Written {
    pub year: Option<WrittenYear>,
    pub month: Option<i8>,
    pub day: Option<i8>,
    /// 1 for Monday to 7 for Sunday.
    pub weekday: Option<i8>,
}

/// How a year is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum WrittenYear {
    /// "2022"
    Number(i16),
    /// "last year": so many years from publication.
    Offset(i32),
}

/// Reads a date by month or by number.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let written = c.attempt(written)?;
    resolve(written, scene, at)?.until(c.at)
}

/// The parts of a date, in any order.
pub(super) fn written(c: &mut Cursor) -> Option<Written> {
    let weekday = c.attempt(leading_weekday);
    let date = c.attempt(by_number).or_else(|| c.attempt(by_month)).or_else(|| c.attempt(by_day));
    if let Some(mut date) = date {
        date.weekday = weekday.or_else(|| c.attempt(trailing_weekday));
        close_bracket(c, weekday.is_some());
        return Some(date);
    }
    if weekday.is_some() {
        return None;
    }
    c.attempt(lone_month)
}

/// "Tuesday, " and "Tuesday (" before a date; "Tue." too.
fn leading_weekday(c: &mut Cursor) -> Option<i8> {
    let weekday = c.take(words::weekday).or_else(|| c.take(words::short_weekday))?;
    c.eat(&["."]);
    c.eat(&[",", "("]);
    c.eat(&["the"]);
    Some(weekday)
}

/// " (Tuesday)" after a date.
fn trailing_weekday(c: &mut Cursor) -> Option<i8> {
    if !c.eat(&["("]) {
        return None;
    }
    let weekday = c.take(words::weekday)?;
    c.eat(&[")"]).then_some(weekday)
}

fn close_bracket(c: &mut Cursor, led: bool) {
    if led && c.word() == ")" && (1..=8).any(|back| c.before(back) == "(") {
        c.eat(&[")"]);
    }
}

/// A month by its full name or short, with the full stop of a short one.
pub(super) fn month(c: &mut Cursor) -> Option<i8> {
    if let Some(month) = c.take(words::month) {
        return Some(month);
    }
    let month = c.take(words::short_month)?;
    if c.word() == "." && c.glued() {
        c.eat(&["."]);
    }
    Some(month)
}

/// A day of the month: "9", "9th".
pub(super) fn day(c: &mut Cursor) -> Option<i8> {
    let loose = !c.glued() || matches!(c.before(1), "." | "-" | "–" | "—" | "(" | "/" | ",");
    let day = c.take(|atom| atom.digits().filter(|n| (1..=31).contains(n)))?;
    if c.glued() {
        c.eat(&["st", "nd", "rd", "th"]);
    }
    let goes_on = c.number_goes_on(&[",", ":", ".", "/"]);
    (loose && !goes_on && c.word() != "%").then(|| i8::try_from(day).ok())?
}

/// A year in four digits that does not go on as a larger number, or as it is spoken.
pub(super) fn year(c: &mut Cursor) -> Option<i16> {
    if let Some(spoken) = c.attempt(number::spoken_year) {
        return Some(spoken);
    }
    let before = c.before(1);
    if matches!(before, "$" | "£" | "€" | "#") || (c.glued() && matches!(before, "." | ",")) {
        return None;
    }
    let four = |n: &i32| (FIRST_YEAR..LAST_YEAR).contains(n);
    let year = c.take(|atom| atom.digits().filter(four).filter(|_| atom.form.len() == 4))?;
    let goes_on = c.number_goes_on(&[",", ".", ":", "/"]);
    (!goes_on && c.word() != "%").then(|| i16::try_from(year).ok())?
}

/// The year after a month or a day: "2022", ", 2022", "of 2022", "last year".
pub(super) fn year_after(c: &mut Cursor) -> Option<WrittenYear> {
    c.attempt(|c| {
        c.eat(&[",", "of"]);
        if let Some(offset) = c.attempt(relative_year) {
            return Some(WrittenYear::Offset(offset));
        }
        year(c).map(WrittenYear::Number)
    })
}

/// "last year", "this year", "next year" as an offset from the present one.
fn relative_year(c: &mut Cursor) -> Option<i32> {
    let offset = match c.word() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    c.eat_all(&[c.word(), "year"]).then_some(offset)
}

/// "December 28, 2022", "Dec. 28", "May the 9th".
fn by_month(c: &mut Cursor) -> Option<Written> {
    let month = month(c)?;
    c.eat(&["the"]);
    let day = c.attempt(day).or_else(|| c.attempt(|c| c.take_word(words::ordinal)))?;
    if c.word() == "-" && c.glued() && words::unit(c.after(1)).is_some() {
        return None;
    }
    let year = year_after(c);
    Some(Written { year, month: Some(month), day: Some(day), weekday: None })
}

/// "28 December 2022", "the 9th of May".
fn by_day(c: &mut Cursor) -> Option<Written> {
    c.eat(&["the"]);
    let day = day(c)?;
    c.eat(&["of"]);
    let month = month(c)?;
    let year = year_after(c);
    Some(Written { year, month: Some(month), day: Some(day), weekday: None })
}

/// "2022-12-28", "28.12.2022", "28/12/2022".
fn by_number(c: &mut Cursor) -> Option<Written> {
    let first = c.take(|atom| atom.digits())?;
    let mark = ["-", "/", "."].into_iter().find(|mark| c.word() == *mark)?;
    let mut next = || {
        let glued = c.glued();
        (c.eat(&[mark]) && glued && c.glued()).then(|| c.take(|atom| atom.digits()))?
    };
    let (second, third) = (next()?, next()?);
    let (year, month, day) = match (mark, first > 31) {
        (_, true) => (first, second, third),
        ("/", _) if second > 12 => (third, first, second),
        ("/", _) if first <= 12 && first != second => return None,
        _ => (third, second, first),
    };
    let fits = (FIRST_YEAR..LAST_YEAR).contains(&year);
    let year = i16::try_from(year).ok().filter(|_| fits)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let date = Date::new(year, month, day).ok()?;
    Some(Written {
        year: Some(WrittenYear::Number(date.year())),
        month: Some(month),
        day: Some(day),
        weekday: None,
    })
}

/// "in December", "May 2023", "December last year".
fn lone_month(c: &mut Cursor) -> Option<Written> {
    let before = *c;
    let short = before.peek().is_some_and(|atom| words::month(atom).is_none());
    let month = month(c)?;
    let year = c.attempt(year_after);
    if year.is_none() && (short || !month_stands_alone(&before)) {
        return None;
    }
    Some(Written { year, month: Some(month), day: None, weekday: None })
}

/// True if a month's name without day or year can only be the month.
fn month_stands_alone(c: &Cursor) -> bool {
    let led = LEADS.contains(&c.before(1)) || (c.before(1) == "-" && c.before(2) == "mid");
    let next_capital = Cursor::peek(&{
        let mut next = *c;
        next.at += 1;
        next
    })
    .is_some_and(|atom| atom.capital());
    match c.word() {
        "may" | "march" => {
            (led || limit(c) || is_divided(c) || names_event(c))
                && c.peek().is_some_and(|atom| atom.form != "MAY")
        }
        "april" | "june" | "august" => led || (!next_capital && c.before(1) != "ms"),
        _ => true,
    }
}

/// "The end of March", "the first half of May".
fn is_divided(c: &Cursor) -> bool {
    let part = matches!(
        c.before(2),
        "beginning" | "start" | "middle" | "end" | "close" | "half" | "part" | "days" | "week"
    );
    part && c.before(1) == "of"
}

/// "To end by May", "expected by March"; "backed by May" names a person.
fn limit(c: &Cursor) -> bool {
    let acted = ["ed", "en", "wn", "id", "ld"].iter().any(|end| c.before(2).ends_with(end));
    c.before(1) == "by" && (c.word() == "march" || !acted)
}

/// "The March summit", "a May deadline"; "the May government" is a person's.
fn names_event(c: &Cursor) -> bool {
    const OF_PERSONS: [&str; 8] = [
        "government",
        "administration",
        "cabinet",
        "ministry",
        "family",
        "campaign",
        "team",
        "for",
    ];
    const FUNCTION: [&str; 10] =
        ["on", "of", "to", "against", "in", "was", "is", "has", "had", "and"];
    let led = matches!(c.before(1), "the" | "a" | "its" | "their" | "his" | "her" | "our" | "s");
    let mut next = *c;
    next.at += 1;
    let event = next.peek().is_some_and(|atom| atom.alphabetic() && !atom.capital());
    led && event && !OF_PERSONS.contains(&next.word()) && !FUNCTION.contains(&next.word())
}

/// Words that a month follows and a surname or verb does not.
const LEADS: [&str; 17] = [
    "in", "since", "until", "till", "during", "early", "mid", "late", "last", "next", "this",
    "from", "through", "between", "before", "after", "every",
];

/// Ties the parts to the calendar.
pub(super) fn resolve(written: Written, scene: &Scene, at: usize) -> Option<Sense> {
    let (year, anchor) = match written.year {
        Some(WrittenYear::Number(year)) => (Some(year), Anchor::Stated),
        Some(WrittenYear::Offset(offset)) => offset_year(offset, scene.reference),
        None => guessed_year(written, scene, at),
    };
    let sense = match (year, written.month, written.day) {
        (Some(year), Some(month), Some(day)) => {
            Sense::of(Period::Day(Date::new(year, month, day).ok()?), anchor)
        }
        (Some(year), Some(month), None) => Sense::of(Period::Month(year, month), anchor),
        (None, Some(month), day) => Sense::bare(TimexKind::Date, unanchored(month, day)?),
        _ => return None,
    };
    Some(Sense { weekday: written.weekday, ..sense })
}

fn unanchored(month: i8, day: Option<i8>) -> Option<String> {
    let Some(day) = day else { return Some(format!("XXXX-{month:02}")) };
    // 2000 was a leap year: any day that exists in some year passes.
    Date::new(2000, month, day).ok()?;
    Some(format!("XXXX-{month:02}-{day:02}"))
}

fn offset_year(offset: i32, reference: Option<Reference>) -> (Option<i16>, Anchor) {
    let year = reference.and_then(|r| i16::try_from(i32::from(r.day.year()) + offset).ok());
    (year, reference.map_or(Anchor::Stated, |r| r.anchor))
}

fn guessed_year(written: Written, scene: &Scene, at: usize) -> (Option<i16>, Anchor) {
    let Some(reference) = scene.reference else { return (None, Anchor::Stated) };
    let tense = scene.tense(at);
    let year = match (written.month, written.day) {
        (Some(month), Some(day)) => year_of_day(month, day, written.weekday, reference.day, tense),
        (Some(month), None) => Some(year_of_month(month, reference.day, tense)),
        _ => None,
    };
    (year, reference.anchor)
}

/// The year that brings a day nearest; a named weekday must fit if it fits any.
fn year_of_day(month: i8, day: i8, weekday: Option<i8>, from: Date, tense: Tense) -> Option<i16> {
    let years = (from.year().saturating_sub(2)..=from.year().saturating_add(2)).collect::<Vec<_>>();
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let days: Vec<(i32, Date)> = days.map(|day| (days_between(from, day), day)).collect();
    let fits = |date: Date| weekday.is_none_or(|weekday| calendar::number(date) == weekday);
    let cost = |&(distance, date): &(i32, Date)| {
        let against = match tense {
            Tense::Past => distance > NEAR,
            Tense::Future => distance < -NEAR,
            Tense::Present | Tense::Unknown => false,
        };
        (!fits(date), against, distance.abs())
    };
    days.into_iter().min_by_key(cost).map(|(_, date)| date.year())
}

/// The latest such month up to publication; the next one if the clause looks ahead, or may do so
/// and the month is no more than [`NEXT`] off. The coming month is always the next one: of the one
/// eleven months back a writer says "last May".
fn year_of_month(month: i8, from: Date, tense: Tense) -> i16 {
    let ahead = (month - from.month()).rem_euclid(12);
    let near = ahead == 1 || (matches!(tense, Tense::Present | Tense::Unknown) && ahead <= NEXT);
    let next = tense == Tense::Future || near;
    match (next, month < from.month()) {
        (true, true) => from.year().saturating_add(1),
        (false, false) if month > from.month() => from.year().saturating_sub(1),
        _ => from.year(),
    }
}

fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
