//! The gate before the parse: a text that names no state, body or known person, nor two roles in politics,
//! tells nothing that has a code, and need not be parsed to find that out.
//!
//! It sees words between blanks, without tags, so it lets through more than it must and never less.

use std::collections::HashSet;

use lexicon::{Entry, Lexicon};

use super::sectors::{Sectors, is_political};
use crate::actor::LONGEST;

/// The last words of role nouns of politics: "force" of "security force".
pub(crate) struct Gate(HashSet<&'static str>);

impl Gate {
    /// For these sectors.
    pub fn of(sectors: &Sectors) -> Gate {
        let political = sectors.all().filter(|(_, sector)| is_political(sector));
        Gate(political.filter_map(|(words, _)| words.split(' ').next_back()).collect())
    }

    /// True if somebody may act in a text.
    pub fn opens(&self, text: &str, lexicon: &Lexicon) -> bool {
        let words: Vec<&str> =
            text.split(parts_words).map(bare).filter(|w| !w.is_empty()).collect();
        let mut roles = words.iter().filter(|word| self.is_role(word));
        roles.nth(1).is_some() || (0..words.len()).any(|at| names_somebody(&words, at, lexicon))
    }

    fn is_role(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let known = |stem: &str| self.0.contains(stem);
        let without = |ending, instead: &str| {
            word.strip_suffix(ending).is_some_and(|stem| known(&format!("{stem}{instead}")))
        };
        known(&word) || PLURALS.iter().any(|(ending, instead)| without(*ending, instead))
    }
}

/// How plurals and possessives end, and what stands there in the singular.
const PLURALS: [(&str, &str); 6] =
    [("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("men", "man"), ("ren", "")];

/// Blanks, dashes, slashes and brackets part words; hyphens are left to the lexicon, but see [`bare`].
fn parts_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '/' | '(' | ')' | '[' | ']')
}

/// A word without the marks round it and without a possessive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let abbreviated = word.trim_end_matches('.').contains('.');
    if abbreviated { word } else { word.trim_matches('.') }
}

fn names_somebody(words: &[&str], at: usize, lexicon: &Lexicon) -> bool {
    let capital = |n: usize| words.get(n).is_some_and(|w| w.contains(char::is_uppercase));
    if !capital(at) && !capital(at + 1) {
        return false;
    }
    let reach = (at + LONGEST).min(words.len());
    let found = lexicon.find(&words[at..reach]);
    let office = |entry: &Entry| matches!(entry, Entry::Office(_));
    found.is_some_and(|m| !m.entries.iter().all(office))
        || capital(at) && !lexicon.people_surnamed(words[at]).is_empty()
}
