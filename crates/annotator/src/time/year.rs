//! Years, decades and centuries on their own.
//!
//! Fires on:  "in 2021", "since 1998", "the 2011 uprising", "fiscal 2022", "the 1980s", "the '90s",
//!            "the nineties", "the 20th century", "the pre-1967 borders".
//! Silent on: "2000 soldiers", "$1990", "Resolution 2254", "1,950", "flight 2017".

use text::Anchor;

use super::absolute::year;
use super::atom::Atom;
use super::calendar::Period;
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::words;

/// Reads a year, a decade or a century.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let period =
        c.attempt(decade).or_else(|| c.attempt(century)).or_else(|| c.attempt(lone_year))?;
    Sense::of(period, Anchor::Stated).until(c.at)
}

/// Words that make a four-digit number a year.
const LEADS: [&str; 34] = [
    "in",
    "since",
    "of",
    "by",
    "until",
    "till",
    "from",
    "to",
    "through",
    "throughout",
    "during",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "the",
    "and",
    "or",
    "between",
    "fiscal",
    "year",
    "for",
    "(",
    "than",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "a",
    "around",
    "about",
    "election",
];

/// What a year before a noun follows: "the 2011 uprising", "their 2015 accord".
const DETERMINERS: [&str; 13] = [
    "the", "its", "his", "her", "their", "our", "my", "that", "s", "fiscal", "early", "late", "mid",
];

/// Nouns whose number is not a year.
const NUMBERED: [&str; 9] =
    ["resolution", "flight", "room", "number", "no", "route", "page", "order", "decree"];

fn lone_year(c: &mut Cursor) -> Option<Period> {
    c.eat_all(&["the", "year"]);
    c.eat(&["fiscal"]);
    let before = *c;
    if before.glued() && !matches!(before.before(1), "-" | "–" | "—" | "(" | "'" | "\"" | "“")
    {
        return None;
    }
    let year = year(c)?;
    if NUMBERED.contains(&before.before(1)) || counts_things(&before, c) {
        return None;
    }
    (1800..2100).contains(&year).then_some(Period::Year(year))
}

/// True for "2000 soldiers", where nothing before or after speaks for a year.
fn counts_things(before: &Cursor, after: &Cursor) -> bool {
    let plural = after.peek().is_some_and(|next| {
        next.alphabetic() && !next.capital() && next.word.ends_with('s') && next.word.len() > 3
    });
    let hyphen = before.before(1) == "-"
        && matches!(before.before(2), "mid" | "early" | "late" | "pre" | "post");
    let determined = hyphen || DETERMINERS.contains(&before.before(1)) || described(before, after);
    let led = determined || LEADS.contains(&before.before(1));
    let round = before.word().ends_with("00");
    let loose_plural = plural && (round || !determined);
    let hyphenated = after.word() == "-" && after.glued() && words::unit(after.after(1)).is_some();
    let people = matches!(after.word(), "people" | "men" | "women" | "children" | "percent");
    let closes = after.peek().is_none_or(|next| !next.alphabetic());
    loose_plural || hyphenated || people || !(led || closes || before.at == 0 || plural_free(after))
}

/// "His unsuccessful 1996 campaign": one thing, so that the number does not count it.
fn described(before: &Cursor, after: &Cursor) -> bool {
    let adjective = before.atom_before(1).is_some_and(|word| !word.capital() && word.alphabetic());
    let owned = matches!(before.before(2), "its" | "his" | "her" | "their" | "the" | "a" | "an");
    let singular = |next: &Atom| next.alphabetic() && !next.capital() && !next.word.ends_with('s');
    adjective && owned && after.peek().is_some_and(singular)
}

/// True if a lower-case function word follows: "talks held 2019 in Vienna".
fn plural_free(after: &Cursor) -> bool {
    after.peek().is_some_and(|next| !next.capital() && next.word.len() <= 4)
}

fn decade(c: &mut Cursor) -> Option<Period> {
    c.eat(&["the"]);
    if let Some(decade) = c.take_word(named_decade) {
        return matches!(c.before(2), "the").then_some(Period::Decade(decade));
    }
    let short = c.eat(&["'", "’", "‘"]);
    let first = c.take(|atom| atom.digits())?;
    let decade = match (short, first) {
        (true, 20..=90) => 1900 + first,
        (false, 1500..=2090) => first,
        _ => return None,
    };
    let plural = (c.glued() && c.eat(&["s"])) || (c.glued() && c.eat_all(&["'", "s"]));
    (plural && decade % 10 == 0).then(|| i16::try_from(decade).ok().map(Period::Decade))?
}

fn named_decade(word: &str) -> Option<i16> {
    Some(match word {
        "twenties" => 1920,
        "thirties" => 1930,
        "forties" => 1940,
        "fifties" => 1950,
        "sixties" => 1960,
        "seventies" => 1970,
        "eighties" => 1980,
        "nineties" => 1990,
        _ => return None,
    })
}

/// "the 19th century"
fn century(c: &mut Cursor) -> Option<Period> {
    c.eat(&["the"]);
    let nth = c.take(|atom| atom.digits()).filter(|n| (1..=22).contains(n))?;
    let ordinal = c.glued() && c.eat(&["st", "nd", "rd", "th"]);
    c.eat(&["-"]);
    let century = ordinal && c.eat(&["century"]);
    century.then(|| i16::try_from((nth - 1) * 100).ok().map(Period::Century))?
}
