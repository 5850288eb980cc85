//! The dossier: the whole process on a page or two.

use std::collections::BTreeMap;

use record::{Derivation, Party};

use super::deadlock::put_deadlocks_in_brief;
use super::differ::put_digest;
use super::wants::put_wants;
use super::{Row, Sheet};
use view::{Opened, names};

/// Sides named in the title.
const NAMED_SIDES: usize = 6;

/// Who met whom, what each side wants, what was promised, where accounts differ, who copied whom.
pub fn dossier(sheet: &mut Sheet, opened: &Opened) {
    put_title(sheet, opened);
    put_rows(sheet, opened, "Meetings", &opened.record.meetings);
    put_wants(sheet, opened);
    put_deadlocks_in_brief(sheet, opened);
    put_rows(sheet, opened, "What was promised", &opened.record.commitments);
    if !opened.record.disagreements.is_empty() {
        sheet.heading("Where accounts differ");
        put_digest(sheet, opened);
    }
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
