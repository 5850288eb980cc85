//! Dates as pages write them: full dates on lines, in addresses and in attributes; datelines.

use std::ops::Range;

use jiff::civil::Date;

use crate::token::{Token, tokens};
use crate::{calendar, names};

/// A full date found in some text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FoundDay {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// The day that it names.
    pub day: Date,
}

/// A day without a year.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
}

impl MonthDay {
    /// True if `date` falls on it.
    pub fn is(self, date: Date) -> bool {
        (self.month, self.day) == (date.month(), date.day())
    }

    /// Days from it to `date`, taking the nearer year; large if there is no such day.
    pub fn lag_until(self, date: Date) -> i32 {
        let years = [date.year(), date.year() - 1];
        let days = years.iter().filter_map(|year| Date::new(*year, self.month, self.day).ok());
        days.map(|day| (date - day).get_days()).filter(|lag| *lag >= 0).min().unwrap_or(i32::MAX)
    }
}

/// Which number comes first in 05/06/2023.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Order {
    /// 5 June.
    DayFirst,
    /// 6 May.
    MonthFirst,
    /// Such a date is read only if one number is above 12 or both are the same.
    Unknown,
}

impl Order {
    /// The habit of a language: only American and Philippine English put the month first; English
    /// without a country may be either.
    pub fn of_language(tag: &str) -> Order {
        match tag.to_ascii_lowercase().replace('_', "-").as_str() {
            "en-us" | "en-ph" => Order::MonthFirst,
            "en" | "" => Order::Unknown,
            _ => Order::DayFirst,
        }
    }
}

/// All full dates in a text, in order.
pub fn days(text: &str, order: Order) -> Vec<FoundDay> {
    if !text.contains(char::is_numeric) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found: Vec<FoundDay> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match day_at(&tokens[at..], order) {
            Some((day, used)) => {
                let range = tokens[at].start..tokens[at + used - 1].end();
                found.push(FoundDay { range, day });
                at += used;
            }
            None => at += 1,
        }
    }
    found
}

/// The first full date of a text.
pub fn first_day(text: &str, order: Order) -> Option<Date> {
    days(text, order).first().map(|found| found.day)
}

/// A date at the first token, and how many tokens it takes.
fn day_at(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
    month_first(tokens)
        .or_else(|| day_first(tokens))
        .or_else(|| year_first(tokens))
        .or_else(|| counted(tokens))
        .or_else(|| numeric(tokens, order))
        .or_else(|| compact(tokens))
}

/// A day of a month by its name, in the calendar that the name belongs to.
fn named_day(year: &Token, month: Month, day: i8) -> Option<Date> {
    let year = year.number(4..5)?;
    match month {
        Month::Common(month) => Date::new(calendar::common_year(year)?, month, day).ok(),
        Month::Persian(month) => calendar::persian(year, month, day),
    }
}

/// The number of a month in its calendar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Month {
    Common(i8),
    Persian(i8),
}

/// The name of a month, and how many tokens it takes: "May", "Sept.", "كانون الثاني", "tháng 5".
fn month_at(tokens: &[Token], at: usize) -> Option<(Month, usize)> {
    let first = tokens.get(at)?;
    if !first.text.starts_with(char::is_alphabetic) {
        return None;
    }
    if let Some(month) = first.month() {
        return Some((Month::Common(month), 1 + skip(tokens, at + 1, ".")));
    }
    if first.text.is_ascii() {
        return None;
    }
    if let Some(month) = names::persian_month(first.text) {
        return Some((Month::Persian(month), 1));
    }
    let second = tokens.get(at + 1)?;
    if first.text.to_lowercase() == "tháng" {
        return Some((Month::Common(second.day()?), 2));
    }
    let joined = format!("{}_{}", first.text, second.text);
    names::month(&joined).map(|month| (Month::Common(month), 2))
}

/// "May 10, 2023", "Sept. 3rd 2021", "May 10 at 14:30, 2023" is not one.
fn month_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let (month, used) = month_at(tokens, 0)?;
    let day = tokens.get(used)?.day()?;
    let mut at = used + 1;
    for mark in [".", ",", "،", "de", "del"] {
        at += skip(tokens, at, mark);
    }
    Some((named_day(tokens.get(at)?, month, day)?, at + 1))
}

