//! Where accounts of one meeting differ: in full, and in a line.

use record::{Account, Disagreement};

use super::{Row, Sheet, meeting_line, quoted, voices};
use crate::names;
use crate::opened::Opened;

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
                let (voice, documents) = (voice(account, opened), documents.join(", "));
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
        for voice in accounts.iter().map(|account| voice(account, opened)) {
            if !heard.iter().any(|earlier| voices::same(earlier, &voice)) {
                heard.push(voice);
            }
        }
        format!("{} {}", told_by(value), names::listed(&heard))
    };
    let accounts: Vec<_> = by_value(row).into_iter().map(told).collect();
    format!("{}: {}", subject(row, opened), accounts.join("; "))
}

/// Accounts that say the same together; those that are silent or deny last.
fn by_value(row: &Disagreement) -> Vec<(&str, Vec<&Account>)> {
    let mut values: Vec<(&str, Vec<&Account>)> = Vec::new();
    for account in &row.accounts {
        match values.iter_mut().find(|(value, _)| *value == account.value) {
            Some((_, accounts)) => accounts.push(account),
            None => values.push((&account.value, vec![account])),
        }
    }
    values.sort_by_key(|(value, _)| matches!(*value, "not mentioned" | "denied"));
    values
}

fn told_by(value: &str) -> String {
    match value {
        "not mentioned" | "named" | "denied" => format!("{value} by"),
        _ => format!("{} according to", value.replace('_', " ")),
    }
}

/// What they differ on.
fn subject(row: &Disagreement, opened: &Opened) -> String {
    let about = row.about.as_deref();
    match (row.field.as_str(), about) {
        ("issues", Some(issue)) => names::issue(&opened.tools, issue),
        ("participants", Some(code)) => {
            format!("presence of {}", opened.tools.party_name(&record::Party(code.to_owned())))
        }
        ("when", _) => "date".to_owned(),
        ("status", _) => "whether it took place".to_owned(),
        (field, _) => field.to_owned(),
    }
}

fn voice(account: &Account, opened: &Opened) -> String {
    let claim = account.claims.iter().find_map(|id| opened.claim(*id));
    let origin = claim.and_then(|claim| claim.attribution.origin());
    let parties = origin.and_then(|voice| voice.source.actor()).map(|actor| &actor.parties);
    voices::named(&account.voice, parties.map_or(&[], Vec::as_slice), opened)
}
