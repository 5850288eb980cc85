//! A meeting claim with what the grouping needs of it.

use std::collections::BTreeSet;

use record::{Certainty, Claim, Level, Medium, MeetingMention, Modality, Part, Party, Polarity};
use record::{Standing, Status};
use text::{Anchor, Grain};

use crate::days::{Days, shifted};
use crate::scope::{Document, Scope};

/// News is told within so many days of the event where the words give no time.
const NEWS_DAYS: i32 = 10;

/// Plans without a time are for the next so many days.
const PLAN_DAYS: i32 = 180;

/// One claim that somebody met, will meet, did not meet.
pub(crate) struct Telling<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What it says.
    pub mention: &'a MeetingMention,
    /// The state it tells; one told as held at a time still to come is scheduled.
    pub status: Status,
    /// Which of [`Scope::documents`] says it.
    pub document: usize,
    /// The sides of the table.
    pub sides: BTreeSet<&'a Party>,
    /// Mediators, hosts, observers.
    pub aside: BTreeSet<&'a Party>,
    /// Named people with the rank they are named at.
    pub people: BTreeSet<(&'a Party, Option<Level>, &'a str)>,
    /// The days that the words of the time give.
    pub words: Days,
    /// The days that the article was published on, as far as it says.
    pub published: Days,
}

/// All meeting claims in scope.
pub(crate) fn tellings<'a>(scope: &Scope<'a>) -> Vec<Telling<'a>> {
    let telling = |(document, claim, mention)| {
        let published = scope.documents.get(document).map(|d: &Document| d.published);
        Telling::new(document, claim, mention, published.unwrap_or_default())
    };
    scope.meetings().map(telling).collect()
}

