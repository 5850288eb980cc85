//! One sentence as the rules see it, and what relative expressions count from.

use jiff::civil::Date;
use text::{Anchor, Article, DateBasis, Token};

use super::atom::Atom;
use super::calendar::Period;
use super::cursor::Cursor;
use super::tense::{Tense, tense};

/// The day that relative expressions count from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    pub day: Date,
    pub anchor: Anchor,
}

impl Reference {
    /// The article's publication date, if it is known to the day.
    pub fn of(article: &Article) -> Option<Reference> {
        let published = article.published.as_ref()?;
        let dateline = published.basis == DateBasis::Dateline;
        let anchor = if dateline { Anchor::Dateline } else { Anchor::Published };
        published.when.is_day().then_some(Reference { day: published.when.from, anchor })
    }
}

/// One sentence as the rules see it.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub atoms: &'a [Atom<'a>],
    /// All tokens of the article.
    pub tokens: &'a [Token],
    /// What "on Tuesday" counts from.
    pub reference: Option<Reference>,
    /// What "two days later" counts from: the last stretch of the calendar named not long before.
    pub earlier: Option<Period>,
    /// The quarter that is reported on: the last one named in the article that is over.
    pub reported: Option<Period>,
}

impl<'a> Scene<'a> {
    /// Before atom `at`.
    pub fn cursor(&self, at: usize) -> Cursor<'a> {
        Cursor::new(self.atoms, at)
    }

    /// The tense of what is dated by the words at `at`.
    pub fn tense(&self, at: usize) -> Tense {
        tense(self, at)
    }
}
