//! What an expression means, before it is tied to its words.

use jiff::civil::Date;
use text::{Anchor, Grain, TimexKind, When};

use super::calendar::Period;

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sense {
    pub kind: TimexKind,
    pub value: String,
    pub when: Option<When>,
    pub weekday: Option<i8>,
    /// The named stretch of the calendar that it is or lies in.
    pub period: Option<Period>,
    /// What a stretch runs between.
    pub ends: Option<Ends>,
}

/// The two dates that a stretch runs between.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Ends {
    pub low: String,
    pub high: String,
    /// The place after the words of the first.
    pub low_end: usize,
    /// The place before the words of the last.
    pub high_start: usize,
}

/// A reading of some words: the place after the last, and what they mean.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub end: usize,
    pub sense: Sense,
}

impl Sense {
    /// A stretch of the calendar.
    pub fn of(period: Period, anchor: Anchor) -> Sense {
        let when = period
            .bounds()
            .and_then(|(from, until)| When::range(from, until, period.grain(), anchor));
        Sense { when, period: Some(period), ..Sense::bare(TimexKind::Date, period.value()) }
    }

    /// A value without a place in the calendar.
    pub fn bare(kind: TimexKind, value: impl Into<String>) -> Sense {
        Sense { kind, value: value.into(), when: None, weekday: None, period: None, ends: None }
    }

    /// The same, naming a day of the week.
    pub fn weekday(self, weekday: i8) -> Sense {
        Sense { weekday: Some(weekday), ..self }
    }

    /// The same value, meaning only these days.
    pub fn within(mut self, from: Date, until: Date, grain: Grain, anchor: Anchor) -> Sense {
        if let Some(when) = When::range(from, until, grain, anchor) {
            self.when = Some(when);
        }
        self
    }

    /// The same, as a comparison beside what the text is about: nothing later counts from it.
    pub fn compared(self) -> Sense {
        Sense { period: None, ..self }
    }

    /// The same day at a time of day: "T14:30", "TMO".
    pub fn at_time(self, time: &str) -> Sense {
        let day = match (&self.period, self.value.as_str()) {
            (Some(Period::Day(day)), _) => day.to_string(),
            (_, value) => value.to_owned(),
        };
        Sense { kind: TimexKind::Time, value: format!("{day}{time}"), ..self }
    }

    /// What it was counted from.
    pub fn anchor(&self) -> Anchor {
        self.when.as_ref().map_or(Anchor::Stated, |when| when.anchor)
    }

    /// The day, if it is one.
    pub fn day(&self) -> Option<Date> {
        match self.period? {
            Period::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Up to here.
    pub fn until(self, end: usize) -> Option<Match> {
        Some(Match { end, sense: self })
    }
}
