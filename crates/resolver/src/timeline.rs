//! All dated rows in order of time.

use std::collections::BTreeMap;

use jiff::civil::Date;
use lexicon::Lexicon;
use record::{
    ClaimId, Commitment, Meeting, Party, Record, RowId, SpeechAct, Statement, TimelineEntry,
};
use text::ArticleId;

use crate::naming::party_names;
use crate::summary::one_line;

/// Meetings when they were or are meant to be; promises, conditions, denials and offers when reported.
pub(crate) fn rows(record: &Record, lexicon: &Lexicon) -> Vec<TimelineEntry> {
    let reported = reported(record);
    let said: BTreeMap<ClaimId, Date> = record
        .statements
        .iter()
        .filter_map(|s| Some((s.claim, *reported.get(&s.article)?)))
        .collect();
    let mut entries: Vec<(Date, TimelineEntry)> = Vec::new();
    entries.extend(record.meetings.iter().filter_map(|m| meeting(m, lexicon)));
    entries.extend(record.commitments.iter().filter_map(|c| commitment(c, &said, lexicon)));
    entries.extend(record.statements.iter().filter_map(|s| statement(s, &reported, lexicon)));
    entries.sort_by(|(a, x), (b, y)| (a, &x.kind, &x.id).cmp(&(b, &y.kind, &y.id)));
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The day each dated article was published.
fn reported(record: &Record) -> BTreeMap<ArticleId, Date> {
    let dated = record.documents.iter().filter_map(|d| {
        let when = &d.published.as_ref()?.when;
        Some((d.article, when.is_day().then_some(when.from)?))
    });
    dated.collect()
}

fn meeting(meeting: &Meeting, lexicon: &Lexicon) -> Option<(Date, TimelineEntry)> {
    let last = meeting.when.until.and_then(|until| until.yesterday().ok());
    let when = meeting.when.edtf.clone();
    let text = one_line(meeting, lexicon);
    let id = meeting.id.clone();
    Some((meeting.when.from.or(last)?, TimelineEntry { when, kind: "meeting".into(), id, text }))
}

fn commitment(
    commitment: &Commitment,
    said: &BTreeMap<ClaimId, Date>,
    lexicon: &Lexicon,
) -> Option<(Date, TimelineEntry)> {
    let day = *commitment.claims.iter().filter_map(|claim| said.get(claim)).min()?;
    let text = format!("{}: {}", who(&commitment.by, "", lexicon), commitment.action);
    Some(entry(day, "commitment", &commitment.id, text))
}

fn statement(
    statement: &Statement,
    reported: &BTreeMap<ArticleId, Date>,
    lexicon: &Lexicon,
) -> Option<(Date, TimelineEntry)> {
    let telling = [SpeechAct::Precondition, SpeechAct::Denial, SpeechAct::Offer];
    let day = reported.get(&statement.article).filter(|_| telling.contains(&statement.act))?;
    let who = who(&statement.parties, &statement.speaker, lexicon);
    let text = format!("{who}, {}: {}", statement.act.as_str(), statement.evidence.words());
    Some(entry(*day, "statement", &statement.id, text))
}

fn entry(day: Date, kind: &str, id: &RowId, text: String) -> (Date, TimelineEntry) {
    (day, TimelineEntry { when: day.to_string(), kind: kind.to_owned(), id: id.clone(), text })
}

fn who(parties: &[Party], otherwise: &str, lexicon: &Lexicon) -> String {
    if parties.is_empty() { otherwise.to_owned() } else { party_names(lexicon, parties) }
}
