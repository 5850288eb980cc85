//! Languages other than English: what the annotator has to know of one beside its model.
//!
//! Rules are written once, over roles and a few dozen English words. A glossary says which words of the
//! language are those; a calendar, how it names days. Both are tables of a language pack.

mod calendar;
mod glossary;

use text::{Article, Sentence, TimeExpression, Token};

use calendar::Calendar;
use glossary::Glossary;

/// What is known of a language beside its model.
#[derive(Clone, Debug, Default)]
pub struct Tongue {
    glossary: Glossary,
    calendar: Calendar,
}

/// A line of a table that cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BadLine {
    /// Of the glossary, counted from 1.
    Glossary(usize),
    /// Of the calendar, counted from 1.
    Calendar(usize),
}

impl Tongue {
    /// From the tables of a language pack.
    pub fn read(glossary: &str, calendar: &str) -> Result<Tongue, BadLine> {
        Ok(Tongue {
            glossary: Glossary::read(glossary).map_err(BadLine::Glossary)?,
            calendar: Calendar::read(calendar).map_err(BadLine::Calendar)?,
        })
    }

    /// Tells each word that rules know which one it is.
    pub(crate) fn gloss(&self, article: &Article, sentences: &[Sentence], tokens: &mut [Token]) {
        for sentence in sentences {
            let tokens = tokens.get_mut(sentence.tokens.range()).unwrap_or_default();
            self.glossary.mark(article, tokens);
        }
    }

    /// The time expressions of an article.
    pub(crate) fn find_times(
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
