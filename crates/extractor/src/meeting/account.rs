//! A further account of a meeting told before: "the talks discussed the withdrawal", "at the meeting they
//! stressed …".
//!
//! Fires on:  a definite noun of meeting without parties of its own, in a sentence that touches an issue, after a
//!            held meeting of the same article; "the ministers discussed …" likewise.
//! Silent on: nouns with parties of their own; sentences about other meetings ("the December talks").

use record::{ActorKind, Part, Party, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, noun};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// All of them, each with the participants of the meeting it speaks of.
pub(crate) fn find(reading: &Reading, told: &[Occasion]) -> Vec<Occasion> {
    let sentences = reading.doc().sentences.iter();
    sentences.filter_map(|s| at(reading, s, told)).collect()
}

fn at(reading: &Reading, sentence: &text::Sentence, told: &[Occasion]) -> Option<Occasion> {
    let tree = &reading.tree;
    let anchor = tree.tokens(*sentence).find(|t| speaks_of(reading, *t))?;
    let speaker = speaker_there(reading, anchor);
    let own = told.iter().any(|o| tree.sentence_index(o.anchor) == tree.sentence_index(anchor));
    let antecedent = told
        .iter()
        .rev()
        .find(|o| o.anchor < anchor && o.status == Status::Held && fits(reading, o, anchor))?;
    let tells =
        || !reading.issues(sentence.tokens).is_empty() && is_theirs(reading, antecedent, anchor);
    if own || speaker.is_none() && !tells() {
        return None;
    }
    let mut participants = antecedent.participants.clone();
    participants.extend(speaker.map(|actor| (actor, Part::Party)));
    Some(Occasion {
        participants,
        anchor,
        clause: tree.clause_of(anchor),
        rule: "meeting/account",
        of: Some((antecedent.anchor, antecedent.clause)),
        ..antecedent.clone()
    })
}

/// Those of a meeting, where their parties are not said.
const THEY: [&str; 18] = [
    "minister",
    "leader",
    "president",
    "diplomat",
    "official",
    "envoy",
    "negotiator",
    "chief",
    "representative",
    "counterpart",
    "delegation",
    "delegate",
    "participant",
    "side",
    "party",
    "country",
    "two",
    "pair",
];

/// True if whoever does it was there, as far as the words say: "the ministers discussed", "the talks covered", "was
/// discussed"; not "parliament discussed", "the meeting of the bank".
fn is_theirs(reading: &Reading, occasion: &Occasion, anchor: TokenIndex) -> bool {
    let tree = &reading.tree;
    let known = |token: TokenIndex| {
        let parties = parties_of(reading.actors.group(tree, token));
        let there = parties.iter().any(|p| occasion.parties().contains(p));
        let unsaid =
            parties.is_empty() && THEY.contains(&tree.lemma(token).to_lowercase().as_str());
        there || unsaid || tree.upos(token) == Upos::PRON
    };
    let verbal = tree.upos(anchor) == Upos::VERB;
    let of = || tree.by_preposition(anchor, &["of", "between", "among"]);
    let verb = tree.verb_at(anchor);
    let passive = !tree.form(verb).ends_with("ing")
        && tree.auxiliaries(verb).iter().any(|a| matches!(a.as_str(), "was" | "were" | "been"));
    let does = tree.child(verb, Role::Subject).filter(|subject| *subject != anchor);
    let does = does.filter(|subject| !passive && !noun::is_meeting(reading, *subject));
    does.is_none_or(known) && (verbal || of().into_iter().all(known))
}

/// "during the meeting, X stressed …": the named person who spoke there.
fn speaker_there(reading: &Reading, anchor: TokenIndex) -> Option<Actor> {
    let tree = &reading.tree;
    let there = matches!(tree.preposition(anchor).as_str(), "during" | "at" | "in" | "to");
    let clause = tree.clause_of(anchor);
    let past = tree.doc.tokens[clause.at()].past && tree.modal(clause).is_none();
    let subject = tree.subject(clause).filter(|_| there && past)?;
    let actor = reading.actors.at(subject).filter(|a| a.holds(subject))?;
    let named =
        actor.kind == ActorKind::Person && actor.person.is_some() && !actor.parties.is_empty();
    named.then(|| actor.clone())
}

