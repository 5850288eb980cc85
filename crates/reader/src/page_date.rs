//! Dates as pages write them: full dates on lines, in addresses and in attributes; datelines.

use std::ops::Range;

use jiff::civil::Date;

/// Month names and their forms, one month a line. English first, then the languages of the pages
/// that carry translated names beside English text.
const MONTHS: &str = include_str!("../data/months.txt");
const WEEKDAYS: &str = include_str!("../data/weekdays.txt");

/// A full date found in some text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct FoundDay {
    pub range: Range<usize>,
    pub day: Date,
}

/// A day without a year.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct MonthDay {
    pub month: i8,
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
pub(crate) enum Order {
    DayFirst,
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

/// A word, a number or a mark.
#[derive(Clone, Debug)]
struct Token<'a> {
    text: &'a str,
    start: usize,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn number(&self, digits: Range<usize>) -> Option<i16> {
        let plain = self.text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &self.text[plain.len()..];
        let ordinal = matches!(suffix, "" | "st" | "nd" | "rd" | "th");
        (ordinal && digits.contains(&plain.len())).then(|| plain.parse().ok())?
    }

    fn day(&self) -> Option<i8> {
        i8::try_from(self.number(1..3)?).ok()
    }

    fn year(&self) -> Option<i16> {
        self.number(4..5).filter(|year| (1900..2100).contains(year))
    }

    fn month(&self) -> Option<i8> {
        named(MONTHS, self.text)
    }

    fn is(&self, mark: &str) -> bool {
        self.text == mark
    }
}

/// The line of a table on which a word stands, counted from 1.
fn named(table: &str, word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_lowercase();
    if word.chars().count() < 3 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let row = table.lines().position(|line| line.split(' ').any(|form| form == word))?;
    i8::try_from(row + 1).ok()
}

/// True for a day of the week, in full or short.
pub(crate) fn is_weekday(word: &str) -> bool {
    named(WEEKDAYS, word).is_some()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    for (start, c) in text.char_indices() {
        let joins = c.is_alphanumeric() || c == '\u{301}';
        let piece = &text[start..start + c.len_utf8()];
        match found.last_mut() {
            Some(last)
                if joins && last.end() == start && last.text.ends_with(char::is_alphanumeric) =>
            {
                last.text = &text[last.start..start + c.len_utf8()];
            }
            _ if c.is_whitespace() => {}
            _ => found.push(Token { text: piece, start }),
        }
    }
    found
}

/// All full dates in a text, in order.
pub(crate) fn days(text: &str, order: Order) -> Vec<FoundDay> {
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
pub(crate) fn first_day(text: &str, order: Order) -> Option<Date> {
    days(text, order).first().map(|found| found.day)
}

/// A date at the first token, and how many tokens it takes.
fn day_at(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
    month_first(tokens)
        .or_else(|| day_first(tokens))
        .or_else(|| numeric(tokens, order))
        .or_else(|| compact(tokens))
}

/// "May 10, 2023", "Sept. 3rd 2021"
fn month_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let month = tokens.first()?.month()?;
    let at = 1 + skip(tokens, 1, ".");
    let day = tokens.get(at)?.day()?;
    let at = at + 1 + skip(tokens, at + 1, ",");
    let year = tokens.get(at)?.year()?;
    Some((Date::new(year, month, day).ok()?, at + 1))
}

/// "10 May 2023", "10. Mai 2023", "10 de mayo de 2023", "10-May-2023"
fn day_first(tokens: &[Token]) -> Option<(Date, usize)> {
    let day = tokens.first()?.day()?;
    let mut at = 1;
    at += [".", "-", "de", "of", "º"].iter().map(|mark| skip(tokens, at, mark)).sum::<usize>();
    let month = tokens.get(at)?.month()?;
    at += 1;
    for mark in [".", ",", "-", "de", "del"] {
        at += skip(tokens, at, mark);
    }
    let year = tokens.get(at)?.year()?;
    Some((Date::new(year, month, day).ok()?, at + 1))
}

fn skip(tokens: &[Token], at: usize, mark: &str) -> usize {
    usize::from(tokens.get(at).is_some_and(|token| token.is(mark)))
}

/// "2023-05-10", "2023/5/10", "10.05.2023", "5/10/2023", "11/19/19" (two digits only with slashes)
fn numeric(tokens: &[Token], order: Order) -> Option<(Date, usize)> {
    let [a, x, b, y, c, ..] = tokens else { return None };
    let mark = x.text;
    if !matches!(mark, "-" | "/" | ".") || y.text != mark {
        return None;
    }
    // "2023-05-10T09:30": the time is glued to the day.
    let last = c.text.split(['T', 't']).next().unwrap_or(c.text);
    let c = Token { text: last, start: c.start };
    if let (Some(year), Some(month), Some(day)) = (a.year(), b.day(), c.day()) {
        return Some((Date::new(year, month, day).ok()?, 5));
    }
    let year = c.year().or_else(|| short_year(&c).filter(|_| mark == "/"))?;
    let (day, month) =
        ordered(a.day()?, b.day()?, if mark == "." { Order::DayFirst } else { order })?;
    Some((Date::new(year, month, day).ok()?, 5))
}

fn short_year(token: &Token) -> Option<i16> {
    let year = token.number(2..3)?;
    Some(2000 + year)
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
fn compact(tokens: &[Token]) -> Option<(Date, usize)> {
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
pub(crate) fn machine_day(value: &str, order: Order) -> Option<Date> {
    let value = value.trim();
    days(value, order).into_iter().find(|found| found.range.start < 6).map(|found| found.day)
}

/// The date in an address: `/2018/04/17/`, `-2018-04-05`, `/20180401-`.
pub(crate) fn url_day(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next()?;
    let path = &path[path.find('/')?..];
    let pieces: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let compact =
        pieces.iter().find_map(|piece| compact(&[Token { text: piece, start: 0 }])).map(|(d, _)| d);
    pieces.windows(3).find_map(triple).or(compact)
}

fn triple(pieces: &[&str]) -> Option<Date> {
    let [year, month, day] = pieces else { return None };
    if year.len() != 4 || month.len() > 3 || day.len() > 2 {
        return None;
    }
    let year = year.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let month = month.parse().ok().or_else(|| named(MONTHS, month))?;
    Date::new(year, month, day.parse().ok()?).ok()
}

/// "May 10" or "10 May" somewhere in a text, not followed by a year.
pub(crate) fn month_day(text: &str) -> Option<MonthDay> {
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
        ] {
            assert_eq!(days(text, Order::DayFirst), [], "{text}");
        }
    }

    #[test]
    fn addresses_carry_dates() {
        let day = Some(date(2018, 4, 17));
        assert_eq!(url_day("https://example.com/2018/04/17/world/talks.html?d=2020/01/01"), day);
        assert_eq!(url_day("http://example.com/article/talks-2018-04-17"), day);
        assert_eq!(url_day("http://example.com/20180417-270851"), day);
        assert_eq!(url_day("http://example.com/2018/apr/17/talks"), day);
        assert_eq!(url_day("http://example.com/story/522179002/"), None);
    }

    #[test]
    fn datelines_have_a_day() {
        assert_eq!(month_day("ANKARA, May 10"), Some(MonthDay { month: 5, day: 10 }));
        assert_eq!(month_day("VIENNA, 3 Sept."), Some(MonthDay { month: 9, day: 3 }));
        assert_eq!(month_day("GENEVA"), None);
    }
}
