//! Rows of the record, each as a few lines that end with its id.

use record::{
    Commitment, Condition, Disagreement, DocumentRow, Lineage, Meeting, Origin, Position,
    ProblemRow, Statement, Status, TimelineEntry,
};

use super::Sheet;
use crate::export::ActorRow;
use crate::names;
use crate::opened::Opened;

/// Something a page can show.
pub trait Row {
    /// Puts it on the page.
    fn put(&self, sheet: &mut Sheet, opened: &Opened);
}

impl Row for Meeting {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        sheet.entry(2, &meeting_line(self, opened), &self.id.0);
        put_participants(self, sheet, opened);
        if self.life.len() > 1 {
            sheet.line(4, &life_line(self));
        }
        if !self.when.why.is_empty() && self.when.from != self.when.until.and_then(day_before) {
            sheet.line(4, &format!("date: {}", self.when.why.join("; ")));
        }
        let issues: Vec<_> = self.issues.iter().map(|issue| issue.value.as_str()).collect();
        if !issues.is_empty() {
            sheet.line(4, &format!("about {}", names::listed(&issues)));
        }
        sheet.line(4, &sources_line(self, opened));
    }
}

fn day_before(day: jiff::civil::Date) -> Option<jiff::civil::Date> {
    day.yesterday().ok()
}

/// "Wednesday 28 December 2022, Moscow: defence ministers, trilateral; held"
pub fn meeting_line(meeting: &Meeting, opened: &Opened) -> String {
    let mut line = names::settled(&meeting.when);
    if let Some(place) = place_name(meeting, opened) {
        line.push_str(&format!(", {place}"));
    }
    let level = meeting.levels.first().map(|level| names::level(level.value));
    let shape = meeting.format.map(|format| format.as_str());
    let kind: Vec<_> = level.into_iter().chain(shape).collect();
    if !kind.is_empty() {
        line.push_str(&format!(": {}", kind.join(", ")));
    }
    line.push_str(&format!("; {}", meeting.status.as_str()));
    line
}

fn place_name(meeting: &Meeting, opened: &Opened) -> Option<String> {
    let place = &meeting.places.first()?.value;
    let country = || {
        let party = record::Party(place.country.clone()?);
        Some(opened.tools.party_name(&party).to_owned())
    };
    place.city.clone().or_else(country)
}

fn put_participants(meeting: &Meeting, sheet: &mut Sheet, opened: &Opened) {
    let mut rest = meeting.participants.as_slice();
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|p| p.party == first.party).count();
        let (side, others) = rest.split_at(same);
        rest = others;
        let people: Vec<_> = side.iter().filter_map(person_line).collect();
        let host = if meeting.host.as_ref() == Some(&first.party) { " (host)" } else { "" };
        let name = opened.tools.party_name(&first.party);
        let line = match people.is_empty() {
            true => format!("{name}{host}"),
            false => format!("{name}{host}: {}", people.join(", ")),
        };
        sheet.line(4, &line);
    }
    if let Some(mediator) = &meeting.mediator {
        sheet.line(4, &format!("mediated by {}", opened.tools.party_name(mediator)));
    }
}

fn person_line(participant: &record::Participant) -> Option<String> {
    match (&participant.person, &participant.office) {
        (Some(person), Some(office)) => Some(format!("{person} ({office})")),
        (Some(name), None) | (None, Some(name)) => Some(name.clone()),
        (None, None) => None,
    }
}

/// "expected early May (by 20 April) → postponed (27 April) → held (10 May)"
fn life_line(meeting: &Meeting) -> String {
    let step = |step: &record::LifeStep| {
        let mut words = names::step(step.status).to_owned();
        if let (Some(time), true) = (&step.time, step.status != Status::Postponed) {
            words.push_str(&format!(" {time}"));
        }
        if let Some(reported) = step.reported {
            words.push_str(&format!(" ({})", reported.strftime("%-d %b %Y")));
        }
        words
    };
    meeting.life.iter().map(step).collect::<Vec<_>>().join(" → ")
}

