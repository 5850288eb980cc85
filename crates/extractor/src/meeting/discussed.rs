//! A contact told by what was talked about: "X and Y discussed Z", "X reviewed Z with Y", "X exchanged views with Y".
//!
//! Fires on:  *discuss, review, consult, exchange* in the past with two parties as subject, or with one as subject
//!            and the other after *with*, where at least one side is somebody who can sit at a table.
//! Silent on: what will or may be discussed; states that "discuss" without anybody; reviewing "with concern".

use record::{ActorKind, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, remote, seat, status};
use crate::actor::{Actor, parties_of};
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
    if parties_of(&actors).len() < 2 {
        actors.extend(far_company(reading, verb));
    }
    let seated = actors.iter().any(sits) && actors.iter().all(|a| a.kind != ActorKind::Outlet);
    let wired = status == Status::Held && remote::by_wire(reading, verb);
    let occasion = Occasion::new(verb, verb, "meeting/discussed").with(actors).in_state(status);
    seated.then(|| if wired { occasion.by_wire() } else { occasion })
}

/// "discussed efforts to end the war with the envoy, B": the person of rank behind a later *with* of the clause.
fn far_company(reading: &Reading, verb: TokenIndex) -> Vec<Actor> {
    let tree = &reading.tree;
    let end = tree.sentence(verb).tokens.end.0;
    let finite = |t: TokenIndex| {
        tree.upos(t) == Upos::VERB && !tree.is_infinitive(t) && !tree.form(t).ends_with("ing")
    };
    let clause = (verb.0 + 1..end.saturating_sub(1)).map(TokenIndex).take_while(|t| !finite(*t));
    let with = clause.filter(|t| tree.form(*t) == "with").map(|t| t.0 + 1);
    let first = |t: u32| (t..(t + 2).min(end)).map(TokenIndex).find(|t| starts(reading, *t));
    let ranked = |a: &Actor| a.kind == ActorKind::Person && a.level().is_some();
    let found = with.filter_map(first).map(|t| seat::side(reading, t));
    found.into_iter().find(|side| side.iter().any(ranked)).unwrap_or_default()
}

fn starts(reading: &Reading, token: TokenIndex) -> bool {
    reading.actors.at(token).is_some_and(|a| a.tokens.start == token)
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
