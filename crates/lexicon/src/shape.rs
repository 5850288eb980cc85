//! How a name must be written to be that name: "US" is a state, "us" is not.

/// How an entry is written in the tables, hence how it must be written in a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shape {
    /// Common words: "foreign minister". Any case.
    Common,
    /// A name: its first word begins with a capital.
    Name {
        /// It has words of its own in lower case: "Gulf state news agency".
        mixed: bool,
    },
    /// Capitals only: "UN", "U.S.".
    Acronym,
}

/// Longest word that may stand in lower case inside any name: "of", "the", "and", "bin", "van".
const SHORT_WORD: usize = 3;

impl Shape {
    /// The shape of a name as the tables write it.
    pub(crate) fn of(name: &str) -> Shape {
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        let small = name.chars().any(char::is_lowercase);
        match (capitals, small) {
            (0, true) => Shape::Common,
            (2.., false) => Shape::Acronym,
            _ => Shape::Name { mixed: name.split(' ').skip(1).any(is_long_and_small) },
        }
    }

    /// True if these words are written so.
    pub(crate) fn fits(self, words: &[&str]) -> bool {
        match self {
            Shape::Common => true,
            Shape::Acronym => !words.iter().any(|w| w.chars().any(char::is_lowercase)),
            Shape::Name { mixed } => {
                begins_name(words) && (mixed || inner(words).all(|w| !is_long_and_small(w)))
            }
        }
    }
}

/// The words after the first that do not follow a hyphen.
fn inner<'w>(words: &'w [&'w str]) -> impl Iterator<Item = &'w str> {
    words.windows(2).filter_map(|pair| match pair {
        [before, word] if *before != "-" => Some(*word),
        _ => None,
    })
}

fn is_long_and_small(word: &str) -> bool {
    begins_small(word)
        && word.chars().filter(|c| c.is_alphabetic()).count() > SHORT_WORD
        && !word.chars().any(char::is_uppercase)
}

fn begins_small(word: &str) -> bool {
    word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

/// A capital or a figure first, or an article of the name's own language with a capital after it.
fn begins_name(words: &[&str]) -> bool {
    let Some(first) = words.first() else { return false };
    if first.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()) {
        return true;
    }
    is_particle(first) && words.iter().any(|w| w.chars().any(char::is_uppercase))
}

/// "al", "al-Assad", "bin", "de", "d'Orsay".
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "al", "el", "as", "ash", "an", "ar", "ad", "at", "bin", "ibn", "de", "von", "van", "der",
        "du", "da", "d", "ul",
    ];
    let head = word.split(['-', '\'', '’']).next().unwrap_or(word);
    PARTICLES.contains(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pronoun_is_no_state() {
        let us = Shape::of("US");
        assert!(us.fits(&["US"]) && us.fits(&["U.S."]));
        assert!(!us.fits(&["us"]) && !us.fits(&["Us"]));
    }

    #[test]
    fn a_name_begins_with_a_capital_or_a_particle() {
        let name = Shape::of("Bashar al-Assad");
        assert!(name.fits(&["Bashar", "al-Assad"]) && name.fits(&["BASHAR", "AL-ASSAD"]));
        assert!(!name.fits(&["bashar", "al-assad"]));
        assert!(Shape::of("Ban Ki-moon").fits(&["Ban", "Ki", "-", "moon"]));
    }

    #[test]
    fn a_long_small_word_is_no_part_of_a_name() {
        assert!(!Shape::of("Central African Republic").fits(&["Central", "African", "republic"]));
        assert!(Shape::of("Republic of Korea").fits(&["Republic", "of", "Korea"]));
    }
}
