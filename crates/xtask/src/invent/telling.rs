//! One report's words for one meeting, and the claim that a faithful reader makes of them.

use jiff::civil::Date;
use record::{
    ActorKind, ActorMention, Attribution, Certainty, Claim, Content, Evidence, Level, Medium,
    MeetingMention, Part, ParticipantMention, Party, PlaceMention, Standing, Status, TimeMention,
    Tool,
};
use text::{Anchor, Article, Grain, Span, When};

use super::chance::Chance;
use super::prose::{TimeWords, listed, office, titled};
use super::world::{Occasion, holder};

/// What a report says of a meeting, and how.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Which meeting: the truth.
    pub of: usize,
    standing: Standing,
    time: Option<TimeWords>,
    place: bool,
    rank: bool,
    names: bool,
    /// The sentence.
    pub words: String,
}

impl Telling {
    /// Of meeting `of`, with some of what is known of it.
    pub fn invent(
        (of, occasion): (usize, &Occasion<'_>),
        standing: Standing,
        chance: &mut Chance,
    ) -> Telling {
        let time = match standing {
            Standing::Main if chance.percent(70) => Some(TimeWords::Weekday),
            Standing::Main if chance.percent(50) => Some(TimeWords::FullDate),
            Standing::Main => None,
            _ if chance.percent(50) => Some(TimeWords::FullDate),
            _ => Some(TimeWords::Month),
        };
        let (place, rank) = (chance.percent(80), chance.percent(85));
        let names = rank && standing == Standing::Main && chance.percent(50);
        let mut telling = Telling { of, standing, time, place, rank, names, words: String::new() };
        telling.words = telling.sentence(occasion);
        telling
    }

    fn sentence(&self, occasion: &Occasion<'_>) -> String {
        let verb = match self.standing {
            Standing::Main => "met",
            Standing::Background => "had met before",
            Standing::Planned => "will meet",
        };
        let place = self.place.then(|| format!(" in {}", occasion.host.capitals[0]));
        let time = self.time.map(|time| format!(" {}", time.say(occasion.day)));
        let who = self.who(occasion);
        format!("{who} {verb}{}{}.", place.unwrap_or_default(), time.unwrap_or_default())
    }

    fn who(&self, occasion: &Occasion<'_>) -> String {
        let level = occasion.level;
        if self.names {
            let named = occasion
                .sides
                .iter()
                .map(|side| titled(side, level, &holder(side, level, occasion.day)));
            return listed(&named.collect::<Vec<_>>());
        }
        let states: Vec<String> = occasion.sides.iter().map(|s| s.name.to_owned()).collect();
        let plural = if self.rank { office(level) } else { "delegation" };
        format!("The {plural}s of {}", listed(&states))
    }

    /// The claim on the sentence in its article; `None` if it is not there.
    pub fn claim(&self, occasion: &Occasion<'_>, article: &Article) -> Option<Claim> {
        let at = article.text.find(&self.words)?;
        let span = Span::from_range(at..at + self.words.len())?;
        let evidence = Evidence::cut(article, span)?;
        let mention = self.mention(occasion, article, span)?;
        let said = (Attribution::outlet("an outlet"), Certainty::FACT);
        let read = (evidence, Tool::rule("meeting/invented", 1));
        Some(Claim::new(article.id, Content::Meeting(mention), said, read))
    }

    fn mention(
        &self,
        occasion: &Occasion<'_>,
        article: &Article,
        span: Span,
    ) -> Option<MeetingMention> {
        let level = if self.rank { occasion.level } else { Level::Delegation };
        let planned = self.standing == Standing::Planned;
        Some(MeetingMention {
            participants: self.participants(occasion, span),
            level: Some(level).filter(|_| self.rank),
            sides: None,
            medium: Medium::InPerson,
            status: if planned { Status::Scheduled } else { Status::Held },
            standing: self.standing,
            place: self.place.then(|| PlaceMention {
                span,
                city: Some(occasion.host.capitals[0].to_owned()),
                country: Some(occasion.host.code.to_owned()),
            }),
            time: self.time.and_then(|time| mentioned(time, occasion.day, article, span)),
            told: None,
            round: None,
            issues: Vec::new(),
        })
    }

    fn participants(&self, occasion: &Occasion<'_>, span: Span) -> Vec<ParticipantMention> {
        let level = occasion.level;
        let actor = |side: &&lexicon::State| ActorMention {
            span,
            words: side.name.to_owned(),
            kind: if self.names { ActorKind::Person } else { ActorKind::Body },
            parties: vec![Party(side.code.to_owned())],
            person: self.names.then(|| holder(side, level, occasion.day)),
            office: self.rank.then(|| office(level).to_owned()),
            level: self.rank.then_some(level),
        };
        let participant =
            |side| ParticipantMention { actor: actor(side), called: None, part: Part::Party };
        occasion.sides.iter().map(participant).collect()
    }
}

/// The time as a reader understands it: a day of the week only where the page has a date.
fn mentioned(time: TimeWords, day: Date, article: &Article, span: Span) -> Option<TimeMention> {
    let evidence = Evidence::cut(article, span)?;
    let month = day.first_of_month();
    let (value, when, weekday) = match time {
        TimeWords::FullDate => (day.to_string(), Some(When::day(day, Anchor::Stated)), None),
        TimeWords::Month => {
            let until = day.last_of_month().tomorrow().ok()?;
            let when = When::range(month, until, Grain::Month, Anchor::Stated);
            (month.strftime("%Y-%m").to_string(), when, None)
        }
        TimeWords::Weekday => {
            let weekday = day.weekday().to_monday_one_offset();
            let when = article.published.as_ref().map(|_| When::day(day, Anchor::Published));
            (format!("XXXX-WXX-{weekday}"), when, Some(weekday))
        }
    };
    Some(TimeMention { evidence, value, when, weekday })
}
