//! Who a name means, given the article so far, the lexicon and the day.

use std::collections::BTreeMap;

use jiff::civil::Date;
use lexicon::{Lexicon, OfficeHolder, OfficeLevel, PersonId, Term, fold};
use record::Party;

use super::kinds::OfficeHeld;

/// What is known of a person in this article.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Identity {
    /// The full name.
    pub name: String,
    /// For whom.
    pub parties: Vec<Party>,
    /// As what, that day.
    pub offices: Vec<OfficeHeld>,
}

/// What the phrase around a name says of its bearer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    /// "Turkish"
    pub parties: Vec<Party>,
    /// "foreign minister"
    pub offices: Vec<OfficeHeld>,
}

/// The people of one article, by each part of their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    by_part: BTreeMap<String, Vec<Identity>>,
}

/// Shorter parts of names are particles and initials.
const SHORTEST_PART: usize = 3;

impl Names {
    /// Remembers somebody under every part of the name, the family name first; as the first mention has it that
    /// tells a party.
    pub fn remember(&mut self, identity: &Identity) {
        for part in parts(&identity.name) {
            let known = self.by_part.entry(part).or_default();
            match known.iter_mut().find(|k| k.name == identity.name) {
                Some(bare) if bare.parties.is_empty() => *bare = identity.clone(),
                Some(_) => {}
                None => known.push(identity.clone()),
            }
        }
    }

    /// Remembers somebody known by a short name only, where no full name claims any part of it.
    pub fn remember_short(&mut self, identity: &Identity, short: &str) {
        for part in parts(short) {
            self.by_part.entry(part).or_insert_with(|| vec![identity.clone()]);
        }
    }

    /// The one person of the article with this name or part of a name.
    pub fn recall(&self, name: &str) -> Option<&Identity> {
        let mut found: Option<&Identity> = None;
        for part in parts(name) {
            let [only] = self.by_part.get(&part)?.as_slice() else { return None };
            if found.is_some_and(|f| f.name != only.name) {
                return None;
            }
            found = Some(only);
        }
        found
    }

    /// True if some person of the article has this part of a name.
    pub fn knows(&self, part: &str) -> bool {
        parts(part).iter().any(|p| self.by_part.contains_key(p))
    }
}

fn parts(name: &str) -> Vec<String> {
    fold(name)
        .split([' ', '.'])
        .map(|p| p.strip_prefix("al-").or(p.strip_prefix("el-")).unwrap_or(p).to_owned())
        .filter(|p| p.chars().count() >= SHORTEST_PART)
        .collect()
}

/// The lexicon's person who fits the setting and the day; `None` if two fit equally well.
pub(crate) fn identify(
    lexicon: &Lexicon,
    people: &[PersonId],
    setting: &Setting,
    on: Option<Date>,
) -> Option<Identity> {
    let mut scored: Vec<(u8, PersonId)> =
        people.iter().map(|id| (fitness(lexicon, *id, setting, on), *id)).collect();
    scored.sort_by_key(|(score, id)| (std::cmp::Reverse(*score), *id));
    let (best, id) = *scored.first()?;
    let tied = scored.get(1).is_some_and(|(score, _)| *score == best);
    let contradicted = !setting.parties.is_empty() && best < PARTY_FITS;
    (!tied && !contradicted).then(|| identity(lexicon, id, setting, on))
}

/// Those of whom the words around say what the tables say: of two whose names only sound the same, another
/// country or office tells them apart, and where nothing is said neither is meant.
pub(crate) fn borne_out(
    lexicon: &Lexicon,
    people: &[PersonId],
    setting: &Setting,
) -> Vec<PersonId> {
    people.iter().copied().filter(|id| fitness(lexicon, *id, setting, None) > 0).collect()
}

