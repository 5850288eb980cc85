//! Which of a page's dates is the one of publication.
//!
//! The most trusted basis wins. A dateline has no year of its own: it counts only with a fuller date
//! of the same page that agrees. A bare date under the headline that a dateline contradicts is more
//! likely the day the page was shown, and is left out.

use jiff::civil::{Date, date};
use text::{Anchor, DateBasis, Problem, Published, When};

use crate::page_date::MonthDay;
use crate::problems;

/// A date that the page gives as its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Candidate {
    /// A full date.
    Day(Date, DateBasis),
    /// "May 10, 2023" on a line of its own, with no word saying what it is the date of.
    Bare(Date),
    /// The month and day of a dateline.
    Dateline(MonthDay),
    /// A date of the furniture.
    Render(Date),
    /// A day of an HTML page, with all that speaks for it.
    Weighed(Weighed),
}

/// A day that an HTML page gives, and how strongly.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Weighed {
    pub day: Date,
    /// The most trusted place in which it stands.
    pub basis: DateBasis,
    /// Hundredths of a nat by which it is likelier than no date at all.
    pub points: i32,
    /// Number of kinds of place that give it as the story's own.
    pub bases: usize,
    /// It is only told as the day of a change.
    pub is_change: bool,
    /// The page's own data for machines names it as the day of publication.
    pub is_stated: bool,
}

/// Days by which a dateline may precede publication: filed at night, printed after a weekend.
const DATELINE_LAG: i32 = 4;

/// News on the web begins here. A date before it is that of something else.
const FIRST: Date = date(1990, 1, 1);

/// Chooses, and says what is odd about the choice.
pub(crate) fn settle(
    given: Option<Date>,
    dates: &[Candidate],
) -> (Option<Published>, Option<Problem>) {
    if let Some(day) = given {
        return (Some(published(day, DateBasis::Given)), None);
    }
    if dates.iter().any(|candidate| matches!(candidate, Candidate::Weighed(_))) {
        return weighed(dates);
    }
    let dateline = dates.iter().find_map(|c| match c {
        Candidate::Dateline(day) => Some(*day),
        _ => None,
    });
    let best = full_dates(dates).min_by_key(|(_, basis)| *basis);
    match (best, dateline) {
        (Some((day, DateBasis::Visible)), Some(line)) => against_dateline(day, line, dates),
        (Some((day, basis)), _) => (Some(published(day, basis)), contradiction(day, basis, dates)),
        (None, Some(line)) => (rescued(line, dates), None),
        (None, None) => (None, None),
    }
    .or_missing(dates)
}

/// Points that a dateline of the same day adds.
const DATELINE: i32 = 250;
/// Points from which on a day is a rival of the chosen one, though nothing states it.
const RIVAL: i32 = 150;

/// The likeliest of the days that an HTML page gives.
fn weighed(dates: &[Candidate]) -> (Option<Published>, Option<Problem>) {
    let outside =
        full_dates(dates).find(|(_, basis)| matches!(basis, DateBasis::Given | DateBasis::Feed));
    if let Some((day, basis)) = outside {
        return (Some(published(day, basis)), None);
    }
    let lines: Vec<MonthDay> = dates
        .iter()
        .filter_map(|c| if let Candidate::Dateline(line) = c { Some(*line) } else { None })
        .collect();
    let bonus = |weighed: &Weighed| {
        if lines.iter().any(|line| line.is(weighed.day)) { DATELINE } else { 0 }
    };
    let all = dates
        .iter()
        .filter_map(|c| if let Candidate::Weighed(weighed) = c { Some(*weighed) } else { None });
    let all: Vec<Weighed> = all
        .map(|weighed| Weighed { points: weighed.points + bonus(&weighed), ..weighed })
        .collect();
    let best = all
        .iter()
        .max_by_key(|weighed| (weighed.points, std::cmp::Reverse(weighed.day)))
        .filter(|best| best.points > 0);
    match best {
        Some(best) => {
            let agreeing = u8::try_from(best.bases.max(1)).unwrap_or(u8::MAX);
            let chosen = Published { agreeing, ..published(best.day, best.basis) };
            (Some(chosen), doubt(best, &all))
        }
        None => (None, None).or_missing(dates),
    }
}

/// What speaks against a choice: another day that is also likely, or that it is only a day of change.
fn doubt(best: &Weighed, all: &[Weighed]) -> Option<Problem> {
    let rival = |other: &&Weighed| {
        other.bases > 0
            && other.basis != DateBasis::Visible
            && (other.points >= RIVAL || other.is_stated)
            && (other.day - best.day).get_days().abs() > 1
    };
    let rival = all.iter().filter(rival).max_by_key(|other| other.points);
    let told = rival.map(|other| {
        let (chosen, passed) = (best.basis.as_str(), other.basis.as_str());
        format!(
            "the page gives {} ({chosen}) and {} ({passed}); the first was used",
            best.day, other.day
        )
    });
    let change =
        best.is_change.then(|| format!("{} is only told as the day of a change", best.day));
    told.map(|message| problems::DATES_DIFFER.found(message))
        .or(change.map(|message| problems::CHANGE_ONLY.found(message)))
}

