//! Events in codes.

use record::Event;

use super::{Row, Sheet};
use view::told::{chain, quoted};
use view::{Opened, names};

impl Row for Event {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let cameo = opened.index.ontology.code(&self.code);
        let name = cameo.map_or("", |c| c.name);
        let kind = cameo.and_then(|c| c.plover()).unwrap_or("STATEMENT");
        let who = format!("{} → {}", self.source, self.target);
        let status = self.status.as_str();
        sheet.entry(2, &format!("{who}: {} {name} ({kind}, {status})", self.code), &self.id.0);
        let day = self.day.map(|day| format!("on {day}"));
        let day = day.or(self.reported.map(|day| format!("reported {day}")));
        let origins = names::count(self.origins, "independent origin");
        sheet.line(4, &format!("{}; {origins}", day.as_deref().unwrap_or("undated")));
        for report in &self.reports {
            let document = opened.document(report.article);
            let words = quoted(report.evidence.words());
            sheet.line(4, &format!("{words} {} ({document})", chain(&report.voices)));
            sheet.line(6, &format!("pattern: {}", report.pattern));
        }
    }
}
