//! What a copy says otherwise than what it copies: a number, a name, a "not", in a sentence that is else the same.
//!
//! Fires on:  words between two runs that both texts have, of which one holds a number, a name or a denial that the
//!            other has not: "killed 400 soldiers", "killed 40 soldiers".
//! Silent on: other words put for each other, whole clauses left out or added, names that are added or left out.

use std::collections::HashMap;

use record::{Alteration, Evidence};
use text::{Article, Span};

use crate::words::{Word, words};

/// Words that must be the same before what differs, and behind it.
const RUN: usize = 3;

/// Most words that stand for others; more are another sentence.
const MOST: usize = 3;

/// Most that are told of one copy; a text with more of them is another text.
const TOLD: usize = 20;

const DENIALS: [&str; 9] =
    ["not", "no", "never", "neither", "nor", "none", "without", "cannot", "t"];

const NUMBERS: [&str; 32] = [
    "first",
    "second",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "tenth",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "dozen",
    "dozens",
    "half",
    "twice",
    "third",
];

/// What the copy says otherwise, in its order.
pub(super) fn altered(copy: &Article, original: &Article) -> Vec<Alteration> {
    let (own, theirs) = (words(&copy.text), words(&original.text));
    let places = places(&theirs);
    let mut found = Vec::new();
    let mut at = RUN;
    while at < own.len() && found.len() < TOLD {
        let before = places.get(&key(&own[at - RUN..at])).copied().flatten();
        match before.and_then(|other| gap((&own, at), (&theirs, other))) {
            Some(gap) => {
                found.extend(alteration((copy, &own), (original, &theirs), &gap));
                at = gap.own.1 + RUN;
            }
            None => at += 1,
        }
    }
    found
}

/// Where each run of words ends, if it stands in one place alone.
fn places(words: &[Word]) -> HashMap<[&str; RUN], Option<usize>> {
    let mut places = HashMap::new();
    for (start, run) in words.windows(RUN).enumerate() {
        let place = places.entry(key(run)).or_insert(Some(start + RUN));
        *place = place.filter(|end| *end == start + RUN);
    }
    places
}

fn key(run: &[Word]) -> [&str; RUN] {
    std::array::from_fn(|n| run.get(n).map_or("", |word| word.norm.as_str()))
}

/// Words of each text, from and up to, between runs that are the same.
struct Gap {
    own: (usize, usize),
    theirs: (usize, usize),
}

/// The shortest gap that begins at these places, if there is one and not the same word.
fn gap((own, at): (&[Word], usize), (theirs, other): (&[Word], usize)) -> Option<Gap> {
    let same = |a: usize, b: usize| {
        let runs = own.get(a..a + RUN).zip(theirs.get(b..b + RUN));
        runs.is_some_and(|(a, b)| key(a) == key(b))
    };
    if own.get(at).map(|word| &word.norm) == theirs.get(other).map(|word| &word.norm) {
        return None;
    }
    let lengths = (1..=2 * MOST).flat_map(|sum| (0..=sum).map(move |more| (more, sum - more)));
    let mut short = lengths.filter(|(more, less)| *more <= MOST && *less <= MOST);
    let (more, less) = short.find(|(more, less)| same(at + more, other + less))?;
    Some(Gap { own: (at, at + more), theirs: (other, other + less) })
}

fn alteration(
    (copy, own): (&Article, &[Word]),
    (original, theirs): (&Article, &[Word]),
    gap: &Gap,
) -> Option<Alteration> {
    let (a, b) = (&own[gap.own.0..gap.own.1], &theirs[gap.theirs.0..gap.theirs.1]);
    let around = |article: &Article, words: &[Word], (from, until): (usize, usize)| {
        let (first, last) = (words.get(from - RUN)?, words.get(until + RUN - 1)?);
        let span = Span::from_range(first.span.start() as usize..last.span.end() as usize)?;
        Evidence::cut(article, span)
    };
    if !says_otherwise((&copy.text, a), (&original.text, b)) {
        return None;
    }
    Some(Alteration { was: around(original, theirs, gap.theirs)?, is: around(copy, own, gap.own)? })
}

