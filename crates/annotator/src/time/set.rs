//! Times that come again.
//!
//! Fires on:  "every Tuesday", "each year", "every two weeks", "Tuesdays", "daily", "annually",
//!            "twice a week", "$5 million a year", "per month".
//! Silent on: "everyday", "the Daily Star" (a name has a capital inside the sentence).

use text::TimexKind;

use super::absolute;
use super::calendar::Unit;
use super::cursor::Cursor;
use super::duration;
use super::number::{self, Count};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::words;

/// Reads a time that comes again.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let (value, weekday) = c
        .attempt(every)
        .or_else(|| c.attempt(weekdays))
        .or_else(|| c.attempt(adverb))
        .or_else(|| c.attempt(rate))?;
    Sense { weekday, ..Sense::bare(TimexKind::Set, value) }.until(c.at)
}

type Recurrence = (String, Option<i8>);

fn every(c: &mut Cursor) -> Option<Recurrence> {
    if !c.eat(&["every", "each"]) {
        return None;
    }
    let other = c.eat(&["other"]);
    c.eat(&["single"]);
    if let Some(weekday) = c.take(words::weekday) {
        return Some((format!("XXXX-WXX-{weekday}"), Some(weekday)));
    }
    if let Some(part) = c.take_word(words::part_of_day) {
        return Some((format!("XXXX-XX-XXT{part}"), None));
    }
    if c.peek().is_some_and(|atom| words::month(atom).is_some()) {
        return Some((format!("XXXX-{:02}", absolute::month(c)?), None));
    }
    if let Some(season) = c.take_word(words::season) {
        return Some((format!("XXXX-{}", season.code()), None));
    }
    let once = Count::Exact(if other { 2 } else { 1 });
    let count = number::exact(c).unwrap_or(once);
    let unit = c.take_word(|word| words::unit(word).or_else(|| words::units(word)))?;
    Some((value(count, unit), None))
}

/// TIMEX3 has a letter for quarters that come again.
fn value(count: Count, unit: Unit) -> String {
    match (count, unit) {
        (Count::Exact(n), Unit::Quarter) => format!("P{n}Q"),
        _ => duration::value(count, unit),
    }
}

fn weekdays(c: &mut Cursor) -> Option<Recurrence> {
    let weekday = c.take(words::plural_weekday)?;
    Some((format!("XXXX-WXX-{weekday}"), Some(weekday)))
}

fn adverb(c: &mut Cursor) -> Option<Recurrence> {
    let loose = c.at == 0 || !c.peek()?.capital();
    let value = c.take_word(|word| match word {
        "hourly" => Some("PT1H"),
        "daily" => Some("P1D"),
        "weekly" => Some("P1W"),
        "fortnightly" => Some("P2W"),
        "monthly" => Some("P1M"),
        "annually" | "yearly" => Some("P1Y"),
        _ => None,
    })?;
    // "The daily Example" is a paper.
    let paper = c.peek().is_some_and(|next| next.capital());
    (loose && !paper).then(|| (value.to_owned(), None))
}

/// "twice a week", "five times a year", "tonnes per month", "$5 million a year"
fn rate(c: &mut Cursor) -> Option<Recurrence> {
    let counted = [
        "once", "twice", "times", "million", "billion", "trillion", "thousand", "percent",
        "dollars", "euros", "pounds", "tons", "tonnes", "barrels",
    ];
    let plural = c.before(1).len() > 4 && c.before(1).ends_with('s');
    let led = counted.contains(&c.before(1)) || plural || c.atom_before(1)?.digits().is_some();
    // "24 hours a day": always, no rate.
    if words::units(c.before(1)).is_some() {
        return None;
    }
    if !(c.eat(&["per"]) || (led && c.eat(&["a", "an"]))) {
        return None;
    }
    let unit = c.take_word(words::unit)?;
    // "Talks a week after": a length that something is counted from.
    let counts = ["after", "before", "ago", "later", "earlier", "or", "from", "-", "of"];
    (!counts.contains(&c.word())).then(|| (duration::value(Count::Exact(1), unit), None))
}
