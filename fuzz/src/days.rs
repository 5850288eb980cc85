//! Dates as pages write them.

use dates::{Order, days, field_day, first_day, is_weekday, machine_day, month_day, url_day};

use crate::ground::chosen;

/// The first byte chooses the order of day and month.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let text = String::from_utf8_lossy(rest);
    let order = [Order::DayFirst, Order::MonthFirst, Order::Unknown][usize::from(choice) % 3];
    let found = days(&text, order);
    let mut past = 0;
    for day in &found {
        assert!(day.range.start >= past && day.range.start < day.range.end, "{found:?}");
        assert!(text.get(day.range.clone()).is_some(), "{found:?} cuts a character");
        past = day.range.end;
    }
    assert_eq!(first_day(&text, order), found.first().map(|day| day.day));
    for day in
        [field_day(&text, order), machine_day(&text, order), url_day(&text)].into_iter().flatten()
    {
        assert_eq!(field_day(&day.to_string(), order), Some(day), "{day} is not read as written");
    }
    is_weekday(&text);
    month_day(&text);
}
