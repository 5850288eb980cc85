//! Which words of a language are the English words that rules know.
//!
//! ```text
//! görüştü            VERB   meet   past
//! bir araya gelecek  VERB   meet   future
//! görüşme            *      meeting  noun
//! ile                *      with
//! ```
//!
//! Words in small letters, tag or `*`, English word, parted by tabs; behind them `past`, `future` or `noun`,
//! where the form says it beyond doubt: it outranks the model. A word that ends in `-` may have any ending. Of several
//! words the last has the gloss, and the tag. The longest fitting row wins.

use std::collections::HashMap;

use text::{Article, Token, Upos};

use super::small;

use crate::table::numbered;

/// Rows by their last words.
#[derive(Clone, Debug, Default)]
pub(super) struct Glossary {
    rows: HashMap<String, Vec<Row>>,
}

#[derive(Clone, Debug)]
struct Row {
    /// Words that must stand right before.
    before: Vec<String>,
    ending: Ending,
    upos: Option<Upos>,
    gloss: Box<str>,
    sure: Option<Sure>,
}

/// What a form says beyond doubt.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sure {
    /// A verb in the past.
    Past,
    /// A verb in the future.
    Future,
    /// A noun.
    Noun,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Ending {
    None,
    Any,
}

impl Glossary {
    /// From a table; the number of the first line that is no row.
    pub(super) fn read(table: &str) -> Result<Glossary, usize> {
        let mut glossary = Glossary::default();
        for (number, line) in numbered(table) {
            let (word, row) = parse(line).ok_or(number)?;
            glossary.rows.entry(word).or_default().push(row);
        }
        Ok(glossary)
    }

    /// Marks the words of a sentence.
    pub(super) fn mark(&self, article: &Article, tokens: &mut [Token]) {
        let form = |token: &Token| small(token.span.slice(&article.text).unwrap_or_default());
        let forms: Vec<String> = tokens.iter().map(form).collect();
        for (at, token) in tokens.iter_mut().enumerate() {
            if let Some(row) = self.row(&forms[..=at], token.upos) {
                row.mark(token);
            }
        }
    }

    /// The row for the last of these words: of most words, then of the longest stem.
    fn row(&self, forms: &[String], upos: Upos) -> Option<&Row> {
        let (last, before) = forms.split_last()?;
        let ends = last.char_indices().map(|(at, c)| at + c.len_utf8());
        let stems = ends.filter_map(|end| Some((end, self.rows.get(last.get(..end)?)?)));
        let rows = stems.flat_map(|(end, rows)| rows.iter().map(move |row| (end, row)));
        let fits = |(end, row): &(usize, &Row)| {
            (*end == last.len() || row.ending == Ending::Any)
                && row.upos.is_none_or(|wanted| wanted == upos)
                && before.ends_with(&row.before)
        };
        rows.filter(fits).max_by_key(|(end, row)| (row.before.len(), *end)).map(|(_, row)| row)
    }
}

impl Row {
    /// Gives a word its gloss, and what its form says beyond doubt, whatever the model took it for.
    fn mark(&self, token: &mut Token) {
        token.gloss = Some(self.gloss.clone());
        match self.sure {
            None => {}
            Some(Sure::Noun) => token.upos = Upos::NOUN,
            Some(verb) => {
                token.upos = Upos::VERB;
                token.past = verb == Sure::Past;
                token.inflection.future = verb == Sure::Future;
                token.inflection.case = None;
            }
        }
    }
}

fn parse(line: &str) -> Option<(String, Row)> {
    let mut columns = line.split('\t');
    let [words, tag, gloss] = [columns.next()?, columns.next()?, columns.next()?];
    let sure = match columns.next() {
        None => None,
        Some("past") => Some(Sure::Past),
        Some("future") => Some(Sure::Future),
        Some("noun") => Some(Sure::Noun),
        Some(_) => return None,
    };
    let mut before: Vec<String> = words.split(' ').map(str::to_owned).collect();
    let last = before.pop().filter(|word| !word.is_empty())?;
    let (stem, ending) = match last.strip_suffix('-') {
        Some(stem) => (stem.to_owned(), Ending::Any),
        None => (last, Ending::None),
    };
    let upos = (tag != "*").then(|| Upos::parse(tag));
    Some((stem, Row { before, ending, upos, gloss: gloss.into(), sure }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gloss(words: &str, upos: Upos) -> Option<String> {
        let table =
            "görüş-\tVERB\tmeet\ngörüşme-\tNOUN\ttalks\nbir araya gel-\tVERB\tmeet\nile\t*\twith\n";
        let glossary = Glossary::read(table).unwrap();
        let forms: Vec<String> = words.split(' ').map(small).collect();
        glossary.row(&forms, upos).map(|row| row.gloss.to_string())
    }

    #[test]
    fn stems_whole_words_and_phrases_are_found() {
        assert_eq!(gloss("Görüştüler", Upos::VERB).as_deref(), Some("meet"));
        assert_eq!(gloss("görüşmeleri", Upos::NOUN).as_deref(), Some("talks"));
        assert_eq!(gloss("dün Bir araya geldi", Upos::VERB).as_deref(), Some("meet"));
        assert_eq!(gloss("araya geldi", Upos::VERB), None);
        assert_eq!(gloss("ilerledi", Upos::VERB), None);
        assert_eq!(Glossary::read("ile\twith").err(), Some(1));
        assert_eq!(Glossary::read("# small\nile\t*\twith\tsometimes").err(), Some(2));
    }
}
