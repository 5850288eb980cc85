//! A person and the offices held, with their days.

use jiff::civil::Date;

use crate::OfficeLevel;

/// Names a person within one [`crate::Lexicon`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PersonId(pub u32);

/// A person who holds or held an office.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Person {
    /// The name they are shown by.
    pub name: &'static str,
    /// What they are called by alone: "Assad"; "Kim"; "bin Salman".
    pub family: Vec<&'static str>,
    /// Other spellings and other names.
    pub aliases: Vec<&'static str>,
    /// Their item in Wikidata, if the name was taken from there.
    pub wikidata: Option<&'static str>,
    /// In order of their first day; those without one come first.
    pub offices: Vec<Term>,
}

impl Person {
    /// The offices held that day, as far as the tables know.
    pub fn offices_on(&self, date: Date) -> impl Iterator<Item = &Term> {
        self.offices.iter().filter(move |term| term.covers(date))
    }
}

/// A term of office.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Term {
    /// Alpha-3 code of the state, or the code of an organisation.
    pub state: &'static str,
    /// The level of the office.
    pub level: OfficeLevel,
    /// What the office is called.
    pub title: &'static str,
    /// First day; the first of the month or year if no more is known. `None`: not known.
    pub start: Option<Date>,
    /// Last day, the day of the handover. `None`: no end is known.
    pub end: Option<Date>,
    /// The last day that a source vouches for a term without an end.
    pub seen: Option<Date>,
}

impl Term {
    /// True unless the day is before the start or after the end. A term without an end goes on.
    pub fn covers(&self, date: Date) -> bool {
        self.start.is_none_or(|start| start <= date) && self.end.is_none_or(|end| date <= end)
    }

    /// True if a source vouches for that very day: the start is known, and the end or how long it was seen.
    pub fn surely_covers(&self, date: Date) -> bool {
        self.start.is_some_and(|start| start <= date)
            && self.end.or(self.seen).is_some_and(|last| date <= last)
    }
}

/// The first and last day of `2019`, `2019-07` or `2019-07-03`.
pub(crate) fn days(words: &str) -> Option<(Date, Date)> {
    let mut parts = words.splitn(3, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_all_its_days() {
        assert_eq!(days("2020-02"), Some((date(2020, 2, 1), date(2020, 2, 29))));
        assert_eq!(days("1999"), Some((date(1999, 1, 1), date(1999, 12, 31))));
        assert_eq!(days("2020-13"), None);
        assert_eq!(days(""), None);
    }
}
