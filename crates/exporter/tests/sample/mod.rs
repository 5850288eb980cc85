//! A small record with all kinds of rows, and one whose words are written to do harm.

#![allow(dead_code)] // Each file of tests uses a part.

use std::collections::BTreeMap;

use exporter::{Extent, Format, Index, Material, Named, Output, Point, Precision};
use record::{
    Account, Alteration, ClaimId, Commitment, CommitmentState, Condition, Deadlock, Derivation,
    Difference, Disagreement, DocumentRow, Event, EventReport, EventStatus, Evidence, Level,
    LifeStep, Lineage, Medium, Meeting, Moved, Origin, Part, Participant, Party, Place, Position,
    ProblemRow, Process, Record, Report, Requires, RowId, Settled, SpeechAct, Standing, Statement,
    Status, Step, Supported, TimelineEntry, Wait,
};
use text::{
    Anchor, Article, ArticleId, CaptureId, DateBasis, Digest, Problem, Published, Severity, Span,
    When,
};

/// What a page may say to harm whoever reads an export.
pub const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://evil.example\";\"click\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "evil\u{202E}txt.exe\u{2066}",
    "line one\nBEGIN:VEVENT\r\nSUMMARY:x\ttab",
    "\"quoted\", 'twice'; \\ back ]]> --> &amp; [^1]: `code` **bold** | cell",
    "nul\0bell\u{7}\u{FFFF}end",
];

/// A record and the articles it was read from.
pub struct Sample {
    pub record: Record,
    pub index: Index,
    pub articles: Vec<Article>,
}

impl Sample {
    /// Talks told in ordinary words.
    pub fn plain() -> Sample {
        Sample::saying("Arda’s foreign minister met Belan’s envoy in Corin, “at last”. Ὀλίγα 谈判.")
    }

    /// The same with these words in every field that takes words.
    pub fn saying(words: &str) -> Sample {
        let article = article(words);
        let record = record(words, &article);
        let index = Index::of(&record, |party| match party.0.as_str() {
            "TUR" => "Türkiye".to_owned(),
            "RUS" => words.to_owned(),
            code => code.to_owned(),
        });
        let corin = Point { latitude: 12.34, longitude: -56.78, precision: Precision::City };
        let index = index.located(&record, |_| Some(corin));
        Sample { record, index, articles: vec![article] }
    }

    pub fn write(&self, format: Format) -> Output {
        self.extent(format, Extent::Quotes)
    }

    pub fn extent(&self, format: Format, extent: Extent) -> Output {
        let material = Material::of(&self.record, &self.index, &self.articles, extent);
        format.write(&material).output
    }

    /// The one file of a format that has one, as text.
    pub fn text(&self, format: &str) -> String {
        match self.write(format.parse().unwrap()) {
            Output::File(bytes) => String::from_utf8(bytes).unwrap(),
            Output::Folder(_) => panic!("{format} is several files"),
        }
    }

    /// The lines of a layout of event data, its meetings taken apart.
    pub fn dyads(&self, format: Format) -> (String, Vec<String>) {
        let material =
            Material::of(&self.record, &self.index, &self.articles, Extent::Quotes).in_dyads();
        let exported = format.write(&material);
        (String::from_utf8(exported.output.into_bytes()).unwrap(), exported.notes)
    }

    /// The files of a format that has several, by name.
    pub fn files(&self, format: &str) -> BTreeMap<String, Vec<u8>> {
        let Output::Folder(files) = self.write(format.parse().unwrap()) else {
            panic!("{format} is one file")
        };
        files.into_iter().map(|Named { name, bytes }| (name, bytes)).collect()
    }
}

/// All hostile samples, and one whose words are very long.
pub fn hostile() -> Vec<Sample> {
    let long = "Ab".repeat(5_000);
    HOSTILE.into_iter().chain([long.as_str()]).map(Sample::saying).collect()
}

fn day(text: &str) -> When {
    When::day(text.parse().unwrap(), Anchor::Stated)
}

fn article(words: &str) -> Article {
    let text =
        format!("CORIN — Ünlü: {words} Thus it was told. And a sentence that nobody quotes.");
    let mut article = Article::of_paragraphs(&text);
    let published = Published { when: day("2024-03-05"), basis: DateBasis::Markup, agreeing: 1 };
    article.id = Article::identify(CaptureId(Digest::of(&[])), "a", &text, Some(&published));
    article.published = Some(published);
    article
}

