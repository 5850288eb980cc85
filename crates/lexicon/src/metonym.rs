//! Seats and short forms that stand for a government or one of its organs.

use crate::table::{Row, list, read};

/// A seat or short form: "the Kremlin", "Foggy Bottom".
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Metonym {
    /// Without an article.
    pub name: &'static str,
    /// Other spellings.
    pub aliases: Vec<&'static str>,
    /// Alpha-3 code of the state, or code of the organisation.
    pub state: &'static str,
    /// What it stands for.
    pub organ: Organ,
}

/// An organ of a state.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Organ {
    Presidency,
    HeadOfGovernment,
    Government,
    ForeignMinistry,
    DefenceMinistry,
    Parliament,
    Intelligence,
    Military,
    Monarchy,
}

impl Organ {
    fn parse(word: &str) -> Option<Organ> {
        Some(match word {
            "presidency" => Organ::Presidency,
            "head_of_government" => Organ::HeadOfGovernment,
            "government" => Organ::Government,
            "foreign_ministry" => Organ::ForeignMinistry,
            "defence_ministry" => Organ::DefenceMinistry,
            "parliament" => Organ::Parliament,
            "intelligence" => Organ::Intelligence,
            "military" => Organ::Military,
            "monarchy" => Organ::Monarchy,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../data/metonyms.tsv");

/// Every seat of the table.
pub(crate) fn shipped() -> Vec<Metonym> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Metonym> {
    let [name, aliases, state, organ] = row.columns()?;
    Some(Metonym { name, aliases: list(aliases), state, organ: Organ::parse(organ)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_seat_and_none_stands_twice() {
        let seats = shipped();
        assert_eq!(seats.len(), rows(TABLE).count());
        let keys: HashSet<_> = seats.iter().map(|m| (m.name, m.state)).collect();
        assert_eq!(keys.len(), seats.len());
    }
}
