//! States joined by hyphens before a noun: "the fifth A-B-C foreign ministers' dialogue", "the A–B committee meeting".
//!
//! Reads:  two states or more, each a name or an adjective, with nothing but hyphens between, before a noun of meeting.
//! Silent: one state and another word, "A-led", "A-based".

use lexicon::Entry;
use record::{ActorKind, Party};
use text::{TokenIndex, TokenRange};

use crate::actor::Actor;
use crate::reading::Reading;

/// Whose names stand joined before a noun.
pub(crate) fn states(reading: &Reading, noun: TokenIndex) -> Vec<Actor> {
    const REACH: u32 = 10;
    let first = noun.0.saturating_sub(REACH).max(reading.tree.sentence(noun).tokens.start.0);
    (first..noun.0)
        .map(TokenIndex)
        .map(|t| run(reading, t, noun))
        .find(|r| r.len() >= 2)
        .unwrap_or_default()
}

/// The states from a token on, as long as hyphens join them.
fn run(reading: &Reading, first: TokenIndex, end: TokenIndex) -> Vec<Actor> {
    let words = (first.0..end.0).map(TokenIndex);
    let mut found: Vec<Actor> = Vec::new();
    let mut joined = true;
    for token in words {
        let form = reading.tree.form(token);
        if matches!(form, "-" | "–") {
            joined = true;
            continue;
        }
        let names: Vec<&str> = form.split(['-', '–']).filter(|n| !n.is_empty()).collect();
        let states: Option<Vec<Party>> = names.iter().map(|n| state(reading, n)).collect();
        let Some(states) = states.filter(|_| joined) else { break };
        let tokens = TokenRange { start: token, end: TokenIndex(token.0 + 1) };
        found.extend(states.into_iter().map(|party| {
            let actor = Actor::named(tokens, ActorKind::State);
            Actor { parties: vec![party], ..actor }
        }));
        joined = false;
    }
    found
}

fn state(reading: &Reading, name: &str) -> Option<Party> {
    let found = reading.lexicon.find(&[name])?;
    let code = found.entries.iter().find_map(|entry| match entry {
        Entry::State(state) | Entry::Demonym { state, .. } => Some(state.code),
        _ => None,
    })?;
    Some(Party(code.to_owned()))
}
