//! PLOVER's contexts: what an event is about, by the words of its sentence.

use text::{AnnotatedArticle, Sentence};

/// Contexts and the lemmas that tell them.
pub(crate) struct Contexts(Vec<(&'static str, Vec<&'static str>)>);

impl Contexts {
    /// The table that comes with the program.
    pub fn shipped() -> Contexts {
        let rows = include_str!("../../data/actions/contexts.tsv").lines().skip(1);
        let row = |line: &'static str| {
            let (context, words) = line.split_once('\t')?;
            Some((context, words.split('|').collect()))
        };
        Contexts(rows.filter_map(row).collect())
    }

    /// Of a sentence, in the order of the table.
    pub fn of(&self, doc: &AnnotatedArticle, sentence: Sentence) -> Vec<&'static str> {
        let tokens = &doc.tokens[sentence.tokens.range()];
        let lemmas: Vec<String> = tokens.iter().map(|t| t.lemma.to_lowercase()).collect();
        let said = |word: &&str| {
            let words: Vec<&str> = word.split(' ').collect();
            lemmas.windows(words.len()).any(|w| w == words.as_slice())
        };
        let told = self.0.iter().filter(|(_, words)| words.iter().any(|w| said(w)));
        told.map(|(context, _)| *context).collect()
    }
}
