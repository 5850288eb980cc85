//! All of it by day.

use record::TimelineEntry;

use super::{Row, Sheet};
use view::told::occasion;
use view::{Opened, names};

impl Row for TimelineEntry {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let meeting = opened.record.meetings.iter().find(|meeting| meeting.id == self.id);
        let Some(meeting) = meeting else {
            return sheet.brief(2, &self.text, &self.id.0);
        };
        let mut sides: Vec<_> = meeting.participants.iter().map(|p| p.party.clone()).collect();
        sides.dedup();
        let line = occasion(meeting, opened);
        let line = line.trim_start_matches([',', ':', ' ']);
        sheet.brief(2, &format!("{line} ({})", names::parties(&opened.tools, &sides)), &self.id.0);
    }
}

/// Each day or range once, with what belongs to it below.
pub fn put_timeline(sheet: &mut Sheet, opened: &Opened) {
    for day in opened.record.timeline.chunk_by(|a, b| a.when == b.when) {
        sheet.line(0, &day[0].when);
        day.iter().for_each(|entry| entry.put(sheet, opened));
    }
}
