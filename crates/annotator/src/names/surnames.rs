//! One word that stands for a person: someone named in full elsewhere in the article, or known to the lexicon.

use std::collections::HashSet;

use lexicon::Lexicon;
use text::{EntityKind, Role, Upos};

use super::listed::is_no_person;
use super::{Candidate, Page, Rank};

/// Adds surnames that stand alone.
pub(super) fn find(page: Page, lexicon: &Lexicon, learned: &[Candidate], all: &mut Vec<Candidate>) {
    let known: HashSet<String> =
        all.iter().chain(learned).filter_map(|c| surname(page, c)).collect();
    let taken: HashSet<usize> = all.iter().flat_map(|c| c.start..c.end).collect();
    let in_longer: HashSet<usize> =
        learned.iter().filter(|c| c.end - c.start > 1).flat_map(|c| c.start..c.end).collect();
    for (at, form) in page.forms.iter().enumerate() {
        if taken.contains(&at) || in_longer.contains(&at) || !is_capital(form) || page.is_time(at) {
            continue;
        }
        let listed =
            || !lexicon.people_surnamed(form).is_empty() && !is_no_person(&[form], lexicon);
        let rank = if known.contains(bare(form)) {
            Rank::Surname
        } else if stands_as_name(page, at) && listed() {
            Rank::ListedSurname
        } else {
            continue;
        };
        all.push(Candidate { start: at, end: at + 1, kind: EntityKind::Person, rank });
    }
}

/// The last word of a person's name of two words or more.
fn surname(page: Page, name: &Candidate) -> Option<String> {
    let name = name.trimmed(page);
    let long = name.kind == EntityKind::Person && name.end >= name.start + 2;
    let last = page.forms.get(name.end.checked_sub(1)?)?;
    (long && last.chars().count() > 2).then(|| bare(last).to_owned())
}

/// "al-Khoury" and "Khoury" are one surname.
fn bare(form: &str) -> &str {
    form.split_once('-').filter(|(article, _)| article.len() == 2).map_or(form, |(_, rest)| rest)
}

/// A proper noun that is not a modifier in a longer name.
fn stands_as_name(page: Page, at: usize) -> bool {
    let modifies = |role| matches!(role, Role::Flat | Role::Compound | Role::AdjectiveModifier);
    page.tokens.get(at).is_some_and(|t| t.upos == Upos::PROPN && !modifies(t.role))
}

fn is_capital(form: &str) -> bool {
    form.starts_with(char::is_uppercase) || form.starts_with("al-")
}
