//! Words that look back or ahead without a line.
//!
//! Fires on:  "now", "now that", "currently", "recently", "soon", "the future", "in the past",
//!            "these days".
//!            "current" as in "the current talks".
//! Silent on: "ocean currents", "then", "once", "already",
//!            "previously".
//! "Recently" and "lately" reach [`RECENTLY`] days back, "soon" and "shortly" [`SOON`] days ahead;
//! the others say too little to be given days.

use text::{Grain, TimexKind};

use super::atom::Atom;
use super::calendar::days_after;
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::tense::Tense;

/// Days. What lies two months back is old news; "recently" in a report seldom reaches further.
const RECENTLY: i32 = 60;

/// Days. "Soon" is a promise: wide, and no wider than the news would wait.
const SOON: i32 = 90;

/// Reads a word that looks back or ahead.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let (value, reach) = c.attempt(phrase).or_else(|| c.attempt(word))?;
    // "He was soon released": the story's future is the past.
    if reach == SOON && scene.tense(at) == Tense::Past {
        return None;
    }
    let sense = Sense::bare(TimexKind::Date, value);
    let Some(reference) = scene.reference.filter(|_| reach != 0) else { return sense.until(c.at) };
    let (from, until) = (reach.min(0), reach.max(0) + 1);
    let ends = days_after(reference.day, from).zip(days_after(reference.day, until));
    match ends {
        Some((from, until)) => {
            sense.within(from, until, Grain::Vague, reference.anchor).until(c.at)
        }
        None => sense.until(c.at),
    }
}

/// The value, and how many days it reaches: back if negative, 0 for none.
fn word(c: &mut Cursor) -> Option<(&'static str, i32)> {
    let said = c.word();
    c.at += 1;
    let found = match said {
        // "Now, they say" begins a sentence, not a time.
        "now" if c.at == 1 && c.word() == "," => return None,
        "now" if c.before(2) != "-" => ("PRESENT_REF", 0),
        "current"
            if c.peek().is_some_and(Atom::alphabetic) && !matches!(c.before(2), "-" | "then") =>
        {
            ("PRESENT_REF", 0)
        }
        "nowadays" | "currently" => ("PRESENT_REF", 0),
        "recently" | "lately" => ("PAST_REF", -RECENTLY),
        "soon" if !matches!(c.word(), "after" | "as") && !matches!(c.before(2), "as" | "too") => {
            ("FUTURE_REF", SOON)
        }
        _ => return None,
    };
    Some(found)
}

fn phrase(c: &mut Cursor) -> Option<(&'static str, i32)> {
    let present = ["these days", "at present", "at the moment"];
    if present.iter().any(|phrase| c.eat_all(&phrase.split(' ').collect::<Vec<_>>())) {
        return Some(("PRESENT_REF", 0));
    }
    c.eat(&["the"]);
    c.eat(&["near", "immediate", "foreseeable"]);
    let led = c.before(1) == "the" || c.before(2) == "the";
    let prepared = c.before(1) == "the" && matches!(c.before(2), "in" | "of" | "from");
    if led && c.eat(&["future"]) {
        return Some(("FUTURE_REF", 0));
    }
    if prepared
        && c.eat(&["past"])
        && c.peek().is_none_or(|next| !next.alphabetic() || next.word.len() < 4)
    {
        return Some(("PAST_REF", 0));
    }
    None
}
