//! Where a meeting was or will be: a city or state after *in*, *at* or *to* in its clause, before its *where*, or
//! where a later sentence says that the meeting was.

use lexicon::Entry;
use record::{Party, PlaceMention};
use text::{Span, TokenIndex};

use super::{met, noun};
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
    let own = near.min_by_key(|(t, p)| (p.city.is_none(), t.0.abs_diff(anchor.0)));
    own.map(|(_, place)| place)
        .or_else(|| before_where(reading, clause))
        .or_else(|| called_after(reading, anchor))
        .or_else(|| only_city(reading, anchor, clause))
}

/// The only city that the sentence leads to with *in* or *at*, or that somebody in it visits.
fn only_city(reading: &Reading, anchor: TokenIndex, clause: TokenIndex) -> Option<PlaceMention> {
    let sentence = reading.tree.sentence(anchor).tokens;
    let leads = |t: &TokenIndex| {
        let led = matches!(reading.tree.form(*t), "in" | "In" | "at") && !is_second(reading, *t);
        led || is_visit(reading, *t)
    };
    // "a spokesman in Z said" tells where the spokesman is, and "X, who hosted the talks, said a meeting in Z was
    // possible" where another meeting may be.
    let own = reading.tree.subtree(clause);
    let of_another = |t: &TokenIndex| {
        let above = reading.tree.head(*t).and_then(|name| reading.tree.head(name));
        above.is_some_and(|noun| match noun::is_meeting(reading, noun) {
            true => noun != anchor && !own.contains(noun),
            false if noun == clause || noun == anchor => false,
            false => reading.tree.role(noun).is_subject() || says(reading, noun),
        })
    };
    let led = (sentence.start.0..sentence.end.0).map(TokenIndex).filter(leads);
    let led = led.filter(|t| !of_another(t));
    let mut cities = led.filter_map(|t| city_behind(reading, t, sentence.end));
    let first = cities.next()?;
    cities.all(|other| other.city == first.city).then_some(first)
}

/// "visited Z", "visit to Z", "arrived in Z", "travelled to Z".
fn is_visit(reading: &Reading, token: TokenIndex) -> bool {
    const WAYS: [&str; 9] =
        ["visit", "trip", "travel", "fly", "go", "journey", "tour", "return", "head"];
    let before = token.0.checked_sub(1).map(TokenIndex);
    let to = reading.tree.form(token) == "to";
    reading.tree.lemma(token) == "visit"
        || to && before.is_some_and(|b| WAYS.contains(&reading.tree.lemma(b)))
}

fn city_behind(reading: &Reading, token: TokenIndex, end: TokenIndex) -> Option<PlaceMention> {
    let next = TokenIndex(token.0 + 1);
    (next < end).then(|| named(reading, next, end)).flatten().filter(|p| p.city.is_some())
}

/// The city that the sentences around a meeting have one of its parties visit or arrive in.
pub(crate) fn visited_nearby(
    reading: &Reading,
    anchor: TokenIndex,
    parties: &[Party],
) -> Option<PlaceMention> {
    const SENTENCES: usize = 2;
    let tree = &reading.tree;
    let own = tree.sentence_index(anchor);
    let near = reading.doc().sentences.iter().enumerate().filter(|(n, s)| {
        n.abs_diff(own) <= SENTENCES && *n != own && s.block == tree.sentence(anchor).block
    });
    let mut cities = near.flat_map(|(_, s)| tree.tokens(*s)).filter_map(|t| {
        let arrives = matches!(tree.form(t), "in" | "at")
            && tree.head(t).and_then(|h| tree.head(h)).is_some_and(|v| tree.lemma(v) == "arrive");
        let clause = tree.verb_at(t);
        let travels = tree.doc.tokens[clause.at()].past
            && !tree.is_negated(clause)
            && met::subject_side(reading, clause)
                .iter()
                .any(|a| a.parties.iter().any(|p| parties.contains(p)));
        ((arrives || is_visit(reading, t)) && travels)
            .then(|| city_behind(reading, t, tree.sentence(t).tokens.end))?
    });
    let first = cities.next()?;
    cities.all(|other| other.city == first.city).then_some(first)
}

