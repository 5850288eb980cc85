//! A person's name is taken whole: with the words that the tree joins to it.

use text::{EntityKind, Role, TokenIndex, Upos};

use super::heads::kind_of;
use super::titles::is_title;
use super::{Candidate, Page, Rank};

/// Words by which a name may grow.
const LONGEST: usize = 5;

/// Lets learned persons and surnames grow over the name words that the tree joins to them.
pub(super) fn grow(page: Page, all: &mut [Candidate]) {
    let grows = |c: &&mut Candidate| c.kind == EntityKind::Person && c.rank >= Rank::Surname;
    for name in all.iter_mut().filter(grows) {
        let limit = name.start + LONGEST;
        while name.end < limit && is_part(page, name.end) && joins_back(page, name) {
            name.end += 1;
        }
        while let Some(before) = before(page, name) {
            name.start = before;
        }
    }
}

/// True if the word behind the name hangs on it as a further part.
fn joins_back(page: Page, name: &Candidate) -> bool {
    let head = flat_head(page, name.end);
    head.is_some_and(|head| (name.start..name.end).contains(&head))
}

/// The word right before the name, if the name hangs on it as a further part.
fn before(page: Page, name: &Candidate) -> Option<usize> {
    let before = name.start.checked_sub(1).filter(|&b| is_part(page, b))?;
    let head = flat_head(page, name.start)?;
    let near = head <= before && name.end - head <= LONGEST;
    near.then_some(before)
}

/// On what a further part of a name hangs.
fn flat_head(page: Page, at: usize) -> Option<usize> {
    let token = page.tokens.get(at).filter(|t| t.role == Role::Flat)?;
    token.head.map(TokenIndex::at)
}

fn is_part(page: Page, at: usize) -> bool {
    let (Some(token), Some(form)) = (page.tokens.get(at), page.forms.get(at)) else { return false };
    let capital = form.starts_with(char::is_uppercase) && token.upos == Upos::PROPN;
    capital && kind_of(form).is_none() && !is_title(page, at) && !page.is_time(at)
}
