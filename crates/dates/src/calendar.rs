//! Other calendars that pages count their days in.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Years in which a Persian date of today's press lies.
const PERSIAN_YEARS: std::ops::Range<i16> = 1370..1450;
/// Years by which the Thai count is ahead.
const BUDDHIST: i16 = 543;

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
    match year {
        1900..2100 => Some(year),
        2500..2650 => Some(year - BUDDHIST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
