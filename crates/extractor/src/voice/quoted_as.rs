//! "X was quoted as saying", "was quoted by Y as saying that …", "as saying by Y".
//!
//! Reads:  the passive of *quote* or *cite* with "as saying"/"as telling": the subject speaks, the agent
//!         passes it on.
//! Silent: "was quoted" alone.

use text::{Role, TokenIndex, Upos};

use super::content;
use super::piece::Piece;
use super::{Saying, Speech};
use crate::actor::Actor;
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Speech> {
    let all = reading.tokens();
    all.filter(|t| matches!(reading.tree.lemma(*t), "quote" | "cite"))
        .filter(|t| reading.tree.upos(*t) == Upos::VERB)
        .flat_map(|t| at(reading, t).unwrap_or_default())
        .collect()
}

/// True for "was quoted as saying".
pub(super) fn is(reading: &Reading, verb: TokenIndex) -> bool {
    matches!(reading.tree.lemma(verb), "quote" | "cite") && saying(reading, verb).is_some()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Vec<Speech>> {
    let tree = &reading.tree;
    let saying = saying(reading, verb)?;
    let passive = tree.child(verb, Role::PassiveSubject).or_else(|| tree.subject(verb));
    let object = tree.child(verb, Role::Object).filter(|o| *o > verb && *o < saying);
    let speaker = reading.actors.at(object.or(passive)?)?.clone();
    let teller = object.and_then(|_| reading.actors.at(tree.subject(verb)?).cloned());
    let relays: Vec<Actor> = teller.or_else(|| relay(reading, verb, saying)).into_iter().collect();
    let pieces = pieces(reading, verb, saying);
    let speech = |piece: Piece| {
        Speech::of(piece, std::slice::from_ref(&speaker), &relays, Saying::plain(verb))
    };
    Some(pieces.into_iter().map(speech).collect())
}

/// The "saying" within a few words of the verb.
fn saying(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    const REACH: u32 = 12;
    let end = reading.tree.sentence(verb).tokens.end;
    (verb.0 + 1..(verb.0 + REACH).min(end.0)).map(TokenIndex).find(|t| {
        matches!(reading.tree.form(*t), "saying" | "telling")
            && reading.tree.form(TokenIndex(t.0 - 1)) == "as"
    })
}

/// The outlet or body after "by".
fn relay(reading: &Reading, verb: TokenIndex, saying: TokenIndex) -> Option<Actor> {
    const REACH: u32 = 8;
    let end = reading.tree.sentence(verb).tokens.end;
    let by = (verb.0 + 1..(saying.0 + REACH).min(end.0))
        .map(TokenIndex)
        .find(|t| reading.tree.form(*t) == "by")?;
    let near =
        || (by.0 + 1..(by.0 + REACH).min(end.0)).filter_map(|t| reading.actors.at(TokenIndex(t)));
    near().find(|a| a.kind == record::ActorKind::Outlet).or_else(|| near().next()).cloned()
}

fn pieces(reading: &Reading, verb: TokenIndex, saying: TokenIndex) -> Vec<Piece> {
    let tree = &reading.tree;
    let clauses: Vec<TokenIndex> = [saying, verb]
        .iter()
        .flat_map(|v| tree.children_in(*v, Role::Complement))
        .filter(|c| *c != saying)
        .collect();
    if !clauses.is_empty() {
        return clauses.into_iter().flat_map(|c| content::clauses(reading, c, saying)).collect();
    }
    let quoted = content::quoted_beside(reading, saying);
    if !quoted.is_empty() {
        return quoted;
    }
    content::host(reading, verb).into_iter().collect()
}
