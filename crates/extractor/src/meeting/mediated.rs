//! Who stood between: "talks between A and B mediated by C", "C brokered talks between A and B", "C-mediated talks",
//! "under the auspices of C", "indirect talks".
//!
//! Fires on:  *mediate, broker, facilitate, sponsor, moderate, oversee* beside a meeting told otherwise: as a participle with
//!            an agent, as its verb, or joined to its noun by a hyphen; *auspices, mediation, sponsorship* and whose.
//! Silent on: mediation of which no meeting is told; "brokered a ceasefire".

use record::{ActorKind, Medium, Part, Party, Status};
use text::{Role, TokenIndex, TokenRange, Upos};

use super::{Occasion, met, noun, seat, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// What a go-between does.
const MEDIATING: [&str; 6] = ["mediate", "broker", "facilitate", "sponsor", "moderate", "oversee"];

/// "C brokered talks between A and B in Z".
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB || !MEDIATING.contains(&tree.lemma(verb)) {
        return None;
    }
    let passive = tree.child(verb, Role::PassiveSubject).filter(|s| noun::is_meeting(reading, *s));
    let object = tree.children_in(verb, Role::Object).find(|o| noun::is_meeting(reading, *o));
    let meeting = passive.or(object)?;
    let sides = noun::company(reading, meeting);
    if noun::is_open(reading, meeting) {
        return None;
    }
    let by = tree.child(verb, Role::Agent).or_else(|| tree.by_preposition(verb, &["by"]).pop());
    let between = match passive {
        Some(_) => by.map(|by| seat::side(reading, by)).unwrap_or_default(),
        None => met::subject_side(reading, verb),
    };
    let status = status::of_verb(reading, verb)?;
    if status == Status::Held && !tree.doc.tokens[verb.at()].past {
        return None;
    }
    let mut occasion =
        Occasion::new(meeting, verb, "meeting/mediated").with(sides).in_state(status);
    seat(&mut occasion, between);
    Some(occasion)
}

/// Adds to a meeting whoever stood between, and that they did.
pub(crate) fn add(reading: &Reading, occasion: &mut Occasion) {
    let between = participle(reading, occasion)
        .or_else(|| hyphened(reading, occasion.anchor))
        .or_else(|| auspices(reading, occasion));
    seat(occasion, between.unwrap_or_default());
    let apart = reading.tree.has_modifier(occasion.anchor, &["indirect", "proximity"]);
    if apart && occasion.medium == Medium::InPerson {
        occasion.medium = Medium::Indirect;
    }
}

/// Whoever stands between is no side, unless the words name no other.
fn seat(occasion: &mut Occasion, between: Vec<Actor>) {
    let own = parties_of(&between);
    let sides = occasion.parties();
    if own.is_empty() || !sides.is_empty() && sides.iter().all(|p| own.contains(p)) {
        return;
    }
    occasion.participants.retain(|(actor, _)| !actor.parties.iter().all(|p| own.contains(p)));
    occasion.participants.extend(between.into_iter().map(|a| (a, Part::Mediator)));
}

/// "held talks …, mediated by C".
fn participle(reading: &Reading, occasion: &Occasion) -> Option<Vec<Actor>> {
    let tree = &reading.tree;
    let sentence = tree.sentence(occasion.anchor);
    let verb = tree.tokens(sentence).find(|t| {
        let below = tree.head(*t).is_some_and(|h| h == occasion.anchor || h == occasion.clause);
        let hangs = below || tree.head(*t).is_some_and(|h| tree.head(h) == Some(occasion.anchor));
        tree.upos(*t) == Upos::VERB && MEDIATING.contains(&tree.lemma(*t)) && hangs
    })?;
    let by = tree.child(verb, Role::Agent).or_else(|| tree.by_preposition(verb, &["by"]).pop())?;
    Some(seat::side(reading, by))
}

/// "C-mediated talks": a meeting that is called by whoever convened it.
pub(crate) fn is_convened(reading: &Reading, noun: TokenIndex) -> bool {
    hyphened(reading, noun).is_some()
}

/// "C-mediated talks", "a round of C-brokered talks".
fn hyphened(reading: &Reading, anchor: TokenIndex) -> Option<Vec<Actor>> {
    const REACH: u32 = 6;
    let tree = &reading.tree;
    let sentence = tree.sentence(anchor).tokens;
    let first = anchor.0.saturating_sub(REACH).max(sentence.start.0);
    let last = sentence.end.0.min(anchor.0 + REACH);
    (first..last)
        .map(TokenIndex)
        .find_map(|t| {
            let Some((name, done)) = tree.form(t).rsplit_once('-') else {
                let apart = mediates(tree.form(t)) && t.0 > first;
                let hyphen = TokenIndex(t.0.saturating_sub(1));
                let joined = apart && matches!(tree.form(hyphen), "-" | "–");
                return joined.then(|| named_before(reading, hyphen, sentence.start.0))?;
            };
            let tokens = TokenRange { start: t, end: TokenIndex(t.0 + 1) };
            mediates(done).then(|| Some(body(party_called(reading, &[name])?, tokens)))?
        })
        .map(|actor| vec![actor])
}

fn mediates(form: &str) -> bool {
    matches!(
        form.to_lowercase().as_str(),
        "mediated"
            | "brokered"
            | "sponsored"
            | "facilitated"
            | "convened"
            | "led"
            | "organised"
            | "organized"
            | "hosted"
    )
}

/// The state or body whose name or adjective ends before a token.
fn named_before(reading: &Reading, end: TokenIndex, first: u32) -> Option<Actor> {
    const LONGEST: u32 = 3;
    let start = end.0.saturating_sub(LONGEST).max(first);
    (start..end.0).find_map(|at| {
        let words: Vec<&str> = (at..end.0).map(|t| reading.tree.form(TokenIndex(t))).collect();
        let tokens = TokenRange { start: TokenIndex(at), end };
        Some(body(party_called(reading, &words)?, tokens))
    })
}

/// "Swiss", "Switzerland", "African Union".
fn party_called(reading: &Reading, words: &[&str]) -> Option<Party> {
    let found = reading.lexicon.find(words).filter(|f| f.words == words.len())?;
    let party = found.entries.iter().find_map(|entry| match entry {
        lexicon::Entry::State(state) => Some(state.code),
        lexicon::Entry::Demonym { state, .. } => Some(state.code),
        lexicon::Entry::Organisation(body) => Some(body.code),
        _ => None,
    })?;
    Some(Party(party.to_owned()))
}

fn body(party: Party, tokens: TokenRange) -> Actor {
    let joint = party.is_intergovernmental();
    let kind = if joint { ActorKind::Organization } else { ActorKind::State };
    Actor { parties: vec![party], ..Actor::named(tokens, kind) }
}

/// "under the auspices of C", "through the mediation of C".
fn auspices(reading: &Reading, occasion: &Occasion) -> Option<Vec<Actor>> {
    let tree = &reading.tree;
    let sentence = tree.sentence(occasion.anchor);
    let noun = tree.tokens(sentence).find(|t| {
        matches!(
            tree.lemma(*t),
            "auspices" | "auspex" | "mediation" | "sponsorship" | "facilitation"
        ) && matches!(tree.preposition(*t).as_str(), "under" | "through" | "with")
    })?;
    let whose =
        tree.by_preposition(noun, &["of", "by"]).pop().or(tree.child(noun, Role::Possessive))?;
    Some(seat::side(reading, whose))
}
