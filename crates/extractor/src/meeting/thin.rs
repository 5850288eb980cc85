//! A meeting of which the words name one side only: "X met rebel leaders in Z", "X held talks in Z on Monday", or none:
//! "the second meeting of the envoys was held in Z on Monday".
//!
//! Kept:    where its place is said, or who else sat there is (officials, envoys, leaders of something), with somebody who
//!          can sit at a table, and the article tells no fuller meeting of that side.
//! Dropped: bare states ("Egypt held talks") unless they host, headlines, reporters and voters met.

use record::{ActorKind, Part, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, diplomatic, met, noun};
use crate::actor::Actor;
use crate::reading::Reading;

/// Heads of phrases for people who talk for others.
const ENVOYS: [&str; 16] = [
    "official",
    "minister",
    "envoy",
    "ambassador",
    "counterpart",
    "delegation",
    "representative",
    "commander",
    "negotiator",
    "mediator",
    "diplomat",
    "rebel",
    "faction",
    "stakeholder",
    "delegate",
    "chief",
];

/// True if the words tell a meeting although one side at most is named.
pub(crate) fn tells(reading: &Reading, occasion: &Occasion) -> bool {
    let before = reading.words_before(occasion.clause.max(occasion.anchor));
    let gathered = matches!(reading.tree.lemma(occasion.clause), "gather" | "sit" | "have");
    let by_names = !occasion.parties().is_empty() && !occasion.is_of_somebody();
    if before.contains("denie")
        || is_any_conference(reading, occasion)
        || at_home(reading, occasion)
        || gathered
        || by_names
    {
        return false;
    }
    let place = occasion.place(reading);
    let seated = occasion.participants.iter().any(|(a, part)| sits(a, *part));
    match occasion.parties().len() {
        0 => {
            let ranked = occasion.participants.iter().any(|(a, _)| a.level().is_some());
            let told = ranked && occasion.time(reading).is_some();
            let city = place.is_some_and(|p| p.city.is_some());
            city && (told || diplomatic::names(reading, occasion.anchor))
        }
        1 if occasion.rule == "meeting/discussed" => met_envoys(reading, occasion),
        1 => {
            let others = met_envoys(reading, occasion)
                || met_by_somebody(reading, occasion)
                || held_by_a_body(occasion);
            let told = occasion.rule != "meeting/noun" || occasion.status == Status::Held;
            seated && (place.is_some() || told && (others || convened_in_time(reading, occasion)))
        }
        _ => false,
    }
}

/// "at a farmers' conference in Z": many gather who negotiate nothing.
fn is_any_conference(reading: &Reading, occasion: &Occasion) -> bool {
    let noun = reading.tree.lemma(occasion.anchor).to_lowercase();
    let many = matches!(
        noun.as_str(),
        "conference" | "forum" | "workshop" | "session" | "gathering" | "roundtable"
    );
    occasion.rule == "meeting/noun"
        && many
        && !diplomatic::names(reading, occasion.anchor)
        && occasion.participants.iter().all(|(_, part)| *part == Part::Party)
}

/// People of one state who meet each other in it.
fn at_home(reading: &Reading, occasion: &Occasion) -> bool {
    let sides = || occasion.participants.iter().filter(|(a, _)| !a.parties.is_empty());
    let several = sides().count() >= 2 && sides().all(|(a, _)| a.kind == ActorKind::Person);
    let country = occasion.place(reading).and_then(|p| p.country);
    let abroad = |party: &record::Party| country.as_ref().is_some_and(|c| !party.0.starts_with(c));
    several && !occasion.parties().iter().any(abroad)
}

/// True if none of the fuller tellings is of this side.
pub(crate) fn is_news(occasion: &Occasion, fuller: &[Occasion]) -> bool {
    let own = occasion.parties();
    !fuller.iter().any(|o| own.is_empty() || o.parties().iter().any(|p| own.contains(p)))
}

/// "met Western officials", "held talks with the envoys": by what the words call them.
fn met_envoys(reading: &Reading, occasion: &Occasion) -> bool {
    let tree = &reading.tree;
    let words = [occasion.anchor, occasion.clause];
    let objects = words.iter().flat_map(|t| tree.children_in(*t, Role::Object));
    let company = words.iter().flat_map(|t| tree.by_preposition(*t, &met::COMPANY));
    let others: Vec<TokenIndex> = objects.chain(company).collect();
    others.iter().any(|t| !noun::is_meeting(reading, *t) && ENVOYS.contains(&tree.lemma(*t)))
}

/// "he met the Kenyan president": a ranked and named person, and a pronoun that points to nobody known.
fn met_by_somebody(reading: &Reading, occasion: &Occasion) -> bool {
    let tree = &reading.tree;
    let named = |a: &Actor| a.person.is_some() && a.level().is_some() && !a.parties.is_empty();
    let pointing = |s: TokenIndex| tree.upos(s) == Upos::PRON || tree.upos(s) == Upos::NOUN;
    tree.subject(occasion.clause).is_some_and(pointing)
        && occasion.participants.iter().all(|(a, _)| named(a))
}

/// "the League held an emergency meeting on Sunday": a body or movement that meets on a stated day.
fn convened_in_time(reading: &Reading, occasion: &Occasion) -> bool {
    let body = |a: &Actor| {
        matches!(a.kind, ActorKind::Organization | ActorKind::Group) || a.level().is_some()
    };
    let day = |t: record::TimeMention| {
        t.weekday.is_some() || t.when.is_some_and(|w| w.is_day()) || t.value.len() == DAY.len()
    };
    occasion.participants.iter().any(|(a, _)| body(a)) && occasion.time(reading).is_some_and(day)
}

/// "the mission facilitated meetings with women of the region": a body or movement that held or hosted something.
fn held_by_a_body(occasion: &Occasion) -> bool {
    let body = |a: &Actor| matches!(a.kind, ActorKind::Organization | ActorKind::Group);
    let rules = ["meeting/held-talks", "meeting/mediated", "meeting/hosted"];
    occasion.status == Status::Held
        && rules.contains(&occasion.rule)
        && occasion.participants.iter().any(|(a, _)| body(a))
}

/// A day as TIMEX3 writes it, whatever of it is known.
const DAY: &str = "XXXX-XX-XX";

/// Somebody of rank, a body, a movement; a state that lends its house.
fn sits(actor: &Actor, part: Part) -> bool {
    match actor.kind {
        ActorKind::Person => actor.level().is_some() || actor.person.is_some(),
        ActorKind::Body | ActorKind::Organization | ActorKind::Group => true,
        ActorKind::State => part == Part::Host || part == Part::Mediator,
        ActorKind::Outlet => false,
    }
}
