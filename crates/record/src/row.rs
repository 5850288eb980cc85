//! The record: what follows from all claims and judgements.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use text::{ArticleId, Problem, Published, When};

use crate::{
    ClaimId, Deadlock, Difference, EventStatus, Evidence, Fate, Format, IssueMention, Judgement,
    Level, Lineage, Medium, Moved, Origin, Part, Party, Process, RowId, SpeechAct, Standing,
    Status, Supported,
};

/// The whole record, as of a day or as of now.
///
/// Rows are in a fixed order: documents by name, meetings and the timeline by time,
/// statements by document and place in it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Record {
    /// The day up to whose end reports were taken into account.
    pub as_of: Option<Date>,
    /// The articles.
    pub documents: Vec<DocumentRow>,
    /// The meetings, each with every account of it.
    pub meetings: Vec<Meeting>,
    /// What was said.
    pub statements: Vec<Statement>,
    /// Who did what to whom, in codes.
    pub events: Vec<Event>,
    /// What was promised.
    pub commitments: Vec<Commitment>,
    /// What waits for what.
    pub conditions: Vec<Condition>,
    /// Who stands where on what, in order of time.
    pub positions: Vec<Position>,
    /// Meetings that are rounds of one process, by the first of them.
    #[serde(default)]
    pub processes: Vec<Process>,
    /// Who waits for whom in a circle.
    #[serde(default)]
    pub deadlocks: Vec<Deadlock>,
    /// Which article derives from which.
    pub lineage: Vec<Lineage>,
    /// Articles that are one report.
    pub origins: Vec<Origin>,
    /// Where accounts differ.
    pub disagreements: Vec<Disagreement>,
    /// All dated rows in order of time.
    pub timeline: Vec<TimelineEntry>,
    /// What was odd.
    pub problems: Vec<ProblemRow>,
    /// Why rows are one or two: the verdicts in force.
    pub judgements: Vec<Judgement>,
}

/// An article, as the record lists it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct DocumentRow {
    /// Its id for people: unique in the record.
    pub name: String,
    /// Its id for machines.
    pub article: ArticleId,
    /// Where it was read.
    pub path: String,
    /// Its address.
    pub url: Option<String>,
    /// Its publisher.
    pub outlet: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Its own date.
    pub published: Option<Published>,
    /// For an undated article: the days it can have been published, with the reasons.
    pub inferred: Option<Settled>,
    /// BCP 47.
    pub language: String,
    /// Agencies credited.
    pub credits: Vec<String>,
    /// Its origin's id.
    pub origin: String,
}

/// Days that all reports together allow, and why.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Settled {
    /// Extended Date/Time Format, level 1.
    pub edtf: String,
    /// First day, if there is a bound.
    pub from: Option<Date>,
    /// First day that no longer fits, if there is a bound.
    pub until: Option<Date>,
    /// Each bound's words or report, in one line.
    pub why: Vec<String>,
}

/// A meeting: every account of it, side by side.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Meeting {
    /// Names it.
    pub id: RowId,
    /// Its latest state.
    pub status: Status,
    /// Each state it is reported to have been in, in order.
    pub life: Vec<LifeStep>,
    /// When, by all reports together.
    pub when: Settled,
    /// Each time as given.
    pub times: Vec<Supported<When>>,
    /// Each place as given, best supported first.
    pub places: Vec<Supported<Place>>,
    /// Its shape.
    pub format: Option<Format>,
    /// Face to face, by wire, through others.
    pub medium: Medium,
    /// Its rank: each as given, best supported first.
    pub levels: Vec<Supported<Level>>,
    /// Who was there, in order of party.
    pub participants: Vec<Participant>,
    /// Whose house.
    pub host: Option<Party>,
    /// Who carried messages.
    pub mediator: Option<Party>,
    /// What it was about, by issue.
    pub issues: Vec<Supported<String>>,
    /// Every report of it, in order of document and place.
    pub reports: Vec<Report>,
    /// How many independent origins report it.
    pub origins: usize,
}

/// One state of a meeting.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct LifeStep {
    /// The state.
    pub status: Status,
    /// When it was meant to be, as this report has it.
    pub time: Option<String>,
    /// When the report that says so was published, if known.
    pub reported: Option<Date>,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// A place in the record.
#[derive(Clone, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Place {
    /// In English.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
}

/// Someone at the table.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Participant {
    /// For whom.
    pub party: Party,
    /// For a body that is no state: what the reports call it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// Who, if named.
    pub person: Option<String>,
    /// As what.
    pub office: Option<String>,
    /// In what part.
    pub part: Part,
    /// The claims that say so.
    pub claims: Vec<ClaimId>,
}

/// One article's account of a meeting.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Report {
    /// Its claim.
    pub claim: ClaimId,
    /// Its article.
    pub article: ArticleId,
    /// What the meeting is to the article.
    pub standing: Standing,
    /// The state it tells.
    pub status: Status,
    /// The words.
    pub evidence: Evidence,
    /// The chain of voices.
    pub voices: Vec<String>,
    /// What it was about, according to this account.
    pub issues: Vec<IssueMention>,
}

