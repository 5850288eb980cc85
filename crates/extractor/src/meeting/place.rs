//! Where a meeting was or will be: a city or state after *in*, *at* or *to* in its clause.

use lexicon::Entry;
use record::PlaceMention;
use text::{Span, TokenIndex};

use super::met;
use crate::reading::Reading;

/// Words before the place: "in the Black Sea resort of Sochi" needs more than a few.
const LONGEST_NAME: usize = 6;

/// The place that belongs to a meeting's verb or noun.
pub(crate) fn of(
    reading: &Reading,
    anchor: TokenIndex,
    clause: TokenIndex,
) -> Option<PlaceMention> {
    let sentence = reading.tree.sentence(anchor).tokens;
    let found = (sentence.start.0..sentence.end.0)
        .map(TokenIndex)
        .filter_map(|t| Some((t, at(reading, t, clause)?)));
    let near = found
        .filter(|(t, _)| belongs(reading, *t, anchor, clause) || precedes(reading, *t, clause));
    near.min_by_key(|(t, p)| (p.city.is_none(), t.0.abs_diff(anchor.0))).map(|(_, place)| place)
}

/// The place that a preposition leads to, or that a postposition or ending closes.
fn at(reading: &Reading, token: TokenIndex, clause: TokenIndex) -> Option<PlaceMention> {
    if !leads(reading, token, clause) {
        return None;
    }
    let sentence = reading.tree.sentence(token).tokens;
    match reading.doc().tokens[token.at()].gloss {
        None => named(reading, TokenIndex(token.0 + 1), sentence.end),
        Some(_) => closed(reading, token, sentence.start),
    }
}

/// "Viyana'da": the name that ends right before.
fn closed(reading: &Reading, token: TokenIndex, start: TokenIndex) -> Option<PlaceMention> {
    let first = token.0.saturating_sub(LONGEST_NAME as u32).max(start.0);
    let name = (first..token.0).find_map(|at| {
        let words: Vec<&str> = (at..token.0).map(|t| reading.doc().form(TokenIndex(t))).collect();
        let found = reading.lexicon.find(&words).filter(|found| found.words == words.len())?;
        Some((found, reading.doc().tokens[at as usize].span))
    });
    let (found, span) = name?;
    place(&found.entries, span.cover(reading.doc().tokens[token.at() - 1].span))
}

fn leads(reading: &Reading, token: TokenIndex, clause: TokenIndex) -> bool {
    const GOING: [&str; 8] = ["travel", "fly", "go", "come", "visit", "trip", "dispatch", "send"];
    let form = reading.tree.form(token).to_lowercase();
    let sentence = reading.tree.sentence(token);
    let going = || reading.tree.tokens(sentence).any(|t| GOING.contains(&reading.tree.lemma(t)));
    matches!(form.as_str(), "in" | "at")
        || form == "to" && (GOING.contains(&reading.tree.lemma(clause)) || going())
}

/// A postposition or ending in the clause before the verb, whatever the parse says.
fn precedes(reading: &Reading, token: TokenIndex, clause: TokenIndex) -> bool {
    let closes = reading.doc().tokens[token.at()].gloss.is_some();
    closes && token < clause && met::clear(reading, token, clause)
}

/// The preposition's noun hangs on the anchor, on its clause or on what governs it.
fn belongs(
    reading: &Reading,
    preposition: TokenIndex,
    anchor: TokenIndex,
    clause: TokenIndex,
) -> bool {
    let tree = &reading.tree;
    let Some(mut at) = tree.head(preposition) else { return false };
    let above = tree.head(clause);
    for _ in 0..5 {
        if at == anchor || at == clause || Some(at) == above {
            return true;
        }
        match tree.head(at) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}

fn named(reading: &Reading, at: TokenIndex, end: TokenIndex) -> Option<PlaceMention> {
    let at =
        if reading.tree.form(at).eq_ignore_ascii_case("the") { TokenIndex(at.0 + 1) } else { at };
    let stop = end.0.min(at.0 + LONGEST_NAME as u32);
    let words: Vec<&str> = (at.0..stop).map(|t| reading.tree.form(TokenIndex(t))).collect();
    let found = reading.lexicon.find(&words)?;
    let last = TokenIndex(at.0 + found.words as u32 - 1);
    let span = reading.doc().tokens[at.at()].span.cover(reading.doc().tokens[last.at()].span);
    let owner =
        last.0 + 1 < end.0 && reading.tree.form(TokenIndex(last.0 + 1)).starts_with(['\'', '’']);
    if !owner && last.0 + 1 < end.0 && reading.tree.form(TokenIndex(last.0 + 1)) == "capital" {
        return capital(&found.entries, span.cover(reading.doc().tokens[last.at() + 1].span));
    }
    (!owner).then(|| place(&found.entries, span))?
}

/// "the Russian capital"
fn capital(entries: &[Entry], span: Span) -> Option<PlaceMention> {
    let state = entries.iter().find_map(|e| match e {
        Entry::Demonym { state, .. } => Some(*state),
        _ => None,
    })?;
    let city = state.capitals.first()?;
    Some(PlaceMention {
        span,
        city: Some((*city).to_owned()),
        country: Some(state.code.to_owned()),
    })
}

fn place(entries: &[Entry], span: Span) -> Option<PlaceMention> {
    let city = entries.iter().find_map(|e| if let Entry::City(c) = e { Some(*c) } else { None });
    if let Some(city) = city {
        let country = city.state.map(str::to_owned);
        return Some(PlaceMention { span, city: Some(city.name.to_owned()), country });
    }
    let state =
        entries.iter().find_map(|e| if let Entry::State(s) = e { Some(*s) } else { None })?;
    Some(PlaceMention { span, city: None, country: Some(state.code.to_owned()) })
}
