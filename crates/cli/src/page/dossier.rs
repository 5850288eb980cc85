//! The dossier: the whole process on a page or two.

use std::collections::{BTreeMap, BTreeSet};

use record::{Derivation, Party, SpeechAct, Statement};

use super::Sheet;
use super::rows::{Row, quoted, source_line};
use crate::names;
use crate::opened::Opened;

/// Statements shown of each side before the reader is sent to `show statements`.
const SHOWN_PER_SIDE: usize = 6;

/// Sides named in the title.
const NAMED_SIDES: usize = 6;

/// Who met whom, what each side wants, what was promised, where accounts differ, who copied whom.
pub fn dossier(sheet: &mut Sheet, opened: &Opened) {
    put_title(sheet, opened);
    put_rows(sheet, opened, "Meetings", &opened.record.meetings);
    put_wants(sheet, opened);
    put_rows(sheet, opened, "What was promised", &opened.record.commitments);
    put_rows(sheet, opened, "Where accounts differ", &opened.record.disagreements);
    let derived = |l: &&record::Lineage| l.kind != Derivation::Citation;
    let copies: Vec<_> = opened.record.lineage.iter().filter(derived).cloned().collect();
    put_rows(sheet, opened, "Who copied whom", &copies);
}

/// Under a heading; nothing where there are no rows.
fn put_rows<R: Row>(sheet: &mut Sheet, opened: &Opened, heading: &str, rows: &[R]) {
    if rows.is_empty() {
        return;
    }
    sheet.heading(heading);
    rows.iter().for_each(|row| row.put(sheet, opened));
}

fn put_title(sheet: &mut Sheet, opened: &Opened) {
    let sides: Vec<_> = sides(opened).into_iter().take(NAMED_SIDES).collect();
    match sides.is_empty() {
        true => sheet.heading("No talks found"),
        false => sheet.heading(&names::parties(&opened.tools, &sides)),
    }
    let record = &opened.record;
    let documents = names::count(record.documents.len(), "document");
    let origins = names::count(record.origins.len(), "independent origin");
    sheet.line(0, &format!("{documents}, {origins}{}{}", dates(opened), as_of(opened)));
}

/// Those who met, most often first.
fn sides(opened: &Opened) -> Vec<Party> {
    let mut met: BTreeMap<&Party, usize> = BTreeMap::new();
    for meeting in &opened.record.meetings {
        let mut parties: Vec<_> = meeting.participants.iter().map(|p| &p.party).collect();
        parties.dedup();
        parties.into_iter().for_each(|party| *met.entry(party).or_default() += 1);
    }
    let mut sides: Vec<_> = met.into_iter().collect();
    sides.sort_by_key(|(party, times)| (std::cmp::Reverse(*times), *party));
    sides.into_iter().map(|(party, _)| party.clone()).collect()
}

fn dates(opened: &Opened) -> String {
    let days = opened.record.documents.iter().filter_map(|d| d.published.as_ref());
    let (first, last) =
        (days.clone().map(|p| p.when.from).min(), days.map(|p| p.when.last()).max());
    match (first, last) {
        (Some(first), Some(last)) if first == last => format!(", {}", names::day(first)),
        (Some(first), Some(last)) => format!(", {} to {}", names::day(first), names::day(last)),
        _ => String::new(),
    }
}

fn as_of(opened: &Opened) -> String {
    opened.record.as_of.map(|day| format!(", as of {}", names::day(day))).unwrap_or_default()
}

/// Preconditions and demands of each side, in the words of the reports; reprinted words once.
fn put_wants(sheet: &mut Sheet, opened: &Opened) {
    let mut sides: BTreeMap<&Party, Vec<&Statement>> = BTreeMap::new();
    let wants = |s: &&Statement| matches!(s.act, SpeechAct::Precondition | SpeechAct::Demand);
    for statement in opened.record.statements.iter().filter(wants) {
        statement.parties.iter().for_each(|p| sides.entry(p).or_default().push(statement));
    }
    if sides.is_empty() {
        return;
    }
    sheet.heading("What each side wants");
    for (party, mut statements) in sides {
        sheet.line(2, opened.tools.party_name(party));
        statements.sort_by_key(|s| s.act != SpeechAct::Precondition);
        let mut said = BTreeSet::new();
        statements.retain(|s| said.insert((s.act, s.evidence.words())));
        put_said(sheet, opened, &statements);
        if let Some(more @ 1..) = statements.len().checked_sub(SHOWN_PER_SIDE) {
            sheet.line(4, &format!("{more} more: rapporteur show statements --party {}", party.0));
        }
    }
}

fn put_said(sheet: &mut Sheet, opened: &Opened, statements: &[&Statement]) {
    for said in statements.iter().take(SHOWN_PER_SIDE) {
        let words = quoted(said.evidence.words());
        let line = format!("{}: {words} {}", said.act.as_str(), source_line(said, opened));
        sheet.entry(4, &line, &said.id.0);
    }
}
