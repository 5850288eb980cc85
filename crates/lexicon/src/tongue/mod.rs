//! Languages other than English: what their words and days are to rules that were written for English.
//!
//! Rules are written once, over roles and a few dozen English words. A glossary says which words of the
//! language are those; a calendar, how it names days. Both are tables of a language pack.

mod calendar;
mod glossary;

use text::{Article, Sentence, TimeExpression, Token};

use calendar::Calendar;
use glossary::Glossary;

use crate::BadLine;

/// The words of a language that rules know, and how it names days.
#[derive(Clone, Debug, Default)]
pub struct Tongue {
    glossary: Glossary,
    calendar: Calendar,
}

impl Tongue {
    /// From the tables of a language pack.
    pub(crate) fn read(words: &str, calendar: &str) -> Result<Tongue, BadLine> {
        Ok(Tongue {
            glossary: Glossary::read(words).map_err(BadLine::Words)?,
            calendar: Calendar::read(calendar).map_err(BadLine::Calendar)?,
        })
    }

    /// Tells each word that rules know which one it is.
    pub fn gloss(&self, article: &Article, sentences: &[Sentence], tokens: &mut [Token]) {
        for sentence in sentences {
            let tokens = tokens.get_mut(sentence.tokens.range()).unwrap_or_default();
            self.glossary.mark(article, tokens);
        }
    }

    /// The time expressions of an article.
    pub fn find_times(
        &self,
        article: &Article,
        sentences: &[Sentence],
        tokens: &[Token],
    ) -> Vec<TimeExpression> {
        self.calendar.find(article, sentences, tokens)
    }
}

/// A word as the tables of a pack have it: small, its apostrophes straight, no dot over a small i.
fn small(form: &str) -> String {
    let mut form = form.replace(['’', '‘'], "'").to_lowercase();
    form.retain(|c| c != '\u{307}');
    form
}
