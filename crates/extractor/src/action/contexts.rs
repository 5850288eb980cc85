//! PLOVER's contexts: what an event is about, by the words of its sentence.

use std::collections::{BTreeSet, HashMap};

use text::{AnnotatedArticle, Sentence};

/// Expressions in words, by their first word, with the place of their context in the table.
pub(crate) struct Contexts {
    names: Vec<&'static str>,
    by_first: HashMap<&'static str, Vec<(usize, Vec<&'static str>)>>,
}

impl Contexts {
    /// The table that comes with the program.
    pub fn shipped() -> Contexts {
        let rows = include_str!("../../data/actions/contexts.tsv").lines().skip(1);
        let mut contexts = Contexts { names: Vec::new(), by_first: HashMap::new() };
        for (name, expressions) in rows.filter_map(|row| row.split_once('\t')) {
            for expression in expressions.split('|') {
                let words: Vec<&str> = expression.split(' ').collect();
                let place = (contexts.names.len(), words);
                contexts.by_first.entry(place.1[0]).or_default().push(place);
            }
            contexts.names.push(name);
        }
        contexts
    }

    /// Of a sentence, in the order of the table.
    pub fn of(&self, doc: &AnnotatedArticle, sentence: Sentence) -> Vec<&'static str> {
        let tokens = &doc.tokens[sentence.tokens.range()];
        let lemmas: Vec<String> = tokens.iter().map(|t| t.lemma.to_lowercase()).collect();
        let mut told = BTreeSet::new();
        for (at, lemma) in lemmas.iter().enumerate() {
            let begun = self.by_first.get(lemma.as_str()).into_iter().flatten();
            told.extend(begun.filter(|(_, words)| stands(&lemmas[at..], words)).map(|(n, _)| *n));
        }
        told.into_iter().map(|n| self.names[n]).collect()
    }
}

fn stands(lemmas: &[String], words: &[&str]) -> bool {
    lemmas.len() >= words.len() && lemmas.iter().zip(words).all(|(lemma, word)| lemma == word)
}
