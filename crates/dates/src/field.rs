//! Dates in fields of rows and lists.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

use crate::{Order, first_day, machine_day};

/// The day of a field: as machines write it, as people do, or in seconds since 1970.
pub fn field_day(value: &str, order: Order) -> Option<Date> {
    let value = value.trim();
    machine_day(value, order).or_else(|| epoch(value)).or_else(|| first_day(value, order))
}

/// Seconds or milliseconds since 1970, of a day that news on the web can have.
fn epoch(value: &str) -> Option<Date> {
    let number = value.split('.').next()?;
    let seconds: i64 = match number.len() {
        9 | 10 => number.parse().ok()?,
        12 | 13 => number.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let day = Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date();
    (1970..2100).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_come_in_many_forms() {
        let expected = Some(date(2021, 3, 4));
        for value in [
            "2021-03-04",
            "2021-03-04T23:30:00+02:00",
            "2021-03-04 10:00:00",
            "20210304T100000Z",
            "Thu, 04 Mar 2021 10:00:00 GMT",
            "1614852000",
            "1614852000000",
            "1614852000.0",
            "March 4, 2021",
        ] {
            assert_eq!(field_day(value, Order::Unknown), expected, "{value}");
        }
        assert_eq!(field_day("yesterday", Order::Unknown), None);
        assert_eq!(field_day("9614852000000", Order::Unknown), None, "of the year 2274");
        assert_eq!(field_day("-161485200", Order::Unknown), None, "before 1970");
        assert_eq!(field_day("03/04/2021", Order::Unknown), None);
    }
}