/// Something said.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Statement {
    /// Names it.
    pub id: RowId,
    /// Its claim.
    pub claim: ClaimId,
    /// Its article.
    pub article: ArticleId,
    /// Who said it: a name, else the words for the speaker.
    pub speaker: String,
    /// For whom; empty if not known.
    pub parties: Vec<Party>,
    /// From the outlet inward.
    pub voices: Vec<String>,
    /// What was done by saying it.
    pub act: SpeechAct,
    /// What it is about.
    pub issues: Vec<String>,
    /// The words.
    pub evidence: Evidence,
    /// All of them in quotation marks.
    pub verbatim: bool,
    /// What waits for what.
    pub requires: Option<Requires>,
}

/// What waits for what, in words.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Requires {
    /// What must wait.
    pub what: String,
    /// For what.
    pub depends_on: String,
    /// True of what comes unless the other does.
    #[serde(default)]
    pub unless: bool,
}

/// Something done, in codes: every report of it on one day.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Event {
    /// Names it.
    pub id: RowId,
    /// Who acts: "TURGOV".
    pub source: String,
    /// On or with whom: "SYRGOV".
    pub target: String,
    /// CAMEO: the most particular code of the reports.
    pub code: String,
    /// Whether it took place.
    pub status: EventStatus,
    /// PLOVER's contexts, of all reports.
    pub contexts: Vec<String>,
    /// The day, if the words tell it.
    pub day: Option<Date>,
    /// The day of the first report, if known.
    pub reported: Option<Date>,
    /// The meeting or statement that the same words tell, if the record has one.
    pub of: Option<RowId>,
    /// Every report of it, in order of document and place.
    pub reports: Vec<EventReport>,
    /// How many independent origins report it.
    pub origins: usize,
}

/// One article's account of an event.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct EventReport {
    /// Its claim.
    pub claim: ClaimId,
    /// Its article.
    pub article: ArticleId,
    /// The words.
    pub evidence: Evidence,
    /// The pattern that fired.
    pub pattern: String,
    /// The chain of voices.
    pub voices: Vec<String>,
}

/// A promise.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Commitment {
    /// Names it.
    pub id: RowId,
    /// Who is bound.
    pub by: Vec<Party>,
    /// To do what, in the words of the first report.
    pub action: String,
    /// By when.
    pub due: Option<When>,
    /// What has become of it.
    pub state: CommitmentState,
    /// How an open promise stands to its time; `None` if nothing is to be said.
    #[serde(default)]
    pub fate: Option<Fate>,
    /// Why that state, in one line with the words.
    pub why: Option<String>,
    /// Its statements.
    pub statements: Vec<RowId>,
    /// Its claims.
    pub claims: Vec<ClaimId>,
    /// How many independent origins report it.
    pub origins: usize,
}

/// What has become of a promise.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentState {
    /// Nothing is reported.
    Open,
    /// A report says it was done.
    Kept,
    /// A report or a person says it was not.
    Broken,
    /// Something later took its place.
    Overtaken,
}

/// Something that waits for something else.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Condition {
    /// Names it.
    pub id: RowId,
    /// Who sets it.
    pub set_by: Vec<Party>,
    /// What must wait, in the words of the first report.
    pub what: String,
    /// For what.
    pub depends_on: String,
    /// True of what comes unless the other does: a threat, on which nobody waits.
    #[serde(default)]
    pub unless: bool,
    /// Whose move it is.
    pub awaits: Vec<Party>,
    /// The issues that it blocks.
    pub blocks: Vec<String>,
    /// Its statements.
    pub statements: Vec<RowId>,
    /// Its claims.
    pub claims: Vec<ClaimId>,
    /// How many independent origins report it.
    pub origins: usize,
}

/// A party's statements on one issue, in order of time. Derived, never extracted.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Position {
    /// Whose.
    pub party: Party,
    /// On what.
    pub issue: String,
    /// Each step; the last is where the party stands now.
    pub steps: Vec<Step>,
    /// Where a dated step does another thing than the dated one before it.
    #[serde(default)]
    pub moved: Vec<Moved>,
}

/// One step of a position.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Step {
    /// When it was reported, if known.
    pub reported: Option<Date>,
    /// What was done by saying it.
    pub act: SpeechAct,
    /// The statement.
    pub statement: RowId,
}

/// A field on which accounts differ.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Disagreement {
    /// Names it.
    pub id: RowId,
    /// Of which meeting.
    pub meeting: RowId,
    /// `issues`, `when`, `place`, `level`, `participants`, `status`, `mood`.
    pub field: String,
    /// In what way they differ.
    pub difference: Difference,
    /// What of the field, if it is one value: an issue's key, a party's code.
    pub about: Option<String>,
    /// Each account with its words.
    pub accounts: Vec<Account>,
}

/// One side of a disagreement.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Account {
    /// What it says; `not mentioned` where it is silent on what others report.
    pub value: String,
    /// Whose account: the innermost voice.
    pub voice: String,
    /// In which articles.
    pub articles: Vec<ArticleId>,
    /// The words; for a silent account the words in which the others' news would stand.
    pub evidence: Option<Evidence>,
    /// Its claims.
    pub claims: Vec<ClaimId>,
}

/// One line of the timeline.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct TimelineEntry {
    /// EDTF.
    pub when: String,
    /// `meeting`, `statement`, `commitment`.
    pub kind: String,
    /// The row.
    pub id: RowId,
    /// One line for people.
    pub text: String,
}

/// A problem and the document it is of.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ProblemRow {
    /// The document's name, or the path if there is no document.
    pub document: String,
    /// What is odd.
    pub problem: Problem,
}
