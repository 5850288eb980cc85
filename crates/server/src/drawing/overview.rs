//! How many rows there are in each part of the time: small bars above a timeline, each a way into that part.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::axis::Axis;
use super::measure::tenth;
use super::step::Step;
use super::timeline::{LEFT, WIDTH};
use crate::ask::{Ask, FROM, PAGE, UNTIL};
use crate::pages::timeline::Lane;

/// Bars that stay wide enough to be hit.
const MOST: usize = 26;
/// The highest bar, in units.
const HEIGHT: f64 = 56.0;

/// Rows that begin between two days.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
pub struct Bin {
    /// The first day.
    #[schemars(with = "String")]
    pub from: Date,
    /// The last.
    #[schemars(with = "String")]
    pub last: Date,
    /// Meetings, statements, promises.
    pub rows: [usize; 3],
}

impl Bin {
    fn all(&self) -> usize {
        self.rows.iter().sum()
    }
}

/// A bar over a bin.
#[derive(Debug, PartialEq, Serialize)]
pub struct Bar {
    /// Where, and how wide.
    pub x: f64,
    /// How wide.
    pub width: f64,
    /// One piece a lane, from the top: where it begins and how high it is.
    pub pieces: Vec<(f64, f64)>,
    /// How many rows.
    pub rows: usize,
    /// The first day.
    pub from: Date,
    /// The last.
    pub last: Date,
    /// The query that shows these rows alone.
    pub query: String,
}

/// Rows counted by days, months or years, and how long a bin is; days far from all others fall outside.
pub fn bins(days: &[(Lane, Date)]) -> (Vec<Bin>, String) {
    let all = days.iter().map(|(_, day)| *day).collect();
    let Some(axis) = Axis::over(all, LEFT, WIDTH) else { return (Vec::new(), String::new()) };
    let step = Step::fitting(axis.first, axis.last, MOST);
    let starts = step.starts(axis.first, axis.last);
    let end = |start| step.after(start).and_then(|next| next.yesterday().ok()).unwrap_or(Date::MAX);
    let bin = |start: &Date| Bin { from: *start, last: end(*start), rows: [0; 3] };
    let mut bins: Vec<Bin> = starts.iter().map(bin).collect();
    for (lane, day) in days {
        let at = starts.partition_point(|start| start <= day);
        let held = at.checked_sub(1).and_then(|at| bins.get_mut(at));
        if let Some(bin) = held.filter(|bin| *day <= bin.last) {
            bin.rows[*lane as usize] += 1;
        }
    }
    let is_empty = |bin: &Bin| bin.all() == 0;
    let tail = bins.iter().rev().take_while(|bin| is_empty(bin)).count();
    bins.truncate(bins.len() - tail);
    bins.drain(..bins.iter().take_while(|bin| is_empty(bin)).count());
    (bins, step.words())
}

/// Bars side by side, all as wide.
pub fn bars(bins: &[Bin], ask: &Ask) -> Vec<Bar> {
    let most = bins.iter().map(Bin::all).max().unwrap_or_default().max(1) as f64;
    let width = WIDTH / bins.len().max(1) as f64;
    let bar = |(at, bin): (usize, &Bin)| Bar {
        x: tenth(LEFT + at as f64 * width),
        width: tenth((width - 2.0).min(40.0)),
        pieces: pieces(bin, most),
        rows: bin.all(),
        from: bin.from,
        last: bin.last,
        query: query(ask, bin.from, bin.last),
    };
    bins.iter().enumerate().map(bar).collect()
}

/// The question that only rows between two days answer.
pub fn query(ask: &Ask, from: Date, last: Date) -> String {
    let (from, last) = (from.to_string(), last.to_string());
    ask.changed(&[(FROM.name, Some(&from)), (UNTIL.name, Some(&last)), (PAGE.name, None)])
}

fn pieces(bin: &Bin, most: f64) -> Vec<(f64, f64)> {
    let mut foot = HEIGHT;
    let piece = |rows: &usize| {
        let height = *rows as f64 / most * HEIGHT;
        foot -= height;
        (tenth(foot), tenth(height))
    };
    bin.rows.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_row_is_in_one_bin_and_no_bar_is_higher_than_the_strip() {
        let days = (0..400).map(|n| {
            let day = date(2022, 1, 1).checked_add(jiff::Span::new().days(n)).expect("a day");
            (Lane::ALL[n as usize % 3], day)
        });
        let (bins, _) = bins(&days.collect::<Vec<_>>());
        assert!(bins.len() <= MOST);
        assert_eq!(bins.iter().map(Bin::all).sum::<usize>(), 400);
        let bars = bars(&bins, &Ask::default());
        let ends = bars.iter().all(|bar| bar.x >= LEFT && bar.x + bar.width <= LEFT + WIDTH);
        assert!(ends && bars.iter().all(|bar| bar.pieces.iter().all(|(y, _)| *y >= -0.1)));
    }

    #[test]
    fn nothing_gives_no_bins() {
        assert_eq!(bins(&[]).0, []);
        assert_eq!(bars(&[], &Ask::default()), []);
    }
}
