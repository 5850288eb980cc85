//! Lengths of time.
//!
//! Fires on:  "three days", "11 years", "a 12-year war", "nearly two months", "several weeks",
//!            "two and a half years", "for years", "an hour", "a week" after "for" and the like.
//! Silent on: ages ("a 12-year-old"), "the 1988 quarter", "three quarters",
//!            "the first", "second", "one" alone, "a day" as a rate ("twice a day": see `set.rs`).
//! A duration names no stretch of the calendar, so it has no days.

use text::TimexKind;

use super::calendar::Unit;
use super::cursor::Cursor;
use super::number::{self, Count};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::{age, words};

/// Reads a length of time.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.attempt(first);
    let value =
        c.attempt(between).or_else(|| c.attempt(counted)).or_else(|| c.attempt(uncounted))?;
    Sense::bare(TimexKind::Duration, value).until(c.at)
}

/// "nearly", "more than", "up to"
pub(super) fn modifier(c: &mut Cursor) -> Option<()> {
    if c.eat_all(&["up", "to"]) {
        return Some(());
    }
    let compared = c.attempt(|c| {
        c.eat(&["no"]);
        (c.eat(&["more", "less", "fewer", "longer"]) && c.eat(&["than"])).then_some(())
    });
    let least = || c.attempt(|c| (c.eat(&["at"]) && c.eat(&["least", "most"])).then_some(()));
    compared.or_else(least)?;
    Some(())
}

/// "nearly", "almost", "over": one word before a number.
pub(super) fn short_modifier(c: &mut Cursor) {
    c.eat(&["nearly", "almost", "over", "another"]);
}

/// "about", "around": no part of a length, but of a point in time counted by it.
pub(super) fn approximately(c: &mut Cursor) {
    c.eat(&["about", "around", "roughly", "approximately"]);
}

/// "more", "full", "straight" between number and unit.
pub(super) fn filler(c: &mut Cursor) {
    c.eat(&[
        "more",
        "full",
        "straight",
        "consecutive",
        "long",
        "additional",
        "whole",
        "whopping",
        "trading",
        "working",
        "business",
    ]);
}

/// "the first" of "the first nine months", "the year-earlier six months"
fn first(c: &mut Cursor) -> Option<()> {
    c.eat(&["the"]);
    if !c.eat(&["first", "latest", "opening", "final"]) {
        (c.eat_all(&["year", "-"]) && c.eat(&["earlier", "ago"])).then_some(())?;
    }
    // "The first day", "the latest week" are stretches, not lengths.
    let mut ahead = *c;
    number::count(&mut ahead).map(|_| ())
}

/// "two to three weeks", "12 to 18 months", "a year or two": so many, no one knows how many.
fn between(c: &mut Cursor) -> Option<String> {
    let unit = c.attempt(two_numbers).or_else(|| c.attempt(one_or_two))?;
    Some(value(Count::Several, unit))
}

fn two_numbers(c: &mut Cursor) -> Option<Unit> {
    let low = number::number(c)?;
    if !c.eat(&["to", "or", "-", "–"]) {
        return None;
    }
    let high = number::number(c)?;
    let unit = c.take_word(words::units)?;
    (low < high && unit != Unit::Quarter).then_some(unit)
}

fn one_or_two(c: &mut Cursor) -> Option<Unit> {
    if !c.eat(&["a", "an"]) {
        return None;
    }
    let unit = c.take_word(words::unit)?;
    c.eat_all(&["or", "two"]).then_some(unit)
}

fn counted(c: &mut Cursor) -> Option<String> {
    modifier(c);
    short_modifier(c);
    let article = matches!(c.word(), "a" | "an");
    let mut count = number::count(c)?;
    let filled = c.at;
    filler(c);
    let filled = c.at > filled;
    let hyphen = c.eat(&["-", "–"]);
    if named(c) {
        return None;
    }
    let singular = c.take_word(words::unit);
    let unit = singular.or_else(|| c.take_word(words::units))?;
    let rate = article && singular.is_some() && count == Count::Exact(1);
    let joined = c.word() == "-" && c.glued() && c.after(1) != "long";
    if rate && (!(filled || stands_as_length(c)) || hyphen || joined) {
        return None;
    }
    if let (Count::Exact(n), true) = (count, c.eat_all(&["and", "a", "half"])) {
        count = Count::AndHalf(n);
    }
    if age::of_affair(c) {
        c.at += 2;
        return Some(value(count, unit));
    }
    let dated = singular.is_some() && matches!(count, Count::Exact(1800..2100));
    let fraction = unit == Unit::Quarter && (hyphen || !matches!(count, Count::Several));
    if age::of_person(c) || always(c) || dated || fraction {
        return None;
    }
    if hyphen && c.glued() {
        c.eat_all(&["-", "long"]);
    }
    Some(value(count, unit))
}

