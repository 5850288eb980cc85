//! Time as the words give it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Span;

/// A time expression in the text: a TIMEX3.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeExpression {
    /// The words: "next Tuesday".
    pub span: Span,
    /// TIMEX3's four.
    pub kind: TimexKind,
    /// TIMEX3 `value`, as far as the anchor allows: `2025-04-12`, `2022-12`, `PT2H`, `XXXX-WXX-2`, `PAST_REF`.
    pub value: String,
    /// The days meant, if an anchor is known and the words name a stretch of the calendar.
    pub when: Option<When>,
    /// The day of the week that the words name, 1 for Monday to 7 for Sunday.
    pub weekday: Option<i8>,
    /// The dates that a stretch such as "from 3 to 5 May" runs between; none for anything else.
    pub ends: Option<Box<[End; 2]>>,
}

/// One of the two dates that a stretch runs between.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct End {
    /// Its words: "3" of "3 to 5 May".
    pub span: Span,
    /// TIMEX3 `value`.
    pub value: String,
}

impl TimeExpression {
    /// As TIMEX3 has it: words and `value`. It knows no stretches, and tags their ends one by one.
    pub fn timexes(&self) -> Vec<(Span, &str)> {
        match &self.ends {
            Some(ends) => ends.iter().map(|end| (end.span, end.value.as_str())).collect(),
            None => vec![(self.span, &self.value)],
        }
    }
}

/// TIMEX3 `type`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TimexKind {
    /// A calendar date.
    Date,
    /// A time of day.
    Time,
    /// A length.
    Duration,
    /// "every Tuesday".
    Set,
}

/// A stretch of civil days, as precise as the words and no more.
///
/// "In April" is the whole of April, not its first day.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct When {
    /// First day that fits.
    pub from: Date,
    /// First day that no longer fits. Always after `from`.
    pub until: Date,
    /// How finely the words speak.
    pub grain: Grain,
    /// What a relative expression was counted from.
    pub anchor: Anchor,
}

impl When {
    /// A single day.
    pub fn day(day: Date, anchor: Anchor) -> When {
        let until = day.tomorrow().unwrap_or(day);
        When { from: day, until, grain: Grain::Day, anchor }
    }

    /// Days `from` up to, not including, `until`; `None` if there is none.
    pub fn range(from: Date, until: Date, grain: Grain, anchor: Anchor) -> Option<When> {
        (from < until).then_some(When { from, until, grain, anchor })
    }

    /// The last day that fits.
    pub fn last(&self) -> Date {
        self.until.yesterday().unwrap_or(self.until)
    }

    /// True if one day only fits.
    pub fn is_day(&self) -> bool {
        self.from == self.last()
    }

    /// The days that fit both; `None` if there is none. The finer grain is kept.
    pub fn meet(&self, other: &When) -> Option<When> {
        let (from, until) = (self.from.max(other.from), self.until.min(other.until));
        let finer = if self.grain <= other.grain { self } else { other };
        When::range(from, until, finer.grain, finer.anchor)
    }

    /// True if at least one day fits both.
    pub fn overlaps(&self, other: &When) -> bool {
        self.from < other.until && other.from < self.until
    }
}

/// How finely words speak. Coarsest last, so that `max` of two grains is what both can bear.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// "on Saturday", "at 14:30 on 3 May"
    Day,
    /// "this week", "Easter weekend"
    Week,
    /// "early May"
    PartOfMonth,
    /// "in April"
    Month,
    /// "in the second quarter", "this spring"
    Quarter,
    /// "in 2025"
    Year,
    /// "recently", "in the coming months": the words draw no line; the ends are what they can bear.
    Vague,
}

/// What a time was counted from.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Nothing: the words are absolute.
    Stated,
    /// The article's publication date.
    Published,
    /// The dateline.
    Dateline,
    /// Another expression in the same article.
    Expression,
    /// Other reports of the same thing.
    Inferred,
}
