//! Who sits where a word stands: actors, and those whom no table holds under the name that the article gives.
//!
//! Reads:  an actor with those joined to it; a person without a known side, as a side of his own unless joined to
//!         somebody who has one; a named body that is nobody's organ as far as the tables know.
//! Silent: places, outlets, people without a name.

use lexicon::Entry;
use record::{ActorKind, ActorMention, Party};
use text::{EntityKind, Role, TokenIndex, Upos};

use super::faction;
use crate::actor::{Actor, parties_of};
use crate::reading::Reading;

/// A word's actor with those joined to it, and the owner of "its delegation".
pub(crate) fn side(reading: &Reading, token: TokenIndex) -> Vec<Actor> {
    let mut found = Vec::new();
    for head in joined(reading, token) {
        let group = reading.actors.group(&reading.tree, head).into_iter();
        let mut here: Vec<Actor> = group.filter(|a| !is_place(reading, a)).cloned().collect();
        if here.is_empty() {
            here.extend(body(reading, head));
        }
        if parties_of(&here).is_empty() && !here.iter().any(|a| a.person.is_some()) {
            here.extend(members(reading, head));
        }
        let open: Vec<Actor> = here.iter().filter_map(|a| named_behind(reading, a)).collect();
        here.extend(open);
        for actor in here {
            if !found.iter().any(|f: &Actor| f.start() == actor.start()) {
                found.push(actor);
            }
        }
    }
    let described = found.iter().map(|a| described_behind(reading, a)).collect::<Vec<_>>();
    for (actor, behind) in found.iter_mut().zip(described) {
        if let Some(behind) = behind {
            (actor.parties, actor.offices) = (behind.parties, behind.offices);
        }
    }
    by_themselves(&mut found);
    faction::take_side(reading, &mut found);
    found
}

/// "A B, Oman's deputy prime minister": what is said of a name behind it.
fn described_behind(reading: &Reading, actor: &Actor) -> Option<Actor> {
    let tree = &reading.tree;
    let end = tree.sentence(actor.tokens.start).tokens.end;
    let next = TokenIndex(actor.tokens.end.0 + 1);
    let bare = actor.person.is_some() && actor.parties.is_empty() && !actor.plural;
    let comma = next < end && tree.form(actor.tokens.end) == ",";
    let behind = (bare && comma).then(|| reading.actors.at(next)).flatten()?;
    let office = behind.kind == ActorKind::Person && behind.person.is_none() && !behind.plural;
    (office && behind.tokens.start == next && behind.parties.len() == 1).then(|| behind.clone())
}

/// "the special envoy of the minister for the region, A B": the name that follows an office without one.
fn named_behind(reading: &Reading, actor: &Actor) -> Option<Actor> {
    const REACH: u32 = 14;
    let tree = &reading.tree;
    let unnamed = actor.kind == ActorKind::Person && actor.person.is_none() && !actor.plural;
    if !unnamed || !actor.parties.is_empty() {
        return None;
    }
    let end = tree.sentence(actor.tokens.start).tokens.end.0.min(actor.tokens.end.0 + REACH);
    let phrase = (actor.tokens.end.0..end).map(TokenIndex).take_while(|t| {
        !matches!(tree.upos(*t), Upos::VERB | Upos::AUX | Upos::SCONJ) && tree.form(*t) != ";"
    });
    let named = phrase.filter_map(|t| reading.actors.at(t)).find(|a| a.person.is_some())?;
    let own =
        named.kind == ActorKind::Person && (named.offices.is_empty() || named.parties.is_empty());
    let known = named.kind == ActorKind::Person
        && tree.form(named.tokens.start).starts_with(char::is_uppercase);
    let offices =
        if named.offices.is_empty() { actor.offices.clone() } else { named.offices.clone() };
    (own || known).then(|| Actor { offices, ..named.clone() })
}

/// What the article calls a body that is no state: the mission that its person is known to lead, else the name that the
/// article uses most; of two as frequent, the shorter.
pub(crate) fn called(reading: &Reading, actor: &Actor, mention: &ActorMention) -> Option<String> {
    let [party] = mention.parties.as_slice() else { return None };
    let table = reading.lexicon.organisation(&party.0).filter(|body| body.state.is_none())?;
    let mission = || {
        let office = actor.offices.first()?.title.to_uppercase();
        let (_, behind) = office.split_once('(')?;
        let name = behind.split(')').next()?.to_owned();
        let known = reading.lexicon.find(&[name.as_str()])?;
        known.entries.iter().any(|e| matches!(e, Entry::Organisation(_))).then_some(name)
    };
    let mission = mission().filter(|name| uses(reading, name) > 0);
    let names = table.aliases.iter().copied().chain([table.name]);
    let used = names.filter(|name| uses(reading, name) > 0);
    let words = used.max_by_key(|name| (uses(reading, name), std::cmp::Reverse(name.len())));
    Some(mission.unwrap_or_else(|| words.unwrap_or(table.name).to_owned()))
}

/// How often the article uses a name, as words of their own.
fn uses(reading: &Reading, name: &str) -> usize {
    let text = &reading.doc().article.text;
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let alone = |(at, _): &(usize, &str)| {
        apart(text[..*at].chars().next_back()) && apart(text[at + name.len()..].chars().next())
    };
    text.match_indices(name).filter(alone).count()
}

