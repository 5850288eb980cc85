//! Part of a stretch.
//!
//! Fires on:  "early May", "mid-November", "late last year", "the end of the month", "the beginning
//!            of 2023", "earlier this month", "later this year", "the late 1980s", "year-end",
//!            "the year" in "the rest of the year".
//! Silent on: "the end of the war", "man of the year".
//! "Early", "mid" and "late" are thirds: the 1st to 10th, 11th to 20th and the rest of a month, four
//! months of a year. "Earlier" ends before the day of publication, "later" begins with it.

use jiff::civil::Date;
use text::{Grain, TimexKind};

use super::calendar::{Period, Unit, days_after, months_after};
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::{absolute, holiday, relative, words, year};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Part {
    Early,
    Mid,
    Late,
    Earlier,
    Later,
}

/// Reads a part of a stretch.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let Some(part) = c.attempt(part) else { return divided(scene, at) };
    let Match { end, sense } = whole(scene, c.at)?;
    narrowed(scene, part, sense).until(end)
}

/// "the year" in "the rest of the year", "the first nine months of the year"
fn divided(scene: &Scene, at: usize) -> Option<Match> {
    let c = scene.cursor(at);
    let share = matches!(
        c.before(2),
        "half" | "rest" | "remainder" | "part" | "months" | "weeks" | "days" | "quarter" | "most"
    );
    let full = matches!(c.after(1), "full" | "fiscal" | "financial");
    if !(full || share && c.before(1) == "of") {
        return None;
    }
    present(scene, at)
}

fn part(c: &mut Cursor) -> Option<Part> {
    c.eat(&["the"]);
    if let Some(part) = c.attempt(edge) {
        return Some(part);
    }
    let part = c.take_word(|word| match word {
        "early" => Some(Part::Early),
        "mid" | "middle" => Some(Part::Mid),
        "late" => Some(Part::Late),
        "earlier" => Some(Part::Earlier),
        "later" => Some(Part::Later),
        _ => None,
    })?;
    c.eat(&["-", "–"]);
    c.eat(&["in"]);
    Some(part)
}

/// "beginning of", "end of", "middle of"
fn edge(c: &mut Cursor) -> Option<Part> {
    let part = c.take_word(|word| match word {
        "beginning" | "start" => Some(Part::Early),
        "middle" => Some(Part::Mid),
        "end" | "close" => Some(Part::Late),
        _ => None,
    })?;
    c.eat(&["of"]).then_some(part)
}

fn whole(scene: &Scene, at: usize) -> Option<Match> {
    [absolute::read, relative::read, year::read, holiday::read, present]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .filter(|found| found.sense.day().is_none())
        .max_by_key(|found| found.end)
}

/// "the month", "the year", which alone would not be the present one.
fn present(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    if !c.eat(&["the"]) {
        return None;
    }
    c.eat(&["full", "whole", "fiscal", "financial"]);
    let unit = c.take_word(words::unit)?;
    if !matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade) {
        return None;
    }
    let Some(reference) = scene.reference else {
        return Sense::bare(TimexKind::Date, relative::unknown(unit)).until(c.at);
    };
    Sense::of(Period::containing(unit, reference.day), reference.anchor).until(c.at)
}

fn narrowed(scene: &Scene, part: Part, sense: Sense) -> Sense {
    let Some(period) = sense.period else { return sense };
    let anchor = sense.anchor();
    let ends = match (part, scene.reference) {
        (Part::Earlier, Some(r)) => before(period, r.day),
        (Part::Later, Some(r)) => from(period, r.day),
        _ => third(period, part),
    };
    let grain = match (part, period) {
        (Part::Early | Part::Mid | Part::Late, Period::Month(..)) => Grain::PartOfMonth,
        (Part::Early | Part::Mid | Part::Late, Period::Year(_)) => Grain::Quarter,
        _ => period.grain(),
    };
    match ends {
        Some((from, until)) => sense.within(from, until, grain, anchor),
        None => sense,
    }
}

/// What of a stretch lies before a day; all of it if nothing does.
fn before(period: Period, day: Date) -> Option<(Date, Date)> {
    let (from, until) = period.bounds()?;
    Some((from, if from < day { until.min(day) } else { until }))
}

/// What of a stretch lies at or after a day; all of it if nothing does.
fn from(period: Period, day: Date) -> Option<(Date, Date)> {
    let (from, until) = period.bounds()?;
    Some((if day < until { from.max(day) } else { from }, until))
}

fn third(period: Period, part: Part) -> Option<(Date, Date)> {
    let (from, until) = period.bounds()?;
    let (first, second) = match period {
        Period::Week(_) => (days_after(from, 2)?, days_after(from, 4)?),
        Period::Month(..) => (days_after(from, 10)?, days_after(from, 20)?),
        Period::Quarter(..) | Period::Season(..) => {
            (months_after(from, 1)?, months_after(from, 2)?)
        }
        Period::Half(..) => (months_after(from, 2)?, months_after(from, 4)?),
        Period::Year(_) => (months_after(from, 4)?, months_after(from, 8)?),
        Period::Decade(_) => (months_after(from, 40)?, months_after(from, 80)?),
        Period::Century(_) => (months_after(from, 400)?, months_after(from, 800)?),
        Period::Day(_) | Period::Weekend(_) => return None,
    };
    Some(match part {
        Part::Early | Part::Earlier => (from, first),
        Part::Mid => (first, second),
        Part::Late | Part::Later => (second, until),
    })
}

/// "year-end", "the year's end"
pub(super) fn year_end(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    let joined = c.eat_all(&["year", "-", "end"]) || c.eat_all(&["year", "end"]);
    if !joined && !c.eat_all(&["year", "'", "s", "end"]) && !c.eat_all(&["year", "’", "s", "end"])
    {
        return None;
    }
    let reference = scene.reference?;
    let sense = Sense::of(Period::Year(reference.day.year()), reference.anchor);
    narrowed(scene, Part::Late, sense).until(c.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_lie_within_and_do_not_overlap() {
        for period in [Period::Month(2023, 2), Period::Year(2023), Period::Decade(1980)] {
            let (from, until) = period.bounds().unwrap();
            let [early, mid, late] =
                [Part::Early, Part::Mid, Part::Late].map(|part| third(period, part).unwrap());
            assert_eq!((early.0, early.1, mid.1, late.1), (from, mid.0, late.0, until));
        }
    }

    #[test]
    fn nothing_is_earlier_than_the_first_of_the_month() {
        let first = Date::constant(2023, 5, 1);
        assert_eq!(before(Period::Month(2023, 5), first), Period::Month(2023, 5).bounds());
    }
}
