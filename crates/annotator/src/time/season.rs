//! Seasons.
//!
//! Fires on:  "this spring", "last summer", "spring 2022", "the winter of 2022", "in the summer",
//!            "early summer".
//! Silent on: "spring" and "fall" without a word that makes them seasons, "in the fall".
//! Winter belongs to the year it begins in.

use jiff::civil::Date;
use text::Anchor;

use super::calendar::{Period, Season};
use super::relative::{Which, tied, which};
use super::scene::Scene;
use super::sense::{Match, Sense};
use super::tense::Tense;
use super::{absolute, words};

/// What makes "the summer" a certain one.
const LEADS: [&str; 9] =
    ["in", "during", "by", "since", "over", "into", "through", "throughout", "until"];

/// "this spring", "last summer", "spring 2022", "the winter of 2022", "in the summer"
pub(super) fn read(scene: &Scene, at: usize) -> Option<Match> {
    let mut c = scene.cursor(at);
    let which = c.attempt(which);
    if which.is_none() {
        c.eat(&["the"]);
    }
    let part = c.before(1) == "-" || matches!(c.before(1), "early" | "mid" | "late");
    let definite = part || (c.before(1) == "the" && LEADS.contains(&c.before(2)));
    let season = c.take_word(words::season)?;
    let verb = c.before(1) == "fall" && which.is_none();
    let year = c.attempt(|c| {
        c.eat(&["of"]);
        absolute::year(c)
    });
    if let Some(year) = year {
        return Sense::of(Period::Season(year, season), Anchor::Stated).until(c.at);
    }
    if (which.is_none() && !definite) || verb {
        return None;
    }
    let tense = scene.tense(at);
    tied(scene, &format!("XXXX-{}", season.code()), |day| place_season(season, which, day, tense))?
        .until(c.at)
}

/// "This" summer is the one of this year; "last" the latest that is over, "next" the first to come.
fn place_season(season: Season, which: Option<Which>, day: Date, tense: Tense) -> Option<Period> {
    let year = |offset: i16| Period::Season(day.year().saturating_add(offset), season);
    let mut near = [-2, -1, 0, 1].map(year).into_iter();
    let bounds = |period: &Period| period.bounds();
    match (which, tense) {
        (Some(Which::This), _) => {
            Some(if season == Season::Winter && day.month() < 3 { year(-1) } else { year(0) })
        }
        (Some(Which::Last), _) => {
            near.rfind(|period| bounds(period).is_some_and(|(_, until)| until <= day))
        }
        (Some(Which::Next), _) => {
            near.find(|period| bounds(period).is_some_and(|(from, _)| from > day))
        }
        (None, Tense::Future) => {
            near.find(|period| bounds(period).is_some_and(|(_, until)| until > day))
        }
        (None, _) => near.rfind(|period| bounds(period).is_some_and(|(from, _)| from <= day)),
    }
}
