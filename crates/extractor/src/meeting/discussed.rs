//! A contact told by what was talked about: "X and Y discussed Z", "X reviewed Z with Y", "X exchanged views with Y".
//!
//! Fires on:  *discuss, review, consult, exchange* in the past with two parties as subject, or with one as subject
//!            and the other after *with*, where at least one side is somebody who can sit at a table.
//! Silent on: what will or may be discussed; states that "discuss" without anybody; reviewing "with concern".

use record::ActorKind;
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, seat, status};
use crate::actor::Actor;
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    all.filter(|t| tells(reading, *t)).filter_map(|t| at(reading, t)).collect()
}

fn tells(reading: &Reading, token: TokenIndex) -> bool {
    let tree = &reading.tree;
    let talks =
        matches!(tree.lemma(token), "discuss" | "review" | "consult" | "exchange" | "engage");
    tree.upos(token) == Upos::VERB && talks && tree.doc.tokens[token.at()].past
}

fn at(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let status = status::of_verb(reading, verb)?;
    let mut actors = met::subject_side(reading, verb);
    actors.extend(met::company(reading, verb));
    for object in reading.tree.children_in(verb, Role::Object) {
        let with = reading.tree.by_preposition(object, &["with"]).into_iter();
        actors.extend(with.flat_map(|w| seat::side(reading, w)).filter(sits));
    }
    let seated = actors.iter().any(sits) && actors.iter().all(|a| a.kind != ActorKind::Outlet);
    seated.then(|| Occasion::new(verb, verb, "meeting/discussed").with(actors).in_state(status))
}

/// True unless the article tells that those met: then it is what they talked about there.
pub(crate) fn is_news(occasion: &Occasion, told: &[Occasion]) -> bool {
    let own = occasion.parties();
    !told.iter().any(|o| {
        let all = o.parties();
        all.len() >= 2
            && (own.iter().all(|p| all.contains(p)) || all.iter().all(|p| own.contains(p)))
    })
}

/// A person or delegation.
fn sits(actor: &Actor) -> bool {
    actor.kind == ActorKind::Person || actor.level().is_some()
}
