//! Days in Extended Date/Time Format, level 1.

use jiff::civil::Date;

use crate::days::Days;

/// A day, a month, a year, or an interval; open on a side that has no bound; empty if nothing is known.
pub(crate) fn edtf(days: Days) -> String {
    match (days.first, days.last) {
        (None, None) => String::new(),
        (Some(first), None) => format!("{first}/.."),
        (None, Some(last)) => format!("../{last}"),
        (Some(first), Some(last)) => closed(first, last),
    }
}

fn closed(first: Date, last: Date) -> String {
    let month = |day: Date| format!("{:04}-{:02}", day.year(), day.month());
    let whole_months = first.day() == 1 && last == last.last_of_month();
    let whole_years = whole_months && first.month() == 1 && last.month() == 12;
    match () {
        _ if first == last => first.to_string(),
        _ if whole_years && first.year() == last.year() => format!("{:04}", first.year()),
        _ if whole_months && month(first) == month(last) => month(first),
        _ if whole_months => format!("{}/{}", month(first), month(last)),
        _ => format!("{first}/{last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn no_finer_than_the_days() {
        let days = |first, last| Days { first, last, ..Days::default() };
        let cases = [
            (days(None, None), ""),
            (days(Some(date(2022, 12, 28)), Some(date(2022, 12, 28))), "2022-12-28"),
            (days(Some(date(2023, 5, 1)), Some(date(2023, 5, 31))), "2023-05"),
            (days(Some(date(2023, 5, 1)), Some(date(2023, 6, 30))), "2023-05/2023-06"),
            (days(Some(date(2023, 1, 1)), Some(date(2023, 12, 31))), "2023"),
            (days(Some(date(2022, 12, 29)), Some(date(2023, 5, 9))), "2022-12-29/2023-05-09"),
            (days(None, Some(date(2023, 5, 9))), "../2023-05-09"),
            (days(Some(date(2023, 5, 9)), None), "2023-05-09/.."),
        ];
        for (days, expected) in cases {
            assert_eq!(edtf(days), expected);
        }
    }
}
