//! Role nouns and the sector that CAMEO and PLOVER give them: "police", "rebels", "lawmakers".

use std::collections::HashMap;

/// The sectors of role nouns.
pub(crate) struct Sectors(HashMap<&'static str, &'static str>);

impl Sectors {
    /// The table that comes with the program.
    pub fn shipped() -> Sectors {
        let rows = include_str!("../../data/actions/sectors.tsv").lines().skip(1);
        let mut sectors = HashMap::new();
        for (sector, words) in rows.filter_map(|row| row.split_once('\t')) {
            sectors.extend(words.split('|').map(|word| (word, sector)));
        }
        Sectors(sectors)
    }

    /// Of a noun or several, in lower case and in the singular: "security force".
    pub fn of(&self, words: &str) -> Option<&'static str> {
        self.0.get(words).copied()
    }

    /// All nouns with their sectors, in no order.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().map(|(words, sector)| (*words, *sector))
    }
}

/// True for those whose acts are politics: not for "people" and "men".
pub(crate) fn is_political(sector: &str) -> bool {
    !matches!(
        sector,
        "CVL"
            | "UNK"
            | "CRM"
            | "BUS"
            | "MED"
            | "JRN"
            | "EDU"
            | "AGR"
            | "LAB"
            | "HLH"
            | "REL"
            | "ELI"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sector_has_three_letters() {
        let sectors = Sectors::shipped();
        assert!(sectors.0.len() > 200);
        assert!(sectors.0.values().all(|s| s.len() == 3));
        assert_eq!(sectors.of("security force"), Some("COP"));
    }
}
