//! What a stretch of words may mean.

use crate::{Agency, City, Metonym, Office, Organisation, PersonId, State};

/// The longest stretch of words that the tables know.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    /// How many words it takes.
    pub words: usize,
    /// All its readings, in the order of [`Entry`].
    pub entries: Vec<Entry<'a>>,
    /// True if the words are the plural of an office in another language than English.
    pub plural: bool,
}

/// One reading.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entry<'a> {
    /// "Turkey"
    State(&'a State),
    /// "Turkish", "Turk", "Turks"
    Demonym {
        /// Whose.
        state: &'a State,
        /// Which form.
        noun: DemonymForm,
    },
    /// "Geneva"
    City(&'a City),
    /// "the Kremlin"
    Seat(&'a Metonym),
    /// "the United Nations", "the Houthis"
    Organisation(&'a Organisation),
    /// "Reuters"
    Agency(&'a Agency),
    /// "Kofi Annan"
    Person(PersonId),
    /// "foreign ministers"
    Office(&'a Office),
}

/// A form of the word for a state's people.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum DemonymForm {
    /// "Swedish"
    Adjective,
    /// "a Swede"
    Singular,
    /// "Swedes"
    Plural,
}
