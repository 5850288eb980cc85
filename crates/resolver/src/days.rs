//! Days that may be meant: bounds, and words that recur each week or year.

use jiff::ToSpan;
use jiff::civil::Date;
use record::TimeMention;
use text::When;

/// Steps after which a search for a fitting day gives up: 29 February returns within eight years.
const MOST_STEPS: usize = 150;

/// Days that fit: from `first` to `last`, both included, where known, and what recurs.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Days {
    /// No earlier day fits.
    pub first: Option<Date>,
    /// No later day fits.
    pub last: Option<Date>,
    /// Only this day of the week fits, 1 for Monday.
    pub weekday: Option<i8>,
    /// Only this month fits, of whatever year.
    pub month: Option<i8>,
    /// Only this day of the month fits.
    pub day: Option<i8>,
}

impl Days {
    /// The days of a stretch.
    pub fn of_when(when: &When) -> Days {
        Days { first: Some(when.from), last: Some(when.last()), ..Days::default() }
    }

    /// What a time's words say, by themselves.
    pub fn of_mention(time: &TimeMention) -> Days {
        match &time.when {
            Some(when) => Days::of_when(when),
            None => Days { weekday: time.weekday, ..Days::default() }.reading(&time.value),
        }
    }

    /// One day.
    #[cfg(test)]
    pub fn exactly(day: Date) -> Days {
        Days { first: Some(day), last: Some(day), ..Days::default() }
    }

    /// No later than `last`.
    pub fn until(last: Option<Date>) -> Days {
        Days { last, ..Days::default() }
    }

    /// No earlier than `first`.
    pub fn since(first: Option<Date>) -> Days {
        Days { first, ..Days::default() }
    }

    /// Adds what a TIMEX3 value with unknown digits says: `XXXX-05`, `XXXX-05-10`, `XXXX-WXX-2`.
    fn reading(mut self, value: &str) -> Days {
        let mut parts = value.split('-').skip(1);
        match parts.next() {
            Some(week) if week.starts_with('W') => {
                self.weekday = parts.next().and_then(|d| d.parse().ok()).or(self.weekday);
            }
            Some(month) => {
                self.month = month.parse().ok().filter(|m| (1..=12).contains(m));
                self.day =
                    parts.next().and_then(|d| d.parse().ok()).filter(|d| (1..=31).contains(d));
            }
            None => {}
        }
        self
    }

    /// The days that fit both, `None` if there is none.
    pub fn meet(self, other: Days) -> Option<Days> {
        let both = Days {
            first: self.first.max(other.first),
            last: least(self.last, other.last),
            weekday: agree(self.weekday, other.weekday)?,
            month: agree(self.month, other.month)?,
            day: agree(self.day, other.day)?,
        };
        both.tightened()
    }

    /// The same days with each bound on a day that fits; `None` if there is none.
    pub fn tightened(self) -> Option<Days> {
        let first = self.first.map(|day| self.search(day, Date::tomorrow, Days::month_after));
        let last = self.last.map(|day| self.search(day, Date::yesterday, Days::month_before));
        let tight = Days { first: transposed(first)?, last: transposed(last)?, ..self };
        let crossed = tight.first.zip(tight.last).is_some_and(|(first, last)| first > last);
        (!crossed).then_some(tight)
    }

    /// The day, if only one fits.
    pub fn exact(self) -> Option<Date> {
        self.first.filter(|first| self.last == Some(*first))
    }

    /// How many days lie between the bounds, both included, if both are known.
    pub fn width(self) -> Option<i32> {
        let (first, last) = self.first.zip(self.last)?;
        Some(days_between(first, last) + 1)
    }

    /// True if a bound is known or something recurs.
    pub fn says_something(self) -> bool {
        self != Days::default()
    }

    /// Days from one stretch to the other; 0 if they overlap or one is open on that side.
    pub fn gap(self, other: Days) -> i32 {
        let between = |a: Option<Date>, b: Option<Date>| {
            a.zip(b).map_or(0, |(a, b)| days_between(a, b).max(0))
        };
        between(self.last, other.first).max(between(other.last, self.first))
    }

    fn fits(self, day: Date) -> bool {
        self.weekday.is_none_or(|w| day.weekday().to_monday_one_offset() == w)
            && self.month.is_none_or(|m| day.month() == m)
            && self.day.is_none_or(|d| day.day() == d)
    }

    fn search(
        self,
        start: Date,
        step: fn(Date) -> Result<Date, jiff::Error>,
        leap: fn(Date) -> Option<Date>,
    ) -> Option<Date> {
        let mut day = start;
        for _ in 0..MOST_STEPS * 8 {
            if self.fits(day) {
                return Some(day);
            }
            let elsewhere = self.month.is_some_and(|m| day.month() != m);
            day = if elsewhere { leap(day)? } else { step(day).ok()? };
        }
        None
    }

    fn month_after(day: Date) -> Option<Date> {
        day.last_of_month().tomorrow().ok()
    }

    fn month_before(day: Date) -> Option<Date> {
        day.first_of_month().yesterday().ok()
    }
}

/// Whole days from `a` to `b`; negative if `b` is earlier.
pub(crate) fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map(|span| span.get_days()).unwrap_or(0)
}

/// `day` moved by so many days; the same day at the ends of the calendar.
pub(crate) fn shifted(day: Date, by: i32) -> Date {
    day.checked_add(by.days()).unwrap_or(day)
}

fn least(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, None) | (None, one) => one,
    }
}

fn agree(a: Option<i8>, b: Option<i8>) -> Option<Option<i8>> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => None,
        (a, b) => Some(a.or(b)),
    }
}

fn transposed(found: Option<Option<Date>>) -> Option<Option<Date>> {
    match found {
        Some(None) => None,
        other => Some(other.flatten()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn recurring(value: &str) -> Days {
        Days::default().reading(value)
    }

    #[test]
    fn a_month_without_year_fits_that_month_only() {
        let may = recurring("XXXX-05");
        assert!(may.meet(Days::exactly(date(2023, 5, 10))).is_some());
        assert_eq!(may.meet(Days::exactly(date(2023, 4, 30))), None);
    }

    #[test]
    fn bounds_move_to_the_weekday() {
        let range = Days {
            first: Some(date(2022, 12, 29)),
            last: Some(date(2023, 5, 9)),
            ..Days::default()
        };
        let tuesdays = range.meet(recurring("XXXX-WXX-2")).unwrap();
        assert_eq!(tuesdays.first, Some(date(2023, 1, 3)));
        assert_eq!(tuesdays.last, Some(date(2023, 5, 9)));
    }

    #[test]
    fn a_leap_day_is_found_and_an_impossible_day_is_not() {
        let since = Days::since(Some(date(2021, 3, 1)));
        let leap = since.meet(recurring("XXXX-02-29")).unwrap();
        assert_eq!(leap.first, Some(date(2024, 2, 29)));
        assert_eq!(since.meet(recurring("XXXX-02-30")), None);
    }

    #[test]
    fn odd_values_say_nothing() {
        for value in ["", "PAST_REF", "PT2H", "XXXX-13", "2023", "--", "é-é-é"] {
            assert_eq!(recurring(value).month, None, "{value}");
        }
    }
}
