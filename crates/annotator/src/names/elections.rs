//! Names inside the name of an election are none of their own: "the 1998 Ruritania general election".

use text::Upos;

use super::{Candidate, Page};

/// What is so named, by lemma.
const EVENTS: &[&str] =
    &["by-election", "byelection", "census", "election", "primary", "referendum"];

/// Words between a place and "election": "general", "House of Representatives".
const REACH: usize = 6;

/// Drops names with a year before them and an election behind.
pub(super) fn leave_out(page: Page, all: &mut Vec<Candidate>) {
    all.retain(|name| !(follows_year(page, name.start) && leads_to_event(page, name.end)));
}

fn follows_year(page: Page, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|b| page.forms.get(b));
    before.is_some_and(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))
}

fn leads_to_event(page: Page, from: usize) -> bool {
    let rest = page.tokens.get(from..page.tokens.len().min(from + REACH)).unwrap_or_default();
    let named = |i: usize, upos| {
        matches!(upos, Upos::ADJ | Upos::NOUN | Upos::PROPN)
            || page.forms.get(from + i) == Some(&"of")
    };
    let run = rest.iter().enumerate().take_while(|(i, t)| named(*i, t.upos));
    run.into_iter().any(|(_, t)| EVENTS.contains(&t.lemma.as_str()))
}