/// "the Geneva talks", "the third Doha meeting": a city right before the noun.
pub(crate) fn called_after(reading: &Reading, anchor: TokenIndex) -> Option<PlaceMention> {
    let start = reading.tree.sentence(anchor).tokens.start.0;
    if !noun::is_meeting(reading, anchor) {
        return None;
    }
    let first = anchor.0.saturating_sub(LONGEST_NAME as u32).max(start);
    (first..anchor.0).find_map(|at| {
        let words: Vec<&str> = (at..anchor.0).map(|t| reading.tree.form(TokenIndex(t))).collect();
        let found = reading.lexicon.find(&words).filter(|found| found.words == words.len())?;
        let span = reading.doc().tokens[at as usize].span;
        let span = span.cover(reading.doc().tokens[anchor.at() - 1].span);
        place(&found.entries, span).filter(|place| place.city.is_some())
    })
}

/// "will travel to Juba, where he will meet": the place before the clause's *where*.
fn before_where(reading: &Reading, clause: TokenIndex) -> Option<PlaceMention> {
    const REACH: u32 = 4;
    let tree = &reading.tree;
    let mark = tree.children(clause).iter().copied().find(|c| tree.form(*c) == "where")?;
    let sentence = tree.sentence(clause).tokens;
    let first = mark.0.saturating_sub(REACH).max(sentence.start.0);
    (first..mark.0).find_map(|at| named(reading, TokenIndex(at), mark))
}

/// "This came during a meeting in Z", "the talks took place in Z": said of a meeting within the next sentences.
pub(crate) fn said_later(reading: &Reading, anchor: TokenIndex) -> Option<PlaceMention> {
    const SENTENCES: usize = 2;
    let tree = &reading.tree;
    let own = tree.sentence_index(anchor);
    let later = reading.doc().sentences.iter().skip(own + 1).take(SENTENCES);
    later.flat_map(|s| tree.tokens(*s)).find_map(|t| {
        let plain = noun::is_meeting(reading, t) && noun::company(reading, t).is_empty();
        let other =
            tree.has_modifier(t, &["next", "previous", "last", "another", "earlier", "first"]);
        let held = tree
            .head(t)
            .filter(|v| tree.role(t).is_subject() && matches!(tree.lemma(*v), "hold" | "take"));
        (plain && !other).then(|| hanging(reading, t).or_else(|| hanging(reading, held?)))?
    })
}

/// The city that hangs on this very word by *in* or *at*, or on a participle below it.
fn hanging(reading: &Reading, word: TokenIndex) -> Option<PlaceMention> {
    let tree = &reading.tree;
    let held = tree.children(word).iter().copied().filter(|c| tree.lemma(*c) == "hold");
    let above = std::iter::once(word).chain(held);
    let mut nominals = above.flat_map(|w| tree.by_preposition(w, &["in", "at"]));
    nominals.find_map(|n| {
        let case =
            tree.children(n).iter().copied().find(|c| matches!(tree.form(*c), "in" | "at"))?;
        let place = named(reading, TokenIndex(case.0 + 1), tree.sentence(word).tokens.end)?;
        place.city.is_some().then_some(place)
    })
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
    matches!(form.as_str(), "in" | "at") && !is_second(reading, token)
        || token == clause && reading.tree.lemma(token) == "visit"
        || form == "to" && (GOING.contains(&reading.tree.lemma(clause)) || going())
}

/// The *in* of "or in Doha".
fn is_second(reading: &Reading, token: TokenIndex) -> bool {
    token.0.checked_sub(1).is_some_and(|before| reading.tree.form(TokenIndex(before)) == "or")
}

/// A postposition or ending in the clause before the verb, whatever the parse says.
fn precedes(reading: &Reading, token: TokenIndex, clause: TokenIndex) -> bool {
    let closes = reading.doc().tokens[token.at()].gloss.is_some();
    closes && token < clause && met::clear(reading, token, clause)
}

/// "said in Z that he had met": where it was said.
fn says(reading: &Reading, verb: TokenIndex) -> bool {
    let lemma = reading.tree.lemma(verb);
    reading.tree.upos(verb) == text::Upos::VERB
        && reading.lexicon.attributive(lexicon::CuePart::Verb, lemma).is_some()
}