/// Other numbers, another name in the place of one, or a denial on one side alone.
fn says_otherwise((own, a): (&str, &[Word]), (theirs, b): (&str, &[Word])) -> bool {
    let numbers = |words| norms(words, is_number);
    let denials = |words| norms(words, is_denial).len();
    let one = norms(a, |word| is_name(word, own));
    let other = norms(b, |word| is_name(word, theirs));
    let name = !one.is_empty() && !other.is_empty() && one.iter().all(|name| !other.contains(name));
    numbers(a) != numbers(b) || denials(a) != denials(b) || name
}

fn norms(words: &[Word], kind: impl Fn(&Word) -> bool) -> Vec<&str> {
    words.iter().filter(|word| kind(word)).map(|word| word.norm.as_str()).collect()
}

fn is_number(word: &Word) -> bool {
    word.norm.contains(|c: char| c.is_numeric()) || NUMBERS.contains(&word.norm.as_str())
}

fn is_denial(word: &Word) -> bool {
    DENIALS.contains(&word.norm.as_str())
}

/// A capital that no new sentence explains.
fn is_name(word: &Word, text: &str) -> bool {
    let before = text.get(..word.span.start() as usize).unwrap_or_default();
    let begins = |c: char| !c.is_alphanumeric() && !matches!(c, ',' | '-' | '(' | ')' | ';');
    let opens = before.trim_end_matches(' ').chars().next_back().is_none_or(begins);
    word.marked && !is_number(word) && !opens
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "The ministry said on Monday that 400 soldiers will leave the northern province before the talks \
                        resume in Geneva. The minister told reporters that his side is not ready to sign the \
                        agreement. Three parties met for 40 minutes on Tuesday.";

    fn changes(copy: &str) -> Vec<(String, String)> {
        let [copy, wire] = [copy, WIRE].map(Article::of_paragraphs);
        let words = |change: Alteration| {
            for (evidence, article) in [(&change.is, &copy), (&change.was, &wire)] {
                assert_eq!(evidence.span().slice(&article.text), Some(evidence.words()));
            }
            (change.was.words().to_owned(), change.is.words().to_owned())
        };
        altered(&copy, &wire).into_iter().map(words).collect()
    }

    fn changed(from: &str, to: &str) -> Vec<(String, String)> {
        changes(&WIRE.replacen(from, to, 1))
    }

    fn pair(was: &str, is: &str) -> Vec<(String, String)> {
        vec![(was.to_owned(), is.to_owned())]
    }

    #[test]
    fn a_number_is_told() {
        let told =
            pair("on Monday that 400 soldiers will leave", "on Monday that 40 soldiers will leave");
        assert_eq!(changed("400", "40"), told);
        let left_out =
            pair("on Monday that 400 soldiers will leave", "on Monday that soldiers will leave");
        assert_eq!(changed("400 ", ""), left_out);
        assert_eq!(changed("40 minutes", "four hundred minutes").len(), 1);
    }

    #[test]
    fn a_denial_and_a_name_are_told() {
        let told = pair("his side is not ready to sign", "his side is ready to sign");
        assert_eq!(changed("not ready", "ready"), told);
        let never = changed("will leave", "will never leave");
        assert_eq!(never.len(), 1);
        assert_eq!(changed("on Monday", "on Friday").len(), 1);
    }

    #[test]
    fn other_words_are_not() {
        assert!(changes(WIRE).is_empty());
        assert!(changed("northern province", "northern region").is_empty());
        assert!(changed("The minister told", "The country’s top envoy told").is_empty());
        assert!(changed("The minister told", "Its minister told").is_empty(), "a sentence begins");
        assert!(changed("resume in Geneva", "resume").is_empty(), "a name left out");
        assert!(
            changes("Nothing of this stands anywhere else in 1999 or in any other year.")
                .is_empty()
        );
        assert!(changes("").is_empty());
    }

    #[test]
    fn a_run_that_stands_twice_is_no_place() {
        let twice = "He said that the 5 of them left. He said that the 7 of them left.";
        let [one, other] = [twice, &twice.replace('5', "6")].map(Article::of_paragraphs);
        assert!(altered(&one, &other).is_empty());
    }
}
