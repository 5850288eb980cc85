//! Meetings, where accounts of them differ, and the timeline.

use jiff::civil::Date;
use record::{
    Account, ClaimId, Difference, Disagreement, IssueMention, Level, LifeStep, Medium, Meeting,
    Part, Participant, Party, Place, Report, Settled, Standing, Supported, TimelineEntry,
};
use serde::Serialize;
use text::When;

use crate::event::CodesOut;
use crate::index::Index;
use crate::point::Point;

/// A meeting.
#[derive(Serialize)]
pub struct MeetingOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    status: &'static str,
    when: &'a Settled,
    place: Option<&'a Place>,
    /// Where `place` lies.
    point: Option<Point>,
    format: Option<&'static str>,
    level: Option<&'static str>,
    participants: Vec<ParticipantOut<'a>>,
    host: Option<&'a str>,
    mediator: Option<&'a str>,
    issues: Vec<&'a str>,
    reports: Vec<ReportOut<'a>>,
    origins: usize,
    medium: Medium,
    life: Vec<StepOut<'a>>,
    times: &'a [Supported<When>],
    places: &'a [Supported<Place>],
    levels: &'a [Supported<Level>],
    issue_claims: &'a [Supported<String>],
    codes: CodesOut,
}

impl MeetingOut<'_> {
    /// As it is written.
    pub fn of<'a>(meeting: &'a Meeting, index: &Index) -> MeetingOut<'a> {
        MeetingOut {
            id: &meeting.id.0,
            status: meeting.status.as_str(),
            when: &meeting.when,
            place: meeting.places.first().map(|place| &place.value),
            point: meeting.places.first().and_then(|place| index.point(&place.value)),
            format: meeting.format.map(|format| format.as_str()),
            level: meeting.levels.first().map(|level| level.value.as_str()),
            participants: meeting.participants.iter().map(ParticipantOut::of).collect(),
            host: meeting.host.as_ref().map(|party| called(meeting, party)),
            mediator: meeting.mediator.as_ref().map(|party| called(meeting, party)),
            issues: meeting.issues.iter().map(|issue| issue.value.as_str()).collect(),
            reports: meeting.reports.iter().map(|r| ReportOut::of(r, index)).collect(),
            origins: meeting.origins,
            medium: meeting.medium,
            life: meeting.life.iter().map(StepOut::of).collect(),
            times: &meeting.times,
            places: &meeting.places,
            levels: &meeting.levels,
            issue_claims: &meeting.issues,
            codes: CodesOut::of_meeting(meeting, index),
        }
    }
}

/// A state's code; of any other body what the reports of this meeting call it.
fn called<'a>(meeting: &'a Meeting, party: &'a Party) -> &'a str {
    let own = meeting.participants.iter().filter(|p| p.party == *party);
    own.filter_map(|p| p.called.as_deref()).next().unwrap_or(&party.0)
}

#[derive(Serialize)]
struct ParticipantOut<'a> {
    party: &'a str,
    /// The same whatever a body is called: `IGOUNO`.
    code: &'a Party,
    person: Option<&'a str>,
    office: Option<&'a str>,
    part: Part,
    claims: &'a [ClaimId],
}

impl ParticipantOut<'_> {
    fn of(participant: &Participant) -> ParticipantOut<'_> {
        ParticipantOut {
            party: participant.called.as_deref().unwrap_or(&participant.party.0),
            code: &participant.party,
            person: participant.person.as_deref(),
            office: participant.office.as_deref(),
            part: participant.part,
            claims: &participant.claims,
        }
    }
}

#[derive(Serialize)]
struct ReportOut<'a> {
    document: String,
    role: Standing,
    quote: &'a str,
    start: u32,
    end: u32,
    status: &'static str,
    voices: &'a [String],
    issues: &'a [IssueMention],
    claim: ClaimId,
}

impl ReportOut<'_> {
    fn of<'a>(report: &'a Report, index: &Index) -> ReportOut<'a> {
        ReportOut {
            document: index.document(report.article),
            role: report.standing,
            quote: report.evidence.words(),
            start: report.evidence.span().start(),
            end: report.evidence.span().end(),
            status: report.status.as_str(),
            voices: &report.voices,
            issues: &report.issues,
            claim: report.claim,
        }
    }
}

#[derive(Serialize)]
struct StepOut<'a> {
    status: &'static str,
    time: Option<&'a str>,
    reported: Option<Date>,
    claims: &'a [ClaimId],
}

impl StepOut<'_> {
    fn of(step: &LifeStep) -> StepOut<'_> {
        StepOut {
            status: step.status.as_str(),
            time: step.time.as_deref(),
            reported: step.reported,
            claims: &step.claims,
        }
    }
}

/// A field on which accounts differ.
#[derive(Serialize)]
pub struct DisagreementOut<'a> {
    /// Its row's id.
    pub id: &'a str,
    meeting: &'a str,
    field: &'a str,
    difference: Difference,
    about: Option<&'a str>,
    accounts: Vec<AccountOut<'a>>,
}

impl DisagreementOut<'_> {
    /// As it is written.
    pub fn of<'a>(disagreement: &'a Disagreement, index: &Index) -> DisagreementOut<'a> {
        DisagreementOut {
            id: &disagreement.id.0,
            meeting: &disagreement.meeting.0,
            field: &disagreement.field,
            difference: disagreement.difference,
            about: disagreement.about.as_deref(),
            accounts: disagreement.accounts.iter().map(|a| AccountOut::of(a, index)).collect(),
        }
    }
}

#[derive(Serialize)]
struct AccountOut<'a> {
    value: &'a str,
    voice: &'a str,
    documents: Vec<String>,
    quote: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    claims: &'a [ClaimId],
}

impl AccountOut<'_> {
    fn of<'a>(account: &'a Account, index: &Index) -> AccountOut<'a> {
        let evidence = account.evidence.as_ref();
        AccountOut {
            value: &account.value,
            voice: &account.voice,
            documents: account.articles.iter().map(|a| index.document(*a)).collect(),
            quote: evidence.map(|e| e.words()),
            start: evidence.map(|e| e.span().start()),
            end: evidence.map(|e| e.span().end()),
            claims: &account.claims,
        }
    }
}

/// A line of the timeline.
#[derive(Serialize)]
pub struct TimelineOut<'a> {
    when: &'a str,
    kind: &'a str,
    /// Its row's id.
    pub id: &'a str,
    text: &'a str,
}

impl TimelineOut<'_> {
    /// As it is written.
    pub fn of(entry: &TimelineEntry) -> TimelineOut<'_> {
        TimelineOut { when: &entry.when, kind: &entry.kind, id: &entry.id.0, text: &entry.text }
    }
}