fn sources_line(meeting: &Meeting, opened: &Opened) -> String {
    let mut documents: Vec<_> =
        meeting.reports.iter().map(|r| opened.document(r.article)).collect();
    documents.dedup();
    let origins = names::count(meeting.origins, "independent origin");
    format!("{origins}: {}", documents.join(", "))
}

impl Row for Statement {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let words = quoted(self.evidence.words());
        sheet.entry(2, &format!("{}: {words}", self.act.as_str()), &self.id.0);
        sheet.line(4, &source_line(self, opened));
        if let Some((what, depends_on)) = &self.requires {
            sheet.line(4, &format!("{} waits for {}", quoted(what), quoted(depends_on)));
        }
    }
}

/// "Faisal Mekdad, via SANA, in Strait Wire (11-strait-wire)"
pub fn source_line(statement: &Statement, opened: &Opened) -> String {
    let document = opened.document(statement.article);
    match statement.voices.split_first() {
        Some((outlet, [inner @ .., speaker])) if *outlet == document => {
            format!("{speaker}{} ({document})", relays(inner))
        }
        _ => format!("{} ({document})", chain(&statement.voices)),
    }
}

/// "Faisal Mekdad, via SANA, in Strait Wire"
pub fn chain(voices: &[String]) -> String {
    match voices {
        [] => "unattributed".to_owned(),
        [outlet] => format!("in {outlet}’s own words"),
        [outlet, inner @ .., speaker] => format!("{speaker}{}, in {outlet}", relays(inner)),
    }
}

/// ", via SANA"
fn relays(voices: &[String]) -> String {
    voices.iter().rev().map(|relay| format!(", via {relay}")).collect()
}

/// The words on one line, between quotation marks.
pub fn quoted(words: &str) -> String {
    format!("“{}”", words.trim_matches(['"', '“', '”']))
}

impl Row for Condition {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let who = names::parties(&opened.tools, &self.set_by);
        let who = if who.is_empty() { "unknown".to_owned() } else { who };
        let line = format!("{who}: {} waits for {}", quoted(&self.what), quoted(&self.depends_on));
        sheet.entry(2, &line, &self.id.0);
        if !self.awaits.is_empty() {
            let whose = names::parties(&opened.tools, &self.awaits);
            sheet.line(4, &format!("the next move is {whose}’s"));
        }
        if !self.blocks.is_empty() {
            sheet.line(4, &format!("blocks {}", names::listed(&self.blocks)));
        }
        let statements = names::count(self.statements.len(), "statement");
        let origins = names::count(self.origins, "independent origin");
        sheet.line(4, &format!("{statements}, {origins}"));
    }
}

impl Row for Commitment {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let state = names::commitment_state(self.state);
        let who = names::parties(&opened.tools, &self.by);
        let mut line = format!("{state}: {who}: {}", quoted(&self.action));
        if let Some(due) = &self.due {
            line.push_str(&format!(", due {}", names::days(due.from, due.last())));
        }
        sheet.entry(2, &line, &self.id.0);
        if let Some(why) = &self.why {
            sheet.line(4, why);
        }
        sheet.line(4, &names::count(self.origins, "independent origin"));
    }
}

impl Row for Position {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        sheet.line(2, &format!("{} on {}", opened.tools.party_name(&self.party), self.issue));
        for step in &self.steps {
            let day = step.reported.map_or_else(|| "undated".to_owned(), names::day);
            let said = opened.record.statements.iter().find(|s| s.id == step.statement);
            let words = said.map(|s| quoted(s.evidence.words())).unwrap_or_default();
            let line = format!("{day}: {}: {words}", step.act.as_str());
            sheet.entry(4, &line, &step.statement.0);
        }
    }
}

