//! Months, days of the week, seasons, units and parts of the day.

use super::atom::Atom;
use super::calendar::{Season, Unit};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// True for the name of a month or of a day of the week, in full.
pub(crate) fn is_calendar_name(word: &str) -> bool {
    MONTHS.iter().chain(&WEEKDAYS).any(|name| name.eq_ignore_ascii_case(word))
}

/// A month's number, from its full name with a capital.
pub(super) fn month(atom: &Atom) -> Option<i8> {
    if atom.capital() { position(&MONTHS, &atom.word) } else { None }
}

/// A month's number, from a common abbreviation with a capital, without its full stop.
pub(super) fn short_month(atom: &Atom) -> Option<i8> {
    let short = atom.word == "sept" || atom.word.len() == 3;
    let head = atom.word.get(..3)?;
    let number = MONTHS.iter().position(|name| name.get(..3) == Some(head))?;
    if short && atom.capital() { i8::try_from(number + 1).ok() } else { None }
}

/// 1 for Monday to 7 for Sunday, from the full name with a capital.
pub(super) fn weekday(atom: &Atom) -> Option<i8> {
    if atom.capital() { position(&WEEKDAYS, &atom.word) } else { None }
}

/// 1 for "Mon" to 7 for "Sun". Only a date beside it shows that a day is meant.
pub(super) fn short_weekday(atom: &Atom) -> Option<i8> {
    let number = WEEKDAYS.iter().position(|name| name.get(..3) == Some(&*atom.word))?;
    if atom.capital() { i8::try_from(number + 1).ok() } else { None }
}

/// "Tuesdays".
pub(super) fn plural_weekday(atom: &Atom) -> Option<i8> {
    if atom.capital() { position(&WEEKDAYS, atom.word.strip_suffix('s')?) } else { None }
}

/// 1 for "first" to 12 for "twelfth".
pub(super) fn ordinal(word: &str) -> Option<i8> {
    position(&ORDINALS, word)
}

fn position(names: &[&str], word: &str) -> Option<i8> {
    let index = names.iter().position(|name| *name == word)?;
    i8::try_from(index + 1).ok()
}

/// A season by name. "Fall" and "spring" are also verbs: rules ask for more.
pub(super) fn season(word: &str) -> Option<Season> {
    Some(match word {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

/// A unit in the singular.
pub(super) fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

/// A unit in the plural.
pub(super) fn units(word: &str) -> Option<Unit> {
    match word {
        "centuries" => Some(Unit::Century),
        "seconds" => Some(Unit::Second),
        _ => unit(word.strip_suffix('s')?),
    }
}

/// TIMEX3's code for a part of the day.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        _ => return None,
    })
}
