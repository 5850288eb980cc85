//! Days of the week.
//!
//! Fires on:  "on Tuesday", "last Tuesday", "next Friday", "this coming Sunday", "late Tuesday",
//!            "Tuesday of last week", "Tuesday next week", "the previous Friday".
//! Silent on: "Black Friday", "Bloody Sunday" and like names, plurals ("Tuesdays" is a set).
//! Alone it is the latest such day up to publication, publication included; ahead if the clause
//! looks ahead. "Next Friday" is the one of the following week, Monday first.

use jiff::civil::Date;
use text::{Anchor, TimexKind};

use super::atom::Atom;
use super::calendar::{Period, days_after, monday, number};
use super::cursor::Cursor;
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::tense::Tense;
use super::words;

#[derive(Clone, Copy)]
enum Choice {
    /// By tense.
    Nearest,
    /// Strictly before.
    Last,
    /// Strictly before the stretch named last.
    Before,
    /// Strictly after the stretch named last.
    After,
    /// In the following week.
    Next,
    /// Strictly after.
    Coming,
    /// In the week so many weeks on.
    InWeek(i32),
}

/// Reads a day of the week.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let choice = c.attempt(prefix).unwrap_or(Choice::Nearest);
    if matches!(c.before(1), "black" | "bloody" | "super" | "holy") {
        return None;
    }
    let weekday = c.take(words::weekday)?;
    if c.glued() && c.word() == "-" && c.peek().is_some() && c.after(1) == "wednesday" {
        return None;
    }
    let choice = c.attempt(suffix).unwrap_or(choice);
    let Some(reference) = scene.reference else {
        let value = format!("XXXX-WXX-{weekday}");
        return Sense::bare(TimexKind::Date, value).weekday(weekday).until(c.at);
    };
    let (from, anchor) = match (choice, scene.earlier) {
        (Choice::Before | Choice::After, Some(Period::Day(day))) => (day, Anchor::Expression),
        _ => (reference.day, reference.anchor),
    };
    let tense = match tense(scene, at, &c) {
        Tense::Future if was_due(scene, at, weekday) => Tense::Past,
        tense => tense,
    };
    let day = choose(choice, weekday, from, tense)?;
    Sense::of(Period::Day(day), anchor).weekday(weekday).until(c.at)
}

/// "Wednesday's ruling" has been unless something is said to come before it.
fn tense(scene: &Scene, at: usize, after: &Cursor) -> Tense {
    let possessive = after.glued() && matches!(after.word(), "'" | "’");
    let led = matches!(scene.cursor(at).before(1), "before" | "of" | "for" | "at" | "until");
    if possessive && !led { Tense::Past } else { scene.tense(at) }
}

/// True where what was arranged for yesterday or the day before was called off: such news does not
/// wait for the day to come round again.
fn was_due(scene: &Scene, at: usize, weekday: i8) -> bool {
    let off = |atom: &Atom| {
        matches!(&*atom.word, "canceled" | "cancelled" | "scrapped" | "collapsed" | "aborted")
    };
    let after = scene.atoms.get(at..).unwrap_or_default();
    let since = |day: Date| (i32::from(number(day)) - i32::from(weekday)).rem_euclid(7);
    let lately = scene.reference.is_some_and(|reference| matches!(since(reference.day), 1 | 2));
    lately && after.iter().any(off)
}

/// The words before that choose the week, with "early" and "late".
fn prefix(c: &mut Cursor) -> Option<Choice> {
    c.eat(&["the"]);
    if c.eat(&["early", "late", "later", "earlier", "mid"]) {
        c.eat(&["on"]);
        c.eat(&["-"]);
    }
    let choice = c.attempt(|c| {
        Some(match c.take_word(|word| Some(word.to_owned()))?.as_str() {
            "last" | "past" => Choice::Last,
            "previous" | "preceding" => Choice::Before,
            "following" => Choice::After,
            "next" => Choice::Next,
            "coming" | "upcoming" => Choice::Coming,
            "this" if c.eat(&["past"]) => Choice::Last,
            "this" if c.eat(&["coming"]) => Choice::Coming,
            "this" => Choice::Nearest,
            _ => return None,
        })
    });
    Some(choice.unwrap_or(Choice::Nearest))
}

/// "of last week", "next week", "in the week ahead" after the day.
fn suffix(c: &mut Cursor) -> Option<Choice> {
    if c.eat_all(&["in", "the", "week", "ahead"]) || c.eat_all(&["in", "the", "coming", "week"]) {
        return Some(Choice::Coming);
    }
    c.eat(&["of"]);
    let weeks = match c.word() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    c.eat_all(&[c.word(), "week"]).then_some(Choice::InWeek(weeks))
}

fn choose(choice: Choice, weekday: i8, from: Date, tense: Tense) -> Option<Date> {
    let ahead = (i32::from(weekday) - i32::from(number(from))).rem_euclid(7);
    let back = -((7 - ahead) % 7);
    let offset = match (choice, tense) {
        (Choice::Nearest, Tense::Future | Tense::Present) => ahead,
        (Choice::Nearest, _) => back,
        (Choice::Last | Choice::Before, _) if back == 0 => -7,
        (Choice::Last | Choice::Before, _) => back,
        (Choice::Coming | Choice::After, _) if ahead == 0 => 7,
        (Choice::Coming | Choice::After, _) => ahead,
        (Choice::Next, _) => return in_week(weekday, from, 1),
        (Choice::InWeek(weeks), _) => return in_week(weekday, from, weeks),
    };
    days_after(from, offset)
}

fn in_week(weekday: i8, from: Date, weeks: i32) -> Option<Date> {
    days_after(monday(from), weeks * 7 + i32::from(weekday) - 1)
}
