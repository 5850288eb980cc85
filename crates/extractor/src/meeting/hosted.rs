//! A meeting told by its host: "X, who welcomed Prime Minister Y to his estate", "X received Y", "Y was received by X",
//! "X hosted talks between Y and Z".
//!
//! Fires on:  *welcome, receive, greet, host* with a person or delegation of another party as object, or in the
//!            passive with the host as agent; *host, convene* with a noun of meeting that names its sides.
//! Silent on: welcoming a statement; receiving a thing; guests without a name or office; states that "have hosted"
//!            somebody for years.

use lexicon::OfficeLevel;
use record::{ActorKind, Part, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, met, noun, seat, status};
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// All of them.
pub(crate) fn find(reading: &Reading) -> Vec<Occasion> {
    let all = reading.tokens();
    let verbs = all.filter(|t| reading.tree.upos(*t) == Upos::VERB);
    verbs.filter_map(|t| guests(reading, t).or_else(|| talks(reading, t))).collect()
}

/// "X received Y", "Y was received by X".
fn guests(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if !matches!(tree.lemma(verb), "welcome" | "receive" | "greet" | "host") {
        return None;
    }
    let (guest, host) = match tree.child(verb, Role::PassiveSubject) {
        Some(subject) => (subject, agent(reading, verb)?),
        None => {
            let guest = tree.child(verb, Role::Object).or_else(|| guest_behind(reading, verb))?;
            (guest, met::subject_side(reading, verb))
        }
    };
    let guests = seat::side(reading, guest);
    let known = reading.actors.at(guest).is_some_and(|a| a.holds(guest));
    if !known || guests.is_empty() || !guests.iter().all(is_guest) || !host.iter().all(is_host) {
        return None;
    }
    let status = status::of_verb(reading, verb)?;
    let occasion = Occasion::new(verb, verb, "meeting/hosted").in_state(status);
    told_with_host(occasion, guests, host)
}

/// "received yesterday at the palace in Z Prime Minister Y": the person of rank behind the verb, before any other.
fn guest_behind(reading: &Reading, verb: TokenIndex) -> Option<TokenIndex> {
    const REACH: u32 = 14;
    let tree = &reading.tree;
    if tree.lemma(verb) != "receive" {
        return None;
    }
    let end = tree.sentence(verb).tokens.end.0.min(verb.0 + REACH);
    let behind = (verb.0 + 1..end).map(TokenIndex).take_while(|t| tree.upos(*t) != Upos::VERB);
    let guest =
        behind.filter_map(|t| reading.actors.at(t)).find(|a| a.kind == ActorKind::Person)?;
    guest.level().is_some().then_some(guest.tokens.start)
}

/// "X hosted talks between Y and Z".
fn talks(reading: &Reading, verb: TokenIndex) -> Option<Occasion> {
    let tree = &reading.tree;
    if !matches!(tree.lemma(verb), "host" | "convene" | "organise" | "organize") {
        return None;
    }
    let meeting = tree.children_in(verb, Role::Object).find(|o| noun::is_meeting(reading, *o))?;
    if noun::is_open(reading, meeting) {
        return None;
    }
    let sides = noun::company(reading, meeting);
    let to_come = status::is_ahead(reading, meeting).then_some(Status::Scheduled);
    let status = status::of_verb(reading, verb).map(|status| to_come.unwrap_or(status))?;
    let mut occasion = Occasion::new(meeting, verb, "meeting/hosted").in_state(status);
    let host = met::subject_side(reading, verb);
    if parties_of(&sides).is_empty() {
        occasion.participants.extend(host.into_iter().map(|a| (a, Part::Host)));
        return Some(occasion);
    }
    told_with_host(occasion, sides, host)
}

fn told_with_host(mut occasion: Occasion, sides: Vec<Actor>, host: Vec<Actor>) -> Option<Occasion> {
    let (theirs, own) = (parties_of(&sides), parties_of(&host));
    let ranked = own.is_empty() && host.iter().any(|a| a.level().is_some());
    let apart = ranked || !own.is_empty() && theirs.iter().any(|p| !own.contains(p));
    occasion.participants.extend(host.into_iter().map(|a| (a, Part::Host)));
    occasion.participants.extend(sides.into_iter().map(|a| (a, Part::Party)));
    apart.then_some(occasion)
}

fn agent(reading: &Reading, verb: TokenIndex) -> Option<Vec<Actor>> {
    let tree = &reading.tree;
    let by = tree.child(verb, Role::Agent).or_else(|| tree.by_preposition(verb, &["by"]).pop())?;
    Some(seat::side(reading, by))
}

/// Somebody of rank, or a delegation; "refugees" and "students" are not received.
fn is_guest(actor: &Actor) -> bool {
    let sent = actor.offices.iter().any(|o| o.level == OfficeLevel::Delegation);
    let ranked = actor.level().is_some() || actor.person.is_some();
    let person = actor.kind == ActorKind::Person && ranked && !actor.plural_people();
    (person || sent) && !actor.parties.is_empty()
}

/// A person, or the body that one speaks for.
fn is_host(actor: &Actor) -> bool {
    matches!(actor.kind, ActorKind::Person | ActorKind::Body)
}
