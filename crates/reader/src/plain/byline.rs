//! Lines that say who wrote it: "By Jane Doe", "Jane Doe, Vienna - Mar 4, 2021".

use crate::page_date::{self, FoundDay, Order};

/// Words of the longest byline: three authors with their places.
const LONGEST: usize = 16;

/// Words for the one who wrote it, where no name is given.
const DESKS: &[&str] = &[
    "agencies",
    "bureau",
    "correspondent",
    "correspondents",
    "desk",
    "editor",
    "editors",
    "foreign",
    "news",
    "newsroom",
    "online",
    "reporter",
    "reporters",
    "special",
    "staff",
    "team",
    "web",
    "writer",
    "writers",
];
/// Words between a name and a date.
const LABELS: &[&str] = &["published", "posted", "updated", "on", "at"];

/// Words that may follow the date: a time, a second date, a place.
const AFTER: usize = 14;

/// True if the line only names authors.
pub(crate) fn is_byline(line: &str, order: Order) -> bool {
    let names = names(line, order);
    let words = names.split_whitespace().count();
    if !(1..=LONGEST).contains(&words) || ends_as_sentence(names) {
        return false;
    }
    let rest = after_date(line, order);
    if rest.split_whitespace().count() > AFTER || is_sentence(rest) {
        return false;
    }
    let said = without_marks(line.trim()).len() != names.len();
    said && names.starts_with(|c: char| c.is_uppercase() || c == '@') && mostly_names(names)
}

/// The dates of a line. Most lines have no figures: they need no closer look.
fn days(line: &str, order: Order) -> Vec<FoundDay> {
    if line.contains(char::is_numeric) { page_date::days(line, order) } else { Vec::new() }
}

/// The line without "By" and without its date; the whole line if it has neither.
pub(crate) fn names(line: &str, order: Order) -> &str {
    let mut rest = line.trim();
    for by in ["By ", "BY ", "by ", "Written by ", "Posted by ", "Von ", "Par ", "Por ", "From "] {
        rest = rest.strip_prefix(by).unwrap_or(rest);
    }
    let date = days(rest, order).first().map(|found| found.range.start);
    let named = without_marks(&rest[..date.unwrap_or(rest.len())]);
    without_labels(named, if date.is_some() { LABELS } else { &[] })
}

fn without_marks(names: &str) -> &str {
    names.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != ')')
}

/// A name without what stood between it and the date: "Published on Wednesday".
fn without_labels<'a>(mut names: &'a str, labels: &[&str]) -> &'a str {
    while let Some(last) = names.rsplit(' ').next().filter(|last| !last.is_empty()) {
        let label = last.trim_end_matches(':');
        let labelled = labels.iter().any(|known| known.eq_ignore_ascii_case(label));
        if !labelled && !page_date::is_weekday(last) {
            break;
        }
        names = without_marks(&names[..names.len() - last.len()]);
    }
    names
}

/// A sentence may begin with a name and a date, as one with a dateline does.
fn after_date(line: &str, order: Order) -> &str {
    let date = days(line, order).into_iter().next();
    date.and_then(|found| line.get(found.range.end..)).unwrap_or_default()
}

/// "- The ministers met in Cairo on Thursday.": it ends as one and is not all names, hours and labels.
fn is_sentence(rest: &str) -> bool {
    const FEWEST: usize = 3;
    let plain = |word: &&str| word.len() > 2 && word.starts_with(char::is_lowercase);
    let ends = rest.trim_end().trim_end_matches(['"', '”', '’', '»']);
    let stops = ends.ends_with(['!', '?']) || ends_as_sentence(ends);
    stops && !ends.ends_with(':') && rest.split_whitespace().filter(plain).count() >= FEWEST
}

fn ends_as_sentence(names: &str) -> bool {
    let last = names.rsplit(' ').next().unwrap_or_default();
    names.ends_with(['!', '?', ':']) || names.ends_with('.') && last.chars().count() > 4
}

/// All words but joining ones begin with a capital.
fn mostly_names(names: &str) -> bool {
    let words = names
        .split([' ', ',', '/', '|', '-', '–', '—', '\u{a0}', '&', ';', '(', ')'])
        .filter(|w| !w.is_empty());
    let joining = |word: &str| {
        matches!(
            word,
            "and"
                | "in"
                | "for"
                | "of"
                | "the"
                | "at"
                | "with"
                | "de"
                | "van"
                | "von"
                | "bin"
                | "al"
                | "el"
                | "und"
                | "et"
                | "y"
                | "by"
                | "on"
                | "to"
        )
    };
    let mut words = words.filter(|word| !joining(word) && !DESKS.contains(word));
    words.all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c == '@' || c == '.' || !c.is_ascii())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_name_people() {
        for line in [
            "By Jane Doe",
            "By JANE DOE and John Roe in Vienna",
            "Jane Doe - Mar 4, 2021, 10:31 pm CST",
            "By Jane Doe - 11/19/19 06:56 AM EST",
            "Example foreign desk Published on 4 March 2021",
            "Jane Doe | Posted: Thursday, March 4, 2021",
        ] {
            assert!(is_byline(line, Order::Unknown), "{line}");
        }
    }

    #[test]
    fn sentences_are_not_bylines() {
        for line in [
            "By noon the talks had failed.",
            "CAIRO, July 14, 2023 - The foreign ministers of Egypt and Ethiopia met in Cairo.",
            "Jane Doe",
            "Follow Example online:",
            "By Friday nobody spoke",
            "March 4, 2021",
            "Talks fail on March 4, 2021",
            "VIENNA, March 4, 2021 (Example) - The envoys of the two states met on Thursday in a hotel on the lake.",
        ] {
            assert!(!is_byline(line, Order::Unknown), "{line}");
        }
    }
}
