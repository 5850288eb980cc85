//! A report retold in other words: paragraph by paragraph in the same order, with the same facts.
//!
//! Independent reports of one event share its facts but not the order of telling, and each has
//! facts that the other lacks. So all of this must hold, in both directions: most paragraphs have
//! a counterpart, counterparts stand in the same order, and names and numbers are the same.

use std::collections::HashMap;

use super::prose::{Prose, ProseWord};
use crate::hash::{self, Hashes};
use crate::words::{is_content, stem};

/// Shorter paragraphs say too little to be told apart.
const FEWEST_WORDS: usize = 8;

/// Shorter reports of one event are alike by chance.
const FEWEST_PARAGRAPHS: usize = 5;
const SHORTEST: usize = 120;

/// A retelling is about as long as what it retells.
const LONGER_BY: f64 = 2.0;

/// What share of the lesser paragraph's words makes a counterpart.
const COUNTERPART: f64 = 0.3;

/// What share of each text must have counterparts in order.
const TOLD: f64 = 0.65;

/// What share of each text's names and numbers the other has.
const FACTS: f64 = 0.65;

/// What share of the words of the text with fewer the other has.
const WORDS: f64 = 0.54;

/// How two texts retell each other; each number is the lesser of both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Retelling {
    /// Share of the text with counterparts in order.
    pub told: f64,
    /// Share of names and numbers.
    pub facts: f64,
    /// Share of content words of the text with fewer.
    pub words: f64,
}

impl Retelling {
    /// Compares two bodies. All zero if they are too short or too unlike in length.
    pub fn of(a: &Outline, b: &Outline) -> Retelling {
        let lengths = (a.length as f64, b.length as f64);
        let alike = lengths.0 <= LONGER_BY * lengths.1 && lengths.1 <= LONGER_BY * lengths.0;
        if !alike || a.is_short() || b.is_short() {
            return Retelling::default();
        }
        let words = a.words.overlap(&b.words);
        let facts = a.facts_in(b).min(b.facts_in(a));
        // The alignment is dear: only for what can still succeed.
        let told = if words >= WORDS && facts >= FACTS { told(a, b) } else { 0.0 };
        Retelling { told, facts, words }
    }

    /// True if one is the other in new words.
    pub fn is_one_report(&self) -> bool {
        self.told >= TOLD && self.facts >= FACTS && self.words >= WORDS
    }
}

/// What a text says, in short: stems as hashes.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    /// Content words.
    pub words: Hashes,
    /// The same by paragraph.
    pub paragraphs: Vec<Hashes>,
    facts: Hashes,
    length: usize,
}

impl Outline {
    /// Of paragraphs long enough to say something.
    pub fn of(prose: &Prose) -> Outline {
        let long: Vec<_> = prose.paragraphs.iter().filter(|p| p.len() >= FEWEST_WORDS).collect();
        let paragraphs: Vec<Hashes> =
            long.iter().map(|p| p.iter().filter_map(content).collect()).collect();
        // The first word of a paragraph has a capital anyhow.
        let later = long.iter().flat_map(|p| p.iter().skip(1));
        let facts = later.filter(|word| word.marked).filter_map(content).collect();
        let words = prose.words().filter_map(content).collect();
        let length = long.iter().map(|p| p.len()).sum();
        Outline { words, paragraphs, facts, length }
    }

    fn is_short(&self) -> bool {
        self.paragraphs.len() < FEWEST_PARAGRAPHS || self.length < SHORTEST || self.facts.is_empty()
    }

    fn facts_in(&self, other: &Outline) -> f64 {
        self.facts.shared(&other.words) as f64 / self.facts.len().max(1) as f64
    }
}

fn content(word: &ProseWord) -> Option<u64> {
    is_content(&word.norm).then(|| hash::of_words([stem(&word.norm)]))
}

fn told(a: &Outline, b: &Outline) -> f64 {
    let weights = weights(a, b);
    in_order(&a.paragraphs, &b.paragraphs, &weights).min(in_order(
        &b.paragraphs,
        &a.paragraphs,
        &weights,
    ))
}