/// What may stand between a day and its month.
const AFTER_DAY: &[&str] =
    &[".", "-", "/", "de", "of", "º", "-", "–", "η", "d", "'", "’", "e", "ta", "da"];
/// What may stand between a month and its year.
const AFTER_MONTH: &[&str] =
    &[".", ",", "،", "-", "/", "–", "de", "del", "năm", "’", "'", "שנת", "d"];

/// "10 May 2023", "10. Mai 2023", "10 de mayo de 2023", "10-May-2023", "10 مايو/أيار 2023"
fn day_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let day = tokens.first()?.day()?;
    let mut at = 1;
    at += AFTER_DAY.iter().map(|mark| skip(tokens, at, mark)).max().unwrap_or_default();
    let (month, used) = month_at(tokens, at)?;
    at += used;
    if tokens.get(at).is_some_and(|token| token.is("/"))
        && let Some((_, used)) = month_at(tokens, at + 1)
    {
        at += 1 + used;
    }
    for mark in AFTER_MONTH {
        at += skip(tokens, at, mark);
    }
    let year = tokens.get(at)?;
    Some((named_day(year, month, day)?, at + 1))
}

/// "2023. május 10.", "2023 m. gegužės 10 d.", "2023. gada 10. maijs", "2023-May-10"
fn year_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let year = tokens.first()?;
    year.number(4..5)?;
    let mut at = 1;
    for mark in [".", "m", ".", "gada", "-", ",", "/"] {
        at += skip(tokens, at, mark);
    }
    if let Some((month, used)) = month_at(tokens, at) {
        at += used + skip(tokens, at + used, "-");
        let day = tokens.get(at)?.day()?;
        return Some((named_day(year, month, day)?, at + 1));
    }
    let day = tokens.get(at)?.day()?;
    at += 1 + skip(tokens, at + 1, ".");
    let (month, used) = month_at(tokens, at)?;
    Some((named_day(year, month, day)?, at + used))
}

/// "2023年5月10日", "2023년 5월 10일"
fn counted(tokens: &[Token]) -> Option<(Date, usize)> {
    let [year, a, month, b, day, c, ..] = tokens else { return None };
    let marks = [a.text, b.text, c.text];
    let known = matches!(marks, ["年", "月", "日" | "号" | "號"] | ["년", "월", "일"]);
    let year = year.year().filter(|_| known)?;
    Some((Date::new(year, month.day()?, day.day()?).ok()?, 6))
}

fn skip(tokens: &[Token], at: usize, mark: &str) -> usize {
    usize::from(tokens.get(at).is_some_and(|token| token.is(mark)))
}

/// "2023-05-10", "2023/5/10", "10.05.2023", "5/10/2023", "11/19/19", "10.05.23"
fn numeric(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
    let [a, x, b, y, c, ..] = tokens else { return None };
    let mark = x.text;
    if !matches!(mark, "-" | "/" | "." | "–") || y.text != mark {
        return None;
    }
    // "2023-05-10T09:30": the time is glued to the day.
    let last = c.text.split(['T', 't']).next().unwrap_or(c.text);
    let c = Token { text: last, start: c.start };
    if let (Some(year), Some(month), Some(day)) = (a.number(4..5), b.day(), c.day()) {
        let common = calendar::common_year(year).and_then(|year| Date::new(year, month, day).ok());
        return Some((common.or_else(|| calendar::persian(year, month, day))?, 5));
    }
    let (first, second) = (a.day()?, b.day()?);
    let full = c.number(4..5);
    if let Some(day) = full.and_then(|year| calendar::persian(year, second, first)) {
        return Some((day, 5));
    }
    let year = match full {
        Some(year) => calendar::common_year(year)?,
        None => short_year(&c).filter(|_| is_short(tokens, mark))?,
    };
    let (day, month) = ordered(first, second, if mark == "." { Order::DayFirst } else { order })?;
    Some((Date::new(year, month, day).ok()?, 5))
}

/// True if a year of two digits may be one: "11/19/19", "10.05.23"; not "1.2.13", nor a piece of a
/// longer number.
fn is_short(tokens: &[Token], mark: &str) -> bool {
    let two = |at: usize| tokens.get(at).is_some_and(|token| token.text.len() == 2);
    let goes_on = tokens.get(5).is_some_and(|token| token.is(mark))
        && tokens.get(6).is_some_and(|token| token.text.starts_with(|c: char| c.is_ascii_digit()));
    !goes_on && (mark == "/" || mark == "." && two(0) && two(2))
}

