//! Periods of a company's or an office's accounts, counted from the quarter that is reported on.
//!
//! Fires on:  "the latest quarter", "the quarter" after one was named, "the year-earlier period",
//!            "year-ago" before a figure, "the 2021 period", "the same period last year",
//!            "the year" in "the year ended March 31".
//! Silent on: "a quarter of", "the quarter" where none was named, "the same period" alone.
//! "A year earlier" in a report on a quarter is that quarter of the year before: see
//! [`year_before`].

use text::{Anchor, TimexKind};

use super::calendar::{Period, Unit};
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::{absolute, quarter};

/// Quarters in a year, and months.
const QUARTERS: i32 = 4;
const MONTHS: i32 = 12;

/// Reads a period of accounts.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [latest, reported, year_earlier, same_last_year, of_year, year_to_date]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

/// What "a year earlier" means beside figures: the quarter or month reported on, a year before.
pub(super) fn year_before(scene: &Scene, at: usize) -> Option<Sense> {
    if !compares(scene, at) {
        return None;
    }
    let period = match (scene.earlier, scene.reported) {
        (Some(month @ Period::Month(..)), _) => month.shift(-MONTHS)?,
        (Some(quarter @ Period::Quarter(..)), _) | (_, Some(quarter)) => {
            quarter.shift(-QUARTERS)?
        }
        _ => return None,
    };
    Some(Sense::of(period, Anchor::Expression).compared())
}

/// True where the sentence gives figures, or says what is compared.
fn compares(scene: &Scene, at: usize) -> bool {
    let figure = |word: &str| {
        matches!(word, "$" | "£" | "€" | "¥" | "%" | "percent" | "million" | "billion" | "cents")
    };
    let than = matches!(scene.cursor(at).before(1), "from" | "than" | "with" | "to" | "against");
    than || scene.atoms.iter().any(|atom| figure(&atom.word))
}

/// "the latest quarter", "the latest period"
fn latest(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    if !c.eat(&["latest"]) {
        return None;
    }
    let period = match noun(&mut c)? {
        Noun::Period => scene.reported?,
        Noun::Quarter => scene
            .reported
            .or_else(|| Period::containing(Unit::Quarter, scene.reference?.day).shift(-1))?,
    };
    Sense::of(period, anchor(scene)).until(c.at)
}

/// "the quarter", where one was named
fn reported(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let quarter = scene.reported?;
    if !c.eat_all(&["the", "quarter"]) || matches!(c.word(), "of" | "-" | "point") {
        return None;
    }
    if c.attempt(a_year_before).is_some() {
        return a_year_back(scene)?.until(c.at);
    }
    Sense::of(quarter, Anchor::Expression).until(c.at)
}

/// "the year-earlier period", "the comparable year-ago quarter", "year-earlier" before a figure
fn year_earlier(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    c.eat(&["comparable", "corresponding"]);
    let prior = c.eat_all(&["prior", "-", "year"]);
    if !(prior || c.eat_all(&["year", "-"]) && c.eat(&["earlier", "ago"])) {
        return None;
    }
    if let Some(Match { end, sense }) = quarter::read(scene, c.at) {
        return Sense::of(sense.period?.shift(-QUARTERS)?, sense.anchor()).compared().until(end);
    }
    c.attempt(noun);
    a_year_back(scene)?.until(c.at)
}

/// "the same period last year", "the corresponding quarter a year ago"
fn same_last_year(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    if !c.eat(&["same", "corresponding", "comparable", "like"]) {
        return None;
    }
    noun(&mut c)?;
    c.eat(&["of", "in"]);
    if c.attempt(a_year_before).is_none() && !c.eat_all(&["last", "year"]) {
        return None;
    }
    a_year_back(scene)?.until(c.at)
}

/// "the 2021 period"
fn of_year(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    if !c.eat(&["the"]) {
        return None;
    }
    let year = absolute::year(&mut c)?;
    noun(&mut c)?;
    let period = match scene.reported {
        Some(Period::Quarter(_, nth)) => Period::Quarter(year, nth),
        _ => Period::Year(year),
    };
    Sense::of(period, Anchor::Stated).compared().until(c.at)
}

/// "the year" in "the year ended March 31", "the fiscal year ending in June": a length, whose end
/// is told by itself
fn year_to_date(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    c.eat(&["fiscal", "full", "financial"]);
    let told = c.eat(&["year"]) && matches!(c.word(), "ended" | "ending");
    if !told {
        return None;
    }
    Sense::bare(TimexKind::Duration, "P1Y").until(c.at)
}

#[derive(Clone, Copy)]
enum Noun {
    Quarter,
    Period,
}

fn noun(c: &mut Cursor) -> Option<Noun> {
    c.take_word(|word| match word {
        "quarter" => Some(Noun::Quarter),
        "period" => Some(Noun::Period),
        _ => None,
    })
}

/// "a year ago", "a year earlier"
fn a_year_before(c: &mut Cursor) -> Option<()> {
    (c.eat_all(&["a", "year"]) && c.eat(&["ago", "earlier"])).then_some(())
}

/// The quarter reported on a year before, or else the whole of the year before publication.
fn a_year_back(scene: &Scene) -> Option<Sense> {
    if let Some(quarter) = scene.reported {
        return Some(Sense::of(quarter.shift(-QUARTERS)?, Anchor::Expression).compared());
    }
    let Some(reference) = scene.reference else {
        return Some(Sense::bare(TimexKind::Date, "XXXX"));
    };
    let year = Period::containing(Unit::Year, reference.day).shift(-1)?;
    Some(Sense::of(year, reference.anchor).compared())
}

fn anchor(scene: &Scene) -> Anchor {
    match (scene.reported, scene.reference) {
        (None, Some(reference)) => reference.anchor,
        _ => Anchor::Expression,
    }
}
