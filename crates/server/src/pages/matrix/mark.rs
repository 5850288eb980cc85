//! What one outlet says of one thing: a glyph and its word, never a colour alone.

use record::{Certainty, Claim, Modality, Polarity};
use schemars::JsonSchema;
use serde::Serialize;

/// How an outlet stands to what a row says. Silence is no mark.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// ✗ Says that it is not so.
    Denies,
    /// ✓ Says so.
    Asserts,
    /// ≠ Says another thing.
    Differs,
    /// ~ Says so, but not firmly.
    Hedges,
}

impl Stand {
    /// Of a claim that tells a value, the same as the row's or another.
    pub fn of(certainty: Certainty, same: Same) -> Stand {
        match (certainty.polarity, same, certainty.modality) {
            (Polarity::Denied, _, _) => Stand::Denies,
            (_, Same::No, _) => Stand::Differs,
            (_, Same::Yes, Modality::Certain | Modality::Probable) => Stand::Asserts,
            (_, Same::Yes, Modality::Possible | Modality::Unknown) => Stand::Hedges,
        }
    }
}

/// Whether a claim's value is that of the row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Same {
    /// It is.
    Yes,
    /// It is another.
    No,
}

impl Same {
    /// Yes if so.
    pub fn when(same: bool) -> Same {
        if same { Same::Yes } else { Same::No }
    }
}

/// One claim in a cell.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
pub struct Mark {
    /// How it stands to the row.
    pub stand: Stand,
    /// What it says.
    pub value: String,
    /// The claim, for its evidence.
    pub claim: String,
}

/// Digits of a claim's id that find it.
const DIGITS: usize = 16;

impl Mark {
    /// Of a claim.
    pub fn of(claim: &Claim, same: Same, value: &str) -> Mark {
        Mark::standing(Stand::of(claim.certainty, same), claim, value)
    }

    /// Of a claim whose stand is known.
    pub fn standing(stand: Stand, claim: &Claim, value: &str) -> Mark {
        Mark { stand, value: value.to_owned(), claim: format!("{:.DIGITS$}", claim.id.0) }
    }

    /// True for ✓.
    pub fn is_assertion(&self) -> bool {
        self.stand == Stand::Asserts
    }
}

/// Into a cell goes one mark of each stand and value; denials stand first, hedges last.
pub fn note(cell: &mut Vec<Mark>, mark: Mark) {
    let is_new = cell.iter().all(|held| (held.stand, &held.value) != (mark.stand, &mark.value));
    if is_new {
        cell.push(mark);
        cell.sort_by_key(|mark| mark.stand);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn certainty(polarity: Polarity, modality: Modality) -> Certainty {
        Certainty { polarity, modality }
    }

    #[test]
    fn a_stand_follows_from_the_words() {
        let firm = certainty(Polarity::Affirmed, Modality::Certain);
        assert_eq!(Stand::of(firm, Same::Yes), Stand::Asserts);
        assert_eq!(Stand::of(firm, Same::No), Stand::Differs);
        let may = certainty(Polarity::Affirmed, Modality::Possible);
        assert_eq!(Stand::of(may, Same::Yes), Stand::Hedges);
        assert_eq!(Stand::of(may, Same::No), Stand::Differs);
        let not = certainty(Polarity::Denied, Modality::Certain);
        assert_eq!(Stand::of(not, Same::Yes), Stand::Denies);
        assert_eq!(Stand::of(not, Same::No), Stand::Denies);
    }

    #[test]
    fn a_cell_says_each_thing_once_and_denials_first() {
        let mark = |stand, value: &str| Mark { stand, value: value.into(), claim: "1".into() };
        let mut cell = Vec::new();
        note(&mut cell, mark(Stand::Asserts, "held"));
        note(&mut cell, mark(Stand::Denies, "held"));
        note(&mut cell, mark(Stand::Asserts, "held"));
        let stands: Vec<Stand> = cell.iter().map(|mark| mark.stand).collect();
        assert_eq!(stands, [Stand::Denies, Stand::Asserts]);
    }
}
