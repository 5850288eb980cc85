//! An axis of days.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::measure::{tenth, width_of};
use super::step::{Step, number};

/// The least number of days that an axis has.
const LEAST: i64 = 20;

/// Days from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The first day on it.
    pub first: Date,
    /// The last.
    pub last: Date,
    left: f64,
    width: f64,
}

/// A line across a drawing, with a day below.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Where.
    pub x: f64,
    /// "May"
    pub label: String,
    /// "2023", where a year begins or the axis does.
    pub year: Option<String>,
}

impl Axis {
    /// Over exactly these days, from `left` on and so wide.
    pub fn new(first: Date, last: Date, left: f64, width: f64) -> Axis {
        Axis { first, last: last.max(first), left, width }
    }

    /// Over most of these days: a few that lie far off would leave the others no room, so they fall outside.
    pub fn over(mut days: Vec<Date>, left: f64, width: f64) -> Option<Axis> {
        days.sort_unstable();
        let (&first, &last) = (days.first()?, days.last()?);
        let tail = (days.len() - 1) / 10;
        let (low, high) = (days[tail], days[days.len() - 1 - tail]);
        let reach = (number(high) - number(low)).max(30);
        let first = first.max(low.checked_sub(reach.days()).unwrap_or(Date::MIN));
        let last = last.min(high.checked_add(reach.days()).unwrap_or(Date::MAX));
        let span = number(last) - number(first);
        let margin = (span / 40 + 1).max((LEAST - span) / 2);
        let first = first.checked_sub(margin.days()).unwrap_or(Date::MIN);
        let last = last.checked_add(margin.days()).unwrap_or(Date::MAX);
        Some(Axis::new(first, last, left, width))
    }

    /// Where a day stands; one beyond an end, at that end.
    pub fn x(&self, day: Date) -> f64 {
        let day = day.clamp(self.first, self.last);
        let span = (number(self.last) - number(self.first)).max(1);
        let part = (number(day) - number(self.first)) as f64 / span as f64;
        tenth(self.left + part * self.width)
    }

    /// True for a day between its ends.
    pub fn holds(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Days, months or years, as many as can be read.
    pub fn ticks(&self) -> Vec<Tick> {
        /// The room of a tick's words, in units.
        const ROOM: f64 = 72.0;
        let most = (self.width / ROOM) as usize;
        let step = Step::fitting(self.first, self.last, most.max(3));
        let starts = step.starts(self.first, self.last);
        let mut year = None;
        let tick = |day: Date| {
            let is_new = year.replace(day.year()) != Some(day.year());
            let is_year = matches!(step, Step::Years(_));
            let year = (is_new && !is_year).then(|| day.year().to_string());
            Tick { x: self.x(day), label: step.label(day), year }
        };
        let right = self.left + self.width;
        let fits = |tick: &Tick| tick.x + width_of(&tick.label, 12.0) <= right;
        let days = starts.into_iter().filter(|day| self.holds(*day));
        days.map(tick).filter(fits).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_order_of_days_is_the_order_of_places() {
        let days: Vec<Date> = (1..28).map(|day| date(2023, 5, day)).collect();
        let axis = Axis::over(days.clone(), 10.0, 500.0).expect("an axis");
        assert!(days.windows(2).all(|two| axis.x(two[0]) < axis.x(two[1])));
        assert!(days.iter().all(|day| (10.0..=510.0).contains(&axis.x(*day))));
    }

    #[test]
    fn a_day_far_off_falls_outside() {
        let mut days: Vec<Date> = (1..28).map(|day| date(2023, 5, day)).collect();
        days.push(date(1973, 1, 1));
        let axis = Axis::over(days, 0.0, 500.0).expect("an axis");
        assert!(!axis.holds(date(1973, 1, 1)) && axis.holds(date(2023, 5, 27)));
        assert_eq!(axis.x(date(1973, 1, 1)), 0.0, "drawn at the edge if at all");
    }

    #[test]
    fn one_day_and_no_day_and_all_days() {
        assert_eq!(Axis::over(Vec::new(), 0.0, 500.0), None);
        let one = Axis::over(vec![date(2023, 5, 10)], 0.0, 500.0).expect("an axis");
        assert!((200.0..300.0).contains(&one.x(date(2023, 5, 10))));
        assert!(!one.ticks().is_empty());
        let all = Axis::over(vec![Date::MIN, Date::MAX], 0.0, 500.0).expect("an axis");
        assert!(all.ticks().iter().all(|tick| (0.0..=500.0).contains(&tick.x)));
    }
}
