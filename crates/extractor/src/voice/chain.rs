//! Chains of voices: an outlet that relays an agency that quotes a minister.

use record::{ActorKind, Attribution, Source, Voice};

use super::Speech;
use crate::actor::{Actor, Reference};
use crate::reading::Reading;

/// Gives each speech the speakers in whose content its cue stands.
pub(crate) fn link(speeches: &mut [Speech]) {
    let outer: Vec<Vec<Actor>> = (0..speeches.len()).map(|n| around(speeches, n)).collect();
    for (speech, mut relays) in speeches.iter_mut().zip(outer) {
        relays.append(&mut speech.relays);
        relays.dedup_by(|a, b| a.tokens.start == b.tokens.start);
        speech.relays = relays;
    }
}

/// Those who speak around a speech, outermost first.
fn around(speeches: &[Speech], n: usize) -> Vec<Actor> {
    let inner = &speeches[n];
    let mut holders: Vec<&Speech> = speeches
        .iter()
        .filter(|s| s.cue != inner.cue && s.tokens.contains(inner.cue))
        .filter(|s| s.tokens.start <= inner.tokens.start && inner.tokens.end <= s.tokens.end)
        .collect();
    holders.sort_by_key(|s| std::cmp::Reverse(s.tokens.end.0 - s.tokens.start.0));
    holders
        .iter()
        .flat_map(|s| s.relays.iter().chain(&s.speaker))
        .filter(|a| !inner.speaker.iter().any(|i| i.start() == a.start() || same(i, a)))
        .cloned()
        .collect()
}

/// The same person, or the same body of one party.
fn same(a: &Actor, b: &Actor) -> bool {
    a.person.is_some() && a.person == b.person
        || a.person.is_none() && b.person.is_none() && a.parties == b.parties && a.kind == b.kind
}

/// Outlet, credited agency, relays, speaker.
pub(crate) fn attribution(reading: &Reading, speech: &Speech) -> Attribution {
    let mut attribution = page(reading);
    let inner = speech.relays.iter().chain(&speech.speaker);
    for actor in inner {
        let source = source(reading, actor);
        let cue = Some(reading.doc().tokens[speech.cue.at()].span);
        attribution = attribution.citing(Voice { source, cue, manner: speech.manner });
    }
    attribution
}

/// The page's own voice: its outlet and, if it is somebody else's report, the agency it credits.
pub(crate) fn page(reading: &Reading) -> Attribution {
    let article = &reading.doc().article;
    let outlet = article.outlet.clone().unwrap_or_else(|| article.name.clone());
    let credited = article.credits.first().filter(|c| **c != outlet);
    let attribution = Attribution::outlet(outlet);
    match credited {
        Some(name) => {
            let source = Source::Outlet { name: name.clone() };
            attribution.citing(Voice { source, cue: None, manner: record::Manner::Paraphrase })
        }
        None => attribution,
    }
}

fn source(reading: &Reading, actor: &Actor) -> Source {
    let mention = actor.mention(reading.doc());
    if actor.kind == ActorKind::Outlet {
        let name = mention.person.unwrap_or(mention.words);
        return Source::Outlet { name };
    }
    let unnamed = actor.plural && actor.person.is_none() || actor.reference == Reference::Open;
    if unnamed {
        Source::Unnamed { actor: mention, count: actor.count }
    } else {
        Source::Named(mention)
    }
}