/// A date with a year, from a dateline and a date that was thought to be furniture.
fn rescued(line: MonthDay, dates: &[Candidate]) -> Option<Published> {
    let render = dates.iter().filter_map(|c| match c {
        Candidate::Render(day) => Some(*day),
        _ => None,
    });
    let mut agreeing = render.filter(|day| line.is(*day));
    agreeing.next().map(|day| published(day, DateBasis::Dateline))
}

fn against_dateline(
    day: Date,
    line: MonthDay,
    dates: &[Candidate],
) -> (Option<Published>, Option<Problem>) {
    if line.is(day) {
        return (Some(published(day, DateBasis::Dateline)), None);
    }
    let labelled = dates.contains(&Candidate::Day(day, DateBasis::Visible));
    let lag = line.lag_until(day);
    if labelled || (0..=DATELINE_LAG).contains(&lag) {
        return (Some(published(day, DateBasis::Visible)), None);
    }
    let message = format!("the date {day} on the page does not fit the dateline");
    (None, Some(problems::DATES_DIFFER.found(message)))
}

/// The first date of the same page that lies more than a week from the chosen one.
fn contradiction(day: Date, basis: DateBasis, dates: &[Candidate]) -> Option<Problem> {
    let (other, from) = full_dates(dates).find(|(other, _)| (day - *other).get_days().abs() > 7)?;
    let (chosen, passed) = (basis.as_str(), from.as_str());
    let message =
        format!("the page gives {day} ({chosen}) and {other} ({passed}); the first was used");
    Some(problems::DATES_DIFFER.found(message))
}

fn full_dates(dates: &[Candidate]) -> impl Iterator<Item = (Date, DateBasis)> {
    let full = dates.iter().filter_map(|candidate| match *candidate {
        Candidate::Day(day, basis) => Some((day, basis)),
        Candidate::Bare(day) => Some((day, DateBasis::Visible)),
        Candidate::Dateline(_) | Candidate::Render(_) | Candidate::Weighed(_) => None,
    });
    full.filter(|(day, basis)| *day >= FIRST || *basis == DateBasis::Given)
}

fn published(day: Date, basis: DateBasis) -> Published {
    Published { when: When::day(day, Anchor::Stated), basis, agreeing: 1 }
}

trait OrMissing {
    fn or_missing(self, dates: &[Candidate]) -> Self;
}

impl OrMissing for (Option<Published>, Option<Problem>) {
    /// Says that there is no date, unless something more telling has been said.
    fn or_missing(self, dates: &[Candidate]) -> Self {
        let (None, None) = self else { return self };
        let render = dates.iter().find_map(|c| match c {
            Candidate::Render(day) => Some(*day),
            _ => None,
        });
        let problem = match render {
            Some(day) => problems::RENDER_DATE.found(format!(
                "no publication date; {day} stands in the furniture above the headline and was ignored"
            )),
            None => problems::NO_DATE.found("the page gives no publication date"),
        };
        (None, Some(problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Date = date(2021, 3, 4);

    fn basis(dates: &[Candidate]) -> Option<(Date, DateBasis)> {
        settle(None, dates).0.map(|p| (p.when.from, p.basis))
    }

    #[test]
    fn a_dateline_needs_a_year_from_elsewhere() {
        let line = Candidate::Dateline(MonthDay { month: 3, day: 4 });
        assert_eq!(basis(&[line]), None);
        assert_eq!(basis(&[line, Candidate::Bare(DAY)]), Some((DAY, DateBasis::Dateline)));
        assert_eq!(basis(&[line, Candidate::Render(DAY)]), Some((DAY, DateBasis::Dateline)));
    }

    #[test]
    fn a_bare_date_yields_to_a_dateline() {
        let line = Candidate::Dateline(MonthDay { month: 3, day: 4 });
        assert_eq!(basis(&[line, Candidate::Bare(date(2025, 6, 1))]), None);
        let next = date(2021, 3, 5);
        assert_eq!(basis(&[line, Candidate::Bare(next)]), Some((next, DateBasis::Visible)));
    }

    #[test]
    fn the_most_trusted_basis_wins() {
        let dates = [
            Candidate::Day(date(2021, 3, 9), DateBasis::Url),
            Candidate::Day(DAY, DateBasis::Markup),
        ];
        assert_eq!(basis(&dates), Some((DAY, DateBasis::Markup)));
    }

    #[test]
    fn a_render_date_is_not_used_but_mentioned() {
        let (published, problem) = settle(None, &[Candidate::Render(DAY)]);
        assert!(published.is_none());
        assert_eq!(problem.unwrap().code.0, "R002");
    }
}
