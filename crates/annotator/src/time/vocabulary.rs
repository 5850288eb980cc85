//! Of which words time expressions are made, so that the rules are asked only where one may begin.
//!
//! Each expression has a word that speaks of time, a number in digits or a core word, and before the first of
//! these nothing but words that may lead to one. Whoever has a rule eat a word that stands before the core puts
//! it among the leads; `nothing_begins_elsewhere` finds those that are missing.

use super::atom::Atom;

/// For each atom whether an expression may begin there.
pub(super) fn beginnings(atoms: &[Atom]) -> Vec<bool> {
    let mut begins = vec![false; atoms.len()];
    let mut leads_on = false;
    for (atom, begins) in atoms.iter().zip(&mut begins).rev() {
        leads_on = is_core(&atom.word) || leads_on && is_among(&LEADS, &atom.word);
        *begins = leads_on;
    }
    begins
}

fn is_core(word: &str) -> bool {
    let plural = || word.strip_suffix('s').is_some_and(|word| is_among(&CORE, word));
    let lasting = || word.strip_suffix("long").is_some_and(|word| is_among(&CORE, word));
    word.starts_with(|c: char| c.is_ascii_digit()) || is_among(&CORE, word) || plural() || lasting()
}

fn is_among(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

/// One of these, or one with "s" or "long" behind it, is in every expression without digits.
const CORE: [&str; 103] = [
    "afternoon",
    "annually",
    "apr",
    "april",
    "aug",
    "august",
    "autumn",
    "centuries",
    "century",
    "christmas",
    "current",
    "currently",
    "daily",
    "day",
    "dec",
    "decade",
    "december",
    "easter",
    "eighteen",
    "eighties",
    "evening",
    "fall",
    "feb",
    "february",
    "fifties",
    "forties",
    "fortnight",
    "fortnightly",
    "fri",
    "friday",
    "future",
    "halloween",
    "hour",
    "hourly",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "lately",
    "mar",
    "march",
    "may",
    "midday",
    "midnight",
    "minute",
    "moment",
    "mon",
    "monday",
    "month",
    "monthly",
    "morning",
    "night",
    "nineteen",
    "nineties",
    "noon",
    "nov",
    "november",
    "now",
    "nowadays",
    "oct",
    "october",
    "past",
    "pentecost",
    "period",
    "present",
    "quarter",
    "recently",
    "sat",
    "saturday",
    "second",
    "sep",
    "sept",
    "september",
    "seventies",
    "sixties",
    "soon",
    "spring",
    "summer",
    "sun",
    "sunday",
    "thanksgiving",
    "thirties",
    "thousand",
    "thu",
    "thursday",
    "today",
    "tomorrow",
    "tonight",
    "tue",
    "tuesday",
    "twenties",
    "twenty",
    "wed",
    "wednesday",
    "week",
    "weekend",
    "weekly",
    "winter",
    "year",
    "yearly",
    "yesterday",
];

/// What may stand before the first of them.
const LEADS: [&str; 151] = [
    "'",
    "(",
    ",",
    "-",
    ".",
    "a",
    "about",
    "additional",
    "almost",
    "an",
    "and",
    "another",
    "approximately",
    "armistice",
    "around",
    "ascension",
    "ash",
    "at",
    "beginning",
    "boxing",
    "business",
    "calendar",
    "close",
    "coming",
    "comparable",
    "consecutive",
    "corresponding",
    "couple",
    "dozen",
    "dozens",
    "each",
    "earlier",
    "early",
    "eight",
    "eighth",
    "eighty",
    "election",
    "eleven",
    "eleventh",
    "end",
    "every",
    "few",
    "fewer",
    "fifteen",
    "fifth",
    "fifty",
    "final",
    "financial",
    "first",
    "fiscal",
    "five",
    "following",
    "foreseeable",
    "forty",
    "four",
    "fourteen",
    "fourth",
    "full",
    "good",
    "half",
    "holy",
    "hundred",
    "hundreds",
    "immediate",
    "in",
    "labor",
    "last",
    "late",
    "later",
    "latest",
    "least",
    "less",
    "like",
    "long",
    "longer",
    "many",
    "mid",
    "middle",
    "more",
    "most",
    "near",
    "nearly",
    "new",
    "next",
    "nine",
    "ninety",
    "ninth",
    "no",
    "number",
    "of",
    "on",
    "one",
    "opening",
    "or",
    "other",
    "over",
    "pair",
    "palm",
    "per",
    "preceding",
    "previous",
    "prior",
    "q",
    "recent",
    "roughly",
    "s",
    "same",
    "seven",
    "seventeen",
    "seventh",
    "seventy",
    "several",
    "single",
    "six",
    "sixteen",
    "sixth",
    "sixty",
    "some",
    "sometime",
    "start",
    "straight",
    "ten",
    "tenth",
    "than",
    "that",
    "the",
    "these",
    "third",
    "thirteen",
    "thirty",
    "this",
    "three",
    "to",
    "trading",
    "twelfth",
    "twelve",
    "two",
    "up",
    "upcoming",
    "valentine",
    "veterans",
    "whit",
    "whole",
    "whopping",
    "working",
    "zero",
    "½",
    "–",
    "—",
    "‘",
    "’",
];

#[cfg(test)]
mod tests {
    use text::{Article, Sentence, Span, TokenIndex, TokenRange};

    use super::*;
    use crate::time::atom::atoms;
    use crate::time::scan::rules_at;

    #[test]
    fn the_lists_are_in_order() {
        for list in [&CORE[..], &LEADS[..]] {
            assert!(list.is_sorted_by(|a, b| a < b));
        }
        assert!(!LEADS.iter().any(|lead| is_core(lead)));
    }

    /// All that the rules compare words with, before, between and after words that lead to a time.
    #[test]
    fn nothing_begins_elsewhere() {
        const AROUND: [&str; 9] = ["", "the", "of", "a", "in", "two", "last", "this", "at"];
        const CORES: [&str; 13] = [
            "",
            "week",
            "years",
            "May 9",
            "2020",
            "Monday",
            "quarter",
            "Christmas",
            "night",
            "future",
            "period",
            "noon",
            "a year ago",
        ];
        let words = literals();
        let others = words.iter().filter(|word| !is_among(&LEADS, word) && !is_core(word));
        for word in others {
            for before in AROUND {
                for between in AROUND {
                    for core in CORES {
                        hold(&format!("{before} {word} {between} {core}"));
                    }
                }
            }
        }
    }

    /// Wherever a rule reads something, it may begin.
    fn hold(line: &str) {
        let article = Article::of_paragraphs(line);
        let tokens = crate::time::tests::cut(&article.text, 0);
        let all = TokenRange { start: TokenIndex(0), end: TokenIndex(tokens.len() as u32) };
        let span = Span::from_range(0..article.text.len()).unwrap();
        let sentence = Sentence { span, tokens: all, block: 0 };
        let atoms = atoms(&article.text, &sentence, &tokens);
        for (at, begins) in beginnings(&atoms).into_iter().enumerate() {
            assert!(begins || !rules_at(&atoms, &tokens, at), "{line:?} at {:?}", atoms[at].form);
        }
    }

    /// The words between quotation marks in the sources of the rules.
    fn literals() -> std::collections::BTreeSet<&'static str> {
        let sources = [
            include_str!("absolute.rs"),
            include_str!("accounts.rs"),
            include_str!("age.rs"),
            include_str!("ago.rs"),
            include_str!("clock.rs"),
            include_str!("duration.rs"),
            include_str!("holiday.rs"),
            include_str!("number.rs"),
            include_str!("part.rs"),
            include_str!("quarter.rs"),
            include_str!("range.rs"),
            include_str!("relative.rs"),
            include_str!("season.rs"),
            include_str!("set.rs"),
            include_str!("stretch.rs"),
            include_str!("uncounted.rs"),
            include_str!("vague.rs"),
            include_str!("weekday.rs"),
            include_str!("words.rs"),
            include_str!("year.rs"),
        ];
        let code = sources.iter().flat_map(|source| source.lines());
        let code = code.map(|line| line.split("//").next().unwrap_or_default());
        let quoted = code.flat_map(|line| line.split('"').skip(1).step_by(2));
        quoted.flat_map(str::split_whitespace).filter(|word| !word.contains('{')).collect()
    }
}
