//! A meeting of which the words name one side only: "X met rebel leaders in Z", "X held talks in Z on Monday".
//!
//! Kept:    where its place is said and it was held or is to be, with somebody who can sit at a table, and the article
//!          tells no fuller meeting of that side.
//! Dropped: bare states ("Egypt held talks"), headlines, what is without a place.

use record::ActorKind;

use super::Occasion;
use crate::actor::Actor;
use crate::reading::Reading;

/// True if the words tell a meeting although one side alone is named.
pub(crate) fn tells(reading: &Reading, occasion: &Occasion) -> bool {
    let named = occasion.parties().len() == 1;
    let city = occasion.place(reading).is_some_and(|p| p.city.is_some());
    named && city && occasion.participants.iter().any(|(a, _)| sits(a))
}

/// True if none of the fuller tellings is of this side.
pub(crate) fn is_news(occasion: &Occasion, fuller: &[Occasion]) -> bool {
    let own = occasion.parties();
    !fuller.iter().any(|o| o.parties().iter().any(|p| own.contains(p)))
}

/// Somebody of rank, a body, a movement.
fn sits(actor: &Actor) -> bool {
    match actor.kind {
        ActorKind::Person => actor.level().is_some() || actor.person.is_some(),
        ActorKind::Body | ActorKind::Organization | ActorKind::Group => true,
        ActorKind::State | ActorKind::Outlet => false,
    }
}
