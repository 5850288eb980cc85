//! One strip for each process, all over the same days.

use jiff::civil::Date;
use serde::Serialize;

use super::axis::{Axis, Tick};
use crate::pages::processes::{ProcessLine, Processes, Round};

/// Where the first day stands, and how wide the days are together.
const DAYS: (f64, f64) = (14.0, 732.0);

/// The strips of a page.
#[derive(Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// The ticks that they share.
    pub ticks: Vec<Tick>,
    /// The strips, in the order of the processes.
    pub strips: Vec<Strip>,
}

/// A process.
#[derive(Debug, PartialEq, Serialize)]
pub struct Strip {
    /// From its first round to its last.
    pub line: Option<(f64, f64)>,
    /// Its rounds.
    pub rounds: Vec<Mark>,
    /// Rounds without a day, or too far from all others.
    pub left_out: usize,
}

/// A round.
#[derive(Debug, PartialEq, Serialize)]
pub struct Mark {
    /// The meeting's row.
    pub id: String,
    /// Its state.
    pub state: String,
    /// Where.
    pub x: f64,
    /// From the first to the last day that it can have been, if these are two.
    pub bar: Option<(f64, f64)>,
    /// In words.
    pub title: String,
}

/// The processes of a page; nothing if none of their rounds has a day.
pub fn draw(page: &Processes) -> Option<Drawn> {
    let rounds = page.processes.iter().flat_map(|process| &process.rounds);
    let axis = Axis::over(rounds.filter_map(day).collect(), DAYS.0, DAYS.1)?;
    let strips = page.processes.iter().map(|process| strip(process, &axis)).collect();
    Some(Drawn { ticks: axis.ticks(), strips })
}

fn day(round: &Round) -> Option<Date> {
    round.from.or(round.last)
}

fn strip(process: &ProcessLine, axis: &Axis) -> Strip {
    let is_on = |round: &&Round| day(round).is_some_and(|day| axis.holds(day));
    let rounds: Vec<Mark> =
        process.rounds.iter().filter(is_on).filter_map(|round| mark(round, axis)).collect();
    let first = rounds.iter().map(|mark| mark.x).min_by(f64::total_cmp);
    let last = rounds.iter().map(|mark| mark.x).max_by(f64::total_cmp);
    let left_out = process.rounds.len() - rounds.len();
    Strip { line: first.zip(last), rounds, left_out }
}

fn mark(round: &Round, axis: &Axis) -> Option<Mark> {
    let (first, last) = (day(round)?, round.last.or(round.from)?);
    let (left, right) = (axis.x(first), axis.x(last));
    let place = round.place.as_deref().map(|place| format!(", {place}")).unwrap_or_default();
    Some(Mark {
        id: round.id.clone(),
        state: round.status.clone(),
        x: super::measure::tenth((left + right) / 2.0),
        bar: (right - left > 3.0).then_some((left, right)),
        title: format!("{}{place}; {}", round.when, round.status),
    })
}