/// A word that stands in many paragraphs tells them apart less.
fn weights(a: &Outline, b: &Outline) -> HashMap<u64, f64> {
    let mut counts: HashMap<u64, f64> = HashMap::new();
    for word in a.paragraphs.iter().chain(&b.paragraphs).flat_map(Hashes::iter) {
        *counts.entry(word).or_default() += 1.0;
    }
    counts.values_mut().for_each(|count| *count = 1.0 / f64::sqrt(*count));
    counts
}

/// The greatest share of `these` with counterparts in `those` in the same order; several of
/// `these` may have one counterpart.
fn in_order(these: &[Hashes], those: &[Hashes], weights: &HashMap<u64, f64>) -> f64 {
    let weigh = |words: &mut dyn Iterator<Item = u64>| -> f64 {
        words.filter_map(|word| weights.get(&word)).sum()
    };
    let mut best = vec![0.0_f64; those.len() + 1];
    let mut all = 0.0;
    for paragraph in these {
        let weight = weigh(&mut paragraph.iter());
        all += weight;
        let before = best.clone();
        for (at, other) in those.iter().enumerate() {
            let shared = weigh(&mut paragraph.iter().filter(|word| other.contains(*word)));
            let least = weight.min(weigh(&mut other.iter()));
            let counterpart = least > 0.0 && shared / least >= COUNTERPART;
            // Best so far with counterparts up to and with this one.
            let told = if counterpart { before[at].max(before[at + 1]) + weight } else { 0.0 };
            best[at + 1] = best[at].max(before[at + 1]).max(told);
        }
    }
    if all > 0.0 { best[those.len()] / all } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "Envoys of Arland and Borduria sat down in Porto Vecchio on Friday for the \
        first time since the Lake War.\n\
        The Bordurian envoy, Ilka Moran, called the mood workmanlike and asked for 40 wells to be reopened.\n\
        Arland closed the wells in 2019 after raids on the Tessel road killed 12 drivers.\n\
        Moran told the Bordurian Gazette that no ferry would run before the wells were open.\n\
        A second session in Porto Vecchio is planned for June, the Arlandic ministry said, with \
        experts on water and customs at the table.\n\
        Trade between the two fell by a third last year, the customs union in Harrow says.\n\
        Its director, Anselm Pike, expects 60 carts of salt to wait at the Tessel bridge until the ferry runs again.";

    const RETOLD: &str = "For the first time since the Lake War, Arland and Borduria have sent envoys to \
        meet in Porto Vecchio.\n\
        Ilka Moran, who speaks for Borduria, wants 40 wells reopened, and found the mood workmanlike.\n\
        The wells were closed by Arland in 2019, when 12 drivers died in raids on the road to Tessel.\n\
        No ferry is to run before the wells are open, Moran was quoted by the Bordurian Gazette.\n\
        The ministry of Arland plans a second session in June, again in Porto Vecchio, to which \
        experts on customs and water will come.\n\
        According to the customs union in Harrow, trade fell by a third during the last year.\n\
        Until there is a ferry again, 60 carts of salt will be waiting at the Tessel bridge, expects Anselm Pike, \
        the director of the union.";

    const INDEPENDENT: &str = "Ferries stay tied up at Porto Vecchio although Arland and Borduria are talking again.\n\
        Captain Osric Bell, who used to cross to Tessel daily, doubts that Friday's session changes much.\n\
        Ilka Moran, the Bordurian envoy, was seen leaving the harbour hotel after five hours.\n\
        Her hosts served trout; the Lake War, in which 300 died, was not mentioned, two aides told Radio Harrow.\n\
        Borduria insists on the wells, as it has since 2019.\n\
        In June the envoys of Arland and Borduria mean to return to Porto Vecchio with water experts.";

    fn between(a: &str, b: &str) -> Retelling {
        let outline = |text| Outline::of(&Prose::of_text(text));
        Retelling::of(&outline(a), &outline(b))
    }

    #[test]
    fn a_text_in_new_words_is_the_same_report() {
        let retelling = between(REPORT, RETOLD);
        assert!(retelling.is_one_report(), "{retelling:?}");
    }

    #[test]
    fn another_report_of_the_event_is_not() {
        for text in [REPORT, RETOLD] {
            let retelling = between(text, INDEPENDENT);
            assert!(!retelling.is_one_report(), "{retelling:?}");
        }
    }

    #[test]
    fn nothing_retells_nothing() {
        assert!(!between("", "").is_one_report());
    }
}
