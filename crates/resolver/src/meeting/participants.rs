//! Who was at the table: the union over all reports.

use std::collections::BTreeMap;

use record::{ActorMention, ClaimId, Part, Participant, Party};

use super::person::alike;
use super::telling::Telling;

/// One way of putting a participant, and who puts it so.
struct Seat<'a> {
    party: &'a Party,
    part: Part,
    actor: &'a ActorMention,
    called: Option<&'a String>,
    claims: Vec<ClaimId>,
}

/// Each person once; an office alone goes to the named holder, a state alone to anyone of it.
pub(crate) fn table(tellings: &[&Telling]) -> Vec<Participant> {
    let mut by_party: BTreeMap<&Party, Vec<Seat>> = BTreeMap::new();
    for seat in tellings.iter().flat_map(|t| seats(t)) {
        by_party.entry(seat.party).or_default().push(seat);
    }
    by_party.into_values().flat_map(merge).collect()
}

fn seats<'a>(telling: &Telling<'a>) -> Vec<Seat<'a>> {
    let mut seats = Vec::new();
    for mention in &telling.mention.participants {
        for party in &mention.actor.parties {
            let claims = vec![telling.claim.id];
            let (actor, called) = (&mention.actor, mention.called.as_ref());
            seats.push(Seat { party, part: mention.part, actor, called, claims });
        }
    }
    seats
}

/// Named first, then offices, then the state alone, so that each finds the fuller one before it.
fn merge(mut seats: Vec<Seat>) -> Vec<Participant> {
    let fullness = |seat: &Seat| {
        let actor = seat.actor;
        let name = actor.person.as_deref().map_or(0, |name| name.split_whitespace().count());
        (actor.person.is_none(), actor.office.is_none(), std::cmp::Reverse(name))
    };
    seats.sort_by(|a, b| {
        fullness(a).cmp(&fullness(b)).then_with(|| (a.actor, &a.claims).cmp(&(b.actor, &b.claims)))
    });
    let mut table: Vec<(Participant, &ActorMention)> = Vec::new();
    for seat in seats {
        match table.iter_mut().find(|(_, known)| is_one(known, seat.actor)) {
            Some((participant, _)) => take(participant, seat),
            None => table.push((participant(&seat), seat.actor)),
        }
    }
    table.into_iter().map(|(participant, _)| participant).collect()
}

fn is_one(known: &ActorMention, other: &ActorMention) -> bool {
    match (&known.person, &other.person) {
        (Some(a), Some(b)) => alike(a, b),
        (_, None) if other.office.is_none() && other.level.is_none() => true,
        (_, None) => {
            known.level == other.level && known.level.is_some() || known.office == other.office
        }
        (None, Some(_)) => false,
    }
}

fn participant(seat: &Seat) -> Participant {
    Participant {
        party: seat.party.clone(),
        called: seat.called.cloned(),
        person: seat.actor.person.clone(),
        office: seat.actor.office.clone(),
        part: seat.part,
        claims: seat.claims.clone(),
    }
}

fn take(participant: &mut Participant, seat: Seat) {
    participant.claims.extend(seat.claims);
    participant.claims.sort_unstable();
    participant.claims.dedup();
    participant.part = participant.part.min(seat.part);
    if participant.called.is_none() {
        participant.called = seat.called.cloned();
    }
    if participant.office.is_none() {
        participant.office.clone_from(&seat.actor.office);
    }
}