fn claim(n: u8) -> ClaimId {
    ClaimId(Digest::of(&[&[n]]))
}

fn evidence(article: &Article, words: &str) -> Evidence {
    let start = article.text.find(words).unwrap();
    Evidence::cut(article, Span::from_range(start..start + words.len()).unwrap()).unwrap()
}

fn party(code: &str) -> Party {
    Party(code.to_owned())
}

fn settled(edtf: &str, from: Option<&str>, until: Option<&str>) -> Settled {
    let parse = |day: &str| day.parse().unwrap();
    Settled { edtf: edtf.into(), from: from.map(parse), until: until.map(parse), why: vec![] }
}

fn record(words: &str, article: &Article) -> Record {
    let evidence = evidence(article, words);
    Record {
        as_of: None,
        documents: vec![document(words, article)],
        meetings: meetings(words, article.id, &evidence),
        statements: vec![statement(words, article.id, &evidence)],
        events: events(article.id, &evidence),
        commitments: vec![commitment(words)],
        conditions: vec![condition(words)],
        positions: vec![position(words)],
        processes: vec![process(words)],
        deadlocks: vec![deadlock()],
        lineage: vec![Lineage {
            from: article.id,
            of: None,
            credited: Some(words.into()),
            kind: Derivation::Citation,
            hundredths: 0,
            reason: words.into(),
            altered: vec![Alteration { was: evidence.clone(), is: evidence.clone() }],
        }],
        origins: vec![Origin { id: "o1".into(), articles: vec![article.id], credited: None }],
        disagreements: vec![disagreement(words, article.id, &evidence)],
        timeline: vec![TimelineEntry {
            when: "2024-03-04".into(),
            kind: "meeting".into(),
            id: RowId("m-00000001".into()),
            text: words.into(),
        }],
        problems: vec![ProblemRow {
            document: words.into(),
            problem: Problem::new("R001", Severity::Note, words).hint(words),
        }],
        judgements: vec![],
    }
}

fn document(words: &str, article: &Article) -> DocumentRow {
    DocumentRow {
        name: words.into(),
        article: article.id,
        path: words.into(),
        url: Some(format!("https://news.example/{}", words.len())),
        outlet: Some(words.into()),
        title: Some(words.into()),
        published: article.published.clone(),
        inferred: None,
        language: "en".into(),
        credits: vec![words.into()],
        origin: "o1".into(),
    }
}

fn participant(code: &str, person: Option<&str>) -> Participant {
    Participant {
        party: party(code),
        called: None,
        person: person.map(str::to_owned),
        office: person.map(|_| "foreign minister".to_owned()),
        part: Part::Party,
        claims: vec![claim(1)],
    }
}

fn meetings(words: &str, article: ArticleId, evidence: &Evidence) -> Vec<Meeting> {
    let held = Meeting {
        id: RowId("m-00000001".into()),
        status: Status::Held,
        life: vec![LifeStep {
            status: Status::Held,
            time: None,
            reported: None,
            claims: vec![claim(1)],
        }],
        when: settled("2024-03-04", Some("2024-03-04"), Some("2024-03-05")),
        times: vec![],
        places: vec![Supported {
            value: Place { city: Some(words.into()), country: Some("RUS".into()) },
            claims: vec![claim(1)],
        }],
        format: Some(record::Format::Bilateral),
        medium: Medium::InPerson,
        levels: vec![Supported { value: Level::ForeignMinister, claims: vec![claim(1)] }],
        participants: vec![
            participant("RUS", Some(words)),
            participant("SYR", None),
            participant("TUR", Some("Ada Tepe")),
        ],
        host: Some(party("RUS")),
        mediator: None,
        issues: vec![Supported { value: "refugees".into(), claims: vec![claim(1)] }],
        reports: vec![Report {
            claim: claim(1),
            article,
            standing: Standing::Main,
            status: Status::Held,
            evidence: evidence.clone(),
            voices: vec![words.into(), "an official".into()],
            issues: vec![],
        }],
        origins: 1,
    };
    let planned = Meeting {
        id: RowId("m-00000002".into()),
        status: Status::Scheduled,
        when: settled("2024-04-01/2024-04-30", Some("2024-04-01"), Some("2024-05-01")),
        ..held.clone()
    };
    let undated = Meeting {
        id: RowId("m-00000003".into()),
        status: Status::Cancelled,
        when: settled("/2024-03-05", None, Some("2024-03-06")),
        places: vec![],
        ..held.clone()
    };
    vec![held, planned, undated]
}

