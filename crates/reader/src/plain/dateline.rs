//! Datelines: `VIENNA, March 4 (Reuters) -`, `MOSCOW (AP) —`, `GENEVA, Switzerland —`.

use jiff::civil::Date;

use crate::page_date::{self, MonthDay, Order};

/// What a dateline says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Dateline<'a> {
    /// The agency in brackets.
    pub agency: Option<&'a str>,
    /// Its day, without a year.
    pub month_day: Option<MonthDay>,
    /// Its day, with one.
    pub day: Option<Date>,
    /// Bytes up to and including the dash.
    pub len: usize,
}

/// Longest dateline in characters: two places, a date, an agency.
const LONGEST: usize = 90;
const DASHES: &[&str] = &["—", "–", "--", " - ", "- ", " -"];

/// The dateline that opens a paragraph, if one does.
pub(crate) fn parse(paragraph: &str) -> Option<Dateline<'_>> {
    let (head, len) = before_dash(paragraph)?;
    let (place, agency) = split_agency(head);
    let full = page_date::days(head, Order::Unknown).first().map(|found| found.day);
    let month_day = page_date::month_day(head);
    let sure = agency.is_some() || month_day.is_some() || is_upper(place);
    (sure && is_place(place)).then_some(Dateline { agency, month_day, day: full, len })
}

fn before_dash(paragraph: &str) -> Option<(&str, usize)> {
    let limit = paragraph.char_indices().nth(LONGEST).map_or(paragraph.len(), |(at, _)| at);
    let head = &paragraph[..limit];
    let found = DASHES.iter().filter_map(|dash| head.find(dash).map(|at| (at, at + dash.len())));
    let (start, end) = found.min()?;
    Some((head[..start].trim(), end))
}

/// "VIENNA, March 4 (Reuters)" to its place part and the agency.
fn split_agency(head: &str) -> (&str, Option<&str>) {
    let Some((place, rest)) = head.split_once('(') else { return (head, None) };
    let inside = rest.split(')').next().unwrap_or_default().trim();
    let words = inside.split_whitespace().count();
    let is_name = (1..=4).contains(&words) && inside.starts_with(char::is_uppercase);
    (place.trim(), is_name.then_some(inside))
}

/// Names with commas and slashes, and maybe a date; nothing that a sentence has.
fn is_place(place: &str) -> bool {
    let words = place.split([' ', ',', '/', '.', '-', '\u{a0}']).filter(|word| !word.is_empty());
    let mut count = 0;
    let name_like = |word: &str| {
        word.starts_with(char::is_uppercase)
            || word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "and" | "de" | "of" | "al" | "la" | "el")
    };
    for word in words {
        count += 1;
        if !name_like(word) {
            return false;
        }
    }
    count <= 9 && !place.ends_with(['.', ':', '?', '!']) || ends_in_abbreviation(place)
}

/// "PALM BEACH, Fla.": the states of AP style end in a stop.
fn ends_in_abbreviation(place: &str) -> bool {
    let Some((city, state)) = place.rsplit_once(", ") else { return false };
    is_upper(city) && state.ends_with('.') && state.chars().count() <= 6
}

/// A city in capitals, as most datelines have it.
fn is_upper(place: &str) -> bool {
    let city = place.split([',', '/']).next().unwrap_or_default();
    let letters = city.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && city.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_read() {
        let line = parse("VIENNA, March 4 (Reuters) - Envoys met.").unwrap();
        assert_eq!(
            (line.agency, line.month_day),
            (Some("Reuters"), Some(MonthDay { month: 3, day: 4 }))
        );
        assert_eq!(parse("GENEVA (AP) — Envoys met.").unwrap().agency, Some("AP"));
        assert!(parse("PALM BEACH, Fla. — Envoys met.").is_some());
        assert!(parse("Doha, 4 March 2021 (QNA) -- Envoys met.").unwrap().day.is_some());
        assert!(parse("(Reuters) - Envoys met.").unwrap().agency.is_some());
        assert_eq!(
            &"GENEVA (AP) — Envoys"[..parse("GENEVA (AP) — Envoys").unwrap().len],
            "GENEVA (AP) —"
        );
    }

    #[test]
    fn sentences_are_not_datelines() {
        for text in [
            "The envoys - all four - met.",
            "He said (again) - no.",
            "Talks fail",
            "Well-known envoys met.",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
