//! One meeting as one clause tells it.

use record::{
    ActorMention, Certainty, Claim, Content, Evidence, IssueMention, Level, Medium, MeetingMention,
    Modality, Part, ParticipantMention, Party, PlaceMention, Polarity, Standing, Status,
    TimeMention, Tool,
};
use text::{Span, TokenIndex, TokenRange};

use super::{place, seat, time};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;
use crate::voice::{self, Speech};

/// A meeting found by a construction.
#[derive(Clone, Debug)]
pub(crate) struct Occasion {
    /// The verb or noun that tells it.
    pub anchor: TokenIndex,
    /// The verb of its clause.
    pub clause: TokenIndex,
    /// Who, in what part.
    pub participants: Vec<(Actor, Part)>,
    /// Where it stands.
    pub status: Status,
    /// What it is to the article.
    pub standing: Standing,
    /// How they meet.
    pub medium: Medium,
    /// The construction.
    pub rule: &'static str,
    /// For an account of a meeting told before: that one's anchor and clause.
    pub of: Option<(TokenIndex, TokenIndex)>,
    /// True for a plan that the article tells as a thing of the past.
    pub former: bool,
}

/// Raised whenever any answer of these rules may change.
const VERSION: u32 = 2;

impl Occasion {
    /// An occasion in person whose place in the article is not settled yet.
    pub fn new(anchor: TokenIndex, clause: TokenIndex, rule: &'static str) -> Occasion {
        Occasion {
            anchor,
            clause,
            participants: Vec::new(),
            status: Status::Held,
            standing: Standing::Main,
            medium: Medium::InPerson,
            rule,
            of: None,
            former: false,
        }
    }

    /// The same with these at the table.
    pub fn with(mut self, actors: Vec<Actor>) -> Occasion {
        self.participants = actors.into_iter().map(|a| (a, Part::Party)).collect();
        self
    }

    /// The same in this state.
    pub fn in_state(mut self, status: Status) -> Occasion {
        self.status = status;
        self
    }

    /// The same by telephone or the like: a contact.
    pub fn by_wire(mut self) -> Occasion {
        (self.status, self.medium) = (Status::Contact, Medium::Remote);
        self
    }

    /// The distinct parties at the table, in order; of two with codes or more, those alone.
    pub fn parties(&self) -> Vec<Party> {
        let mut all = parties_of(self.participants.iter().map(|(actor, _)| actor));
        if all.iter().filter(|party| party.is_code()).count() >= 2 {
            all.retain(Party::is_code);
        }
        all
    }

    /// True if somebody there has a code or a rank: not merely names.
    pub fn is_of_somebody(&self) -> bool {
        let known = |a: &Actor| a.level().is_some() || a.parties.iter().any(Party::is_code);
        self.participants.iter().any(|(actor, _)| known(actor))
    }

    /// When, as the clause says; for a further account as the first one said.
    pub fn time(&self, reading: &Reading) -> Option<TimeMention> {
        let (anchor, clause) = self.of.unwrap_or((self.anchor, self.clause));
        time::of(reading, anchor, clause)
    }

    /// The highest rank that every side has, if known.
    pub fn rank(&self) -> Option<Level> {
        self.participants.iter().filter_map(|(a, _)| a.level()).min()
    }

    /// Where, as the clause says; for a further account as the first one said. A call is nowhere.
    pub fn place(&self, reading: &Reading) -> Option<PlaceMention> {
        if self.medium == Medium::Remote {
            return None;
        }
        let (anchor, clause) = self.of.unwrap_or((self.anchor, self.clause));
        let held = self.status == Status::Held;
        let later = || place::said_later(reading, anchor).filter(|_| held);
        let nearby = || place::visited_nearby(reading, anchor, &self.parties()).filter(|_| held);
        place::of(reading, anchor, clause).or_else(later).or_else(nearby)
    }

    /// The claim, in the voice of the speech that it stands in.
    pub fn claim(&self, reading: &Reading, speeches: &[Speech]) -> Option<Claim> {
        let speech = around(speeches, self.anchor);
        let attribution = match speech {
            Some(speech) => speech.attribution(reading),
            None => voice::page(reading),
        };
        let modality = match self.status {
            Status::Scheduled => Modality::Probable,
            _ => Modality::Certain,
        };
        let certainty = Certainty { polarity: Polarity::Affirmed, modality };
        let evidence = Evidence::cut(&reading.doc().article, self.span(reading))?;
        let tool = Tool::rule(self.rule, VERSION);
        let content = Content::Meeting(self.mention(reading, speech));
        let article = reading.doc().article.id;
        Some(Claim::new(article, content, (attribution, certainty), (evidence, tool)))
    }

    fn mention(&self, reading: &Reading, speech: Option<&Speech>) -> MeetingMention {
        let participants = self.at_the_table(reading);
        MeetingMention {
            level: level(&participants),
            sides: self.sides(reading),
            participants,
            medium: self.medium,
            status: self.status,
            standing: self.standing,
            place: self.place(reading),
            time: if self.is_put_off() { None } else { self.time(reading) },
            told: if self.is_put_off() {
                self.time(reading)
            } else {
                speech.and_then(|s| time::of_cue(reading, s.cue))
            },
            round: None,
            issues: self.issues(reading),
        }
    }