/// The one person among these who holds a high office that day: whom a bare surname means. Of several, the one
/// whose office is higher: that day "Kim" is a head of state, not the head of a bank.
///
/// On a page without a day it means somebody only if the tables have no other so high of that surname.
pub(crate) fn serving(
    lexicon: &Lexicon,
    people: &[PersonId],
    on: Option<Date>,
) -> Option<Identity> {
    let height = |id: &PersonId| {
        let terms = lexicon.person(*id).offices.iter();
        let held =
            terms.filter(|t| on.is_none_or(|day| t.covers(day)) && called_by_surname(t.level));
        held.map(|t| t.level).min()
    };
    let mut found: Vec<(OfficeLevel, PersonId)> =
        people.iter().filter_map(|id| Some((height(id)?, *id))).collect();
    found.sort();
    let (level, only) = *found.first()?;
    let tops = on.is_some() && level <= OfficeLevel::ForeignMinister;
    let alone = found.get(1).is_none_or(|(next, _)| tops && *next > level);
    alone.then(|| identity(lexicon, only, &Setting::default(), on))
}

/// Those whom the news names without their office.
fn called_by_surname(level: OfficeLevel) -> bool {
    level <= OfficeLevel::Intelligence
        || matches!(
            level,
            OfficeLevel::SpecialEnvoy | OfficeLevel::IgoHead | OfficeLevel::GroupLeader
        )
}

const PARTY_FITS: u8 = 4;
const IN_OFFICE: u8 = 2;
const LEVEL_FITS: u8 = 1;

fn fitness(lexicon: &Lexicon, id: PersonId, setting: &Setting, on: Option<Date>) -> u8 {
    let terms = &lexicon.person(id).offices;
    let party = terms.iter().any(|t| setting.parties.iter().any(|p| p.0 == t.state));
    let serving = on.is_some_and(|day| terms.iter().any(|t| t.covers(day)));
    let level = terms.iter().any(|t| setting.offices.iter().any(|o| o.level == t.level));
    u8::from(party) * PARTY_FITS + u8::from(serving) * IN_OFFICE + u8::from(level) * LEVEL_FITS
}

fn identity(lexicon: &Lexicon, id: PersonId, setting: &Setting, on: Option<Date>) -> Identity {
    let person = lexicon.person(id);
    let term = term_of(&person.offices, setting, on);
    let parties = if setting.parties.is_empty() {
        term.map(|t| Party(t.state.to_owned())).into_iter().collect()
    } else {
        setting.parties.clone()
    };
    let offices = if setting.offices.is_empty() {
        term.map(office_of).into_iter().collect()
    } else {
        setting.offices.clone()
    };
    Identity { name: person.name.to_owned(), parties, offices }
}

/// The term that the setting names, else the one of the day, else the latest.
fn term_of<'a>(terms: &'a [Term], setting: &Setting, on: Option<Date>) -> Option<&'a Term> {
    let named = |t: &&Term| setting.offices.iter().any(|o| o.level == t.level);
    let serving = |t: &&Term| on.is_none_or(|day| t.covers(day));
    let before = |t: &&Term| on.is_none_or(|day| t.start.is_none_or(|start| start <= day));
    if on.is_none() {
        let latest = || terms.iter().max_by_key(|t| t.start);
        return terms.iter().find(named).or_else(latest);
    }
    terms
        .iter()
        .find(|t| named(t) && serving(t))
        .or_else(|| terms.iter().filter(serving).min_by_key(|t| t.level))
        .or_else(|| terms.iter().filter(before).max_by_key(|t| t.start))
}

fn office_of(term: &Term) -> OfficeHeld {
    let title = title_of(term.level).map_or_else(|| term.title.to_lowercase(), str::to_owned);
    OfficeHeld { title, level: term.level, holder: OfficeHolder::Person }
}

/// The plain words for a level, where there are any.
fn title_of(level: OfficeLevel) -> Option<&'static str> {
    Some(match level {
        OfficeLevel::ForeignMinister => "foreign minister",
        OfficeLevel::DefenceMinister => "defence minister",
        OfficeLevel::Intelligence => "intelligence chief",
        OfficeLevel::DeputyMinister => "deputy minister",
        _ => return None,
    })
}
