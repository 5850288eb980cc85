//! Times of day, alone or with a day.
//!
//! Fires on:  "at 14:30", "10 p.m.", "9 a.m. EST Tuesday", "noon on Wednesday", "Tuesday morning",
//!            "Wednesday at 10:00", "this evening", "last night", "the morning of 5 May", "midnight",
//!            "mid-afternoon".
//! Silent on: scores and ratios ("3:1"), "at 2.46", "good morning", "morning" alone.
//! A time without a day is one of the day named just before it in the text.

use text::{Anchor, TimexKind};

use super::calendar::{Period, days_after};
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::{absolute, relative, weekday, words};

/// Reads a time of day.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    [clock_first, day_first, deictic, in_story, part_of, mid]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .max_by_key(|found| found.end)
}

/// A day by any of its names.
fn day(scene: &Scene, at: usize) -> Option<Match> {
    [absolute::read, weekday::read, relative::read]
        .into_iter()
        .filter_map(|rule| rule(scene, at))
        .filter(|found| found.sense.day().is_some() || found.sense.weekday.is_some())
        .max_by_key(|found| found.end)
}

/// "10 p.m. EST on Wednesday", "14:30"
fn clock_first(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["around", "about"]);
    let time = c.attempt(clock)?;
    let mut next = c;
    let aside = next.attempt(universal_time).is_some();
    next.eat(&[","]);
    next.eat(&["on"]);
    if let Some(Match { end, sense }) = day(scene, next.at) {
        let end = if aside { c.at } else { end };
        return sense.at_time(&time).until(end);
    }
    on_its_day(scene, &time).until(c.at)
}

/// "(0735 GMT)" between a time and its day
fn universal_time(c: &mut Cursor) -> Option<()> {
    c.eat(&["("]).then_some(())?;
    c.take(|atom| atom.digits())?;
    c.attempt(minute);
    (zone(c) && c.eat(&[")"])).then_some(())
}

/// A time alone is one of the day named just before, or else of the day of publication; which one
/// is then no more than likely, and no day is given.
fn on_its_day(scene: &Scene, time: &str) -> Sense {
    match (scene.earlier, scene.reference) {
        (Some(Period::Day(day)), _) => {
            Sense::of(Period::Day(day), Anchor::Expression).at_time(time)
        }
        (_, Some(reference)) => Sense::bare(TimexKind::Time, format!("{}{time}", reference.day)),
        _ => Sense::bare(TimexKind::Time, time),
    }
}

/// "Wednesday at 10:00", "Tuesday morning"
fn day_first(scene: &Scene, at: usize) -> Option<Match> {
    let Match { end, sense } = day(scene, at)?;
    let mut c = scene.cursor(end);
    if let Some(part) = c.attempt(|c| {
        c.eat_all(&["in", "the"]);
        c.take_word(words::part_of_day)
    }) {
        return sense.at_time(&format!("T{part}")).until(c.at);
    }
    c.eat(&[","]);
    c.eat(&["at"]);
    let time = c.attempt(clock)?;
    sense.at_time(&time).until(c.at)
}

/// "this morning", "last night", "later this afternoon"
fn deictic(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["later", "earlier", "early", "late"]);
    let (offset, part) = match () {
        () if c.eat_all(&["last", "night"]) => (-1, "NI"),
        () if c.eat_all(&["last", "evening"]) => (-1, "EV"),
        () if c.eat(&["this"]) => (0, c.take_word(words::part_of_day)?),
        () => return None,
    };
    let Some(reference) = scene.reference else {
        return Sense::bare(TimexKind::Time, format!("XXXX-XX-XXT{part}")).until(c.at);
    };
    let day = days_after(reference.day, offset)?;
    let sense = Sense::of(Period::Day(day), reference.anchor);
    sense.at_time(&format!("T{part}")).until(c.at)
}

/// "that evening", "the next morning", "the same night": of a day named just before
fn in_story(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let that = c.eat(&["that"]) || c.eat_all(&["the", "same"]);
    let days = match () {
        () if that => 0,
        () if c.eat_all(&["the", "next"]) || c.eat_all(&["the", "following"]) => 1,
        () if c.eat_all(&["the", "previous"]) => -1,
        () => return None,
    };
    let part = c.take_word(words::part_of_day)?;
    let Some(Period::Day(day)) = scene.earlier else {
        return Sense::bare(TimexKind::Time, format!("XXXX-XX-XXT{part}")).until(c.at);
    };
    let sense = Sense::of(Period::Day(days_after(day, days)?), Anchor::Expression);
    sense.at_time(&format!("T{part}")).until(c.at)
}

