//! Bodies that exist to settle something between sides: joint commissions, working groups, contact groups, mechanisms,
//! committees of both houses, and what makes an article one about diplomacy.
//!
//! Reads:  *committee, commission, group, mechanism, panel* and their like behind *joint, working, ceasefire, trilateral …*.
//! Silent: the same where the article names no international body, no armed group and only one state.

use record::Party;
use text::{TokenIndex, TokenRange, Upos};

use super::Occasion;
use crate::reading::Reading;

const BODIES: [&str; 12] = [
    "committee",
    "commission",
    "group",
    "mechanism",
    "panel",
    "quartet",
    "quad",
    "troika",
    "format",
    "process",
    "taskforce",
    "council",
];

const BETWEEN_SIDES: [&str; 22] = [
    "joint",
    "working",
    "contact",
    "advisory",
    "ceasefire",
    "truce",
    "peace",
    "military",
    "mediation",
    "reconciliation",
    "dialogue",
    "liaison",
    "preparatory",
    "monitoring",
    "trilateral",
    "tripartite",
    "high-level",
    "expanded",
    "follow-up",
    "ministerial",
    "security",
    "constitutional",
];

/// True if the meeting's subject or the noun it is a meeting of is such a body, in an article about diplomacy.
pub(crate) fn sits(reading: &Reading, occasion: &Occasion) -> bool {
    let tree = &reading.tree;
    let mut heads: Vec<TokenIndex> = tree.subject(occasion.clause).into_iter().collect();
    for word in [occasion.anchor, occasion.clause] {
        heads.extend(tree.by_preposition(word, &["of", "by", "between"]));
    }
    heads.extend(tree.children(occasion.anchor).iter().copied().filter(|c| *c < occasion.anchor));
    heads.into_iter().any(|head| is_body(reading, head)) && is_about_diplomacy(reading)
}

/// "the joint military commission", "the Security Working Group on Libya".
fn is_body(reading: &Reading, head: TokenIndex) -> bool {
    const REACH: u32 = 5;
    let tree = &reading.tree;
    let sentence = tree.sentence(head).tokens;
    let named = reading.doc().entities.iter().find(|e| e.tokens.contains(head));
    let whole = named.map_or(TokenRange { start: head, end: TokenIndex(head.0 + 1) }, |e| e.tokens);
    let body = |t: &TokenIndex| BODIES.contains(&tree.lemma(*t).to_lowercase().as_str());
    let Some(body) = whole.range().map(|t| TokenIndex(t as u32)).find(body) else { return false };
    let first = body.0.saturating_sub(REACH).max(sentence.start.0);
    (first..body.0)
        .rev()
        .map(TokenIndex)
        .take_while(|t| {
            matches!(tree.upos(*t), Upos::ADJ | Upos::NOUN | Upos::PROPN | Upos::NUM)
                || tree.form(*t) == "-"
        })
        .any(|t| BETWEEN_SIDES.contains(&tree.form(t).to_lowercase().as_str()))
}

/// An international body, an armed group or three states are named in the article.
pub(crate) fn is_about_diplomacy(reading: &Reading) -> bool {
    const STATES: usize = 3;
    let joint = |party: &Party| party.is_intergovernmental() || party.0.contains("REB");
    let mut states: Vec<&Party> = Vec::new();
    for party in reading.actors.all().iter().flat_map(|actor| &actor.parties) {
        if joint(party) {
            return true;
        }
        if party.is_code() && !states.contains(&party) {
            states.push(party);
        }
    }
    states.len() >= STATES
}
