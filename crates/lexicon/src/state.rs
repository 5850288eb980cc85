//! States, and the few territories that news treats like one.

use crate::table::{Row, flag, list, read};

/// A state.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct State {
    /// ISO 3166-1 alpha-3; `XKX` for Kosovo.
    pub code: &'static str,
    /// The English short name.
    pub name: &'static str,
    /// Other names of it.
    pub aliases: Vec<&'static str>,
    /// "Turkish"
    pub adjectives: Vec<&'static str>,
    /// "Turk"
    pub singulars: Vec<&'static str>,
    /// "Turks"
    pub plurals: Vec<&'static str>,
    /// Seats of government; the first is the one that stands for it.
    pub capitals: Vec<&'static str>,
    /// True if the name is as often something else: a given name, a province, a bird.
    pub ambiguous: bool,
}

const TABLE: &str = include_str!("../data/states.tsv");

/// Every state of the table.
pub(crate) fn shipped() -> Vec<State> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<State> {
    let [code, name, aliases, adjectives, singulars, plurals, capitals, ambiguous] =
        row.columns()?;
    Some(State {
        code,
        name,
        aliases: list(aliases),
        adjectives: list(adjectives),
        singulars: list(singulars),
        plurals: list(plurals),
        capitals: list(capitals),
        ambiguous: flag(ambiguous)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_state_with_its_own_code() {
        let states = shipped();
        assert_eq!(states.len(), rows(TABLE).count());
        let codes: HashSet<_> = states.iter().map(|s| s.code).collect();
        assert_eq!(codes.len(), states.len());
        assert!(codes.iter().all(|c| c.len() == 3 && c.bytes().all(|b| b.is_ascii_uppercase())));
    }
}
