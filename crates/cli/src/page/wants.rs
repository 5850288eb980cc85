//! What each side wants: its conditions, each once however often it was said, and its demands.

use std::collections::{BTreeMap, BTreeSet};

use record::{Condition, Party, SpeechAct, Statement};

use super::Sheet;
use view::told::{condition_line, said_line, source_line, weight};
use view::{Opened, names};

/// Conditions and demands shown of each side before the reader is sent to `show`.
const SHOWN_PER_SIDE: usize = 4;

/// What one side, or several together, set and demand.
#[derive(Default)]
struct Wants<'a> {
    conditions: Vec<&'a Condition>,
    demands: Vec<&'a Statement>,
}

/// By side; sides that speak in one voice are one.
pub fn put_wants(sheet: &mut Sheet, opened: &Opened) {
    let wants = wants(opened);
    if wants.is_empty() {
        return;
    }
    sheet.heading("What each side wants");
    for (sides, wants) in wants {
        sheet.line(2, &names::parties(&opened.tools, sides));
        put_conditions(sheet, opened, &wants.conditions);
        put_demands(sheet, opened, &wants.demands);
        let more = wants.conditions.len().saturating_sub(SHOWN_PER_SIDE)
            + wants.demands.len().saturating_sub(SHOWN_PER_SIDE);
        if let (Some(party), 1..) = (sides.first(), more) {
            sheet.line(4, &format!("{more} more: rapporteur show statements --party {}", party.0));
        }
    }
}

fn wants(opened: &Opened) -> BTreeMap<&[Party], Wants<'_>> {
    let mut wants: BTreeMap<&[Party], Wants> = BTreeMap::new();
    for condition in opened.record.conditions.iter().filter(|row| !row.set_by.is_empty()) {
        wants.entry(&condition.set_by).or_default().conditions.push(condition);
    }
    let mut said = BTreeSet::new();
    let demands = opened.record.statements.iter().filter(|s| s.act == SpeechAct::Demand);
    for demand in demands.filter(|s| !s.parties.is_empty() && said.insert(s.evidence.words())) {
        wants.entry(&demand.parties).or_default().demands.push(demand);
    }
    for side in wants.values_mut() {
        side.conditions.sort_by_key(|row| std::cmp::Reverse((row.origins, row.statements.len())));
    }
    wants
}

fn put_conditions(sheet: &mut Sheet, opened: &Opened, conditions: &[&Condition]) {
    for condition in conditions.iter().take(SHOWN_PER_SIDE) {
        let line = format!("condition: {}", condition_line(condition));
        sheet.entry(4, &line, &condition.id.0);
        let said = opened.record.statements.iter().filter(|s| condition.statements.contains(&s.id));
        let (first, other) = telling(condition, &said.collect::<Vec<_>>());
        if let Some(first) = first {
            sheet.line(6, &source_line(first, opened));
        }
        if condition.statements.len() > 1 {
            sheet.line(6, &weight(condition.statements.len(), condition.origins));
        }
        if let Some(other) = other {
            sheet.entry(6, &format!("also: {}", said_line(other, opened)), &other.id.0);
        }
    }
}

/// The statement that gave a condition its words, and one that puts it in others.
fn telling<'a>(
    condition: &Condition,
    said: &[&'a Statement],
) -> (Option<&'a Statement>, Option<&'a Statement>) {
    let is_first = |s: &&&Statement| {
        let words = s.requires.as_ref();
        words.is_some_and(|r| r.what == condition.what && r.depends_on == condition.depends_on)
    };
    let first = said.iter().find(is_first).or_else(|| said.first()).copied();
    let words = first.map(|s| s.evidence.words());
    (first, said.iter().find(|s| Some(s.evidence.words()) != words).copied())
}

fn put_demands(sheet: &mut Sheet, opened: &Opened, demands: &[&Statement]) {
    for demand in demands.iter().take(SHOWN_PER_SIDE) {
        sheet.entry(4, &format!("demand: {}", said_line(demand, opened)), &demand.id.0);
    }
}