fn statement(words: &str, article: ArticleId, evidence: &Evidence) -> Statement {
    Statement {
        id: RowId("s-00000001".into()),
        claim: claim(2),
        article,
        speaker: words.into(),
        parties: vec![party("SYR")],
        voices: vec![words.into()],
        act: SpeechAct::Precondition,
        issues: vec!["refugees".into()],
        evidence: evidence.clone(),
        verbatim: false,
        requires: Some(Requires { what: words.into(), depends_on: words.into(), unless: true }),
    }
}

fn event(n: u8, status: EventStatus, code: &str) -> Event {
    Event {
        id: RowId(format!("e-0000000{n}")),
        source: "TURGOV".into(),
        target: "IGOUNO".into(),
        code: code.into(),
        status,
        contexts: vec!["refugees".into(), "diplomatic".into()],
        day: None,
        reported: Some("2024-03-05".parse().unwrap()),
        of: None,
        reports: vec![],
        origins: 1,
    }
}

fn events(article: ArticleId, evidence: &Evidence) -> Vec<Event> {
    let report = EventReport {
        claim: claim(3),
        article,
        evidence: evidence.clone(),
        pattern: "meet +".into(),
        voices: vec![],
    };
    let met = Event {
        day: Some("2024-03-04".parse().unwrap()),
        of: Some(RowId("m-00000001".into())),
        reports: vec![report],
        ..event(1, EventStatus::Past, "040")
    };
    vec![
        met,
        event(2, EventStatus::Future, "036"),
        event(3, EventStatus::Future, "160"),
        event(4, EventStatus::Negated, "040"),
        event(5, EventStatus::Hypothetical, "130"),
        event(6, EventStatus::Past, "010"),
    ]
}

fn commitment(words: &str) -> Commitment {
    Commitment {
        id: RowId("c-00000001".into()),
        by: vec![party("TUR")],
        action: words.into(),
        due: Some(day("2024-06-01")),
        state: CommitmentState::Open,
        fate: None,
        why: Some(words.into()),
        statements: vec![RowId("s-00000001".into())],
        claims: vec![claim(2)],
        origins: 1,
    }
}

fn condition(words: &str) -> Condition {
    Condition {
        id: RowId("k-00000001".into()),
        set_by: vec![party("SYR")],
        what: words.into(),
        depends_on: words.into(),
        unless: false,
        awaits: vec![party("TUR")],
        blocks: vec!["refugees".into()],
        statements: vec![RowId("s-00000001".into())],
        claims: vec![claim(2)],
        origins: 1,
    }
}

fn position(words: &str) -> Position {
    let said = RowId("s-00000001".into());
    let step = |act| Step { reported: None, act, statement: said.clone() };
    let moved = Moved {
        reported: "2024-03-05".parse().unwrap(),
        from: SpeechAct::Demand,
        to: SpeechAct::Precondition,
        statement: said.clone(),
    };
    Position {
        party: party("SYR"),
        issue: words.into(),
        steps: vec![step(SpeechAct::Precondition)],
        moved: vec![moved],
    }
}

fn process(words: &str) -> Process {
    Process {
        id: RowId("p-00000001".into()),
        parties: vec![party("RUS"), party("TUR")],
        level: Some(Level::ForeignMinister),
        meetings: vec![RowId("m-00000001".into()), RowId("m-00000002".into())],
        from: Some("2024-03-04".parse().unwrap()),
        until: None,
        issues: vec![Supported { value: words.into(), claims: vec![claim(1)] }],
    }
}

fn deadlock() -> Deadlock {
    let wait = |one: &str, other: &str| Wait {
        party: party(one),
        awaits: party(other),
        condition: RowId("k-00000001".into()),
    };
    Deadlock {
        parties: vec![party("SYR"), party("TUR")],
        waits: vec![wait("SYR", "TUR"), wait("TUR", "SYR")],
    }
}

fn disagreement(words: &str, article: ArticleId, evidence: &Evidence) -> Disagreement {
    Disagreement {
        id: RowId("d-00000001".into()),
        meeting: RowId("m-00000001".into()),
        field: "issues".into(),
        difference: Difference::Conflict,
        about: Some("refugees".into()),
        accounts: vec![Account {
            value: words.into(),
            voice: words.into(),
            articles: vec![article],
            evidence: Some(evidence.clone()),
            claims: vec![claim(1)],
        }],
    }
}
