//! News agencies and large outlets: who is behind a credit.

use crate::table::{Row, list, read, said};

/// A news agency, broadcaster or newspaper.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Agency {
    /// The name it is shown by.
    pub name: &'static str,
    /// Names that mean it in running text.
    pub aliases: Vec<&'static str>,
    /// Names that mean it only in a credit: "AP", "Report", "Mehr".
    pub credits: Vec<&'static str>,
    /// Alpha-3 code of the state that controls it or where it is based; `None` for bodies of many states.
    pub state: Option<&'static str>,
    /// Who controls it.
    pub control: Control,
    /// What it is.
    pub kind: &'static str,
    /// Its web domains.
    pub domains: Vec<&'static str>,
}

/// Who controls an agency.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Control {
    /// A government, openly.
    State,
    /// Paid by the public, run at arm's length.
    Public,
    /// Not the government in name: close to it, or to a party.
    Affiliated,
    /// Its member outlets.
    Cooperative,
    /// Its owners.
    Private,
    /// An organisation of states.
    Intergovernmental,
}

impl Control {
    fn parse(word: &str) -> Option<Control> {
        Some(match word {
            "state" => Control::State,
            "public" => Control::Public,
            "affiliated" => Control::Affiliated,
            "cooperative" => Control::Cooperative,
            "private" => Control::Private,
            "intergovernmental" => Control::Intergovernmental,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../data/agencies.tsv");

/// Every agency of the table.
pub(crate) fn shipped() -> Vec<Agency> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Agency> {
    let [name, aliases, credits, state, control, kind, domains] = row.columns()?;
    Some(Agency {
        name,
        aliases: list(aliases),
        credits: list(credits),
        state: said(state),
        control: Control::parse(control)?,
        kind,
        domains: list(domains),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_an_agency_and_none_stands_twice() {
        let agencies = shipped();
        assert_eq!(agencies.len(), rows(TABLE).count());
        let names: HashSet<_> = agencies.iter().map(|a| a.name).collect();
        assert_eq!(names.len(), agencies.len());
    }

    #[test]
    fn a_domain_has_one_agency() {
        let agencies = shipped();
        let domains: Vec<_> = agencies.iter().flat_map(|a| a.domains.iter()).collect();
        let distinct: HashSet<_> = domains.iter().collect();
        assert_eq!(distinct.len(), domains.len());
    }
}
