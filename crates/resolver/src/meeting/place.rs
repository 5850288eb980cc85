//! Where a meeting was, and whose house that is.

use std::cmp::Reverse;

use record::{Part, Participant, Party, Place, Supported};

use super::telling::Telling;
use crate::lineage::Ancestry;

/// Places as given, best supported first. A country alone supports the city in it.
pub(crate) fn places(ancestry: &Ancestry, tellings: &[&Telling]) -> Vec<Supported<Place>> {
    let mut places: Vec<Supported<Place>> = Vec::new();
    for telling in tellings {
        if let Some(place) = place(telling) {
            Supported::add(&mut places, place, telling.claim.id);
        }
    }
    let origins = |wanted: &Place| {
        let given = tellings.iter().filter(|t| place(t).as_ref() == Some(wanted));
        ancestry.count(given.map(|t| t.document))
    };
    let has_city = |place: &Place| place.city.is_some();
    places.sort_by_cached_key(|s| {
        let support = (Reverse(origins(&s.value)), Reverse(s.claims.len()));
        (Reverse(has_city(&s.value)), support, s.value.clone())
    });
    places
}

fn place(telling: &Telling) -> Option<Place> {
    let place = telling.mention.place.as_ref()?;
    let named = place.city.is_some() || place.country.is_some();
    named.then(|| Place { city: place.city.clone(), country: place.country.clone() })
}

/// Whoever is called the host; else the side in whose country the meeting was.
pub(crate) fn host(places: &[Supported<Place>], participants: &[Participant]) -> Option<Party> {
    let called = participants.iter().find(|p| p.part == Part::Host);
    let country = places.first().and_then(|s| s.value.country.as_deref());
    let at_home = participants.iter().find(|p| Some(p.party.0.as_str()) == country);
    called.or(at_home).map(|p| p.party.clone())
}
