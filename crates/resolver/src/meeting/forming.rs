//! A group of tellings while it grows: what they say together, kept ready for the next comparison.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{Level, Party, Status};

use super::telling::Telling;
use crate::days::Days;

/// Tellings held to be of one meeting.
#[derive(Default)]
pub(crate) struct Forming<'a> {
    /// Places in the list of tellings; the first is the best told.
    pub members: Vec<usize>,
    /// Members by document.
    pub by_document: BTreeMap<usize, Vec<usize>>,
    /// All sides.
    pub sides: BTreeSet<&'a Party>,
    /// Mediators, hosts and observers.
    pub aside: BTreeSet<&'a Party>,
    /// How many sides, if a telling counts them.
    pub counted: Option<u8>,
    /// The first rank given.
    pub level: Option<Level>,
    /// Cities given.
    pub cities: BTreeSet<&'a str>,
    /// Countries given.
    pub countries: BTreeSet<&'a str>,
    /// Which round.
    pub round: Option<u16>,
    /// Named people.
    pub people: BTreeSet<(&'a Party, Option<Level>, &'a str)>,
    /// True for calls and letters.
    pub remote: bool,
    /// True if it is the news of any member's page.
    pub news: bool,
    /// True if the page of any member is dated.
    pub dated: bool,
    /// True if a page or words of any member say when.
    pub timed: bool,
    /// True if any member tells it as begun or over.
    pub past: bool,
    /// The days that all members who tell it as past allow.
    pub days: Days,
    /// The days that it was planned for.
    pub planned: Days,
    /// True if put off: it may be later than planned.
    pub postponed: bool,
    /// It was still to come when the last of these was published.
    pub still_to_come: Option<Date>,
}

impl<'a> Forming<'a> {
    /// Adds a member.
    pub fn take(&mut self, at: usize, telling: &Telling<'a>) {
        self.remote = telling.is_remote();
        self.news |= telling.mention.standing == record::Standing::Main;
        self.dated |= !telling.is_undated();
        self.timed |= !telling.is_timeless();
        self.members.push(at);
        self.by_document.entry(telling.document).or_default().push(at);
        self.sides.extend(&telling.sides);
        self.aside.extend(&telling.aside);
        // Whom one report has as host and another as a side sits at the table.
        let sides = &self.sides;
        self.aside.retain(|party| !sides.contains(party));
        self.counted = self.counted.or(telling.mention.sides);
        self.level = self.level.or(telling.level());
        self.round = self.round.or(telling.mention.round);
        self.people.extend(&telling.people);
        if let Some(place) = &telling.mention.place {
            self.cities.extend(place.city.as_deref());
            self.countries.extend(place.country.as_deref());
        }
        self.take_time(telling);
    }

    fn take_time(&mut self, telling: &Telling<'a>) {
        let days = telling.likely_days();
        if telling.is_past() {
            self.days = self.days.meet(days).unwrap_or(self.days);
            self.past = true;
            return;
        }
        self.postponed |= telling.status == Status::Postponed;
        if !telling.is_former_plan() {
            self.still_to_come = self.still_to_come.max(telling.published.first);
        }
        self.planned = self.planned.meet(telling.words).unwrap_or(self.planned);
    }

    /// Members that are told in other documents than `telling` is.
    pub fn others<'m>(
        &'m self,
        telling: &'m Telling<'a>,
        all: &'m [Telling<'a>],
    ) -> impl Iterator<Item = usize> + 'm {
        self.members.iter().copied().filter(|at| all[*at].document != telling.document)
    }

    /// The days it was or will be, as far as known.
    pub fn any_days(&self) -> Days {
        if self.past { self.days } else { self.planned }
    }
}
