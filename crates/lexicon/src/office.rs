//! Words for offices: "foreign minister", "envoys", "the presidency".

use crate::table::{Row, list, read};

/// A word for an office, a body or the people of one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Office {
    /// In the singular.
    pub singular: &'static str,
    /// In the plural; empty if it has none.
    pub plural: &'static str,
    /// Other wordings: other spellings, abbreviations.
    pub variants: Vec<&'static str>,
    /// How high it stands at the table.
    pub level: OfficeLevel,
    /// Who it is.
    pub holder: OfficeHolder,
}

/// At what level an office meets. Highest first as diplomacy ranks them.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum OfficeLevel {
    /// A president, a monarch, a supreme leader.
    HeadOfState,
    /// A prime minister, a chancellor.
    HeadOfGovernment,
    /// A foreign minister, a secretary of state.
    ForeignMinister,
    /// A defence minister.
    DefenceMinister,
    /// The head of an intelligence service.
    Intelligence,
    /// A deputy minister, mostly of foreign affairs.
    DeputyMinister,
    /// An envoy, a mediator, a negotiator.
    SpecialEnvoy,
    /// A delegation, as one.
    Delegation,
    /// A chief of staff of armed forces.
    MilitaryChief,
    /// A spokesperson.
    Spokesperson,
    /// The head of an organisation of states.
    IgoHead,
    /// The leader of a party, a movement, an armed group.
    GroupLeader,
    /// An ambassador, a diplomat.
    Diplomat,
    /// Any other minister, a vice-president.
    OtherMinister,
    /// An official, an adviser, an aide.
    Official,
    /// A ministry, a government, an army.
    Body,
    /// Anyone else.
    Other,
}

impl OfficeLevel {
    /// The word used in tables and JSON.
    pub fn as_str(self) -> &'static str {
        use OfficeLevel::*;
        match self {
            HeadOfState => "head_of_state",
            HeadOfGovernment => "head_of_government",
            ForeignMinister => "foreign_minister",
            DefenceMinister => "defence_minister",
            Intelligence => "intelligence",
            DeputyMinister => "deputy_minister",
            SpecialEnvoy => "special_envoy",
            Delegation => "delegation",
            MilitaryChief => "military_chief",
            Spokesperson => "spokesperson",
            IgoHead => "igo_head",
            GroupLeader => "group_leader",
            Diplomat => "diplomat",
            OtherMinister => "other_minister",
            Official => "official",
            Body => "body",
            Other => "other",
        }
    }

    /// All, highest first.
    pub const ALL: [OfficeLevel; 17] = {
        use OfficeLevel::*;
        [
            HeadOfState,
            HeadOfGovernment,
            ForeignMinister,
            DefenceMinister,
            Intelligence,
            DeputyMinister,
            SpecialEnvoy,
            Delegation,
            MilitaryChief,
            Spokesperson,
            IgoHead,
            GroupLeader,
            Diplomat,
            OtherMinister,
            Official,
            Body,
            Other,
        ]
    };

    /// From the word used in tables and JSON.
    pub fn parse(word: &str) -> Option<OfficeLevel> {
        OfficeLevel::ALL.into_iter().find(|level| level.as_str() == word)
    }
}

/// Who stands behind an office word.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum OfficeHolder {
    /// One person at a time, who can be named: "foreign minister".
    Person,
    /// A body: "foreign ministry".
    Body,
    /// One of many, or several: "official", "aides".
    Anonymous,
}

impl OfficeHolder {
    fn parse(word: &str) -> Option<OfficeHolder> {
        Some(match word {
            "person" => OfficeHolder::Person,
            "body" => OfficeHolder::Body,
            "anonymous" => OfficeHolder::Anonymous,
            _ => return None,
        })
    }
}

const TABLE: &str = include_str!("../data/offices.tsv");

/// Every office word of the table.
pub(crate) fn shipped() -> Vec<Office> {
    read(TABLE, parse)
}

fn parse(row: Row) -> Option<Office> {
    let [singular, plural, variants, level, holder] = row.columns()?;
    let (level, holder) = (OfficeLevel::parse(level)?, OfficeHolder::parse(holder)?);
    Some(Office { singular, plural, variants: list(variants), level, holder })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::rows;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_an_office_and_no_wording_stands_twice() {
        let offices = shipped();
        assert_eq!(offices.len(), rows(TABLE).count());
        let mut seen = HashSet::new();
        for office in &offices {
            let wordings = [office.singular, office.plural].into_iter().filter(|w| !w.is_empty());
            for wording in wordings.chain(office.variants.iter().copied()) {
                assert!(seen.insert(wording), "{wording} stands twice");
            }
        }
    }
}
