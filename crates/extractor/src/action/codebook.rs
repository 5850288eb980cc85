//! The codebook: which words mean which action.
//!
//! A file of patterns has lines of four kinds: `# a note`, `{class} = words`, `[046]` or
//! `[>demand 100]` (what the patterns below it mean), and patterns.

use std::collections::HashMap;

use record::Ontology;

use super::compose::Composition;
use super::pattern::{Classes, Pattern, parse};

/// Patterns by their head words.
pub struct Codebook {
    by_head: HashMap<String, Vec<Entry>>,
    classes: Classes,
    pub(crate) composition: Composition,
    pub(crate) ontology: Ontology,
}

/// A pattern and what it means.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub pattern: Pattern,
    pub meaning: Meaning,
    /// Whose it is: a user's wins over a shipped one that asks for as much.
    pub origin: PatternOrigin,
}

/// Who wrote a pattern.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum PatternOrigin {
    /// It comes with the program.
    Shipped,
    /// A user's.
    Own,
}

/// What a word does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Meaning {
    /// It is an action of this CAMEO code.
    Act(String),
    /// It makes another action of the one below it: "threatened to **close**".
    Operator {
        /// How: a row of the table of compositions.
        kind: String,
        /// What it is by itself, if anything.
        alone: Option<String>,
    },
    /// It is none, where a shorter pattern would say so: "hit a record".
    Nothing,
}

/// A line that could not be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadLine {
    /// From 1.
    pub number: usize,
    /// What is wrong with it.
    pub why: String,
}

const SHIPPED: [&str; 4] = [
    include_str!("../../data/actions/classes.txt"),
    include_str!("../../data/actions/operators.txt"),
    include_str!("../../data/actions/cooperation.txt"),
    include_str!("../../data/actions/conflict.txt"),
];

impl Codebook {
    /// The patterns that come with the program.
    pub fn shipped() -> Codebook {
        let mut book = Codebook::empty();
        for file in SHIPPED {
            book.load(file, PatternOrigin::Shipped);
        }
        book
    }

    fn empty() -> Codebook {
        Codebook {
            by_head: HashMap::new(),
            classes: Classes::new(),
            composition: Composition::shipped(),
            ontology: Ontology::shipped(),
        }
    }

    /// Adds a user's patterns; they win over shipped ones that ask for as much. Gives back the
    /// lines that could not be read.
    pub fn add(&mut self, file: &str) -> Vec<BadLine> {
        self.load(file, PatternOrigin::Own)
    }

    fn load(&mut self, file: &str, origin: PatternOrigin) -> Vec<BadLine> {
        let mut meaning = None;
        let mut bad = Vec::new();
        for (number, line) in file.lines().enumerate() {
            if let Err(why) = self.line(line, &mut meaning, origin) {
                bad.push(BadLine { number: number + 1, why });
            }
        }
        bad
    }

    fn line(
        &mut self,
        line: &str,
        meaning: &mut Option<Meaning>,
        origin: PatternOrigin,
    ) -> Result<(), String> {
        let line = line.split('#').next().unwrap_or("").trim();
        if line.is_empty() {
            return Ok(());
        }
        if let Some(inner) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            *meaning = Some(self.meaning(inner)?);
            return Ok(());
        }
        if let Some((name, words)) = line.split_once('=') {
            let name = name.trim().trim_matches(['{', '}']).to_owned();
            let words = words.split_whitespace().map(str::to_lowercase);
            self.classes.entry(name).or_default().extend(words);
            return Ok(());
        }
        let meaning = meaning.clone().ok_or("a pattern before the first `[code]`")?;
        for (head, pattern) in parse(line, &self.classes)? {
            let entry = Entry { pattern, meaning: meaning.clone(), origin };
            self.by_head.entry(head).or_default().push(entry);
        }
        Ok(())
    }

    fn meaning(&self, inner: &str) -> Result<Meaning, String> {
        if inner == "-" {
            return Ok(Meaning::Nothing);
        }
        let code = |word: &str| {
            let known = self.ontology.code(word).is_some();
            known.then(|| word.to_owned()).ok_or_else(|| format!("`{word}` is no CAMEO code"))
        };
        let Some(operator) = inner.strip_prefix('>') else { return Ok(Meaning::Act(code(inner)?)) };
        let mut words = operator.split_whitespace();
        let kind = words.next().ok_or("an operator without a kind")?.to_owned();
        let alone = words.next().map(code).transpose()?;
        Ok(Meaning::Operator { kind, alone })
    }

    /// What hangs on a head word; later ones first.
    pub(crate) fn entries(&self, lemma: &str) -> impl Iterator<Item = &Entry> {
        self.by_head.get(lemma).into_iter().flatten().rev()
    }

    /// True if some pattern begins with this word.
    pub fn knows(&self, lemma: &str) -> bool {
        self.by_head.contains_key(lemma)
    }

    /// How many patterns there are.
    pub fn len(&self) -> usize {
        self.by_head.values().map(Vec::len).sum()
    }

    /// True without any pattern.
    pub fn is_empty(&self) -> bool {
        self.by_head.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_line_is_read() {
        let mut book = Codebook::empty();
        for file in SHIPPED {
            assert_eq!(book.load(file, PatternOrigin::Shipped), []);
        }
        assert!(book.len() > 500);
    }

    #[test]
    fn a_bad_line_is_told_with_its_number() {
        let mut book = Codebook::shipped();
        let bad = book.add("[9999]\n");
        assert_eq!(bad[0].number, 1);
        assert!(bad[0].why.contains("9999"));
    }
}