impl Row for Disagreement {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let meeting = opened.record.meetings.iter().find(|m| m.id == self.meeting);
        let about = self.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
        let of = meeting.map(|m| meeting_line(m, opened)).unwrap_or_else(|| self.meeting.0.clone());
        sheet.entry(2, &format!("{}{about} of {of}", self.field), &self.id.0);
        for account in &self.accounts {
            let documents: Vec<_> = account.articles.iter().map(|a| opened.document(*a)).collect();
            let source = format!("{} ({})", account.voice, documents.join(", "));
            let words = account.evidence.as_ref().map(|e| quoted(e.words())).unwrap_or_default();
            sheet.line(4, &format!("{}: {source} {words}", account.value));
        }
    }
}

impl Row for Origin {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let documents: Vec<_> = self.articles.iter().map(|a| opened.document(*a)).collect();
        let credit =
            self.credited.as_ref().map(|c| format!(", credited to {c}")).unwrap_or_default();
        sheet.entry(2, &format!("{}{credit}", documents.join(", ")), &self.id);
        let own = |lineage: &&Lineage| self.articles.contains(&lineage.from);
        for lineage in opened.record.lineage.iter().filter(own) {
            lineage.put(sheet, opened);
        }
    }
}

impl Row for Lineage {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let of = self.of.map(|of| opened.document(of)).or_else(|| self.credited.clone());
        let of = of.unwrap_or_else(|| "a report not in the record".to_owned());
        let relation = match self.kind {
            record::Derivation::Reprint => "is a reprint of",
            record::Derivation::Rewrite => "is a rewrite of",
            record::Derivation::Citation => "cites",
        };
        let line = format!("{} {relation} {of}: {}", opened.document(self.from), self.reason);
        sheet.line(4, &line);
    }
}

impl Row for TimelineEntry {
    fn put(&self, sheet: &mut Sheet, _: &Opened) {
        sheet.entry(2, &format!("{}  {}", self.when, self.text), &self.id.0);
    }
}

impl Row for DocumentRow {
    fn put(&self, sheet: &mut Sheet, _: &Opened) {
        let outlet = self.outlet.as_deref().unwrap_or("unknown outlet");
        let title = self.title.as_deref().unwrap_or("no title");
        sheet.entry(2, &format!("{outlet}: {title}"), &self.name);
        let date = match (&self.published, &self.inferred) {
            (Some(p), _) => {
                let days = names::days(p.when.from, p.when.last());
                format!("{days}, by the page’s {}", p.basis.as_str())
            }
            (None, Some(s)) => format!("undated; {}: {}", names::settled(s), s.why.join("; ")),
            (None, None) => "undated".to_owned(),
        };
        sheet.line(4, &format!("{date}; origin {}", self.origin));
        if !self.credits.is_empty() {
            sheet.line(4, &format!("credits {}", names::listed(&self.credits)));
        }
    }
}

impl Row for ProblemRow {
    fn put(&self, sheet: &mut Sheet, _: &Opened) {
        sheet.line(2, &problem_line(&self.document, &self.problem));
    }
}

/// "R001 03-bosphorus: the page gives no date; give the publication date if you know it"
pub fn problem_line(document: &str, problem: &text::Problem) -> String {
    let hint = problem.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
    let of = if document.is_empty() { "" } else { " " };
    format!("{}{of}{document}: {}{hint}", problem.code.0, problem.message)
}

impl Row for ActorRow {
    fn put(&self, sheet: &mut Sheet, _: &Opened) {
        let meetings = names::count(self.meetings, "meeting");
        let statements = names::count(self.statements, "statement");
        sheet.entry(2, &format!("{}: {meetings}, {statements}", self.name), &self.party);
        for person in &self.persons {
            let offices = names::listed(&person.offices);
            let ending = if offices.is_empty() { offices } else { format!(", {offices}") };
            sheet.line(4, &format!("{}{ending}", person.name));
        }
    }
}
