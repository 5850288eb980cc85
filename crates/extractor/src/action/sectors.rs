//! Role nouns and the sector that CAMEO and PLOVER give them: "police", "rebels", "lawmakers".

use std::collections::HashMap;

/// The sectors of role nouns.
pub(crate) struct Sectors {
    cameo: HashMap<&'static str, &'static str>,
    plover: HashMap<&'static str, &'static str>,
}

impl Sectors {
    /// The table that comes with the program.
    pub fn shipped() -> Sectors {
        Sectors {
            cameo: table(include_str!("../../data/actions/sectors.tsv")),
            plover: table(include_str!("../../data/actions/plover-sectors.tsv")),
        }
    }

    /// Of a noun or several, in lower case and in the singular: "security force".
    pub fn of(&self, words: &str) -> Option<&'static str> {
        self.cameo.get(words).copied()
    }

    /// The same by PLOVER, for a phrase by itself, where more nouns are roles and "men" are just somebody.
    pub fn in_plover(&self, words: &str) -> Option<&'static str> {
        self.plover.get(words).copied().or_else(|| self.of(words))
    }

    /// All nouns with their sectors, in no order.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.cameo.iter().map(|(words, sector)| (*words, *sector))
    }
}

fn table(rows: &'static str) -> HashMap<&'static str, &'static str> {
    let rows = rows.lines().skip(1).filter_map(|row| row.split_once('\t'));
    rows.flat_map(|(sector, words)| words.split('|').map(move |word| (word, sector))).collect()
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
        assert!(sectors.cameo.len() > 200);
        assert!(sectors.cameo.values().chain(sectors.plover.values()).all(|s| s.len() == 3));
        assert_eq!(sectors.of("security force"), Some("COP"));
    }
}
