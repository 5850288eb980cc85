//! Words that mean an office or body of one state more often than of any other: "special counsel", "the Senate".

/// How sure a word is of its state.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Claim {
    /// Whatever else is named.
    Always,
    /// Unless another state's organs or people act and its own do not.
    Mostly,
    /// Only where one of these is named.
    Beside(&'static str),
}

/// A row.
struct Row {
    words: &'static str,
    state: &'static str,
    sector: &'static str,
    claim: Claim,
}

/// All rows.
pub(crate) struct Typical(Vec<Row>);

impl Typical {
    /// The table that comes with the program.
    pub fn shipped() -> Typical {
        let table = include_str!("../../../data/actions/typical.tsv").lines().skip(1);
        Typical(table.filter_map(Row::parse).collect())
    }

    /// The state and sector of a phrase, of which these are the words, when these states act around it and these
    /// are named.
    pub fn state(
        &self,
        words: &[&str],
        acting: &[&str],
        named: &[&str],
    ) -> Option<(&'static str, &'static str)> {
        let told = self.0.iter().filter(|row| row.is_in(words));
        let longest = told.max_by_key(|row| row.words.len())?;
        let holds = match longest.claim {
            Claim::Always => true,
            Claim::Mostly => acting.is_empty() || named.contains(&longest.state),
            Claim::Beside(states) => states.split('|').any(|state| named.contains(&state)),
        };
        holds.then_some((longest.state, longest.sector))
    }
}

impl Row {
    fn parse(line: &'static str) -> Option<Row> {
        let [words, state, sector, claim] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let claim = match claim {
            "always" => Claim::Always,
            "mostly" => Claim::Mostly,
            states => Claim::Beside(states),
        };
        Some(Row { words, state, sector, claim })
    }

    /// True if its words stand in these one after another; small letters fit capitals, not the other way.
    fn is_in(&self, words: &[&str]) -> bool {
        let own: Vec<&str> = self.words.split(' ').collect();
        let same = |own: &str, word: &str| own == word || own == word.to_lowercase();
        words.windows(own.len()).any(|run| own.iter().zip(run).all(|(o, w)| same(o, w)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_state_and_a_sector() {
        let table = include_str!("../../../data/actions/typical.tsv");
        let rows = Typical::shipped().0;
        assert_eq!(rows.len(), table.lines().count() - 1);
        assert!(rows.iter().all(|row| row.state.len() == 3 && row.sector.len() == 3));
    }

    #[test]
    fn another_state_may_own_what_is_mostly_of_one() {
        let typical = Typical::shipped();
        let of = |words: &[&str], named: &[&str]| {
            typical.state(words, named, named).map(|found| found.0)
        };
        assert_eq!(of(&["the", "Senate"], &[]), Some("USA"));
        assert_eq!(of(&["the", "Senate"], &["FRA"]), None);
        assert_eq!(of(&["the", "North"], &["KOR"]), Some("PRK"));
        assert_eq!(of(&["the", "north"], &["KOR"]), None);
    }
}