/// "mid-afternoon", "by mid morning yesterday", of the day told behind, named last or of publication
fn mid(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    if !c.eat(&["mid"]) {
        return None;
    }
    c.eat(&["-"]);
    let part = c.take_word(words::part_of_day)?;
    let time = format!("T{part}");
    let mut next = c;
    next.eat(&["on"]);
    if let Some(Match { end, sense }) = day(scene, next.at) {
        return sense.at_time(&time).until(end);
    }
    on_its_day(scene, &time).until(c.at)
}

/// "the morning of 5 May", "the evening of Tuesday"
fn part_of(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    c.eat(&["the"]);
    let part = c.take_word(words::part_of_day)?;
    if !c.eat(&["of"]) {
        return None;
    }
    let Match { end, sense } = day(scene, c.at)?;
    sense.at_time(&format!("T{part}")).until(end)
}

/// "14:30", "2:30 p.m.", "10 pm", "noon", with its zone; as TIMEX3 writes it.
fn clock(c: &mut Cursor) -> Option<String> {
    if let Some(named) = c.attempt(noon_or_midnight) {
        return Some(named.to_owned());
    }
    if c.glued() && c.before(1) != "(" {
        return None;
    }
    let led = c.before(1) == "at";
    if let Some(time) = c.attempt(four_digits) {
        return Some(time);
    }
    let hour = c.take(|atom| atom.digits()).filter(|hour| (0..=24).contains(hour))?;
    let stopped = c.word() == ".";
    let minute = c.attempt(minute);
    let half = c.attempt(half_of_day);
    let zoned = zone(c);
    if half.is_none() && (stopped || minute.is_none() || !(led || zoned)) {
        return None;
    }
    let hour = of_24(hour, half)?;
    Some(format!("T{hour:02}:{:02}", minute.unwrap_or(0)))
}

/// "0735 GMT"
fn four_digits(c: &mut Cursor) -> Option<String> {
    let time = c.take(|atom| atom.digits().filter(|_| atom.form.len() == 4))?;
    let (hour, minute) = (time / 100, time % 100);
    (zone(c) && hour < 24 && minute < 60).then(|| format!("T{hour:02}:{minute:02}"))
}

/// The hour from midnight.
fn of_24(hour: i32, half: Option<Half>) -> Option<i32> {
    match half {
        Some(_) if !(1..=12).contains(&hour) => None,
        Some(Half::Morning) => Some(hour % 12),
        Some(Half::Afternoon) => Some(hour % 12 + 12),
        None => Some(hour),
    }
}

/// "High Noon" is a film.
fn noon_or_midnight(c: &mut Cursor) -> Option<&'static str> {
    let high = c.before(1) == "high";
    c.take_word(named).filter(|_| !high)
}

fn named(word: &str) -> Option<&'static str> {
    match word {
        "noon" | "midday" => Some("T12:00"),
        "midnight" => Some("T24:00"),
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn minute(c: &mut Cursor) -> Option<i32> {
    if !(c.glued() && c.eat(&[":", "."]) && c.glued()) {
        return None;
    }
    c.take(|atom| atom.digits().filter(|n| *n < 60 && atom.form.len() == 2))
}

/// "a.m.", "pm"
fn half_of_day(c: &mut Cursor) -> Option<Half> {
    if c.eat(&["am"]) {
        return Some(Half::Morning);
    }
    if c.eat(&["pm"]) {
        return Some(Half::Afternoon);
    }
    if c.eat_all(&["in", "the", "morning"]) {
        return Some(Half::Morning);
    }
    if c.eat_all(&["in", "the", "afternoon"]) || c.eat_all(&["in", "the", "evening"]) {
        return Some(Half::Afternoon);
    }
    let half = c.take_word(|word| match word {
        "a" => Some(Half::Morning),
        "p" => Some(Half::Afternoon),
        _ => None,
    })?;
    if !c.eat_all(&[".", "m"]) {
        return None;
    }
    c.eat(&["."]);
    Some(half)
}

/// Steps over a time zone: "EST", "GMT", "local time", "(0930 GMT)" is left alone.
fn zone(c: &mut Cursor) -> bool {
    let named = ["est", "edt", "gmt", "utc", "cet", "cest", "bst", "pst", "pdt", "msk", "et"];
    let capital = c.peek().is_some_and(|atom| atom.capital());
    (capital && c.eat(&named)) || c.eat_all(&["local", "time"])
}
