//! What other data sets call a state: FIPS 10-4, which GDELT has for places, and the numbers of the
//! Correlates of War project, which POLECAT has for actors.

/// A state's codes; empty where the set has none for it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct StateCodes {
    /// Two letters.
    pub fips: &'static str,
    /// A number, as of its membership of the state system in 2016.
    pub cow: &'static str,
}

const TABLE: &str = include_str!("../data/states.tsv");

impl StateCodes {
    /// Of the state with this alpha-3 code; all empty for one that no set knows.
    pub fn of(state: &str) -> StateCodes {
        rows().find(|(code, _)| *code == state).map(|(_, codes)| codes).unwrap_or_default()
    }
}

fn rows() -> impl Iterator<Item = (&'static str, StateCodes)> {
    let rows = TABLE.lines().skip(1);
    rows.filter_map(|row| {
        let (state, codes) = row.split_once('\t')?;
        let (fips, cow) = codes.split_once('\t')?;
        Some((state, StateCodes { fips, cow }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_read_and_no_code_is_of_two_states() {
        assert_eq!(rows().count() + 1, TABLE.lines().count());
        let (mut fips, mut cow) = (BTreeSet::new(), BTreeSet::new());
        for (state, codes) in rows() {
            assert!(codes.fips.is_empty() || (codes.fips.len() == 2 && fips.insert(codes.fips)));
            let number = codes.cow.parse::<u16>().is_ok();
            assert!(codes.cow.is_empty() || (number && cow.insert(codes.cow)), "{state}");
        }
    }

    #[test]
    fn a_state_is_known_by_its_codes() {
        assert_eq!(StateCodes::of("TUR"), StateCodes { fips: "TU", cow: "640" });
        assert_eq!(StateCodes::of("HKG").cow, "");
        assert_eq!(StateCodes::of("IGOUNO"), StateCodes::default());
    }
}