/// Has each telling that says less take up a fuller one.
pub(crate) fn take_up(reading: &Reading, told: &mut [Occasion]) {
    let mut parties: Vec<Vec<Party>> = told.iter().map(Occasion::parties).collect();
    for n in 0..told.len() {
        if let Some(whole) = taken_up(reading, told, &parties, n) {
            parties[n] = whole.parties();
            told[n] = whole;
        }
    }
}

/// "the Turkish and Syrian ministers held talks", of fuller talks told before: those talks again.
///
/// Only where its time and place, if it has any, are theirs, at the same rank, and with no word that it was
/// earlier. A headline may be taken up by what the text below it tells.
fn taken_up(
    reading: &Reading,
    told: &[Occasion],
    parties: &[Vec<Party>],
    n: usize,
) -> Option<Occasion> {
    let own = &told[n];
    if own.status != Status::Held || super::standing::looks_back(reading, own) {
        return None;
    }
    let (theirs, headline) = (&parties[n], reading.in_headline(own.anchor));
    let others = told.iter().zip(parties).enumerate();
    let others = others.filter(|(i, _)| *i < n || headline && *i != n).map(|(_, other)| other);
    let (whole, _) = others.into_iter().find(|(o, all)| {
        all.len() > theirs.len()
            && o.status == Status::Held
            && o.rank() == own.rank()
            && theirs.iter().all(|p| all.contains(p))
            && !super::standing::looks_back(reading, o)
            && same_or_unsaid(own.time(reading).map(|t| t.value), o.time(reading).map(|t| t.value))
            && same_or_unsaid(own.place(reading).map(|p| p.city), o.place(reading).map(|p| p.city))
    })?;
    let mut participants = own.participants.clone();
    participants.extend(whole.participants.iter().cloned());
    Some(Occasion {
        anchor: own.anchor,
        clause: own.clause,
        rule: own.rule,
        of: Some((whole.anchor, whole.clause)),
        participants,
        ..whole.clone()
    })
}

fn same_or_unsaid<T: PartialEq>(own: Option<T>, other: Option<T>) -> bool {
    own.is_none() || own == other
}

/// "the talks", "the quadrilateral meeting"; or *discuss* with what was discussed.
fn speaks_of(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    if !noun::is_meeting(reading, token) {
        return tree.lemma(token) == "discuss"
            && tree.modal(token).is_none()
            && !tree.is_negated(token)
            && tree.doc.tokens[token.at()].past;
    }
    let clause = tree.clause_of(token);
    if tree.modal(clause).is_some()
        || tree.is_negated(clause)
        || tree.form(token).eq_ignore_ascii_case("meetings")
    {
        return false;
    }
    let definite = tree
        .children_in(token, Role::Determiner)
        .any(|d| matches!(tree.form(d).to_lowercase().as_str(), "the" | "this"));
    let other = tree
        .children(token)
        .iter()
        .any(|c| reading.doc().times.iter().any(|t| t.span.overlaps(tree.doc.tokens[c.at()].span)));
    definite && !other && parties_of(&noun::company(reading, token)).is_empty()
}

/// The count of sides, where one is said, is that of the earlier meeting.
fn fits(reading: &Reading, occasion: &Occasion, anchor: TokenIndex) -> bool {
    let tree = &reading.tree;
    let said =
        tree.children(anchor).iter().find_map(|c| match tree.form(*c).to_lowercase().as_str() {
            "bilateral" => Some(2),
            "trilateral" | "tripartite" | "three-way" => Some(3),
            "quadrilateral" | "four-way" | "four-party" => Some(4),
            _ => None,
        });
    let sides = occasion.parties().len();
    said.is_none_or(|n| n == sides)
}
