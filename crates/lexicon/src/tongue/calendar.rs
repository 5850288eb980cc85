//! Days as a language names them: "25 Nisan 2023", "Nisan 2023", "salı", "dün".
//!
//! ```text
//! month    4    nisan
//! weekday  2    salı günü|salı
//! day      -1   dün
//! ```
//!
//! A name has one word or two.
//!
//! A date without a year is that of the year in which it is nearest to the page's own day. A weekday is
//! the last one, or the next one where the sentence speaks of what is to be. Without a day of its own a
//! page tells no days that must be counted.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use text::{
    Anchor, Article, DateBasis, Grain, Sentence, Span, TimeExpression, TimexKind, Token, When,
};

use super::small;

use crate::table::numbered;

/// Words for times.
#[derive(Clone, Debug, Default)]
pub(super) struct Calendar {
    words: HashMap<String, Word>,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Word {
    /// 1 for January.
    Month(i8),
    /// 1 for Monday.
    Weekday(i8),
    /// Days from the page's own.
    Day(i32),
}

/// What words name: how many of them, the TIMEX3 value, the days.
struct Named {
    words: usize,
    value: String,
    when: Option<When>,
    weekday: Option<i8>,
}

/// The page's own day, and what counting from it is called.
#[derive(Clone, Copy)]
struct Today {
    day: Date,
    anchor: Anchor,
}

/// Where a sentence looks.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Looks {
    Back,
    Ahead,
}

impl Calendar {
    /// From a table; the number of the first line that is no row.
    pub(super) fn read(table: &str) -> Result<Calendar, usize> {
        let mut words = HashMap::new();
        for (number, line) in numbered(table) {
            let (names, word) = parse(line).ok_or(number)?;
            words.extend(names.split('|').map(|name| (name.to_owned(), word)));
        }
        Ok(Calendar { words })
    }

    /// The times of an article, in order.
    pub(super) fn find(
        &self,
        article: &Article,
        sentences: &[Sentence],
        tokens: &[Token],
    ) -> Vec<TimeExpression> {
        let today = today(article);
        let mut found = Vec::new();
        for sentence in sentences {
            let tokens = tokens.get(sentence.tokens.range()).unwrap_or_default();
            let ahead = tokens.iter().any(|token| token.inflection.future);
            let looks = if ahead { Looks::Ahead } else { Looks::Back };
            let form = |token: &Token| small(token.span.slice(&article.text).unwrap_or_default());
            let forms: Vec<String> = tokens.iter().map(form).collect();
            let mut at = 0;
            while at < forms.len() {
                let named = self.named(&forms[at..], today, looks);
                let end = at + named.as_ref().map_or(1, |named| named.words);
                found.extend(named.and_then(|named| expression(named, tokens.get(at..end)?)));
                at = end;
            }
        }
        found
    }

    /// What the first of these words name.
    fn named(&self, forms: &[String], today: Option<Today>, looks: Looks) -> Option<Named> {
        let year = |at: usize| forms.get(at).and_then(|form| year(form));
        let month = |at: usize| match self.word(forms.get(at..)?)? {
            (Word::Month(month), _) => Some(month),
            _ => None,
        };
        if let (Some(day), Some(month)) = (day_of_month(forms.first()?), month(1)) {
            return dated(day, month, year(2), today);
        }
        match self.word(forms)? {
            (Word::Month(month), words) => in_month(month, year(words)?),
            (Word::Weekday(weekday), words) => on_weekday((weekday, words), today, looks),
            (Word::Day(days), words) => counted((days, words), today?),
        }
    }

    /// The name that begins here, and how many words it has.
    fn word(&self, forms: &[String]) -> Option<(Word, usize)> {
        let of = |words: usize| {
            let name = forms.get(..words)?.join(" ");
            self.words.get(&name).map(|word| (*word, words))
        };
        of(2).or_else(|| of(1))
    }
}

fn parse(line: &str) -> Option<(&str, Word)> {
    let [kind, number, names] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    let word = match kind {
        "month" => Word::Month(number.parse().ok().filter(|n| (1..=12).contains(n))?),
        "weekday" => Word::Weekday(number.parse().ok().filter(|n| (1..=7).contains(n))?),
        "day" => Word::Day(number.parse().ok().filter(|n| (-9..=9).contains(n))?),
        _ => return None,
    };
    Some((names, word))
}

