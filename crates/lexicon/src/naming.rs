//! What another language calls what the tables know: a table that comes with a language pack.
//!
//! ```text
//! state      DEU               Almanya|Federal Almanya
//! adjective  DEU               Alman
//! city       Vienna            Viyana
//! office     defence minister  savunma bakanı
//! offices    defence minister  savunma bakanları
//! person     Angela Merkel     Angela Merkel
//! ending     office            nın|yla
//! ```

use crate::Tongue;

/// The tables of a language pack.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// What the language calls what the lexicon knows.
    pub names: &'a str,
    /// Which of its words are English words to the rules.
    pub words: &'a str,
    /// How it names days.
    pub calendar: &'a str,
}

impl Tables<'_> {
    /// The words and days of the language, if each line of all three tables is a row.
    pub fn tongue(&self) -> Result<Tongue, BadLine> {
        Naming::read(self.names).map_err(BadLine::Names)?;
        Tongue::read(self.words, self.calendar)
    }
}

/// A line of a pack's table that cannot be read or names nothing known; counted from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BadLine {
    /// Of the names.
    Names(usize),
    /// Of the words.
    Words(usize),
    /// Of the calendar.
    Calendar(usize),
}

/// One row: what kind of thing, which of them as the English tables have it, and its names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Naming<'a> {
    /// Where it stands in its table, counted from 1.
    pub(crate) line: usize,
    pub(crate) kind: NamingKind,
    pub(crate) of: &'a str,
    names: &'a str,
}

/// What is named.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NamingKind {
    /// A state, by code.
    State,
    /// What belongs to it, by code.
    Adjective,
    /// A city, by name.
    City,
    /// A seat that stands for an organ, by name.
    Seat,
    /// An organisation, by code.
    Organisation,
    /// A person, by name.
    Person,
    /// An office in the singular, by the same.
    Office,
    /// In the plural.
    Offices,
    /// No names, but what may stand behind the last word of an office.
    Ending,
}

impl<'a> Naming<'a> {
    /// All rows of a table; the number of the first line that is none, counted from 1.
    pub(crate) fn read(table: &'a str) -> Result<Vec<Naming<'a>>, usize> {
        crate::table::numbered(table).map(|(at, line)| Naming::parse(at, line).ok_or(at)).collect()
    }

    fn parse(line: usize, row: &'a str) -> Option<Naming<'a>> {
        let [kind, of, names] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
        Some(Naming { line, kind: NamingKind::parse(kind)?, of, names })
    }

    /// Its names.
    pub(crate) fn names(self) -> impl Iterator<Item = &'a str> {
        self.names.split('|').filter(|name| !name.is_empty())
    }
}

impl NamingKind {
    fn parse(word: &str) -> Option<NamingKind> {
        Some(match word {
            "state" => NamingKind::State,
            "adjective" => NamingKind::Adjective,
            "city" => NamingKind::City,
            "seat" => NamingKind::Seat,
            "organisation" => NamingKind::Organisation,
            "person" => NamingKind::Person,
            "office" => NamingKind::Office,
            "offices" => NamingKind::Offices,
            "ending" => NamingKind::Ending,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_row_is_told_by_its_number() {
        let rows = Naming::read("# names\ncity\tVienna\tViyana|Wien\n").unwrap();
        let names: Vec<&str> = rows.iter().flat_map(|row| row.names()).collect();
        assert_eq!((rows.len(), names), (1, vec!["Viyana", "Wien"]));
        assert_eq!(Naming::read("city\tVienna\tViyana\nriver\tDanube\tTuna"), Err(2));
    }
}
