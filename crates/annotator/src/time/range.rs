//! Stretches from one date to another.
//!
//! Fires on:  "from 3 to 5 May", "April 21-22", "3-5 May 2023", "January 30 and 31", "between June
//!            and August", "from Monday to Wednesday", "2011-2014", "from 1994 to 1997".
//! Silent on: two dates joined by "and" without "between", but for days of one month.
//! The value is the two dates with a stroke between, as EDTF has it; "from" and "between" stay out.

use jiff::civil::Date;
use text::{TimexKind, When};

use super::absolute::{self, Written};
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Ends, Match, Sense};
use super::{weekday, year};

/// Reads a stretch from one date to another.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [days_of_month, months_sharing_a_year, any_two]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

/// The place of what may stand between the ends: after the first, before the last.
type Joint = (usize, usize);

fn joint(c: &mut Cursor) -> Option<Joint> {
    let before = c.at;
    c.eat(&["-", "–", "—", "to", "until", "till", "through", "and"]).then_some((before, c.at))
}

/// "April 21-22, 2023", "3-5 May", "3 and 4 May"
fn days_of_month(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let (first, joint, last) = c.attempt(month_first).or_else(|| c.attempt(month_last))?;
    let low = absolute::resolve(first, scene, at)?;
    let high = absolute::resolve(last, scene, at)?;
    joined(low, joint, high)?.until(c.at)
}

fn month_first(c: &mut Cursor) -> Option<(Written, Joint, Written)> {
    let month = absolute::month(c)?;
    let first = absolute::day(c)?;
    let joint = joint(c)?;
    let last = absolute::day(c)?;
    let (first, last) = ends(c, month, first, last)?;
    Some((first, joint, last))
}

fn month_last(c: &mut Cursor) -> Option<(Written, Joint, Written)> {
    c.eat(&["the"]);
    let first = absolute::day(c)?;
    let joint = joint(c)?;
    c.eat(&["the"]);
    let last = absolute::day(c)?;
    c.eat(&["of"]);
    let month = absolute::month(c)?;
    let (first, last) = ends(c, month, first, last)?;
    Some((first, joint, last))
}

fn ends(c: &mut Cursor, month: i8, first: i8, last: i8) -> Option<(Written, Written)> {
    let year = c.attempt(absolute::year_after);
    let at = |day| Written { year, month: Some(month), day: Some(day), weekday: None };
    (first < last).then(|| (at(first), at(last)))
}

/// "between June and August 2022", "30 April to 2 May 2023": the year serves both.
fn months_sharing_a_year(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let led = matches!(c.before(1), "from" | "between");
    let mut first = c.attempt(month_or_day)?;
    let plain = c.word() != "and";
    let joint = joint(&mut c)?;
    let last = c.attempt(month_or_day)?;
    if (!led && !plain) || first.day.is_some() != last.day.is_some() {
        return None;
    }
    first.year = first.year.or(last.year);
    let low = absolute::resolve(first, scene, at)?;
    let high = absolute::resolve(last, scene, at)?;
    joined(low, joint, high)?.until(c.at)
}

fn month_or_day(c: &mut Cursor) -> Option<Written> {
    c.attempt(absolute::written).filter(|written| written.month.is_some()).or_else(|| {
        let month = absolute::month(c)?;
        let year = c.attempt(absolute::year_after);
        Some(Written { year, month: Some(month), day: None, weekday: None })
    })
}

/// "from Monday to Wednesday", "2011-2014", "from 1994 to 1997"
fn any_two(scene: &Scene, at: usize) -> Option<Match> {
    let end = |at| {
        [absolute::read, weekday::read, year::read].into_iter().find_map(|rule| rule(scene, at))
    };
    let led = matches!(scene.cursor(at).before(1), "from" | "between");
    let first = end(at)?;
    let mut c = scene.cursor(first.end);
    let dash = matches!(c.word(), "-" | "–" | "—");
    let joint = joint(&mut c)?;
    let last = end(c.at)?;
    (led || dash).then(|| joined(first.sense, joint, last.sense))??.until(last.end)
}

/// One stretch of both; `None` unless the first begins before the second.
fn joined(first: Sense, (low_end, high_start): Joint, last: Sense) -> Option<Sense> {
    let value = format!("{}/{}", first.value, last.value);
    let ends = Ends { low: first.value, high: last.value, low_end, high_start };
    let sense = Sense::bare(TimexKind::Date, value);
    let sense = Sense { weekday: first.weekday, ends: Some(ends), ..sense };
    let (Some(low), Some(high)) = (&first.when, &last.when) else {
        return (first.when.is_none() && last.when.is_none()).then_some(sense);
    };
    let grain = low.grain.max(high.grain);
    let when = forwards(low, high).and_then(|(a, b)| When::range(a, b, grain, low.anchor))?;
    Some(Sense { when: Some(when), ..sense })
}

fn forwards(low: &When, high: &When) -> Option<(Date, Date)> {
    (low.from < high.from).then_some((low.from, high.until))
}
