//! Readings made up for the tests.
#![allow(dead_code, reason = "no test needs all of it")]

use record::{
    ActorKind, ActorMention, Attribution, Certainty, Claim, Content, Evidence, Judge, Judgement,
    Party, SpeechAct, StatementMention, Thing, Tool, Verdict,
};
use store::Reading;
use text::{Article, Block, BlockKind, CaptureId, Digest, Problem, Severity, Span};

/// The tables that are only added to.
pub const TABLES: [&str; 7] = [
    "articles",
    "claims",
    "readings",
    "reading_claims",
    "problems",
    "source_problems",
    "judgements",
];

/// What every article says.
pub const TEXT: &str = "Kavan demands that all roadblocks be lifted before any talks.";

pub fn article(name: &str) -> Article {
    let capture = CaptureId(Digest::of(&[name.as_bytes()]));
    let span = Span::from_range(0..TEXT.len()).unwrap();
    Article {
        id: Article::identify(capture, name, TEXT, None),
        capture,
        name: name.to_owned(),
        path: format!("pages/{name}.txt"),
        url: None,
        outlet: Some("Strait Wire".to_owned()),
        title: None,
        byline: None,
        language: "en".to_owned(),
        text: TEXT.to_owned(),
        blocks: vec![Block { kind: BlockKind::Paragraph, span }],
        published: None,
        modified: None,
        around: Vec::new(),
        credits: Vec::new(),
    }
}

pub fn claim(article: &Article, version: u32) -> Claim {
    let span = Span::new(0, 5).unwrap();
    let speaker = ActorMention {
        span,
        words: "Kavan".to_owned(),
        kind: ActorKind::State,
        parties: vec![Party("KAV".to_owned())],
        person: None,
        office: None,
        level: None,
    };
    let content = Content::Statement(StatementMention {
        speaker,
        act: SpeechAct::Demand,
        issues: Vec::new(),
        verbatim: false,
        requires: None,
        undertakes: None,
    });
    let said = (Attribution::outlet("Strait Wire"), Certainty::FACT);
    let shown = Evidence::cut(article, Span::new(14, 61).unwrap()).unwrap();
    Claim::new(article.id, content, said, (shown, Tool::rule("statement/demand", version)))
}

pub fn reading(name: &str, version: u32) -> Reading {
    let article = article(name);
    let claims = vec![claim(&article, version)];
    let problems = vec![Problem::new("R001", Severity::Warning, "no date")];
    Reading { article, claims, problems }
}

/// A verdict on the articles "a" and "b".
pub fn verdict(reason: &str) -> Judgement {
    let (a, b) = (Thing::Article(article("a").id), Thing::Article(article("b").id));
    let person = Judge::Person { name: "R. Eviewer".to_owned(), at: "2024-01-01".to_owned() };
    Judgement::of_two(a, b, Verdict::Same, person, reason.to_owned())
}
