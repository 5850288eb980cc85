//! Lengths of one unit or half of one, without a count.
//!
//! Fires on:  "half an hour", "a half-century", "an hour and a half", "a day-long meeting",
//!            "weeklong", "a years-old dispute".
//! Silent on: "half the week", "a year-old child", "half-day" as a name for a shift alone.

use text::TimexKind;

use super::calendar::Unit;
use super::cursor::Cursor;
use super::duration;
use super::number::Count;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::words;

/// Reads a length without a count.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let value = c
        .attempt(half)
        .or_else(|| c.attempt(and_a_half))
        .or_else(|| c.attempt(long))
        .or_else(|| c.attempt(in_one_word))?;
    Sense::bare(TimexKind::Duration, value).until(c.at)
}

/// "half an hour", "a half-century", "half a year"
fn half(c: &mut Cursor) -> Option<String> {
    c.eat(&["a", "nearly", "almost"]);
    if !c.eat(&["half"]) {
        return None;
    }
    if !c.eat(&["a", "an", "-"]) {
        return None;
    }
    let value = match c.take_word(words::unit)? {
        Unit::Minute => "PT30S",
        Unit::Hour => "PT30M",
        Unit::Day => "PT12H",
        Unit::Year => "P6M",
        Unit::Decade => "P5Y",
        Unit::Century => "P50Y",
        _ => return None,
    };
    Some(value.to_owned())
}

/// "an hour and a half"
fn and_a_half(c: &mut Cursor) -> Option<String> {
    if !c.eat(&["a", "an", "one"]) {
        return None;
    }
    let unit = c.take_word(words::unit)?;
    c.eat_all(&["and", "a", "half"]).then(|| duration::value(Count::AndHalf(1), unit))
}

/// "day-long", "years-old"
fn long(c: &mut Cursor) -> Option<String> {
    if c.glued() {
        return None;
    }
    let one = c.take_word(words::unit).map(|unit| (Count::Exact(1), unit));
    let (count, unit) = one.or_else(|| Some((Count::Several, c.take_word(words::units)?)))?;
    let old = matches!(count, Count::Several) && c.after(1) == "old";
    let joined = c.word() == "-" && c.glued();
    if !joined || !(old || c.after(1) == "long") {
        return None;
    }
    c.at += 2;
    Some(duration::value(count, unit))
}

/// "weeklong"
fn in_one_word(c: &mut Cursor) -> Option<String> {
    let unit = c.take_word(|word| words::unit(word.strip_suffix("long")?))?;
    Some(duration::value(Count::Exact(1), unit))
}
