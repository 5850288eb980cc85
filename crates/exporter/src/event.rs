//! Events in codes, and the codes of meetings and statements.

use jiff::civil::Date;
use record::{
    Cameo, ClaimId, Event, EventReport, Meeting, Ontology, RowId, Statement, actor_code,
    meeting_code, statement_code,
};
use serde::Serialize;

use crate::index::Index;

/// What follows from a CAMEO code.
#[derive(Serialize)]
pub struct CodeOut {
    cameo: String,
    plover: Option<&'static str>,
    mode: Option<&'static str>,
    quad: u8,
    goldstein: f32,
}

impl CodeOut {
    fn of(code: &str, ontology: &Ontology) -> Option<CodeOut> {
        let cameo: &Cameo = ontology.code(code)?;
        Some(CodeOut {
            cameo: code.to_owned(),
            plover: cameo.plover(),
            mode: cameo.mode,
            quad: cameo.quad,
            goldstein: cameo.goldstein,
        })
    }
}

/// An event.
#[derive(Serialize)]
pub struct EventOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    source: &'a str,
    target: &'a str,
    #[serde(flatten)]
    code: Option<CodeOut>,
    contexts: &'a [String],
    status: &'static str,
    day: Option<Date>,
    reported: Option<Date>,
    of: Option<&'a RowId>,
    reports: Vec<ReportOut<'a>>,
    origins: usize,
}

#[derive(Serialize)]
struct ReportOut<'a> {
    document: String,
    quote: &'a str,
    start: u32,
    end: u32,
    pattern: &'a str,
    voices: &'a [String],
    claim: ClaimId,
}

impl EventOut<'_> {
    /// As it is written.
    pub fn of<'a>(event: &'a Event, index: &Index) -> EventOut<'a> {
        EventOut {
            id: &event.id.0,
            source: &event.source,
            target: &event.target,
            code: CodeOut::of(&event.code, &index.ontology),
            contexts: &event.contexts,
            status: event.status.as_str(),
            day: event.day,
            reported: event.reported,
            of: event.of.as_ref(),
            reports: event.reports.iter().map(|r| ReportOut::of(r, index)).collect(),
            origins: event.origins,
        }
    }
}

impl ReportOut<'_> {
    fn of<'a>(report: &'a EventReport, index: &Index) -> ReportOut<'a> {
        ReportOut {
            document: index.document(report.article),
            quote: report.evidence.words(),
            start: report.evidence.span().start(),
            end: report.evidence.span().end(),
            pattern: &report.pattern,
            voices: &report.voices,
            claim: report.claim,
        }
    }
}

/// A meeting or a statement in codes.
#[derive(Serialize)]
pub struct CodesOut {
    source: Option<String>,
    target: Option<String>,
    /// Of a meeting: all at the table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actors: Vec<String>,
    #[serde(flatten)]
    code: Option<CodeOut>,
}

impl CodesOut {
    /// The code of a pattern that fits its words, else what its status says at least.
    pub fn of_meeting(meeting: &Meeting, index: &Index) -> CodesOut {
        let coded = index.coding(&meeting.id);
        let code = coded.map_or(meeting_code(meeting), |event| &event.code);
        let level = meeting.levels.first().map(|level| level.value);
        let mut actors: Vec<String> =
            meeting.participants.iter().map(|p| actor_code(&p.party, level)).collect();
        actors.dedup();
        let code = CodeOut::of(code, &index.ontology);
        CodesOut { source: None, target: None, actors, code }
    }

    /// The code of a pattern that fits its words, else what its act says at least.
    pub fn of_statement(statement: &Statement, index: &Index) -> CodesOut {
        let coded = index.coding(&statement.id);
        let code = coded.map_or(statement_code(statement.act), |event| &event.code);
        let party = statement.parties.first().map(|party| party.0.clone());
        CodesOut {
            source: coded.map(|event| event.source.clone()).or(party),
            target: coded.map(|event| event.target.clone()),
            actors: Vec::new(),
            code: CodeOut::of(code, &index.ontology),
        }
    }
}
