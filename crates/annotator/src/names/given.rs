//! Persons by a given name that the lexicon knows: "Angela Berg", and "Angela" alone.

use lexicon::Lexicon;
use text::{EntityKind, Upos};

use super::heads::kind_of;
use super::listed::is_no_person;
use super::titles::{is_title, run_end};
use super::{Candidate, Page, Rank};

/// Words of the longest full name.
const LONGEST: usize = 4;

/// Adds given names with the surnames behind them.
pub(super) fn find(page: Page, lexicon: &Lexicon, all: &mut Vec<Candidate>) {
    for sentence in page.sentences {
        let range = sentence.tokens.range();
        for at in range.clone() {
            if !is_given(page, at, lexicon) || is_inside_name(page, at, range.start) {
                continue;
            }
            let end = run_end(page, at, range.end).min(at + LONGEST);
            let plain = (at + 1..end).all(|i| is_surname(page, i, lexicon));
            let name = Candidate { start: at, end, kind: EntityKind::Person, rank: Rank::Given };
            all.extend((end > at + 1 && plain).then_some(name));
        }
    }
}

/// A learned name of one word that is a given name is a person's.
pub(super) fn amend(page: Page, lexicon: &Lexicon, learned: &mut [Candidate]) {
    for name in learned.iter_mut().filter(|n| n.end == n.start + 1) {
        if is_given(page, name.start, lexicon) {
            name.kind = EntityKind::Person;
        }
    }
}

/// Adds given names that stand alone.
pub(super) fn find_alone(page: Page, lexicon: &Lexicon, all: &mut Vec<Candidate>) {
    for sentence in page.sentences {
        let range = sentence.tokens.range();
        let lone = |&at: &usize| {
            let beside = page.tokens.get(at + 1).filter(|_| at + 1 < range.end);
            let open = beside.is_some_and(|t| matches!(t.upos, Upos::PROPN | Upos::NOUN));
            !open && is_given(page, at, lexicon) && !is_inside_name(page, at, range.start)
        };
        let name = |start| Candidate {
            start,
            end: start + 1,
            kind: EntityKind::Person,
            rank: Rank::GivenAlone,
        };
        all.extend(range.clone().filter(lone).map(name));
    }
}

fn is_given(page: Page, at: usize, lexicon: &Lexicon) -> bool {
    let (Some(token), Some(form)) = (page.tokens.get(at), page.forms.get(at)) else { return false };
    token.upos == Upos::PROPN
        && lexicon.is_given_name(form)
        && !is_no_person(&[form], lexicon)
        && !is_title(page, at)
        && !page.is_time(at)
}

/// True behind a capitalised name word that is no title.
fn is_inside_name(page: Page, at: usize, first: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&b| b >= first) else { return false };
    let proper = page.tokens.get(before).is_some_and(|t| t.upos == Upos::PROPN);
    proper && !is_title(page, before)
}

fn is_surname(page: Page, at: usize, lexicon: &Lexicon) -> bool {
    let Some(form) = page.forms.get(at) else { return false };
    kind_of(form).is_none() && !is_title(page, at) && !is_no_person(&[form], lexicon)
}
