//! Which coded events the record takes: those whose two ends hang on the words of the act themselves.
//!
//! The coder looks further for a party that the clause leaves out, which finds more and errs more. That
//! serves counts over many events; a row of evidence it does not.

use text::{Role, TokenIndex, Upos};

use super::Found;
use crate::reading::Reading;
use crate::tree::Tree;

/// Clauses between a verb and the subject it shares.
const FARTHEST: usize = 3;

/// True if who acted on whom follows from the clause alone.
pub(super) fn is_firm(reading: &Reading, found: &Found) -> bool {
    let tree = &reading.tree;
    let (source, target) = found.event.ends;
    let named = [source, target].iter().all(|end| tree.upos(*end) != Upos::PRON);
    named && !is_own(found) && acts(tree, found, source) && is_acted_on(tree, found, target)
}

/// A state on a part of itself, or the reverse: "Libya" and "the Libyan leader".
fn is_own(found: &Found) -> bool {
    let (source, target) = (found.event.source.as_str(), found.event.target.as_str());
    source.starts_with(target) || target.starts_with(source)
}

/// "forces loyal to **the president** attacked": part of what names somebody else.
fn is_within(tree: &Tree, inner: TokenIndex, outer: TokenIndex) -> bool {
    let mut at = Some(inner);
    for _ in 0..20 {
        match at {
            Some(token) if token == outer => return true,
            Some(token) => at = tree.head(token),
            None => break,
        }
    }
    false
}

/// A nominal that others are joined to, or that a name stands beside.
fn first(tree: &Tree, mut nominal: TokenIndex) -> TokenIndex {
    for _ in 0..20 {
        let joined = matches!(tree.role(nominal), Role::Conjunct | Role::Flat | Role::Apposition);
        match tree.head(nominal) {
            Some(head) if joined => nominal = head,
            _ => break,
        }
    }
    nominal
}

/// The subject or agent of the act or of a verb that shares it; the owner of an act that is a noun.
fn acts(tree: &Tree, found: &Found, source: TokenIndex) -> bool {
    let source = first(tree, source);
    let role = tree.role(source);
    let noun = matches!(tree.upos(found.head), Upos::NOUN | Upos::PROPN);
    if noun && tree.head(source) == Some(found.head) {
        let by = tree.preposition(source) == "by";
        return by || matches!(role, Role::Possessive | Role::AdjectiveModifier | Role::Compound);
    }
    if !(role.is_subject() || role == Role::Agent) {
        return tree.subject(found.head).map(|s| first(tree, s)) == Some(source);
    }
    let mut verb = found.head;
    for _ in 0..FARTHEST {
        if tree.head(source) == Some(verb) {
            return true;
        }
        let shares = matches!(tree.role(verb), Role::OpenComplement | Role::Conjunct);
        match tree.head(verb) {
            Some(head) if shares => verb = head,
            _ => return false,
        }
    }
    false
}

/// At a word of the act: its object, or behind its preposition; or the owner of such an object.
fn is_acted_on(tree: &Tree, found: &Found, target: TokenIndex) -> bool {
    if is_within(tree, target, first(tree, found.event.ends.0)) {
        return false;
    }
    let target = first(tree, target);
    let at_act = |nominal: TokenIndex| {
        let taken = matches!(
            tree.role(nominal),
            Role::Object
                | Role::IndirectObject
                | Role::PassiveSubject
                | Role::Oblique
                | Role::NounModifier
        );
        taken && tree.head(nominal).is_some_and(|head| found.event.words.contains(&head))
    };
    let owns =
        matches!(tree.role(target), Role::Possessive | Role::AdjectiveModifier | Role::Compound)
            && !tree.form(target).contains('-');
    let thing = tree.head(target).filter(|_| owns).map(|thing| first(tree, thing));
    let addressed = tree.role(target).is_subject()
        && tree.head(target).is_some_and(|verb| found.event.words.contains(&verb))
        && tree.head(target) != Some(found.head);
    at_act(target) || addressed || thing.is_some_and(at_act)
}
