//! Other calendars that pages count their days in.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Years in which a Persian date of today's press lies.
const PERSIAN_YEARS: std::ops::Range<i16> = 1370..1450;
/// Years of the common count in which a date of the press lies, or one that it foretells.
const COMMON_YEARS: std::ops::Range<i16> = 1900..2100;
/// Years by which the Thai count is ahead, and its first year of today's press.
const BUDDHIST: i16 = 543;
const FIRST_BUDDHIST: i16 = 2500;

/// A day of the Persian (solar Hijri) calendar. Leap years by the 33-year cycle, which holds for
/// the years taken here but for 1403–1404 and 1436–1437; for those the cycle is one day off only in
/// the leap day itself.
pub(crate) fn persian(year: i16, month: i8, day: i8) -> Option<Date> {
    let is_long = (1..=6).contains(&month);
    let most = if is_long { 31 } else { 30 };
    if !PERSIAN_YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=most).contains(&day) {
        return None;
    }
    let before = i64::from(month - 1) * 30 + i64::from((month - 1).min(6));
    new_year(year).checked_add((before + i64::from(day) - 1).days()).ok()
}

/// The day on which a Persian year begins.
fn new_year(year: i16) -> Date {
    let leap = |year: i16| matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30);
    let days: i64 = (1370..year).map(|passed| if leap(passed) { 366 } else { 365 }).sum();
    date(1991, 3, 21).saturating_add(days.days())
}

/// A year as given, or of the Buddhist count.
pub(crate) fn common_year(year: i16) -> Option<i16> {
    let year = if year < FIRST_BUDDHIST { year } else { year - BUDDHIST };
    COMMON_YEARS.contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_one_of_today_in_both_counts() {
        assert_eq!([1900, 2023, 2099].map(common_year), [Some(1900), Some(2023), Some(2099)]);
        assert_eq!([2500, 2566, 2642].map(common_year), [Some(1957), Some(2023), Some(2099)]);
        assert_eq!([1899, 2100, 2499, 2643].map(common_year), [None; 4]);
    }

    #[test]
    fn persian_days_are_counted_from_the_new_year() {
        assert_eq!(persian(1399, 1, 1), Some(date(2020, 3, 20)));
        assert_eq!(persian(1402, 1, 1), Some(date(2023, 3, 21)));
        assert_eq!(persian(1402, 2, 20), Some(date(2023, 5, 10)));
        assert_eq!(persian(1400, 12, 29), Some(date(2022, 3, 20)));
        assert_eq!(persian(1403, 10, 11), Some(date(2024, 12, 31)));
        assert_eq!(persian(1404, 1, 1), Some(date(2025, 3, 21)));
        assert_eq!(persian(1402, 7, 31), None);
        assert_eq!(persian(2023, 7, 1), None);
    }
}
