//! A meeting of which the words name one side only: "X met rebel leaders in Z", "X held talks in Z on Monday", or none:
//! "the second meeting of the envoys was held in Z on Monday".
//!
//! Kept:    where its place is said, or who else sat there is (officials, envoys, leaders of something), with somebody who
//!          can sit at a table, and the article tells no fuller meeting of that side.
//! Dropped: bare states ("Egypt held talks") unless they host, headlines, reporters and voters met.

use record::{ActorKind, Level, Part, Party, Status};
use text::{Role, TokenIndex, Upos};

use super::{Occasion, diplomatic, met, noun, process};
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
    if before.contains("denie")
        || is_any_conference(reading, occasion)
        || at_home(reading, occasion)
        || gathered
    {
        return false;
    }
    if !occasion.parties().is_empty() && !occasion.is_of_somebody() {
        return convened(reading, occasion) && process::sits(reading, occasion);
    }
    match occasion.parties().len() {
        0 => of_nobody_named(reading, occasion),
        1 if occasion.rule == "meeting/discussed" => met_envoys(reading, occasion),
        1 => of_one_side(reading, occasion),
        _ => false,
    }
}

/// "the third meeting of the envoys took place in Z", "peace talks resumed on Sunday".
fn of_nobody_named(reading: &Reading, occasion: &Occasion) -> bool {
    let noun = occasion.anchor;
    let city = occasion.place(reading).is_some_and(|p| p.city.is_some());
    let timed = occasion.time(reading).is_some();
    let ranked = occasion.participants.iter().any(|(a, _)| a.level().is_some());
    let known = diplomatic::names(reading, noun) || city && ranked && timed;
    let settled = city && timed && diplomatic::negotiates(reading, noun);
    let between_sides = on_a_day(reading, occasion) && diplomatic::is_between_sides(reading, noun);
    city && known
        || between_sides
        || settled && process::is_about_diplomacy(reading)
        || convened(reading, occasion) && process::sits(reading, occasion)
}

fn of_one_side(reading: &Reading, occasion: &Occasion) -> bool {
    if !occasion.participants.iter().any(|(a, part)| sits(a, *part)) {
        return false;
    }
    let others = met_envoys(reading, occasion)
        || met_by_somebody(reading, occasion)
        || met_by_a_rank(occasion)
        || attended_by_a_rank(occasion)
        || called_together(reading, occasion)
        || held_by_a_body(occasion);
    let told = occasion.rule != "meeting/noun" || occasion.status == Status::Held;
    occasion.place(reading).is_some() || told && (others || convened_in_time(reading, occasion))
}

/// In a city or on a day.
fn convened(reading: &Reading, occasion: &Occasion) -> bool {
    occasion.place(reading).is_some_and(|p| p.city.is_some()) || on_a_day(reading, occasion)
}

fn on_a_day(reading: &Reading, occasion: &Occasion) -> bool {
    occasion.time(reading).is_some_and(|t| {
        let days = t.value.len() >= DAY.len() && !t.value.ends_with("_REF");
        t.weekday.is_some() || t.when.is_some_and(|w| w.is_day()) || days
    })
}

/// "the envoys held talks with the chairman of the council": a rank without a side, and somebody of rank who has one.
fn met_by_a_rank(occasion: &Occasion) -> bool {
    let envoys = |a: &Actor| {
        matches!(a.level(), Some(Level::ForeignMinister | Level::SpecialEnvoy | Level::Delegation))
    };
    let (known, open): (Vec<_>, Vec<_>) =
        occasion.participants.iter().map(|(a, _)| a).partition(|a| !a.parties.is_empty());
    let coded = |a: &Actor| a.parties.iter().any(Party::is_code);
    known.iter().any(|a| a.level().is_some() && coded(a)) && open.iter().any(|a| envoys(a))
}

/// "the talks were attended by the deputy minister, A".
fn attended_by_a_rank(occasion: &Occasion) -> bool {
    let group = |a: &Actor| a.kind == ActorKind::Group && a.parties.iter().any(Party::is_code);
    let ranked = |a: &Actor| a.person.is_some() && a.level().is_some();
    occasion.rule == "meeting/gathered"
        && occasion.status == Status::Held
        && occasion.participants.iter().any(|(a, _)| group(a) || ranked(a))
}

/// "the state hosted a consultative meeting on C", "the secretary-general convened the envoys on Monday".
fn called_together(reading: &Reading, occasion: &Occasion) -> bool {
    let calls = |part: Part| matches!(part, Part::Host | Part::Mediator);
    occasion.participants.iter().any(|(_, part)| calls(*part))
        && (diplomatic::names(reading, occasion.anchor)
            || on_a_day(reading, occasion) && process::is_about_diplomacy(reading))
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
    let sides = || occasion.participants.iter().map(|(a, _)| a).filter(|a| !a.parties.is_empty());
    let first = sides().next().and_then(|a| a.person.as_ref());
    let one = first.is_some() && sides().all(|a| a.person.as_ref() == first);
    let homely = |a: &Actor| matches!(a.kind, ActorKind::Person | ActorKind::Body);
    let several = sides().count() >= 2 && !one && sides().all(homely);
    let country = occasion.place(reading).and_then(|p| p.country);
    let abroad = |party: &Party| country.as_ref().is_some_and(|c| !party.0.starts_with(c));
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
    occasion.participants.iter().any(|(a, _)| body(a)) && on_a_day(reading, occasion)
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
