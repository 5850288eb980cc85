//! Whether a telling without a time is of a meeting: by what else the two have in common.
//!
//! The same sides alone say little, for they may meet every month; names, places and rare words
//! have to speak for one meeting. Points are tenths of a factor of e by which the one is likelier
//! than the other, set by hand: what reports get wrong or leave open counts against little.

use record::Standing;

use super::forming::Forming;
use super::gist::Likeness;
use super::same::{Agreement, ENOUGH, Fit};
use super::same::{again, offices_differ, one_article_can_mean, places_agree, shared_people};
use super::telling::Telling;
use super::timing::{Timing, timing};

/// The likeness of words at which they speak neither for nor against: few unrelated reports of
/// the same sides share more, most reports of one meeting do.
const WORDS_ALIKE: f64 = 0.15;

/// Points for the whole likeness.
const WORDS_WEIGH: f64 = 350.0;

/// Passages of so many different words must share some if they are of one meeting.
const LONG_ENOUGH: f64 = 25.0;

/// The fit of `telling` in `meeting`; `None` if too little agrees.
pub(super) fn fit<'a>(
    telling: &Telling<'a>,
    meeting: &Forming<'a>,
    siblings: &[&Telling<'a>],
    likeness: &dyn Fn() -> Option<Likeness>,
) -> Option<Fit> {
    weigh(telling, meeting, siblings, likeness).filter(|fit| fit.score >= ENOUGH)
}

/// What speaks for and against; `None` if it cannot be.
pub(super) fn weigh<'a>(
    telling: &Telling<'a>,
    meeting: &Forming<'a>,
    siblings: &[&Telling<'a>],
    likeness: &dyn Fn() -> Option<Likeness>,
) -> Option<Fit> {
    let time = timing(telling, meeting);
    let apart = |sibling: &&Telling<'a>| !one_article_can_mean(sibling, telling, time);
    let clash = time == Timing::Clash && !telling.is_timeless() && meeting.timed;
    if clash || offices_differ(telling, meeting) || siblings.iter().any(apart) {
        return None;
    }
    let mut fit = Fit::default();
    fit.weigh_sides(telling, meeting, siblings);
    fit.weigh_known(telling, meeting);
    fit.weigh_time(time, telling, meeting);
    if !siblings.is_empty() {
        fit.score += 5;
    }
    if telling.mention.standing == Standing::Background && meeting.news {
        fit.score -= 5;
    }
    if time == Timing::Clash {
        fit.add(-30, "though the days named differ");
    }
    if telling.is_remote() != meeting.remote {
        fit.add(-20, "though one is a call");
    }
    if let Some(likeness) = likeness() {
        // Where the times agree the words need not, and a plan is told in other words than a deed.
        let other_words = time >= Timing::Agree || telling.is_past() != meeting.past;
        let least = if other_words { 0.0 } else { -40.0 };
        let points = (WORDS_WEIGH * (likeness.cosine - WORDS_ALIKE)).clamp(least, 80.0);
        let percent = (likeness.cosine * 100.0).round();
        fit.add(
            points_by_length(points, likeness.words),
            &format!("{percent}% of the words by weight"),
        );
    }
    Some(fit)
}

/// That two short passages have no words in common says little.
fn points_by_length(points: f64, words: usize) -> i32 {
    let share = if points < 0.0 { (words as f64 / LONG_ENOUGH).min(1.0) } else { 1.0 };
    (points * share) as i32
}

impl Fit {
    fn weigh_sides(&mut self, telling: &Telling, meeting: &Forming, siblings: &[&Telling]) {
        let seated = |party| meeting.sides.contains(party) || meeting.aside.contains(party);
        let shared = telling.sides.iter().filter(|party| seated(*party)).count();
        let here = |party| telling.sides.contains(party) || telling.aside.contains(party);
        let (ours, theirs) = (shared == telling.sides.len(), meeting.sides.iter().all(here));
        let (both, all) = (ours && theirs, ours || theirs);
        match (both, all, shared) {
            (true, _, 2) => self.add(20, "same parties"),
            (true, _, 3..) => self.add(30, "same parties"),
            (_, _, _) if again(telling, siblings) => self.add(25, "told again in the same article"),
            (_, true, 2..) => self.add(10, "parties among the others'"),
            (_, _, 0) => self.add(-10, "no party in common"),
            _ => self.add(0, "a party in common"),
        }
    }

    fn weigh_known(&mut self, telling: &Telling, meeting: &Forming) {
        let place = places_agree(telling, meeting);
        self.weigh_place(place, telling);
        if place == Agreement::No {
            self.score -= 10;
        }
        match telling.level().zip(meeting.level) {
            Some((a, b)) if a == b => self.weigh_level(Agreement::Yes, telling),
            Some(_) => self.score -= 5,
            None => {}
        }
        let people = shared_people(telling, meeting);
        if people > 0 {
            self.add(10 * people.min(2), "same people");
        }
    }
}