fn short_year(token: &Token) -> Option<i16> {
    let year = token.number(2..3)?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// Day and month of two numbers.
fn ordered(a: i8, b: i8, order: Order) -> Option<(i8, i8)> {
    match order {
        _ if a > 12 => Some((a, b)),
        _ if b > 12 => Some((b, a)),
        _ if a == b => Some((a, b)),
        Order::DayFirst => Some((a, b)),
        Order::MonthFirst => Some((b, a)),
        Order::Unknown => None,
    }
}

/// "20230510", "20230510T0930Z"
pub(crate) fn compact(tokens: &[Token]) -> Option<(Date, usize)> {
    let digits = tokens.first()?.text.split(['T', 't']).next()?;
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = digits.split_at(4);
    let (month, day) = rest.split_at(2);
    let year: i16 = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    Some((Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?, 1))
}

/// The day of a machine-written value: an attribute, a JSON field.
pub fn machine_day(value: &str, order: Order) -> Option<Date> {
    let value = value.trim();
    days(value, order).into_iter().find(|found| found.range.start < 6).map(|found| found.day)
}

/// "May 10" or "10 May" somewhere in a text, not followed by a year.
pub fn month_day(text: &str) -> Option<MonthDay> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let first = tokens.get(at)?;
        let next = at + 1 + skip(&tokens, at + 1, ".");
        let next = tokens.get(next)?;
        let (month, day) = match (first.month(), first.day()) {
            (Some(month), _) => (month, next.day()?),
            (None, Some(day)) => (next.month()?, day),
            (None, None) => return None,
        };
        // A leap year, so that 29 February is a day.
        Date::new(2024, month, day).ok().map(|_| MonthDay { month, day })
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn pages_write_dates_in_many_ways() {
        for text in [
            "May 10, 2023",
            "Wednesday, 10 May 2023",
            "10. Mai 2023",
            "10 de mayo de 2023",
            "10/05/2023",
            "2023-05-10T09:30:00Z",
            "Published: 10-May-2023 10:31 pm",
            "10.05.2023",
            "20230510",
            "10 мая 2023",
            "May 10th, 2023 | Updated",
            "2023年5月10日 09:30",
            "2023년 5월 10일",
            "الأربعاء 10 مايو/أيار 2023",
            "١٠ أيار ٢٠٢٣",
            "۲۰ اردیبهشت ۱۴۰۲",
            "1402/02/20",
            "10 maja 2023 r.",
            "10. května 2023",
            "10 травня 2023, 09:30",
            "10 MAYIS 2023",
            "10 Μαΐου 2023",
            "10 ΜΑΪΟΥ 2023",
            "2023. május 10., 9:30",
            "2023 m. gegužės 10 d.",
            "10 tháng 5, 2023",
            "10 พฤษภาคม 2566",
            "10 मई 2023",
            "le mercredi 10 mai 2023",
            "10.05.23, 09:30 Uhr",
        ] {
            assert_eq!(first_day(text, Order::DayFirst), Some(date(2023, 5, 10)), "{text}");
        }
    }

    #[test]
    fn an_ambiguous_date_is_left_alone() {
        assert_eq!(first_day("05/06/2023", Order::Unknown), None);
        assert_eq!(first_day("05/06/2023", Order::MonthFirst), Some(date(2023, 5, 6)));
        assert_eq!(first_day("05/23/2023", Order::Unknown), Some(date(2023, 5, 23)));
    }

    #[test]
    fn what_is_not_a_date_is_not_read() {
        for text in [
            "May 2023",
            "10:30 5/8",
            "phone 555-010-2023",
            "version 1.2.3",
            "May 32, 2023",
            "© 2026",
            "192.168.10.21",
            "1.2.13",
        ] {
            assert_eq!(days(text, Order::DayFirst), [], "{text}");
        }
    }

    #[test]
    fn datelines_have_a_day() {
        assert_eq!(month_day("ANKARA, May 10"), Some(MonthDay { month: 5, day: 10 }));
        assert_eq!(month_day("VIENNA, 3 Sept."), Some(MonthDay { month: 9, day: 3 }));
        assert_eq!(month_day("GENEVA"), None);
    }
}
