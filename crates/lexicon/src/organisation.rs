//! Organisations of states, and groups that bargain or fight without being one.

use jiff::civil::Date;

use crate::person::days;
use crate::table::{Row, list, read, said};

/// An organisation of states, a court, an aid body, or an armed or political group.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Organisation {
    /// CAMEO style, its own: `IGOUNO`, `PSEREBHMS`. The first six letters are the actor and its sector.
    pub code: &'static str,
    /// The name it is shown by.
    pub name: &'static str,
    /// Other names, abbreviations, spellings.
    pub aliases: Vec<&'static str>,
    /// Alpha-3 code of the state it belongs to, for groups that have one.
    pub state: Option<&'static str>,
    /// What it is.
    pub kind: OrganisationKind,
    /// From when to when an armed or political group was its state's government.
    governing: Vec<(Date, Option<Date>)>,
}

impl Organisation {
    /// True if it was its state's government that day.
    pub fn governs(&self, on: Date) -> bool {
        self.governing.iter().any(|(from, to)| *from <= on && to.is_none_or(|to| on <= to))
    }
}

/// What an organisation is.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum OrganisationKind {
    /// States are its members, by treaty: the UN, NATO.
    Intergovernmental,
    /// States that meet without one: the G7, the Quad.
    Bloc,
    /// An international court or tribunal.
    Court,
    /// The Red Cross, Amnesty.
    NonGovernmental,
    /// It fights.
    ArmedGroup,
    /// It does not, or no longer.
    PoliticalGroup,
    /// It governs what few or no states recognise.
    DeFactoAuthority,
    /// An organ of one state known by its own name: the CIA, the IRGC.
    StateOrgan,
}

impl OrganisationKind {
    fn parse(word: &str) -> Option<OrganisationKind> {
        use OrganisationKind::*;
        Some(match word {
            "intergovernmental" => Intergovernmental,
            "bloc" => Bloc,
            "court" => Court,
            "non_governmental" => NonGovernmental,
            "armed" => ArmedGroup,
            "political" => PoliticalGroup,
            "de_facto" => DeFactoAuthority,
            "state_organ" => StateOrgan,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../data/organisations.tsv");

/// Every organisation of the table.
pub(crate) fn shipped() -> Vec<Organisation> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Organisation> {
    let [code, name, aliases, state, kind, governing] = row.columns()?;
    let kind = OrganisationKind::parse(kind)?;
    let governing = list(governing).into_iter().map(spell).collect::<Option<_>>()?;
    Some(Organisation { code, name, aliases: list(aliases), state: said(state), kind, governing })
}

/// `1996-09-27/2001-11-13`; without an end if it lasts.
fn spell(words: &str) -> Option<(Date, Option<Date>)> {
    let (from, to) = words.split_once('/')?;
    let (from, _) = days(from)?;
    match to {
        "" => Some((from, None)),
        to => Some((from, Some(days(to)?.1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_an_organisation_with_its_own_code() {
        let organisations = shipped();
        assert_eq!(organisations.len(), rows(TABLE).count());
        let codes: HashSet<_> = organisations.iter().map(|o| o.code).collect();
        assert_eq!(codes.len(), organisations.len());
    }

    #[test]
    fn a_group_governs_while_it_does() {
        let organisations = shipped();
        let taliban = organisations.iter().find(|o| o.code == "AFGREBTAL").unwrap();
        let on = |year| taliban.governs(jiff::civil::date(year, 6, 1));
        assert_eq!([on(1995), on(2000), on(2010), on(2023)], [false, true, false, true]);
    }

    #[test]
    fn codes_are_whole_triplets() {
        for organisation in shipped() {
            assert_eq!(organisation.code.len() % 3, 0, "{}", organisation.code);
            if let Some(state) = organisation.state {
                assert!(organisation.code.starts_with(state), "{}", organisation.code);
            }
        }
    }
}
