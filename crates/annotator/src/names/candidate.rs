//! What may be a name, and which of several that overlap is.

use text::{EntityKind, EntityMention, TokenIndex, TokenRange, Upos};

use super::Page;

/// How much a finding is trusted, the most first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Rank {
    /// Explained by a noun of its own: "Party", "Strait".
    Headed,
    /// A name of several words that the lexicon lists.
    ListedLong,
    /// A learned name around a listed place: "University of Geneva".
    AroundListed,
    /// A short form that the article explains.
    Explained,
    /// Announced by a title.
    Titled,
    /// A given name that the lexicon knows, and what follows.
    Given,
    /// One word that the lexicon lists.
    Listed,
    /// The surname of someone named in full in the same article.
    Surname,
    /// The surname of someone the lexicon knows.
    ListedSurname,
    /// The network's.
    Learned,
    /// A given name alone that the lexicon knows.
    GivenAlone,
}

/// A run of tokens that may be a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Candidate {
    /// First token.
    pub(crate) start: usize,
    /// One past the last.
    pub(crate) end: usize,
    /// Of what.
    pub(crate) kind: EntityKind,
    /// How sure.
    pub(crate) rank: Rank,
}

impl Candidate {
    /// True if the two share a token.
    pub(crate) fn overlaps(&self, other: &Candidate) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Without articles, marks and a possessive at its ends.
    pub(crate) fn trimmed(mut self, page: Page) -> Candidate {
        let plain = |i: usize| {
            page.tokens
                .get(i)
                .is_some_and(|t| !matches!(t.upos, Upos::DET | Upos::PUNCT | Upos::PART))
        };
        while self.start < self.end && !plain(self.start) {
            self.start += 1;
        }
        while self.start < self.end && !plain(self.end - 1) {
            self.end -= 1;
        }
        self
    }
}

/// The best candidates that do not overlap, in order.
pub(crate) fn settle(page: Page, all: Vec<Candidate>) -> Vec<EntityMention> {
    let mut all: Vec<_> =
        all.into_iter().map(|c| c.trimmed(page)).filter(|c| c.start < c.end).collect();
    all.sort_by_key(|c| (c.rank, std::cmp::Reverse(c.end - c.start), c.start));
    let mut taken = vec![false; page.tokens.len()];
    let mut kept = Vec::new();
    for name in all {
        let Some(places) = taken.get_mut(name.start..name.end) else { continue };
        if !places.contains(&true) {
            places.fill(true);
            kept.extend(mention(page, &name));
        }
    }
    kept.sort_by_key(|m: &EntityMention| m.tokens.start);
    kept
}

fn mention(page: Page, name: &Candidate) -> Option<EntityMention> {
    let first = page.tokens.get(name.start)?;
    let last = page.tokens.get(name.end.checked_sub(1)?)?;
    let tokens =
        TokenRange { start: TokenIndex(name.start as u32), end: TokenIndex(name.end as u32) };
    let span = first.span.cover(last.span);
    Some(EntityMention { span, tokens, kind: name.kind, metonymy: None })
}
