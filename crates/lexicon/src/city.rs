//! Cities and resorts where talks are held, capitals among them.

use crate::table::{Row, flag, list, read, said};

/// A city, a resort, or a named place of talks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct City {
    /// Its English name.
    pub name: &'static str,
    /// Other spellings and former names.
    pub aliases: Vec<&'static str>,
    /// Alpha-3 code of the state it lies in; `None` where that is what the parties dispute.
    pub state: Option<&'static str>,
    /// True for the seat of a government: its name may stand for that government.
    pub capital: bool,
}

const TABLE: &str = include_str!("../data/cities.tsv");

/// Every city of the table.
pub(crate) fn shipped() -> Vec<City> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<City> {
    let [name, aliases, state, capital] = row.columns()?;
    Some(City { name, aliases: list(aliases), state: said(state), capital: flag(capital)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_city_and_none_stands_twice() {
        let cities = shipped();
        assert_eq!(cities.len(), rows(TABLE).count());
        let keys: HashSet<_> = cities.iter().map(|c| (c.name, c.state)).collect();
        assert_eq!(keys.len(), cities.len());
    }
}