/// "members of the panel", "envoys accredited there of A, B and C", "officials, including D": those behind an open word.
fn members(reading: &Reading, head: TokenIndex) -> Vec<Actor> {
    const REACH: u32 = 10;
    const OPEN: [&str; 18] = [
        "member",
        "number",
        "group",
        "team",
        "head",
        "leader",
        "representative",
        "official",
        "envoy",
        "ambassador",
        "minister",
        "diplomat",
        "delegate",
        "delegation",
        "commander",
        "figure",
        "part",
        "leadership",
    ];
    let tree = &reading.tree;
    if !OPEN.contains(&tree.lemma(head).to_lowercase().as_str()) {
        return Vec::new();
    }
    let end = tree.sentence(head).tokens.end.0;
    let link = (head.0 + 1..end.min(head.0 + REACH))
        .map(TokenIndex)
        .take_while(|t| !tree.doc.tokens[t.at()].past && tree.upos(*t) != Upos::AUX)
        .find(|t| {
            let next = TokenIndex((t.0 + 1).min(end - 1));
            let leads = matches!(tree.form(*t), "of" | "from" | "including");
            leads && reading.actors.at(next).is_some_and(|a| a.tokens.start == next)
        });
    let first = link.and_then(|t| reading.actors.at(TokenIndex(t.0 + 1)));
    let all = first.map(|a| reading.actors.group(tree, a.tokens.start)).unwrap_or_default();
    all.into_iter().filter(|a| !a.parties.is_empty() || a.person.is_some()).cloned().collect()
}

/// A word and those that the parse joins to it.
fn joined(reading: &Reading, token: TokenIndex) -> Vec<TokenIndex> {
    let mut all = vec![token];
    all.extend(reading.tree.children_in(token, Role::Conjunct));
    all
}

/// People of no known side are sides of their own, where nobody beside them has one.
fn by_themselves(found: &mut [Actor]) {
    if found.iter().any(|a| !a.parties.is_empty()) {
        return;
    }
    for actor in found {
        actor.parties.extend(own_name(actor));
    }
}

/// "Khalid bin Salman Al Farsi": the house behind a name that the names layer cut off.
pub(crate) fn whole_name(reading: &Reading, actor: &Actor) -> Option<String> {
    let tree = &reading.tree;
    let name = actor.person.as_ref().filter(|n| n.contains(' ') && actor.antecedent.is_none())?;
    let (link, house) = (actor.tokens.end, TokenIndex(actor.tokens.end.0 + 1));
    let inside = house < tree.sentence(actor.tokens.start).tokens.end;
    let joins = inside && matches!(tree.form(link), "Al" | "al" | "El" | "el" | "bin" | "Bin");
    let named = joins && tree.form(house).starts_with(char::is_uppercase);
    named.then(|| format!("{name} {} {}", tree.form(link), tree.form(house)))
}

/// The name under which somebody without a code stands for himself.
pub(crate) fn own_name(actor: &Actor) -> Option<Party> {
    let alone = actor.kind == ActorKind::Person && !actor.plural && actor.parties.is_empty();
    let name = actor.person.as_ref().filter(|_| alone)?;
    Some(Party(name.clone()))
}

/// Short titles before a name, which make it look like a body's.
const TITLES: [&str; 10] = ["SRSG", "DSRSG", "DPM", "FM", "PM", "Gen", "Lt", "Maj", "Amb", "Brig"];

/// "the National Dialogue Committee", "Forces of the North": a named body that no table holds.
fn body(reading: &Reading, token: TokenIndex) -> Option<Actor> {
    let doc = reading.doc();
    let name = doc.entities.iter().find(|e| e.tokens.contains(token))?;
    let taken = name.tokens.range().any(|t| reading.actors.at(TokenIndex(t as u32)).is_some());
    if name.kind != EntityKind::Organization || taken {
        return None;
    }
    let words: Vec<&str> = doc.words(name.span).split_whitespace().collect();
    let titled = words.len() > 1 && TITLES.contains(&words[0].trim_end_matches('.'));
    let own = words[usize::from(titled)..].join(" ");
    let kind = if titled { ActorKind::Person } else { ActorKind::Group };
    Some(Actor {
        parties: vec![Party(own.clone())],
        person: titled.then_some(own),
        ..Actor::named(name.tokens, kind)
    })
}

/// Below this a name is as good as surely a place: of place names found so unlikely to stand for
/// a government, one in twelve does (`cargo xtask score metonymy`).
const LITERAL: f64 = 0.1;

/// "in Moscow", "to North Korea", "the Geneva venue": where, not who.
pub(crate) fn is_place(reading: &Reading, actor: &Actor) -> bool {
    let word = |n: u32| {
        actor.tokens.start.0.checked_sub(n).map_or("", |t| reading.tree.form(TokenIndex(t)))
    };
    const AT: [&str; 13] = [
        "in", "at", "to", "from", "into", "near", "outside", "via", "across", "through", "inside",
        "In", "At",
    ];
    let led = AT.contains(&word(1)) || word(1) == "the" && AT.contains(&word(2));
    actor.place && (led || surely_literal(reading, actor))
}

fn surely_literal(reading: &Reading, actor: &Actor) -> bool {
    let within = actor.tokens.range();
    let mut names = reading.doc().entities.iter().filter(|e| within.contains(&e.tokens.start.at()));
    names.any(|name| name.metonymy.is_some_and(|likely| likely.value() < LITERAL))
}
