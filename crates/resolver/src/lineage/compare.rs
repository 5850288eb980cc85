//! Two texts: copied, reworked, or neither.

use record::Derivation;
use serde::{Deserialize, Serialize};
use text::ArticleId;

use super::prose::Prose;
use super::retelling::{Outline, Retelling};
use super::shingles::{Shingles, stretches};
use crate::days::{Days, days_between};

/// From here on the lesser text is the other's, but for cuts and touches.
const REPRINT: f64 = 0.7;

/// From here on what is shared is the report itself, wherever it stands.
const MUCH: f64 = 0.5;

/// Below this, shared runs are chance and common phrases.
const LITTLE: f64 = 0.08;

/// Between the two the rest must be alike in its words too: outlets repeat paragraphs of
/// background in stories that have nothing else in common.
const WORDS_ALIKE: f64 = 0.5;

/// A report is reworked within so many days; paragraphs of background are repeated for years.
const NEWS_DAYS: i32 = 3;

/// A single stretch that begins after this share of the longer text is a standing note at its end.
const NOTE_AT_END: f64 = 0.8;

/// A text in the forms that comparing needs.
pub(crate) struct Text {
    /// Its runs of words.
    pub shingles: Shingles,
    /// What it says.
    pub outline: Outline,
}

impl Text {
    /// Of a body.
    pub fn new(prose: &Prose) -> Text {
        Text { shingles: Shingles::of(prose), outline: Outline::of(prose) }
    }

    /// What share of the lesser text's own runs the other has.
    pub fn shares(&self, other: &Text) -> f64 {
        self.shingles.own.overlap(&other.shingles.own)
    }
}

/// Two articles that were compared.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Compared {
    /// The one.
    pub(super) a: ArticleId,
    /// The other.
    pub(super) b: ArticleId,
    /// How they are alike, if they are more than reports of one event.
    pub(super) likeness: Option<Likeness>,
    /// What share of the lesser text's own runs the other has.
    pub(super) shares: f64,
}

impl Compared {
    /// Of two texts. `apart`: days between their publication, if known.
    pub(super) fn of(
        (a, one): (ArticleId, &Text),
        (b, other): (ArticleId, &Text),
        apart: Option<i32>,
    ) -> Compared {
        Compared { a, b, likeness: compare(one, other, apart), shares: one.shares(other) }
    }
}

/// Days between two publications, if both are known to the day.
pub(super) fn days_apart(a: Days, b: Days) -> Option<i32> {
    a.exact().zip(b.exact()).map(|(a, b)| days_between(a, b).abs())
}

/// What a comparison found.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Likeness {
    /// In what way.
    pub kind: Derivation,
    /// How alike, from 0 to 1.
    pub share: f64,
    /// What showed it.
    pub reason: String,
}

/// How the two are alike, if they are more than reports of one event. `apart`: days between their
/// publication, if known.
pub(super) fn compare(a: &Text, b: &Text, apart: Option<i32>) -> Option<Likeness> {
    copied(a, b).or_else(|| reworked(a, b, apart)).or_else(|| retold(a, b, apart))
}

fn copied(a: &Text, b: &Text) -> Option<Likeness> {
    let share = a.shingles.all.overlap(&b.shingles.all);
    let own = a.shares(b);
    let reason =
        format!("{}% of the shorter text's runs of words are in the other", percent(share));
    (share >= REPRINT && own >= MUCH).then_some(Likeness {
        kind: Derivation::Reprint,
        share,
        reason,
    })
}

fn reworked(a: &Text, b: &Text, apart: Option<i32>) -> Option<Likeness> {
    let share = a.shares(b);
    if share < LITTLE {
        return None;
    }
    let (a_words, b_words) = (a.shingles.words, b.shingles.words);
    let (shorter, longer) = if a_words <= b_words { (a, b) } else { (b, a) };
    let in_shorter = stretches(&shorter.shingles, &longer.shingles).len();
    let in_longer = stretches(&longer.shingles, &shorter.shingles);
    let at_end = in_longer.first().is_some_and(|at| *at > NOTE_AT_END);
    let same_news = apart.is_none_or(|days| days <= NEWS_DAYS);
    let one_stretch = in_shorter.min(in_longer.len()) < 2;
    let likely = match share >= MUCH {
        true => !(one_stretch && at_end),
        false => {
            !one_stretch && same_news && a.outline.words.overlap(&b.outline.words) >= WORDS_ALIKE
        }
    };
    let reason = format!(
        "{}% of the shorter text's runs of words outside quotations are in the other",
        percent(share)
    );
    likely.then_some(Likeness { kind: Derivation::Rewrite, share, reason })
}

fn retold(a: &Text, b: &Text, apart: Option<i32>) -> Option<Likeness> {
    if apart.is_some_and(|days| days > NEWS_DAYS) {
        return None;
    }
    let retelling = Retelling::of(&a.outline, &b.outline);
    let reason = format!(
        "{}% of the text is retold in the same order, {}% of its names and numbers are the same",
        percent(retelling.told),
        percent(retelling.facts)
    );
    let share = retelling.told;
    retelling.is_one_report().then_some(Likeness { kind: Derivation::Rewrite, share, reason })
}

/// Whole hundredths.
pub(super) fn percent(share: f64) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}