/// The preposition's noun hangs on the anchor, on its clause or on what governs it.
fn belongs(
    reading: &Reading,
    preposition: TokenIndex,
    anchor: TokenIndex,
    clause: TokenIndex,
) -> bool {
    let tree = &reading.tree;
    if preposition == clause {
        return true;
    }
    let Some(mut at) = tree.head(preposition) else { return false };
    let above = tree.head(clause).filter(|verb| !says(reading, *verb));
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
    let place = one_named(reading, at, end)?;
    let tokens = &reading.doc().tokens;
    let next = tokens.partition_point(|t| t.span.start() < place.span.end());
    let next = TokenIndex(next as u32);
    if next >= end || reading.tree.form(next) != "or" {
        return Some(place);
    }
    let again = next.0 + 1 < end.0 && reading.tree.form(TokenIndex(next.0 + 1)) == "in";
    let other = one_named(reading, TokenIndex(next.0 + 1 + u32::from(again)), end);
    either(place, other)
}

/// "in Jeddah or Riyadh": no more than both have in common.
fn either(place: PlaceMention, other: Option<PlaceMention>) -> Option<PlaceMention> {
    let Some(other) = other else { return Some(place) };
    let span = place.span.cover(other.span);
    (place.country.is_some() && place.country == other.country).then_some(PlaceMention {
        span,
        city: None,
        ..place
    })
}

fn one_named(reading: &Reading, at: TokenIndex, end: TokenIndex) -> Option<PlaceMention> {
    if at >= end {
        return None;
    }
    let at =
        if reading.tree.form(at).eq_ignore_ascii_case("the") { TokenIndex(at.0 + 1) } else { at };
    if let Some(city) = in_apposition(reading, at, end) {
        return Some(city);
    }
    let stop = end.0.min(at.0 + LONGEST_NAME as u32);
    let words: Vec<&str> = (at.0..stop).map(|t| reading.tree.form(TokenIndex(t))).collect();
    let found = reading.lexicon.find(&words)?;
    let last = TokenIndex(at.0 + found.words as u32 - 1);
    let span = reading.doc().tokens[at.at()].span.cover(reading.doc().tokens[last.at()].span);
    let owner = owned(reading, last, end);
    if !owner && last.0 + 1 < end.0 && reading.tree.form(TokenIndex(last.0 + 1)) == "capital" {
        return capital(&found.entries, span.cover(reading.doc().tokens[last.at() + 1].span));
    }
    (!owner).then(|| place(&found.entries, span))?
}

/// "the Saudi city of Jeddah", "the capital, Tripoli", "Russia's Kazan", "the Ethiopian capital Addis Ababa".
fn in_apposition(reading: &Reading, at: TokenIndex, end: TokenIndex) -> Option<PlaceMention> {
    const REACH: u32 = 9;
    const SETTLEMENTS: [&str; 7] =
        ["capital", "city", "town", "resort", "port", "village", "state"];
    let tree = &reading.tree;
    let mut next = at.0;
    let (mut settled, mut country) = (false, false);
    while next < end.0.min(at.0 + REACH) {
        let token = TokenIndex(next);
        let stop = end.0.min(next + LONGEST_NAME as u32);
        let words: Vec<&str> = (next..stop).map(|t| tree.form(TokenIndex(t))).collect();
        if let Some(found) = reading.lexicon.find(&words) {
            let last = TokenIndex(next + found.words as u32 - 1);
            let span = reading.doc().tokens[next as usize].span;
            let span = span.cover(reading.doc().tokens[last.at()].span);
            let place = place(&found.entries, span);
            if place.as_ref().is_some_and(|p| p.city.is_some()) {
                return place.filter(|_| (settled || country) && !owned(reading, last, end));
            }
            country |= of_country(&found.entries);
            if country {
                next = last.0 + 1;
                continue;
            }
        }
        settled |= SETTLEMENTS.contains(&tree.form(token));
        let describes = tree.upos(token) == text::Upos::ADJ
            || SETTLEMENTS.contains(&tree.form(token))
            || settled && matches!(tree.form(token), "of" | ",")
            || country && matches!(tree.form(token), "'s" | "’s" | "'" | "’");
        if !describes {
            return None;
        }
        next += 1;
    }
    None
}

fn of_country(entries: &[Entry]) -> bool {
    entries.iter().any(|e| matches!(e, Entry::State(_) | Entry::Demonym { .. }))
}

/// "Moscow's": whose, not where.
fn owned(reading: &Reading, last: TokenIndex, end: TokenIndex) -> bool {
    last.0 + 1 < end.0 && reading.tree.form(TokenIndex(last.0 + 1)).starts_with(['\'', '’'])
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
