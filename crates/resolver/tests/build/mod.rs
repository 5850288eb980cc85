//! Pages and claims made for tests: a page is a list of sentences, a claim stands on one of them.
#![allow(dead_code)]

use jiff::civil::{Date, date};
use record::{
    ActorKind, ActorMention, Attribution, Certainty, Claim, Content, Evidence, IssueMention, Level,
    Manner, Medium, MeetingMention, Part, Party, PlaceMention, Source, SpeechAct, Standing,
    StatementMention, Status, TimeMention, Tool, Voice,
};
use record::{ParticipantMention, ProblemRow, Record};
use resolver::{Input, settle};
use text::{
    Anchor, Article, Block, BlockKind, CaptureId, DateBasis, Digest, Published, Span, When,
};

pub fn day(s: &str) -> Date {
    s.parse().unwrap_or(date(1970, 1, 1))
}

/// An article; each line a paragraph.
pub fn page(name: &str, published: Option<&str>, lines: &[&str]) -> Article {
    let text = lines.join("\n\n");
    let published = published.map(|d| Published {
        when: When::day(day(d), Anchor::Stated),
        basis: DateBasis::Given,
        agreeing: 1,
    });
    let capture = CaptureId(Digest::of(&[name.as_bytes()]));
    let mut at = 0;
    let block = |line: &&str| {
        let span = Span::from_range(at..at + line.len()).unwrap();
        at += line.len() + 2;
        Block { kind: BlockKind::Paragraph, span }
    };
    let blocks = lines.iter().map(block).collect();
    Article {
        id: Article::identify(capture, name, &text, published.as_ref()),
        capture,
        name: name.to_owned(),
        path: format!("{name}.txt"),
        url: None,
        outlet: None,
        title: None,
        byline: None,
        language: "en".to_owned(),
        text,
        blocks,
        published,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}

pub fn evidence(article: &Article, words: &str) -> Evidence {
    let at = article.text.find(words).unwrap_or_else(|| panic!("{words:?} not in the page"));
    Evidence::cut(article, Span::from_range(at..at + words.len()).unwrap()).unwrap()
}

pub fn parties(codes: &str) -> Vec<Party> {
    codes.split_whitespace().map(|c| Party(c.to_owned())).collect()
}

pub fn actor(codes: &str, person: Option<&str>, level: Option<Level>) -> ActorMention {
    ActorMention {
        span: Span::new(0, 1).unwrap(),
        words: person.unwrap_or("ministers").to_owned(),
        kind: if level.is_some() { ActorKind::Person } else { ActorKind::State },
        parties: parties(codes),
        person: person.map(str::to_owned),
        office: level.map(|l| l.as_str().replace('_', " ")),
        level,
    }
}

/// A time by its words; a value with `X` stays open, a full one is a day or a month.
pub fn time(article: &Article, words: &str, value: &str) -> TimeMention {
    let weekday = value.split("-WXX-").nth(1).and_then(|d| d.parse().ok());
    let when = match value.parse::<Date>() {
        Ok(day) => Some(When::day(day, Anchor::Stated)),
        Err(_) => format!("{value}-01").parse::<Date>().ok().and_then(|first| {
            let until = first.last_of_month().tomorrow().ok()?;
            When::range(first, until, text::Grain::Month, Anchor::Stated)
        }),
    };
    TimeMention { evidence: evidence(article, words), value: value.to_owned(), when, weekday }
}

/// A claim under construction.
pub struct Told<'a> {
    pub article: &'a Article,
    pub words: String,
    pub mention: MeetingMention,
    pub attribution: Attribution,
}

/// Parties that held a meeting, as the news of the page.
pub fn met<'a>(article: &'a Article, words: &str, codes: &str) -> Told<'a> {
    let side = |code: Party| ParticipantMention {
        actor: actor(&code.0, None, None),
        called: None,
        part: Part::Party,
    };
    let mention = MeetingMention {
        participants: parties(codes).into_iter().map(side).collect(),
        level: None,
        sides: None,
        medium: Medium::InPerson,
        status: Status::Held,
        standing: Standing::Main,
        place: None,
        time: None,
        told: None,
        round: None,
        issues: Vec::new(),
    };
    let attribution = Attribution::outlet("page");
    Told { article, words: words.to_owned(), mention, attribution }
}

impl Told<'_> {
    pub fn level(mut self, level: Level) -> Self {
        self.mention.level = Some(level);
        for p in &mut self.mention.participants {
            p.actor.level = Some(level);
            p.actor.office = Some(level.as_str().replace('_', " "));
        }
        self
    }

    pub fn person(mut self, code: &str, name: &str) -> Self {
        let level = self.mention.level;
        let actor = actor(code, Some(name), level);
        self.mention.participants.push(ParticipantMention {
            actor,
            called: None,
            part: Part::Party,
        });
        self
    }

    pub fn place(mut self, city: &str, country: &str) -> Self {
        let span = Span::new(0, 1).unwrap();
        let (city, country) = (Some(city.to_owned()), Some(country.to_owned()));
        self.mention.place = Some(PlaceMention { span, city, country });
        self
    }

    pub fn at(mut self, words: &str, value: &str) -> Self {
        self.mention.time = Some(time(self.article, words, value));
        self
    }

    pub fn status(mut self, status: Status, standing: Standing) -> Self {
        (self.mention.status, self.mention.standing) = (status, standing);
        self
    }

    pub fn sides(mut self, sides: u8) -> Self {
        self.mention.sides = Some(sides);
        self
    }

    pub fn issues(mut self, issues: &[&str]) -> Self {
        let span = Span::new(0, 1).unwrap();
        self.mention.issues =
            issues.iter().map(|i| IssueMention { issue: (*i).to_owned(), span }).collect();
        self
    }

    pub fn voice(mut self, codes: &str, words: &str) -> Self {
        let mut actor = actor(codes, None, None);
        actor.words = words.to_owned();
        let source = Source::Named(actor);
        self.attribution =
            self.attribution.citing(Voice { source, cue: None, manner: Manner::Paraphrase });
        self
    }

    pub fn claim(self) -> Claim {
        let evidence = evidence(self.article, &self.words);
        let said = (self.attribution, Certainty::FACT);
        let content = Content::Meeting(self.mention);
        Claim::new(self.article.id, content, said, (evidence, Tool::rule("meeting/test", 1)))
    }
}

pub fn said(article: &Article, words: &str, codes: &str, act: SpeechAct, issues: &[&str]) -> Claim {
    let statement = StatementMention {
        speaker: actor(codes, None, None),
        act,
        issues: issues.iter().map(|i| (*i).to_owned()).collect(),
        verbatim: false,
        requires: None,
        undertakes: None,
    };
    let said = (Attribution::outlet("page"), Certainty::FACT);
    let read = (evidence(article, words), Tool::rule("statement/test", 1));
    Claim::new(article.id, Content::Statement(statement), said, read)
}

pub fn settled(articles: &[Article], claims: &[Claim]) -> Record {
    settled_as_of(articles, claims, None)
}

pub fn settled_as_of(articles: &[Article], claims: &[Claim], as_of: Option<Date>) -> Record {
    let problems: Vec<ProblemRow> = Vec::new();
    let input =
        Input { articles, claims, judgements: &[], problems: &problems, as_of, compared: None };
    settle(&input, &lexicon::Lexicon::shipped())
}
