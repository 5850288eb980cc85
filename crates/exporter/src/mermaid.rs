//! `mermaid`: who waits for whom, as a flow chart that Markdown pages draw.
//!
//! An arrow leads from the side that sets a condition to the side whose move it is, with what is waited for; a thick
//! one is part of a deadlock. A condition of which nobody is said to have the next move ends in a box with its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use record::{Condition, Party, RowId};

use crate::index::Index;
use crate::material::Material;
use crate::output::Exported;
use crate::plain::{clip, line};

/// Longer labels are cut.
const LONGEST_LABEL: usize = 90;

/// One side waits for another; `None` where nobody is named, each for itself.
type Key<'a> = (&'a Party, Result<&'a Party, &'a RowId>);

/// The chart.
pub fn mermaid(material: &Material<'_>) -> Exported {
    let mut waits: BTreeMap<Key<'_>, Vec<&Condition>> = BTreeMap::new();
    for condition in &material.record.conditions {
        for key in keys(condition) {
            waits.entry(key).or_default().push(condition);
        }
    }
    let stuck: BTreeSet<(&Party, &Party)> = material
        .record
        .deadlocks
        .iter()
        .flat_map(|d| &d.waits)
        .map(|wait| (&wait.party, &wait.awaits))
        .collect();
    let mut page = "flowchart LR\n".to_owned();
    // Writing into memory cannot fail.
    let _ = nodes(&mut page, &waits, material.index);
    for ((party, awaits), conditions) in &waits {
        let thick = awaits.is_ok_and(|awaits| stuck.contains(&(*party, awaits)));
        let _ = edge(&mut page, (party, awaits), conditions, thick);
    }
    page.into()
}

fn keys(condition: &Condition) -> Vec<Key<'_>> {
    let of = |party| -> Vec<Key<'_>> {
        let others = condition.awaits.iter().filter(|awaits| *awaits != party);
        let named: Vec<Key<'_>> = others.map(|awaits| (party, Ok(awaits))).collect();
        if named.is_empty() { vec![(party, Err(&condition.id))] } else { named }
    };
    condition.set_by.iter().flat_map(of).collect()
}

fn nodes(
    page: &mut String,
    waits: &BTreeMap<Key<'_>, Vec<&Condition>>,
    index: &Index,
) -> std::fmt::Result {
    let setting = waits.keys().map(|(party, _)| *party);
    let parties: BTreeSet<&Party> =
        setting.chain(waits.keys().filter_map(|(_, a)| a.ok())).collect();
    for party in parties {
        writeln!(page, "  {}[\"{}\"]", node(party), label(index.party(party)))?;
    }
    Ok(())
}

fn edge(
    page: &mut String,
    (party, awaits): (&Party, &Result<&Party, &RowId>),
    conditions: &[&Condition],
    thick: bool,
) -> std::fmt::Result {
    let most = |c: &&&Condition| (c.origins, c.statements.len());
    let Some(first) = conditions.iter().rev().max_by_key(most) else { return Ok(()) };
    let (what, waited) = (label(&first.what), label(&first.depends_on));
    let (waits, for_what) =
        if first.unless { ("unless", "unless:") } else { ("waits for", "waits for:") };
    match awaits {
        Ok(awaits) => {
            let arrow = if thick { "==>" } else { "-->" };
            let more = match conditions.len() - 1 {
                0 => String::new(),
                more => format!("<br>and {more} more"),
            };
            let (from, to) = (node(party), node(awaits));
            writeln!(page, "  {from} {arrow}|\"{what}<br>{for_what} {waited}{more}\"| {to}")
        }
        Err(id) => {
            let end = id.0.replace('-', "");
            writeln!(page, "  {} -->|\"{what}<br>{waits}\"| {end}([\"{waited}\"])", node(party))
        }
    }
}

/// A name that the language has no use for itself.
fn node(party: &Party) -> String {
    let letters: String = party.0.chars().filter(char::is_ascii_alphanumeric).collect();
    format!("side_{letters}")
}

/// Words on one line without signs that end a label or begin a tag.
fn label(words: &str) -> String {
    let plain = clip(&line(words), LONGEST_LABEL);
    let harmless = |c: char| match c {
        '"' | '“' | '”' | '`' => '\'',
        '<' | '>' | '[' | ']' | '{' | '}' | '|' | '#' | ';' | '&' | '\\' => ' ',
        c => c,
    };
    plain.chars().map(harmless).collect()
}
