//! A day as machines write it, and whether the reader's own day may be its neighbour.

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

use crate::page_date::{self, Order};

/// A day by the clock of some zone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::html) struct Moment {
    pub day: Date,
    /// The neighbouring day that it may be where the page was written, if the time is given in UTC.
    pub elsewhere: Option<Date>,
}

/// Hours by which the east of the world is ahead of UTC at most; the west lags by as many.
const FARTHEST: i8 = 12;
/// Seconds since 1970 between which a number is taken for a time: 1995 and 2100.
const SECONDS: std::ops::Range<i64> = 788_918_400..4_102_444_800;

/// Reads a machine-written value: an attribute, a JSON field, a `<meta>`.
pub(in crate::html) fn parse(value: &str, order: Order) -> Option<Moment> {
    let value = value.trim();
    if let Some(seconds) = unix(value) {
        let day = date(1970, 1, 1).checked_add((seconds / 86_400).days()).ok()?;
        return Some(Moment {
            day,
            elsewhere: neighbour(day, i8::try_from(seconds % 86_400 / 3_600).ok()?),
        });
    }
    let day = page_date::machine_day(value, order)?;
    let elsewhere = utc_hour(value).and_then(|hour| neighbour(day, hour));
    Some(Moment { day, elsewhere })
}

fn unix(value: &str) -> Option<i64> {
    let digits = value.len();
    if !matches!(digits, 10 | 13) || !value.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = value.get(..10)?.parse().ok()?;
    Some(seconds).filter(|seconds| SECONDS.contains(seconds))
}

/// The hour of a time that is given in UTC: "2020-06-06T22:30:00Z".
fn utc_hour(value: &str) -> Option<i8> {
    let utc =
        ["Z", "z", "+00:00", "+0000", "UTC", "GMT", "+00"].iter().any(|end| value.ends_with(end));
    let colon = value.find(':')?;
    let hour = value.get(colon.checked_sub(2)?..colon)?;
    hour.trim().parse().ok().filter(|_| utc)
}

/// In the evening of UTC it is already the next day in the east; in the morning still the last in the west.
fn neighbour(day: Date, hour: i8) -> Option<Date> {
    let step: Span = if hour >= 24 - FARTHEST { 1.day() } else { -1.day() };
    day.checked_add(step).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utc_may_be_another_day_where_the_page_was_written() {
        let moment = |value| parse(value, Order::Unknown);
        let (sixth, seventh) = (date(2020, 6, 6), date(2020, 6, 7));
        assert_eq!(
            moment("2020-06-06T22:30:00Z"),
            Some(Moment { day: sixth, elsewhere: Some(seventh) })
        );
        assert_eq!(
            moment("2020-06-07T01:30:00.000+00:00"),
            Some(Moment { day: seventh, elsewhere: Some(sixth) })
        );
        assert_eq!(
            moment("2020-06-06T22:30:00+02:00"),
            Some(Moment { day: sixth, elsewhere: None })
        );
        assert_eq!(moment("2020-06-06"), Some(Moment { day: sixth, elsewhere: None }));
        assert_eq!(moment("1591482600").map(|moment| moment.day), Some(sixth));
        assert_eq!(moment("591482600"), None);
    }
}
