//! A meeting: when, where, who, what became of it, who tells it.

use record::Meeting;
use view::{Opened, names, told};

use super::{Row, Sheet};

impl Row for Meeting {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        sheet.entry(2, &told::meeting_line(self, opened), &self.id.0);
        put_participants(self, sheet, opened);
        if self.life.len() > 1 {
            sheet.line(4, &told::life_line(self));
        }
        if told::is_inferred(self) {
            let reasons = names::count(self.when.why.len(), "reason");
            sheet.line(4, &format!("no report gives the day; {reasons} in: explain {}", self.id));
        }
        let issues: Vec<_> = self.issues.iter().map(|issue| issue.value.as_str()).collect();
        if !issues.is_empty() {
            let titles: Vec<_> =
                issues.iter().map(|key| names::issue(&opened.tools, key)).collect();
            sheet.line(4, &format!("about {}", titles.join("; ")));
        }
        sheet.line(4, &told::sources_line(self, opened));
    }
}

fn put_participants(meeting: &Meeting, sheet: &mut Sheet, opened: &Opened) {
    told::sides(meeting, opened).iter().for_each(|side| sheet.line(4, side));
    if let Some(mediator) = &meeting.mediator {
        sheet.line(4, &format!("mediated by {}", opened.tools.party_name(mediator)));
    }
}
