//! Claims as one line of text, and lines that leave out what they do not care about.
//!
//! `meeting held main: OMN, YEM; in Muscat; on 2024-03-12` is a kind, some tags, a colon, and fields
//! between semicolons. A line fits a claim if the claim has every tag and field of the line.

use record::{
    Claim, Content, Evidence, Medium, MeetingMention, OutcomeMention, Part, Party, Standing,
    StatementMention,
};

/// A claim, or what is asked of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    tags: Vec<String>,
    fields: Vec<String>,
}

impl Line {
    /// Reads a line as people write it.
    pub fn parse(line: &str) -> Line {
        let (tags, fields) =
            outside_quotes(line, ": ").map_or((line, ""), |at| (&line[..at], &line[at + 2..]));
        let tags = tags.split_whitespace().map(str::to_owned).collect();
        let mut rest = fields;
        let mut fields = Vec::new();
        while let Some(at) = outside_quotes(rest, "; ") {
            fields.push(rest[..at].to_owned());
            rest = &rest[at + 2..];
        }
        fields.extend((!rest.is_empty()).then(|| rest.to_owned()));
        Line { tags, fields }
    }

    /// Everything there is to say of a claim; coded events have cases of their own.
    pub fn of(claim: &Claim) -> Option<Line> {
        let voices = format!("voices: {}", claim.attribution.names().join(" < "));
        let mut line = match &claim.content {
            Content::Meeting(meeting) => of_meeting(meeting, claim.shown()),
            Content::Statement(statement) => of_statement(statement, claim.shown()),
            Content::Outcome(outcome) => of_outcome(outcome, claim.shown()),
            Content::Event(_) => return None,
        };
        line.fields.push(voices);
        Some(line)
    }

    /// True if `claim` has all of this line's tags and fields.
    pub fn fits(&self, claim: &Line) -> bool {
        self.tags.iter().all(|tag| claim.tags.contains(tag))
            && self.fields.iter().all(|field| claim.fields.contains(field))
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.tags.join(" "), self.fields.join("; "))
    }
}

/// Where `mark` first stands with an even number of quotation marks before it.
fn outside_quotes(line: &str, mark: &str) -> Option<usize> {
    let mut marks = line.match_indices(mark).map(|(at, _)| at);
    marks.find(|at| line[..*at].matches('"').count().is_multiple_of(2))
}

fn of_meeting(meeting: &MeetingMention, shown: &Evidence) -> Line {
    let level = meeting.level.map_or("unranked", |level| level.as_str());
    let mut tags = vec!["meeting", meeting.status.as_str(), standing(meeting.standing)];
    tags.extend([medium(meeting.medium), level]);
    let mut tags: Vec<String> = tags.into_iter().map(str::to_owned).collect();
    tags.extend(meeting.sides.map(|sides| format!("{sides}-way")));
    let mut parties: Vec<Party> = Vec::new();
    for party in meeting.participants.iter().flat_map(|p| &p.actor.parties) {
        if !parties.contains(party) {
            parties.push(party.clone());
        }
    }
    let mut fields = vec![codes(&parties)];
    fields.extend(meeting.participants.iter().flat_map(participant));
    fields.extend(place(meeting));
    fields
        .push(meeting.time.as_ref().map_or("undated".into(), |time| format!("on {}", time.value)));
    fields.extend(meeting.told.as_ref().map(|told| format!("told {}", told.value)));
    fields.push(about(meeting.issues.iter().map(|i| i.issue.as_str())));
    fields.push(quoted(shown));
    Line { tags, fields }
}

fn participant(participant: &record::ParticipantMention) -> Vec<String> {
    let actor = &participant.actor;
    let party = codes(&actor.parties);
    let part = match participant.part {
        Part::Party => None,
        Part::Mediator => Some("mediates"),
        Part::Host => Some("hosts"),
        Part::Observer => Some("observes"),
    };
    let person = actor.person.as_ref().map(|person| format!("{person} of {party}"));
    let office = actor.office.as_ref().map(|office| format!("{party} as {office}"));
    let part = part.map(|part| format!("{party} {part}"));
    person.into_iter().chain(office).chain(part).collect()
}

fn place(meeting: &MeetingMention) -> Vec<String> {
    let place = meeting.place.as_ref();
    let city = place.and_then(|p| p.city.as_deref());
    let country = place.and_then(|p| p.country.as_deref());
    let found: Vec<String> =
        [city, country].into_iter().flatten().map(|p| format!("in {p}")).collect();
    if found.is_empty() { vec!["nowhere".into()] } else { found }
}

fn of_statement(statement: &StatementMention, shown: &Evidence) -> Line {
    let mut tags = vec!["statement".to_owned(), statement.act.as_str().to_owned()];
    tags.push(if statement.verbatim { "verbatim" } else { "reported" }.to_owned());
    tags.extend(statement.speaker.parties.iter().map(|party| party.0.clone()));
    let speaker = &statement.speaker;
    let mut fields = vec![quoted(shown)];
    fields.push(format!("by {}", speaker.person.as_ref().unwrap_or(&speaker.words)));
    fields.push(about(statement.issues.iter().map(String::as_str)));
    if let Some(requires) = &statement.requires {
        let (what, waits) = (&requires.what.evidence, &requires.depends_on.evidence);
        let tie = if requires.unless { "unless" } else { "waits for" };
        fields.push(format!("what {} {tie} {}", quoted(what), quoted(waits)));
        fields.push(format!("awaits {}", codes(&requires.awaits)));
    }
    if let Some(undertaking) = &statement.undertakes {
        fields.push(format!("bound {}", codes(&undertaking.by)));
        fields.push(format!("will {}", quoted(&undertaking.action.evidence)));
        let due =
            undertaking.due.as_ref().map_or("unsaid".to_owned(), |due| due.last().to_string());
        fields.push(format!("due {due}"));
    }
    Line { tags, fields }
}

fn of_outcome(outcome: &OutcomeMention, shown: &Evidence) -> Line {
    let tags = vec!["outcome".to_owned(), outcome.outcome.as_str().to_owned()];
    let promise = format!("of {}", quoted(&outcome.promise.evidence));
    let mut fields = vec![quoted(shown), format!("bound {}", codes(&outcome.by)), promise];
    let day = outcome.deed.as_ref().and_then(|deed| deed.time.as_ref()?.when.as_ref());
    fields.extend(day.map(|when| format!("on {}", when.last())));
    Line { tags, fields }
}

fn codes(parties: &[Party]) -> String {
    let codes: Vec<&str> = parties.iter().map(|party| party.0.as_str()).collect();
    if codes.is_empty() { "nobody".into() } else { codes.join(", ") }
}

fn about<'a>(issues: impl Iterator<Item = &'a str>) -> String {
    let issues: Vec<&str> = issues.collect();
    if issues.is_empty() { "about nothing".into() } else { format!("about {}", issues.join(", ")) }
}

/// In plain quotation marks; marks within are left out, so that a line can be split at its fields.
fn quoted(evidence: &Evidence) -> String {
    format!("\"{}\"", evidence.words().replace(['"', '“', '”'], ""))
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Main => "main",
        Standing::Background => "background",
        Standing::Planned => "planned",
    }
}

fn medium(medium: Medium) -> &'static str {
    match medium {
        Medium::InPerson => "in_person",
        Medium::Remote => "remote",
        Medium::Indirect => "indirect",
    }
}
