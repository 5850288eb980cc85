//! Parts of speech: a greedy averaged perceptron, left to right.

use text::Upos;

use crate::hash::{join, template};
use crate::table::Table;
use crate::word::Word;

/// A tag as the models use it: UPOS with the finer English tag, "VERB/VBD".
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Tag(pub(crate) u8);

/// The tags a model knows, in the order in which it numbers them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Tagset {
    names: Vec<String>,
    kinds: Vec<u8>,
}

/// A sentence with its tags: what the parser and the labeller read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tagged<'a> {
    /// Its words.
    pub(crate) words: &'a [Word],
    /// A tag for each.
    pub(crate) tags: &'a [Tag],
    /// [`Tagset::kind`] of each tag.
    pub(crate) kinds: &'a [u8],
}

impl Tagset {
    /// From names like "VERB/VBD"; at most 255.
    pub(crate) fn new(names: Vec<String>) -> Option<Tagset> {
        let kinds = names.iter().map(|name| kind_of(name)).collect();
        (names.len() < 255).then_some(Tagset { names, kinds })
    }

    /// One tag: `X`.
    pub(crate) fn unknown() -> Tagset {
        Tagset { names: vec!["X/FW".to_owned()], kinds: vec![0] }
    }

    /// Bits that tell verbs, commas, other marks and joining words from the rest.
    pub(crate) fn kind(&self, tag: Tag) -> u8 {
        self.kinds.get(usize::from(tag.0)).copied().unwrap_or_default()
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The tag of a name; else the first tag with its UPOS.
    pub(crate) fn find(&self, name: &str) -> Tag {
        let upos = name.split('/').next().unwrap_or(name);
        let exact = self.names.iter().position(|n| n == name);
        let near = || self.names.iter().position(|n| n.split('/').next() == Some(upos));
        Tag(exact.or_else(near).unwrap_or_default() as u8)
    }

    /// Its universal part of speech.
    pub(crate) fn upos(&self, tag: Tag) -> Upos {
        let name = self.names.get(usize::from(tag.0)).map_or("X", String::as_str);
        Upos::parse(name.split('/').next().unwrap_or(name))
    }

    /// True for past tense and past participle.
    pub(crate) fn is_past(&self, tag: Tag) -> bool {
        let name = self.names.get(usize::from(tag.0)).map_or("", String::as_str);
        name.ends_with("/VBD") || name.ends_with("/VBN")
    }
}

fn kind_of(name: &str) -> u8 {
    match name.split_once('/').unwrap_or((name, "")) {
        ("VERB", "VB" | "VBG" | "VBN") => 1,
        ("VERB", _) => 2,
        ("AUX", _) => 4,
        ("PUNCT", ",") => 8,
        ("PUNCT", _) => 16,
        ("CCONJ", _) => 32,
        ("SCONJ", _) | (_, "WDT" | "WP" | "WRB") => 64,
        _ => 0,
    }
}

/// How a sentence is written, as far as capitals go: in a title-case headline they say little.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Casing {
    /// Running text.
    Mixed,
    /// Most Words Begin With a Capital.
    Title,
    /// no capitals after the first word.
    Lower,
}

impl Casing {
    /// Of a sentence's words.
    pub(crate) fn of(words: &[Word]) -> Casing {
        let capitals = words.iter().skip(1).filter(|w| w.capital).count();
        match (words.len(), capitals) {
            (n, c) if n > 3 && c * 10 >= n * 6 => Casing::Title,
            (n, 0) if n > 3 => Casing::Lower,
            _ => Casing::Mixed,
        }
    }
}

/// The most probable tag of each word.
pub(crate) fn tag(table: &Table, words: &[Word], tags: &mut Vec<Tag>) {
    tags.clear();
    let casing = Casing::of(words);
    let mut features = Vec::with_capacity(40);
    let mut scores = vec![0; table.width()];
    for at in 0..words.len() {
        fill(words, tags, at, casing, &mut features);
        table.score(&features, &mut scores);
        tags.push(Tag(best(&scores) as u8));
    }
}

/// The first of the highest scores.
pub(crate) fn best(scores: &[i32]) -> usize {
    let mut top = 0;
    for (i, score) in scores.iter().enumerate() {
        if *score > scores[top] {
            top = i;
        }
    }
    top
}

/// Features of word `at`, of which the tags before it are known.
pub(crate) fn fill(words: &[Word], tags: &[Tag], at: usize, casing: Casing, out: &mut Vec<u64>) {
    out.clear();
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|i| words.get(i));
    let form = |offset: isize| word(offset).map_or(1, |w| w.form);
    let suffix = |offset: isize| word(offset).map_or(1, |w| w.suffixes[2]);
    let tag = |back: usize| {
        at.checked_sub(back).and_then(|i| tags.get(i)).map_or(255, |t| u64::from(t.0))
    };
    let Some(w) = words.get(at) else { return };
    let case = casing as u64;
    let (t1, t2) = (tag(1), tag(2));
    let mut number = 0;
    let mut add = |values: &[u64]| {
        number += 1;
        out.push(values.iter().fold(template(number), |h, &v| join(h, v)));
    };
    add(&[]);
    add(&[w.form]);
    w.suffixes.iter().for_each(|&s| add(&[s]));
    w.prefixes.iter().for_each(|&p| add(&[p]));
    add(&[w.shape, case]);
    add(&[w.shape, u64::from(at == 0), case]);
    add(&[w.shape, w.suffixes[2]]);
    add(&[t1]);
    add(&[t1, t2]);
    add(&[t1, w.form]);
    add(&[t1, w.suffixes[1]]);
    add(&[t1, t2, w.suffixes[2]]);
    add(&[form(-1)]);
    add(&[form(-2)]);
    add(&[form(1)]);
    add(&[form(2)]);
    add(&[form(-1), w.form]);
    add(&[form(1), w.form]);
    add(&[form(-1), form(1)]);
    add(&[suffix(-1)]);
    add(&[suffix(1)]);
    add(&[suffix(2)]);
    add(&[t1, form(1)]);
    add(&[t1, suffix(1)]);
    add(&[t1, w.suffixes[2], suffix(1)]);
    add(&[w.suffixes[2], word(1).map_or(1, |n| n.shape)]);
}