fn today(article: &Article) -> Option<Today> {
    let published = article.published.as_ref().filter(|published| published.when.is_day())?;
    let dateline = published.basis == DateBasis::Dateline;
    let anchor = if dateline { Anchor::Dateline } else { Anchor::Published };
    Some(Today { day: published.when.from, anchor })
}

fn day_of_month(form: &str) -> Option<i8> {
    form.parse().ok().filter(|day| (1..=31).contains(day))
}

fn year(form: &str) -> Option<i16> {
    form.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// "25 Nisan", "25 Nisan 2023"
fn dated(day: i8, month: i8, year: Option<i16>, today: Option<Today>) -> Option<Named> {
    let date = |year: i16| Date::new(year, month, day).ok();
    let words = 2 + usize::from(year.is_some());
    let (date, anchor) = match (year, today) {
        (Some(year), _) => (date(year)?, Anchor::Stated),
        (None, Some(Today { day: today, anchor })) => {
            let years = [today.year() - 1, today.year(), today.year() + 1];
            let near = years.into_iter().filter_map(date);
            (near.min_by_key(|date| (*date - today).get_days().abs())?, anchor)
        }
        (None, None) => {
            let value = format!("XXXX-{month:02}-{day:02}");
            return Some(Named { words, value, when: None, weekday: None });
        }
    };
    Some(Named {
        words,
        value: date.to_string(),
        when: Some(When::day(date, anchor)),
        weekday: None,
    })
}

/// "Nisan 2023"; a month alone is left to what is known of it elsewhere.
fn in_month(month: i8, year: i16) -> Option<Named> {
    let first = Date::new(year, month, 1).ok()?;
    let next = first.checked_add(1.month()).ok()?;
    let when = When::range(first, next, Grain::Month, Anchor::Stated);
    Some(Named { words: 2, value: format!("{year}-{month:02}"), when, weekday: None })
}

fn on_weekday((weekday, words): (i8, usize), today: Option<Today>, looks: Looks) -> Option<Named> {
    let named = Weekday::from_monday_one_offset(weekday).ok()?;
    let Some(Today { day, anchor }) = today else {
        let value = format!("XXXX-WXX-{weekday}");
        return Some(Named { words, value, when: None, weekday: Some(weekday) });
    };
    let date = match looks {
        _ if day.weekday() == named => day,
        Looks::Back => day.nth_weekday(-1, named).ok()?,
        Looks::Ahead => day.nth_weekday(1, named).ok()?,
    };
    let when = Some(When::day(date, anchor));
    Some(Named { words, value: date.to_string(), when, weekday: Some(weekday) })
}

fn counted((days, words): (i32, usize), today: Today) -> Option<Named> {
    let date = today.day.checked_add(days.days()).ok()?;
    let when = Some(When::day(date, today.anchor));
    Some(Named { words, value: date.to_string(), when, weekday: None })
}

/// These tokens as a time expression.
fn expression(named: Named, tokens: &[Token]) -> Option<TimeExpression> {
    let span = tokens.iter().map(|token| token.span).reduce(Span::cover)?;
    let Named { value, when, weekday, .. } = named;
    Some(TimeExpression { span, kind: TimexKind::Date, value, when, weekday, ends: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn value(words: &str, looks: Looks) -> Option<String> {
        let table =
            "month\t4\tnisan\nmonth\t12\taralık\nweekday\t2\tsalı günü|salı\nday\t-1\tdün\n";
        let calendar = Calendar::read(table).unwrap();
        let forms: Vec<String> = words.split(' ').map(small).collect();
        let today = Today { day: date(2024, 1, 3), anchor: Anchor::Published };
        calendar.named(&forms, Some(today), looks).map(|named| named.value)
    }

    #[test]
    fn days_are_counted_from_the_page() {
        assert_eq!(value("25 Nisan 2023", Looks::Back).as_deref(), Some("2023-04-25"));
        assert_eq!(value("29 Aralık", Looks::Back).as_deref(), Some("2023-12-29"));
        assert_eq!(value("Nisan 2023", Looks::Back).as_deref(), Some("2023-04"));
        assert_eq!(value("Salı günü", Looks::Back).as_deref(), Some("2024-01-02"));
        assert_eq!(value("Salı günü", Looks::Ahead).as_deref(), Some("2024-01-09"));
        assert_eq!(value("Dün", Looks::Back).as_deref(), Some("2024-01-02"));
        assert_eq!(value("31 Nisan", Looks::Back), None);
        assert_eq!(value("Nisan", Looks::Back), None);
        assert_eq!(Calendar::read("month\t13\tnisan").err(), Some(1));
    }
}