/// True behind the hours of "24 hours a day", the days of "seven days a week".
fn always(c: &Cursor) -> bool {
    let plural = words::units(c.before(1)).is_some();
    plural && matches!(c.word(), "a" | "per") && words::unit(c.after(1)).is_some()
}

/// True before a unit with a capital in quotation marks: "60 Minutes" is a broadcast.
fn named(c: &Cursor) -> bool {
    let quoted = (1..=4).any(|back| matches!(c.before(back), "\"" | "“" | "'" | "‘" | "`"));
    quoted && c.peek().is_some_and(|atom| atom.capital())
}

/// True if "a week" just read is a length, not a rate: "$5 a week" is one, "for a week" is not.
fn stands_as_length(c: &Cursor) -> bool {
    // "A month after the vote": what is counted from stands behind.
    if matches!(c.word(), "after" | "before") {
        return true;
    }
    let lead = (2..=5).map(|back| c.before(back)).find(|word| {
        !matches!(
            *word,
            "a" | "an"
                | "about"
                | "nearly"
                | "almost"
                | "over"
                | "than"
                | "more"
                | "less"
                | "least"
                | "at"
        )
    });
    let leads = [
        "for", "in", "within", "after", "than", "over", "lasted", "took", "takes", "take", "spent",
        "nearly", "almost", "about", "every", "be", "half", "is", "of",
    ];
    lead.is_some_and(|word| leads.contains(&word))
        || matches!(c.before(3), "nearly" | "almost" | "over" | "than" | "about")
}

/// "years", "months of talks", "the years", "weeks or months"
fn uncounted(c: &mut Cursor) -> Option<String> {
    let led = matches!(
        c.before(1),
        "for"
            | "in"
            | "of"
            | "after"
            | "took"
            | "within"
            | ","
            | "until"
            | "over"
            | ""
            | "last"
            | "many"
    );
    let (lead, glued) = (c.before(1), c.glued());
    let over = matches!(c.before(2), "over" | "through" | "down");
    // "The early hours" are a part of a day.
    let early = matches!(c.before(1), "early" | "small" | "late");
    let unit = c.take_word(words::units)?;
    let large = !matches!(unit, Unit::Second | Unit::Quarter);
    let pair = c.attempt(|c| {
        c.eat(&["or", "and"]).then_some(())?;
        c.take_word(words::units)
    });
    let the = lead == "the";
    let span = the && matches!(c.word(), "that" | "since" | "following" | "leading");
    let through = the && matches!(unit, Unit::Year | Unit::Decade | Unit::Century) && over;
    let of =
        pair.is_some() || span || through || matches!(c.word(), "of" | "or" | "before" | "after");
    let goes_on = c.word() == "-" && c.glued() && c.after(1) == "long";
    if goes_on {
        c.at += 2;
    }
    (large && !glued && !early && (led || of || goes_on)).then(|| value(Count::Several, unit))
}

/// As TIMEX3 writes it.
pub(super) fn value(count: Count, unit: Unit) -> String {
    let (head, letter, times) = match unit {
        Unit::Second => ("PT", "S", 1),
        Unit::Minute => ("PT", "M", 1),
        Unit::Hour => ("PT", "H", 1),
        Unit::Day => ("P", "D", 1),
        Unit::Week => ("P", "W", 1),
        Unit::Fortnight => ("P", "W", 2),
        Unit::Month => ("P", "M", 1),
        Unit::Quarter => ("P", "M", 3),
        Unit::Year => ("P", "Y", 1),
        Unit::Decade => ("P", "Y", 10),
        Unit::Century => ("P", "Y", 100),
    };
    match count {
        Count::Exact(n) => format!("{head}{}{letter}", n.saturating_mul(times)),
        Count::Several => several(head, unit, letter),
        Count::AndHalf(n) => match unit {
            Unit::Year => format!("P{n}Y6M"),
            Unit::Hour => format!("PT{n}H30M"),
            Unit::Minute => format!("PT{n}M30S"),
            _ => format!("{head}{n}.5{letter}"),
        },
    }
}

/// "Decades" are some tens of years; TIMEX3 has letters for them.
fn several(head: &str, unit: Unit, letter: &str) -> String {
    match unit {
        Unit::Decade => "PXE".to_owned(),
        Unit::Century => "PXC".to_owned(),
        _ => format!("{head}X{letter}"),
    }
}