impl<'a> Telling<'a> {
    /// Of a claim in a document.
    pub(super) fn new(
        document: usize,
        claim: &'a Claim,
        mention: &'a MeetingMention,
        published: Days,
    ) -> Telling<'a> {
        let of = |wanted: fn(Part) -> bool| -> BTreeSet<&'a Party> {
            let there = mention.participants.iter().filter(|p| wanted(p.part));
            there.flat_map(|p| &p.actor.parties).collect()
        };
        let mut sides = of(|part| part == Part::Party);
        if sides.iter().filter(|party| party.is_code()).count() >= 2 {
            sides.retain(|party| party.is_code());
        }
        let mut aside = of(|part| part != Part::Party);
        aside.retain(|party| !sides.contains(party));
        let words = mention.time.as_ref().map(Days::of_mention).unwrap_or_default();
        let (status, people) = (status(mention), people(mention));
        Telling { claim, mention, status, document, sides, aside, people, words, published }
    }

    /// True if it is told as begun or over: a meeting or a call.
    pub fn is_past(&self) -> bool {
        matches!(self.status, Status::Held | Status::Contact)
    }

    /// True for a plan that the article tells as a thing of the past: "had been expected in May".
    pub fn is_former_plan(&self) -> bool {
        !self.is_past() && self.mention.standing == Standing::Background
    }

    /// True for calls and letters.
    pub fn is_remote(&self) -> bool {
        self.mention.medium == Medium::Remote || self.mention.status == Status::Contact
    }

    /// True if the claim is that it did not happen.
    pub fn is_denied(&self) -> bool {
        self.claim.certainty.polarity == Polarity::Denied
    }

    /// True if it can make a meeting by itself: asserted, and of two sides, or of a side and its host or mediator
    /// at a time or place.
    pub fn stands_alone(&self) -> bool {
        let Certainty { modality, .. } = self.claim.certainty;
        let MeetingMention { place, time, .. } = self.mention;
        let helps = |part| matches!(part, Part::Host | Part::Mediator);
        let called = self.mention.participants.iter().any(|p| helps(p.part));
        let hosted = called && (place.is_some() || time.is_some());
        let seats = self.sides.len() + if hosted { self.aside.len() } else { 0 };
        seats >= 2 && !self.sides.is_empty() && !self.is_denied() && modality != Modality::Unknown
    }

    /// True if it makes a meeting where its article tells none more fully: asserted, and somebody sits there, or its
    /// place is said.
    pub fn stands_for_want_of_more(&self) -> bool {
        let seated =
            !self.sides.is_empty() || !self.aside.is_empty() || self.mention.place.is_some();
        seated && !self.is_denied() && self.claim.certainty.modality != Modality::Unknown
    }

    /// The days that words and publication allow together; the words alone if the two contradict.
    pub fn days(&self) -> Days {
        if self.is_former_plan() {
            return self.words;
        }
        let bound = match self.is_past() {
            true => Days::until(self.published.last),
            false => Days::since(self.published.first),
        };
        self.words.meet(bound).unwrap_or(self.words)
    }

    /// The same, and where no time is given the days on which such news is usual. For matching
    /// only: no date of the record follows from it.
    pub fn likely_days(&self) -> Days {
        let days = self.days();
        if self.words.says_something() {
            return days;
        }
        let usual = match (self.mention.standing, self.is_past()) {
            (Standing::Main, true) => {
                Days::since(self.published.first.map(|day| shifted(day, -NEWS_DAYS)))
            }
            (_, false) => Days::until(self.published.last.map(|day| shifted(day, PLAN_DAYS))),
            _ => Days::default(),
        };
        days.meet(usual).unwrap_or(days)
    }

    /// True if the page says nothing of when it was published.
    pub fn is_undated(&self) -> bool {
        !self.published.says_something()
    }

    /// True if the words say nothing of the time either, but for a day of the week.
    pub fn is_timeless(&self) -> bool {
        let bounded = self.words.first.or(self.words.last).is_some();
        self.is_undated() && !bounded && self.words.month.is_none()
    }

    /// The words of the time.
    pub fn time_words(&self) -> Option<&'a str> {
        self.mention.time.as_ref().map(|time| time.evidence.words())
    }

    /// True if the words of the time draw no line: "recently".
    pub fn is_vague(&self) -> bool {
        let when = self.mention.time.as_ref().and_then(|time| time.when.as_ref());
        when.is_some_and(|when| when.grain == Grain::Vague)
    }

    /// True if the words give the day with its year.
    pub fn gives_full_date(&self) -> bool {
        let when = self.mention.time.as_ref().and_then(|time| time.when.as_ref());
        when.is_some_and(|when| when.is_day() && when.anchor == Anchor::Stated)
    }

    /// The rank, if it tells anything: "officials" can be of any.
    pub fn level(&self) -> Option<Level> {
        self.mention.level.filter(|level| *level != Level::Other)
    }

    /// True if it says nothing of time, place, rank or number of sides.
    pub fn is_bare(&self) -> bool {
        let mention = self.mention;
        let silent = mention.time.is_none() && mention.place.is_none() && mention.sides.is_none();
        silent && self.level().is_none()
    }

    /// True if nothing but a day of the week is known of the time.
    pub fn names_only_weekday(&self) -> bool {
        let time = self.mention.time.as_ref();
        time.is_some_and(|t| t.when.is_none())
            && self.words.weekday.is_some()
            && self.words.month.is_none()
    }
}

fn status(mention: &MeetingMention) -> Status {
    let to_come = mention.time.as_ref().is_some_and(|time| time.value == "FUTURE_REF");
    if to_come && mention.status == Status::Held { Status::Scheduled } else { mention.status }
}

fn people(mention: &MeetingMention) -> BTreeSet<(&Party, Option<Level>, &str)> {
    let named = |p: &'_ record::ParticipantMention| p.actor.person.is_some();
    let people = mention.participants.iter().filter(|p| named(p));
    people
        .flat_map(|p| {
            let name = p.actor.person.as_deref().unwrap_or_default();
            p.actor.parties.iter().map(move |party| (party, p.actor.level, name))
        })
        .collect()
}
