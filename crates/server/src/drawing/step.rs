//! Steps of a calendar: where the ticks of an axis and the edges of bins are.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// From one tick to the next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Step {
    /// So many days.
    Days(i16),
    /// So many months, from January on.
    Months(i8),
    /// So many years, from a year that they divide.
    Years(i16),
}

use Step::{Days, Months, Years};

/// All steps that are used, the finest first.
const STEPS: [Step; 16] = [
    Days(1),
    Days(2),
    Days(7),
    Days(14),
    Months(1),
    Months(2),
    Months(3),
    Months(6),
    Years(1),
    Years(2),
    Years(5),
    Years(10),
    Years(25),
    Years(100),
    Years(500),
    Years(2_000),
];

impl Step {
    /// The finest that makes at most so many of these days.
    pub fn fitting(first: Date, last: Date, most: usize) -> Step {
        let days = (number(last) - number(first)).max(0) + 1;
        let fits = |step: &&Step| days / step.days() + 2 <= i64::try_from(most).unwrap_or(i64::MAX);
        *STEPS.iter().find(fits).unwrap_or(&Years(2_000))
    }

    /// Each start of a step from the one that holds `first` to `last`.
    pub fn starts(self, first: Date, last: Date) -> Vec<Date> {
        let start = self.start(first);
        std::iter::successors(Some(start), |day| self.after(*day))
            .take_while(|day| *day <= last)
            .collect()
    }

    /// Where the step begins that holds a day.
    pub fn start(self, day: Date) -> Date {
        match self {
            Days(days) => {
                let over = (number(day) + MONDAY).rem_euclid(i64::from(days));
                day.checked_sub(over.days()).unwrap_or(day)
            }
            Months(months) => {
                let first = (day.month() - 1) / months * months + 1;
                Date::new(day.year(), first, 1).unwrap_or(day)
            }
            Years(years) => {
                Date::new(day.year().div_euclid(years) * years, 1, 1).unwrap_or(Date::MIN)
            }
        }
    }

    /// Where the next one begins, while the calendar lasts.
    pub fn after(self, start: Date) -> Option<Date> {
        let span = match self {
            Days(days) => i64::from(days).days(),
            Months(months) => i64::from(months).months(),
            Years(years) => i64::from(years).years(),
        };
        start.checked_add(span).ok()
    }

    /// What stands under a tick, and whether a year stands under that.
    pub fn label(self, day: Date) -> String {
        match self {
            Days(_) => day.strftime("%-d %b").to_string(),
            Months(_) => day.strftime("%b").to_string(),
            Years(_) => day.year().to_string(),
        }
    }

    /// A step in words: "day", "3 months".
    pub fn words(self) -> String {
        let (count, unit) = match self {
            Days(7) => (1, "week"),
            Days(days) => (days, "day"),
            Months(months) => (i16::from(months), "month"),
            Years(years) => (years, "year"),
        };
        if count == 1 { unit.to_owned() } else { format!("{count} {unit}s") }
    }

    fn days(self) -> i64 {
        match self {
            Days(days) => i64::from(days),
            Months(months) => i64::from(months) * 30,
            Years(years) => i64::from(years) * 365,
        }
    }
}

/// Days since 1 January 1970, a Thursday.
pub fn number(day: Date) -> i64 {
    day.duration_since(date(1970, 1, 1)).as_hours() / 24
}

/// What makes the number of a Monday divide by seven.
const MONDAY: i64 = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_begin_where_calendars_do() {
        assert_eq!(Days(7).start(date(2023, 5, 10)), date(2023, 5, 8), "a Monday");
        assert_eq!(Months(3).start(date(2023, 5, 10)), date(2023, 4, 1));
        assert_eq!(Years(5).start(date(2023, 5, 10)), date(2020, 1, 1));
        assert_eq!(Years(10).start(date(-3, 5, 10)), date(-10, 1, 1));
    }

    #[test]
    fn no_span_has_more_steps_than_were_asked_for_and_none_has_no_step() {
        let ends = [date(2023, 5, 1), date(2023, 5, 9), date(2024, 2, 29), date(2199, 1, 1)];
        for last in ends.into_iter().chain([Date::MAX]) {
            let first = date(2023, 5, 1);
            let starts = Step::fitting(first, last, 10).starts(first, last);
            assert!((1..=10).contains(&starts.len()), "{last}: {starts:?}");
            assert!(starts.is_sorted());
        }
        let whole = Step::fitting(Date::MIN, Date::MAX, 12);
        assert!(whole.starts(Date::MIN, Date::MAX).len() <= 12);
    }
}
