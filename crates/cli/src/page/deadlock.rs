//! Deadlocks: who waits for whom in a circle, and the conditions that say so.

use record::{Deadlock, Party, Wait};

use super::{Row, Sheet};
use view::told::condition_line;
use view::{Opened, names};

/// Under a heading, with the conditions; nothing where nobody waits in a circle.
pub fn put_deadlocks(sheet: &mut Sheet, opened: &Opened) {
    put_heading(sheet, opened);
    opened.record.deadlocks.iter().for_each(|deadlock| deadlock.put(sheet, opened));
}

/// A line for each, where the conditions stand above.
pub fn put_deadlocks_in_brief(sheet: &mut Sheet, opened: &Opened) {
    put_heading(sheet, opened);
    for deadlock in &opened.record.deadlocks {
        let mut pairs: Vec<_> = deadlock.waits.iter().map(|w| pair_line(opened, w)).collect();
        pairs.dedup();
        sheet.line(2, &pairs.join("; "));
    }
}

fn put_heading(sheet: &mut Sheet, opened: &Opened) {
    if !opened.record.deadlocks.is_empty() {
        sheet.heading("Who waits for whom in a circle");
    }
}

/// "Syria waits for Turkey"
fn pair_line(opened: &Opened, wait: &Wait) -> String {
    let [party, awaits] = [&wait.party, &wait.awaits].map(|side| opened.tools.party_name(side));
    format!("{party} waits for {awaits}")
}

impl Row for Deadlock {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        sheet.line(2, &names::parties(&opened.tools, &self.parties));
        let mut last: Option<(&Party, &Party)> = None;
        for wait in &self.waits {
            let pair = (&wait.party, &wait.awaits);
            if last != Some(pair) {
                sheet.line(4, &pair_line(opened, wait));
            }
            put_wait(sheet, opened, wait);
            last = Some(pair);
        }
    }
}

fn put_wait(sheet: &mut Sheet, opened: &Opened, wait: &Wait) {
    let condition = opened.record.conditions.iter().find(|row| row.id == wait.condition);
    if let Some(condition) = condition {
        sheet.entry(6, &condition_line(condition), &condition.id.0);
    }
}