    fn at_the_table(&self, reading: &Reading) -> Vec<ParticipantMention> {
        let doc = reading.doc();
        let mut seen: Vec<(Vec<Party>, Option<String>)> = Vec::new();
        let mut all = Vec::new();
        for (actor, part) in &self.participants {
            let present = actor.kind != record::ActorKind::Outlet;
            let mut actor = actor.clone();
            actor.person = seat::whole_name(reading, &actor).or(actor.person);
            actor.parties.extend(seat::own_name(&actor));
            for mut mention in
                actor.mentions(doc).into_iter().filter(|m| present && !m.parties.is_empty())
            {
                self.name(reading, &mut mention);
                let key = (mention.parties.clone(), mention.person.clone());
                if !seen.contains(&key) {
                    seen.push(key);
                    let called = seat::called(reading, &actor, &mention);
                    all.push(ParticipantMention { actor: mention, called, part: *part });
                }
            }
        }
        all
    }

    /// "the foreign ministers met": the one whom the article names as that party's foreign minister.
    fn name(&self, reading: &Reading, mention: &mut ActorMention) {
        if mention.person.is_some()
            || mention.level.is_none()
            || self.standing == Standing::Background
        {
            return;
        }
        let same = |a: &&Actor| {
            a.person.is_some() && a.parties == mention.parties && a.level() == mention.level
        };
        let mut named: Vec<&str> =
            reading.actors.all().iter().filter(same).filter_map(|a| a.person.as_deref()).collect();
        named.sort_unstable();
        named.dedup();
        if let [only] = named.as_slice() {
            mention.person = Some((*only).to_owned());
        }
    }

    /// For "was put off last week" the time is that of the putting off.
    fn is_put_off(&self) -> bool {
        matches!(self.status, Status::Postponed | Status::Cancelled)
    }

    /// "four-way talks": 4.
    fn sides(&self, reading: &Reading) -> Option<u8> {
        let tree = &reading.tree;
        let near = [self.anchor, self.clause];
        let words = near.iter().flat_map(|t| {
            let object = tree.child(*t, text::Role::Object);
            tree.children(*t)
                .iter()
                .copied()
                .chain(object.into_iter().flat_map(|o| tree.children(o).to_vec()))
        });
        words.filter_map(|t| counted(&tree.form(t).to_lowercase())).next()
    }

    /// What the sentence says it was about.
    fn issues(&self, reading: &Reading) -> Vec<IssueMention> {
        let sentence = reading.tree.sentence(self.anchor);
        let after = TokenRange { start: self.clause.min(self.anchor), end: sentence.tokens.end };
        let tokens = if self.of.is_some() { sentence.tokens } else { after };
        let about = reading.issues(tokens).into_iter();
        about.map(|(issue, span)| IssueMention { issue, span }).collect()
    }

    /// From the first of participants, anchor, time and place in the sentence to the last.
    fn span(&self, reading: &Reading) -> Span {
        let doc = reading.doc();
        let sentence = reading.tree.sentence(self.anchor);
        if self.of.is_some() {
            return sentence.span;
        }
        let mut span = doc.tokens[self.anchor.at()].span.cover(doc.tokens[self.clause.at()].span);
        let participants = self.participants.iter().map(|(a, _)| reading.tree.bytes(a.tokens));
        let time = self.time(reading).map(|t| t.evidence.span());
        let place = self.place(reading).map(|p| p.span);
        for part in participants.chain(time).chain(place) {
            if sentence.span.contains(part) {
                span = span.cover(part);
            }
        }
        if sentence.span.contains(span) { span } else { sentence.span }
    }
}

/// The smallest speech whose words a token is among.
pub(crate) fn around(speeches: &[Speech], token: TokenIndex) -> Option<&Speech> {
    let holds = speeches.iter().filter(|s| s.tokens.contains(token));
    holds.min_by_key(|s| s.tokens.end.0 - s.tokens.start.0)
}

fn counted(word: &str) -> Option<u8> {
    Some(match word {
        "bilateral" | "two-way" | "two-party" => 2,
        "trilateral" | "tripartite" | "three-way" | "three-party" => 3,
        "quadrilateral" | "quadripartite" | "four-way" | "four-party" => 4,
        "five-way" | "five-party" => 5,
        _ => return None,
    })
}

/// The highest principal of the side that sends the least: unknown if no side's rank is said.
fn level(participants: &[ParticipantMention]) -> Option<Level> {
    let actors: Vec<&ActorMention> = participants.iter().map(|p| &p.actor).collect();
    let mut parties: Vec<&Party> = actors.iter().flat_map(|a| &a.parties).collect();
    parties.sort();
    parties.dedup();
    let highest = |party: &&Party| {
        actors.iter().filter(|a| a.parties.contains(party)).filter_map(|a| a.level).min()
    };
    parties.iter().filter_map(highest).max()
}
