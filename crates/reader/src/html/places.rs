//! Where a line stands among the others.

use super::features::FAR;
use super::outline::Outline;
use crate::look::sort;
use crate::plain::{Form, Label, Seen, Sort};

/// Where a line stands among the others.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// Bytes of running text before it.
    pub before: usize,
    /// Lines since and until running text.
    pub since: usize,
    pub until: usize,
    /// Lines since the last heading, and whether it was a stock phrase.
    pub headed: usize,
    pub heading: f32,
    /// Lines and running bytes since a phrase that opens a box or ends the article.
    pub boxed: usize,
    pub tailed: usize,
}

pub(super) fn places(outline: &Outline, seen: &[Seen]) -> Vec<Place> {
    let mut place =
        Place { since: FAR, headed: FAR, boxed: FAR, tailed: 2 * FAR, ..Place::default() };
    let mut places = Vec::with_capacity(seen.len());
    for (seen, strip) in seen.iter().zip(&outline.strips) {
        places.push(place);
        place.since = if strip.running { 0 } else { place.since + 1 };
        place.headed += 1;
        place.boxed += 1;
        place.tailed += 1;
        place.before += if strip.running { strip.chars } else { 0 };
        if seen.line.form == Form::Heading {
            place.headed = 0;
            place.heading = sort(seen.sort);
        }
        match seen.sort {
            Sort::Furniture(Label::Box) => place.boxed = 0,
            Sort::Furniture(Label::Tail) => place.tailed = 0,
            _ => {}
        }
    }
    let mut until = FAR;
    for (place, strip) in places.iter_mut().zip(&outline.strips).rev() {
        place.until = until;
        until = if strip.running { 0 } else { until + 1 };
    }
    places
}
