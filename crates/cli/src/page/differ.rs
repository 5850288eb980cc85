//! Where accounts of one meeting differ: in full, and in a line.

use record::{Account, Disagreement};

use super::{Row, Sheet};
use view::told::{account_voice, by_value, meeting_line, quoted, same, subject, told_by};
use view::{Opened, names};

impl Row for Disagreement {
    fn put(&self, sheet: &mut Sheet, opened: &Opened) {
        let meeting = opened.record.meetings.iter().find(|m| m.id == self.meeting);
        let of = meeting.map(|m| meeting_line(m, opened)).unwrap_or_else(|| self.meeting.0.clone());
        sheet.entry(2, &subject(self, opened), &self.id.0);
        sheet.entry(4, &of, &self.meeting.0);
        for (value, accounts) in by_value(self) {
            for account in accounts {
                let documents: Vec<_> =
                    account.articles.iter().map(|a| opened.document(*a)).collect();
                let (voice, documents) = (account_voice(account, opened), documents.join(", "));
                sheet.line(4, &format!("{} {voice} ({documents})", told_by(value)));
                if let Some(evidence) = &account.evidence {
                    sheet.line(6, &quoted(evidence.words()));
                }
            }
        }
    }
}

/// Each meeting once, each field of it on a line or two.
pub fn put_digest(sheet: &mut Sheet, opened: &Opened) {
    for rows in opened.record.disagreements.chunk_by(|a, b| a.meeting == b.meeting) {
        let meeting = opened.record.meetings.iter().find(|m| m.id == rows[0].meeting);
        if let Some(meeting) = meeting {
            sheet.entry(2, &meeting_line(meeting, opened), &meeting.id.0);
        }
        rows.iter().for_each(|row| sheet.entry(4, &digest(row, opened), &row.id.0));
    }
}

/// "withdrawal of troops: discussed according to SANA; not mentioned by the defence ministry"
fn digest(row: &Disagreement, opened: &Opened) -> String {
    let told = |(value, accounts): (&str, Vec<&Account>)| {
        let mut heard: Vec<String> = Vec::new();
        for voice in accounts.iter().map(|account| account_voice(account, opened)) {
            if !heard.iter().any(|earlier| same(earlier, &voice)) {
                heard.push(voice);
            }
        }
        format!("{} {}", told_by(value), names::listed(&heard))
    };
    let accounts: Vec<_> = by_value(row).into_iter().map(told).collect();
    format!("{}: {}", subject(row, opened), accounts.join("; "))
}
