//! Dates read from what the survey saw.

use jiff::civil::Date;

use super::label::{self, Label};
use super::moment::{self, Moment};
use crate::html::survey::{Sighting, Source, Survey};
use crate::page_date::{self, Order, is_weekday};

/// A date somewhere on the page.
#[derive(Clone, Debug)]
pub(in crate::html) struct Finding<'a> {
    pub day: Date,
    pub seen: &'a Sighting,
    /// What the words beside it say it is of.
    pub label: Option<Label>,
    /// Words of its line that have nothing to do with it.
    pub others: usize,
    /// Bytes before it in its line.
    pub start: usize,
    /// The neighbouring day that it may be where the page was written.
    pub elsewhere: Option<Date>,
}

impl Finding<'_> {
    /// True if it stands in a sentence.
    pub fn is_running(&self) -> bool {
        self.others > SHORT || self.seen.cut
    }

    pub fn is_attribute(&self) -> bool {
        self.seen.source == Source::Attribute
    }
}

/// All dates of a page, in the order they stand.
pub(in crate::html) fn findings(survey: &Survey, order: Order) -> Vec<Finding<'_>> {
    survey.sightings.iter().flat_map(|seen| of(seen, order)).collect()
}

fn of(seen: &Sighting, order: Order) -> Vec<Finding<'_>> {
    if seen.source == Source::Attribute {
        let whole =
            || page_date::first_day(&seen.text, order).map(|day| Moment { day, elsewhere: None });
        let moment = moment::parse(&seen.text, order).or_else(whole);
        let label = label::last(&seen.before);
        let finding = |found: Moment| Finding {
            day: found.day,
            seen,
            label,
            others: 0,
            start: 0,
            elsewhere: found.elsewhere,
        };
        return moment.map(finding).into_iter().collect();
    }
    let days = page_date::days(&seen.text, order);
    let lower = if days.is_empty() { String::new() } else { seen.text.to_lowercase() };
    let same = lower.len() == seen.text.len();
    let others = if days.is_empty() { 0 } else { others(&seen.text, &days) };
    let mut from = 0;
    days.iter()
        .map(|found| {
            let before = lower.get(from..found.range.start).filter(|_| same).unwrap_or_default();
            let after = lower.get(found.range.end..).filter(|_| same).unwrap_or_default();
            let by_line = if before.trim().is_empty() && from == 0 {
                label::last(&seen.before)
            } else {
                label::last(before)
            };
            from = found.range.end;
            let label = by_line.or_else(|| label::first(after));
            Finding {
                day: found.day,
                seen,
                label,
                others,
                start: found.range.start,
                elsewhere: None,
            }
        })
        .collect()
}

fn others(text: &str, days: &[page_date::FoundDay]) -> usize {
    let mut count = 0;
    let mut at = 0;
    for range in
        days.iter().map(|found| found.range.clone()).chain(std::iter::once(text.len()..text.len()))
    {
        let between = text.get(at..range.start).unwrap_or_default();
        count +=
            between.split(|c: char| !c.is_alphanumeric()).filter(|word| is_other(word)).count();
        at = range.end;
    }
    count
}

/// True for a word that is no part of a date or a time, and no label.
fn is_other(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.chars().count() > 2
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && !is_weekday(&lower)
        && !label::is_label(&lower)
        && !matches!(
            lower.as_str(),
            "uhr"
                | "gmt"
                | "utc"
                | "cet"
                | "cest"
                | "est"
                | "edt"
                | "ist"
                | "the"
                | "von"
                | "date"
                | "datum"
                | "fecha"
                | "data"
                | "den"
        )
}

/// Other words that a line with a date of its own may have: a name, a place, a section.
const SHORT: usize = 8;
