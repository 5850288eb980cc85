//! Short forms that an article explains: "the Nordic Arms Council (NAC)", then "NAC".

use std::collections::HashMap;

use text::EntityKind;

use super::{Candidate, Page, Rank};

/// Letters of the longest short form.
const LONGEST: usize = 8;

/// Adds short forms in brackets behind a body's name, and each that stands elsewhere.
pub(super) fn find(page: Page, learned: &[Candidate], all: &mut Vec<Candidate>) {
    let long = |c: &&Candidate| c.kind == EntityKind::Organization && c.end > c.start + 1;
    let known: HashMap<&str, EntityKind> = all
        .iter()
        .chain(learned)
        .filter(long)
        .filter_map(|c| Some((explained(page, c.end)?, c.kind)))
        .collect();
    if known.is_empty() {
        return;
    }
    let forms = page.forms.iter().enumerate();
    let found = forms.filter_map(|(at, form)| Some((at, *known.get(form)?)));
    let name = |(start, kind)| Candidate { start, end: start + 1, kind, rank: Rank::Explained };
    all.extend(found.map(name));
}

/// The short form in brackets at `at`.
fn explained<'a>(page: Page<'a>, at: usize) -> Option<&'a str> {
    let [open, form, close] = page.forms.get(at..at + 3)? else { return None };
    (*open == "(" && *close == ")" && is_short_form(form)).then_some(form)
}

fn is_short_form(form: &str) -> bool {
    let capitals = form.chars().filter(|c| c.is_uppercase()).count();
    let letters = form.chars().all(char::is_alphabetic);
    letters && (2..=LONGEST).contains(&form.chars().count()) && 2 * capitals >= form.chars().count()
}
