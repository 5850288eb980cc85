//! A further account of a meeting told before: "the talks discussed the withdrawal", "at the meeting they
//! stressed …".
//!
//! Fires on:  a definite noun of meeting without parties of its own, in a sentence that touches an issue, after a
//!            held meeting of the same article; "the ministers discussed …" likewise.
//! Silent on: nouns with parties of their own; sentences about other meetings ("the December talks").

use record::Status;
use text::{Role, TokenIndex};

use super::{Occasion, noun};
use crate::actor::parties_of;
use crate::reading::Reading;

/// All of them, each with the participants of the meeting it speaks of.
pub(crate) fn find(reading: &Reading, told: &[Occasion]) -> Vec<Occasion> {
    let sentences = reading.doc().sentences.iter();
    sentences.filter_map(|s| at(reading, s, told)).collect()
}

fn at(reading: &Reading, sentence: &text::Sentence, told: &[Occasion]) -> Option<Occasion> {
    let tree = &reading.tree;
    let anchor = tree.tokens(*sentence).find(|t| speaks_of(reading, *t))?;
    if reading.issues(sentence.tokens).is_empty() {
        return None;
    }
    let own = told.iter().any(|o| tree.sentence_index(o.anchor) == tree.sentence_index(anchor));
    let antecedent = told
        .iter()
        .rev()
        .find(|o| o.anchor < anchor && o.status == Status::Held && fits(reading, o, anchor))?;
    (!own).then(|| Occasion {
        anchor,
        clause: tree.clause_of(anchor),
        rule: "meeting/account",
        of: Some((antecedent.anchor, antecedent.clause)),
        ..antecedent.clone()
    })
}

/// "the Turkish and Syrian ministers held talks", of fuller talks told before: those talks again.
///
/// Only without a time and place of its own, at the same rank, and with no word that it was earlier.
pub(crate) fn taken_up(reading: &Reading, told: &[Occasion], n: usize) -> Option<Occasion> {
    let own = &told[n];
    let plain = own.status == Status::Held
        && own.time(reading).is_none()
        && own.place(reading).is_none()
        && !super::standing::looks_back(reading, own);
    let parties = parties_of(own.participants.iter().map(|(a, _)| a));
    let whole = told[..n].iter().find(|o| {
        let all = parties_of(o.participants.iter().map(|(a, _)| a));
        o.status == Status::Held
            && o.rank() == own.rank()
            && all.len() > parties.len()
            && parties.iter().all(|p| all.contains(p))
    })?;
    plain.then(|| Occasion {
        anchor: own.anchor,
        clause: own.clause,
        rule: own.rule,
        of: Some((whole.anchor, whole.clause)),
        ..whole.clone()
    })
}

/// "the talks", "the quadrilateral meeting"; or *discuss* with what was discussed.
fn speaks_of(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    if !noun::is_meeting(reading, token) {
        return tree.lemma(token) == "discuss" && tree.modal(token).is_none() && !tree.is_negated(token) && tree.doc.tokens[token.at()].past;
    }
    let clause = tree.clause_of(token);
    if tree.modal(clause).is_some() || tree.is_negated(clause) || tree.form(token).eq_ignore_ascii_case("meetings") {
        return false;
    }
    let definite = tree.children_in(token, Role::Determiner).any(|d| {
        matches!(tree.form(d).to_lowercase().as_str(), "the" | "this")
    });
    let other = tree.children(token).iter().any(|c| {
        reading.doc().times.iter().any(|t| t.span.overlaps(tree.doc.tokens[c.at()].span))
    });
    definite && !other && parties_of(&noun::company(reading, token)).is_empty()
}

/// The count of sides, where one is said, is that of the earlier meeting.
fn fits(reading: &Reading, occasion: &Occasion, anchor: TokenIndex) -> bool {
    let tree = &reading.tree;
    let said = tree.children(anchor).iter().find_map(|c| match tree.form(*c).to_lowercase().as_str() {
        "bilateral" => Some(2),
        "trilateral" | "tripartite" | "three-way" => Some(3),
        "quadrilateral" | "four-way" | "four-party" => Some(4),
        _ => None,
    });
    let sides = parties_of(occasion.participants.iter().map(|(a, _)| a)).len();
    said.is_none_or(|n| n == sides)
}
