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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::parts;
    use jiff::civil::date;

    fn process(days: &[Option<Date>]) -> ProcessLine {
        let round = |day: &Option<Date>| Round {
            id: "m-1".to_owned(),
            when: String::new(),
            from: *day,
            last: *day,
            place: None,
            status: "held".to_owned(),
            origins: 1,
        };
        ProcessLine {
            id: "p-1".to_owned(),
            parties: Vec::new(),
            name: String::new(),
            level: None,
            meetings: days.len(),
            from: None,
            until: None,
            issues: Vec::new(),
            rounds: days.iter().map(round).collect(),
            more: 0,
        }
    }

    fn page(processes: Vec<ProcessLine>) -> Processes {
        let extent = parts::extent(&(0..processes.len()), processes.len());
        Processes { extent, processes, parties: Vec::new(), issues: Vec::new() }
    }

    #[test]
    fn strips_share_their_days_and_rounds_without_a_day_are_counted() {
        let (one, two, three) = (date(2023, 4, 3), date(2023, 5, 10), date(2023, 6, 20));
        let page =
            page(vec![process(&[Some(one), Some(two), None]), process(&[Some(two), Some(three)])]);
        let drawn = draw(&page).expect("strips");
        let [a, b] = &drawn.strips[..] else { panic!("two strips") };
        assert_eq!(a.rounds[1].x, b.rounds[0].x, "one day, one place");
        assert!(a.rounds[0].x < a.rounds[1].x && b.rounds[0].x < b.rounds[1].x);
        assert_eq!((a.left_out, b.left_out), (1, 0));
        assert_eq!(a.line, Some((a.rounds[0].x, a.rounds[1].x)));
    }

    #[test]
    fn no_day_gives_no_strips() {
        assert_eq!(draw(&page(Vec::new())), None);
        assert_eq!(draw(&page(vec![process(&[None])])), None);
    }
}
