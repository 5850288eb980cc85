//! Names: what the lexicon lists, what titles and nouns betray, and what the network learned, in that order.

mod acronyms;
mod candidate;
mod elections;
mod given;
mod headed;
mod heads;
mod label;
mod listed;
mod sieve;
mod surnames;
mod titles;
mod whole;

pub(crate) use candidate::{Candidate, Rank, settle};
pub(crate) use label::{LABELS, NameLabel, runs};

use lexicon::Lexicon;
use text::{EntityMention, Sentence, TimeExpression, Token};

/// An article's words as the name rules see them.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    /// Where sentences begin and end.
    pub(crate) sentences: &'a [Sentence],
    /// All tokens.
    pub(crate) tokens: &'a [Token],
    /// The form of each.
    pub(crate) forms: &'a [&'a str],
    /// What names a time: never a person called May.
    pub(crate) times: &'a [TimeExpression],
}

impl Page<'_> {
    /// True if a token is part of a time expression.
    fn is_time(&self, at: usize) -> bool {
        let Some(span) = self.tokens.get(at).map(|t| t.span) else { return false };
        let next = self.times.partition_point(|t| t.span.end() <= span.start());
        self.times.get(next).is_some_and(|t| t.span.overlaps(span))
    }
}

/// All names of an article: `learned` are the network's.
pub(crate) fn layer(page: Page, lexicon: &Lexicon, learned: Vec<Candidate>) -> Vec<EntityMention> {
    let mut learned = sieve::sift(page, learned);
    given::amend(page, lexicon, &mut learned);
    let mut all = listed::find(page, lexicon);
    titles::find(page, &mut all);
    headed::find(page, &learned, &mut all);
    acronyms::find(page, &learned, &mut all);
    given::find(page, lexicon, &mut all);
    listed::widen(page, &mut all);
    listed::promote(page, &learned, &mut all);
    surnames::find(page, lexicon, &learned, &mut all);
    all.extend(learned);
    given::find_alone(page, lexicon, &mut all);
    whole::grow(page, &mut all);
    elections::leave_out(page, &mut all);
    settle(page, all)
}
