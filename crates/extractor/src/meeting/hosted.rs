//! A meeting told by its host: "X, who welcomed Prime Minister Y to his estate", "X received Y".
//!
//! Fires on:  *welcome, receive, host* with a person of one party as subject and a person of another as object.
//! Silent on: welcoming a statement; hosts that are states or cities; objects without a name or office.

use record::{ActorKind, Part};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, status};
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter_map(|t| at(reading, t)).collect()
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if tree.upos(verb) != Upos::VERB || !matches!(tree.lemma(verb), "welcome" | "receive" | "host")
    {
        return None;
    }
    let object = tree.child(verb, Role::Object)?;
    let guest =
        reading.actors.at(object).filter(|a| a.kind == ActorKind::Person && a.holds(object))?;
    let host = met::subject_side(reading, verb);
    let persons = host.iter().all(|a| a.kind == ActorKind::Person) && !host.is_empty();
    if !persons || guest.level().is_none() {
        return None;
    }
    let status = status::of_verb(reading, verb)?;
    let mut occasion = Occasion::new(verb, verb, "meeting/hosted").in_state(status);
    occasion.participants.extend(host.into_iter().map(|a| (a, Part::Host)));
    occasion.participants.push((guest.clone(), Part::Party));
    Some(occasion)
}
