//! What was read, and what it shows of itself: documents, origins, lineage, problems, actors.

use record::{DocumentRow, Lineage, Origin, ProblemRow};
use text::DateBasis;

use super::{Row, Sheet};
use exporter::ActorRow;
use view::{Opened, names};

impl Row for Origin {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let documents: Vec<_> = self.articles.iter().map(|a| opened.document(*a)).collect();
        let credit =
            self.credited.as_ref().map(|c| format!(", credited to {c}")).unwrap_or_default();
        sheet.entry(2, &format!("{}{credit}", documents.join(", ")), &self.id);
        let own = |lineage: &&Lineage| self.articles.contains(&lineage.from);
        for lineage in opened.record.lineage.iter().filter(own) {
            let line = lineage_line(lineage, opened);
            sheet.line(4, &format!("{line}: {}", lineage.reason));
            put_altered(lineage, 6, sheet);
        }
    }
}

impl Row for Lineage {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let line = lineage_line(self, opened);
        sheet.line(2, &format!("{line}: {}", self.reason));
        put_altered(self, 4, sheet);
    }
}

/// What a copy says otherwise.
fn put_altered(lineage: &Lineage, indent: usize, sheet: &mut Sheet) {
    for change in &lineage.altered {
        let (was, is) = (change.was.words(), change.is.words());
        sheet.line(indent, &format!("altered: “{was}” is “{is}”"));
    }
}

/// "07-gulf-portal is a reprint of 06-strait-wire"
pub fn lineage_line(lineage: &Lineage, opened: &Opened) -> String {
    let of = lineage.of.map(|of| opened.document(of)).or_else(|| lineage.credited.clone());
    let of = of.unwrap_or_else(|| "a report not in the record".to_owned());
    let relation = match lineage.kind {
        record::Derivation::Reprint => "is a reprint of",
        record::Derivation::Rewrite => "is a rewrite of",
        record::Derivation::Version => "is a version of",
        record::Derivation::Citation => "cites",
    };
    format!("{} {relation} {of}", opened.document(lineage.from))
}

impl Row for DocumentRow {
    fn put(&self, sheet: &mut Sheet, _: &Opened) {
        let outlet = self.outlet.as_deref().unwrap_or("unknown outlet");
        let title = self.title.as_deref().unwrap_or("no title");
        sheet.entry(2, &format!("{outlet}: {title}"), &self.name);
        let date = match (&self.published, &self.inferred) {
            (Some(p), _) => {
                let days = names::days(p.when.from, p.when.last());
                format!("{days}, {}", basis(p.basis))
            }
            (None, Some(days)) => {
                let reasons = names::count(days.why.len(), "reason");
                format!("undated; {}, {reasons} in: explain {}", names::settled(days), self.name)
            }
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

/// Where a page's date stands.
pub(super) fn basis(basis: DateBasis) -> &'static str {
    match basis {
        DateBasis::Given => "as given",
        DateBasis::StructuredData => "by the page’s structured data",
        DateBasis::Markup => "by the page’s markup",
        DateBasis::Feed => "by the feed",
        DateBasis::Dateline => "by the dateline",
        DateBasis::Visible => "by words on the page",
        DateBasis::Url => "by the address",
    }
}
