//! The grammar of an actor phrase.
//!
//! Reads:  "Turkish Foreign Minister Mevlut Cavusoglu", "the defence ministers and intelligence
//!         chiefs of Iran, Russia and Syria", "Syria's state news agency SANA", "Mr. Moon's envoys",
//!         "Faisal Mekdad, Syria's foreign minister", "Ankara", "two Western officials".
//! Silent: adjectives of nationality without an office, names of cities that are no capitals.

use jiff::civil::Date;
use lexicon::{Control, Lexicon, Office, OfficeHolder, OfficeLevel, OrganisationKind};
use record::{ActorKind, Party};
use rustc_hash::FxHashMap;
use text::{AnnotatedArticle, Role, TokenIndex, TokenRange, Upos};

use super::kinds::{Actor, OfficeHeld, Reference};
use super::names::{Identity, Names, Setting};
use super::unit::{Unit, UnitKind, party_of};

/// A reader of actor phrases at any token.
pub(crate) struct Grammar<'a> {
    pub doc: &'a AnnotatedArticle,
    pub lexicon: &'a Lexicon,
    pub names: Names,
    pub(super) on: Option<Date>,
    pub(super) units: FxHashMap<usize, Unit<'a>>,
}

/// What comes before the first brick.
pub(super) struct Lead {
    pub(super) next: usize,
    definite: bool,
    count: Option<u16>,
}

/// Parties in front of an office: "Turkish, Russian and Syrian", "Turkey's".
#[derive(Default)]
pub(super) struct Nationals {
    pub(super) parties: Vec<Party>,
    pub(super) next: usize,
}

/// Offices in a row.
#[derive(Default)]
pub(super) struct Offices {
    pub(super) held: Vec<OfficeHeld>,
    pub(super) plural: bool,
    pub(super) next: usize,
}

/// What is put before names of people, in phrases of every kind.
pub(super) const HONORIFICS: [&str; 20] = [
    "h.e.",
    "excellency",
    "mr.",
    "mrs.",
    "ms.",
    "mr",
    "ms",
    "dr.",
    "dr",
    "gen.",
    "gen",
    "general",
    "lt.",
    "lt",
    "lieutenant",
    "maj.",
    "major",
    "prof.",
    "professor",
    "sheikh",
];

/// Words between nationality and office: "former", "visiting", "senior government".
const MOST_FILLER: usize = 3;

impl<'a> Grammar<'a> {
    /// Over these bricks, for a page of this day.
    pub fn new(
        doc: &'a AnnotatedArticle,
        lexicon: &'a Lexicon,
        units: Vec<Unit<'a>>,
        names: Names,
    ) -> Grammar<'a> {
        let on = doc.article.published.as_ref().map(|p| p.when.from);
        let units = units.into_iter().map(|u| (u.start, u)).collect();
        Grammar { doc, lexicon, names, on, units }
    }

    /// The longest actor phrase that starts at a token, within a sentence ending at `end`.
    pub fn phrase(&self, at: usize, end: usize) -> Option<Actor> {
        let lead = self.lead(at, end);
        let found = self
            .titled(&lead, end)
            .or_else(|| self.person(lead.next, end))
            .or_else(|| self.alone(&lead, end))?;
        let tokens = range(at, found.end());
        (found.end() <= end).then_some(Actor { tokens, count: lead.count.or(found.count), ..found })
    }

    pub(super) fn form(&self, at: usize) -> &'a str {
        if at < self.doc.tokens.len() { self.doc.known_as(TokenIndex(at as u32)) } else { "" }
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        let form = self.form(at);
        words.iter().any(|w| form.eq_ignore_ascii_case(w))
    }

    pub(super) fn upos(&self, at: usize) -> Upos {
        self.doc.tokens.get(at).map_or(Upos::PUNCT, |t| t.upos)
    }

    pub(super) fn possessive(&self, at: usize) -> bool {
        matches!(self.form(at), "'s" | "’s" | "'" | "’" | "‘s")
    }

    pub(super) fn lead(&self, at: usize, end: usize) -> Lead {
        let mut lead = Lead { next: at, definite: false, count: None };
        while lead.next < end && !self.units.contains_key(&lead.next) {
            if self.is(lead.next, &["the", "its", "his", "her", "their", "both", "this"]) {
                lead.definite = true;
            } else if let Some(count) = number(self.form(lead.next)) {
                lead.count = Some(count);
            } else if !self.is(lead.next, &HONORIFICS)
                && !self.is(
                    lead.next,
                    &[
                        "a", "an", "all", "some", "several", "other", "sayyed", "acting",
                        "visiting", "outgoing", "current", "senior", "top", "leading",
                    ],
                )
            {
                break;
            }
            lead.next += 1;
        }
        lead
    }

    /// Nationality, office, name: any of the three may be missing but the office.
    fn titled(&self, lead: &Lead, end: usize) -> Option<Actor> {
        let nationals = self.nationals(lead.next, end);
        let headed = self.head_of(lead, end);
        if headed.is_some() {
            return headed;
        }
        let start = self.filler(nationals.next, end)?;
        let mut offices = self.offices(start, end)?;
        if nationals.parties.len() > 1 && !offices.plural {
            return None;
        }
        if (lead.next.saturating_sub(1)..start)
            .any(|t| self.is(t, &["former", "ex", "late", "then"]))
        {
            offices.held.iter_mut().for_each(|o| o.level = OfficeLevel::Other);
        }
        let tail = if nationals.parties.is_empty() {
            self.mandate(&offices, end)
        } else {
            Nationals { parties: nationals.parties, next: offices.next }
        };
        let tail = if tail.parties.is_empty() {
            self.service(tail.next, end).unwrap_or(tail)
        } else {
            tail
        };
        let tail = self.past_remit(tail, &offices, end);
        let own = self.sent_by(&offices, tail.next, end);
        let setting = Setting { parties: own.unwrap_or(tail.parties), offices: offices.held };
        let named = self.holder_name(tail.next, end, &setting, offices.plural);
        Some(self.office_actor(lead, setting, named, (offices.plural, tail.next)))
    }

    fn office_actor(
        &self,
        lead: &Lead,
        setting: Setting,
        named: Option<(Identity, usize)>,
        (plural, next): (bool, usize),
    ) -> Actor {
        let holder = setting.offices[0].holder;
        let tokens = range(lead.next, named.as_ref().map_or(next, |n| n.1));
        let reference = match (&named, setting.parties.is_empty()) {
            (None, true) if lead.definite && holder != OfficeHolder::Anonymous => {
                Reference::Anaphor
            }
            (None, true) => Reference::Open,
            _ => Reference::Named,
        };
        let person = named.map(|n| n.0);
        let parties = match &person {
            Some(identity) if setting.parties.is_empty() => identity.parties.clone(),
            _ => on_their_own_side(setting.parties, &setting.offices[0].title),
        };
        let kind = if holder == OfficeHolder::Person { ActorKind::Person } else { ActorKind::Body };
        Actor {
            parties,
            person: person.map(|p| p.name),
            offices: setting.offices,
            reference,
            plural,
            ..Actor::named(tokens, kind)
        }
    }

    /// A list of parties in the form that precedes an office. Empty if there is none.
    pub(super) fn nationals(&self, at: usize, end: usize) -> Nationals {
        let mut found = Nationals { parties: Vec::new(), next: at };
        let mut next = at;
        while let Some((parties, after)) = self.national(next, end) {
            let after = self.superior(after, end).unwrap_or(after);
            found.parties.extend(parties);
            found.next = after;
            let Some(more) = self.list_step(after, end) else { break };
            next = more;
        }
        found.parties.sort();
        found.parties.dedup();
        found
    }

    fn national(&self, at: usize, end: usize) -> Option<(Vec<Party>, usize)> {
        let at = if self.is(at, &["the", "mr.", "mr", "ms.", "mrs."]) { at + 1 } else { at };
        let (parties, next) = match self.units.get(&at) {
            Some(unit) => match &unit.kind {
                UnitKind::Adjective(state) | UnitKind::State(state) => {
                    (vec![Party(state.code.to_owned())], unit.end)
                }
                UnitKind::Capital { state } if self.possessive(unit.end) => {
                    (vec![Party(state.code.to_owned())], unit.end)
                }
                UnitKind::Organisation(body) => (vec![Party(party_of(body).to_owned())], unit.end),
                UnitKind::Seat { party } => (vec![Party((*party).to_owned())], unit.end),
                UnitKind::Known(_) | UnitKind::Alike(_) | UnitKind::Name => self.bearer(at, end)?,
                UnitKind::Agency(_) if self.possessive(unit.end) => (Vec::new(), unit.end),
                _ => return None,
            },
            None => self.bearer(at, end)?,
        };
        Some((parties, if self.possessive(next) { next + 1 } else { next }))
    }

    /// "the Qatari foreign minister's" envoy, "the UN Secretary-General Anna Smith's" envoy: past the superior.
    fn superior(&self, at: usize, end: usize) -> Option<usize> {
        let (office, plural, next) = self.office(at)?;
        if plural || office.holder != OfficeHolder::Person {
            return None;
        }
        let named = self.name(next, end, &Setting::default()).map_or(next, |(_, next)| next);
        let leads = self.possessive(named) && self.filler(named + 1, end).is_some();
        leads.then_some(named + 1)
    }

    pub(super) fn body_at(&self, at: usize) -> bool {
        matches!(self.units.get(&at).map(|u| &u.kind),
            Some(UnitKind::Office { office, .. }) if office.holder == OfficeHolder::Body)
    }

    /// The token after ",", "and", ", and" if a further member may follow there.
    fn list_step(&self, at: usize, end: usize) -> Option<usize> {
        let after_comma = if self.form(at) == "," { at + 1 } else { at };
        let next = if self.is(after_comma, &["and", "&"]) { after_comma + 1 } else { after_comma };
        (next > at && next < end).then_some(next)
    }

    /// Passes over up to three describing words if an office follows.
    pub(super) fn filler(&self, at: usize, end: usize) -> Option<usize> {
        for next in at..(at + MOST_FILLER + 1).min(end) {
            match self.units.get(&next).map(|u| &u.kind) {
                Some(UnitKind::Office { .. }) => return Some(next),
                Some(UnitKind::Organisation(body))
                    if body.kind == OrganisationKind::Intergovernmental =>
                {
                    continue;
                }
                Some(_) => return None,
                None => {}
            }
            let describes = matches!(self.upos(next), Upos::ADJ | Upos::NOUN | Upos::PROPN);
            if !describes && self.form(next) != "-" && !self.qualifies(next) {
                return None;
            }
        }
        None
    }

    /// "internationally recognized" of "internationally recognized government".
    fn qualifies(&self, at: usize) -> bool {
        let participle = |at: usize| {
            let token = self.doc.tokens.get(at);
            token.is_some_and(|t| t.upos == Upos::VERB && t.role == Role::AdjectiveModifier)
        };
        participle(at) || self.upos(at) == Upos::ADV && participle(at + 1)
    }

    fn office(&self, at: usize) -> Option<(&'a Office, bool, usize)> {
        match self.units.get(&at)?.kind {
            UnitKind::Office { office, plural } => {
                let end = self.units[&at].end;
                let last = self.form(end - 1).to_lowercase();
                Some((
                    office,
                    plural
                        || office.plural.ends_with(&last)
                            && !office.plural.is_empty()
                            && office.plural != office.singular
                            && !office.singular.ends_with(&last),
                    end,
                ))
            }
            _ => None,
        }
    }

    /// One office, or several in the plural: "defence ministers and intelligence chiefs".
    pub(super) fn offices(&self, at: usize, end: usize) -> Option<Offices> {
        let (office, plural, next) = self.office(at)?;
        let mut found = Offices { held: vec![held(office)], plural, next };
        while found.plural {
            let step = if self.is(found.next, &["as"]) && self.is(found.next + 1, &["well"]) {
                Some(found.next + 3)
            } else {
                self.list_step(found.next, end)
            };
            let Some(start) = step.and_then(|s| self.filler(s, end)) else { break };
            let Some((office, true, next)) = self.office(start) else { break };
            found.held.push(held(office));
            found.next = next;
        }
        self.second_office(&mut found, end);
        found.held.sort_by_key(|o| o.level);
        Some(found)
    }

    /// "special envoy and ambassador": one envoy may be both.
    fn second_office(&self, found: &mut Offices, end: usize) {
        let sent = |level| matches!(level, OfficeLevel::SpecialEnvoy | OfficeLevel::Diplomat);
        if found.plural || !sent(found.held[0].level) || !self.is(found.next, &["and"]) {
            return;
        }
        let second = self.office(found.next + 1).filter(|(office, _, next)| {
            sent(office.level) && office.level != found.held[0].level && *next < end
        });
        if let Some((office, false, next)) = second {
            found.held.push(held(office));
            found.next = next;
        }
    }

    /// "of Iran, Russia and Syria", "for Turkey", "from the South"; "in Ankara" too, of those who sit there.
    pub(super) fn tail(&self, at: usize, end: usize, seated: bool) -> Nationals {
        let nothing = Nationals { parties: Vec::new(), next: at };
        let inside = seated && self.is(at, &["in"]);
        if at >= end || !(self.is(at, &["of", "for", "from"]) || inside) {
            return nothing;
        }
        let mut found = Nationals { parties: Vec::new(), next: at };
        let mut next = at + 1;
        if let Some((parties, after)) = self.principal(next, end) {
            return Nationals { parties, next: after };
        }
        while let Some((party, after)) = self.listed_party(next, end) {
            found.parties.push(party);
            found.next = after;
            let Some(more) = self.list_step(after, end) else { break };
            next = more;
        }
        if found.parties.is_empty() { nothing } else { found }
    }

    /// "the head of its National Intelligence Organisation (MIT), Hakan Fidan": a body's chief by name.
    fn head_of(&self, lead: &Lead, end: usize) -> Option<Actor> {
        if !self.is(lead.next, &["head", "chief", "director", "leader", "chairman"]) {
            return None;
        }
        let service = self.service(lead.next + 1, end)?;
        let comma = usize::from(self.form(service.next) == ",");
        let intelligence = self
            .doc
            .words(bytes(self.doc, lead.next, service.next))
            .to_lowercase()
            .contains("intelligence");
        let offices = if intelligence { vec![intelligence_chief()] } else { Vec::new() };
        let setting = Setting { parties: service.parties, offices };
        let (identity, next) = self.name(service.next + comma, end, &setting)?;
        Some(Actor {
            parties: setting.parties,
            person: Some(identity.name),
            offices: identity.offices,
            ..Actor::named(range(lead.next, next), ActorKind::Person)
        })
    }

    /// "of its National Intelligence Organisation (MIT)" behind "the head".
    fn service(&self, at: usize, end: usize) -> Option<Nationals> {
        const REACH: usize = 5;
        if !self.is(at, &["of"]) {
            return None;
        }
        let unit = (at + 1..(at + REACH).min(end))
            .filter_map(|t| self.units.get(&t))
            .find(|unit| !self.is_owner(unit))?;
        let UnitKind::Organisation(body) = &unit.kind else { return None };
        let bracket = self.form(unit.end) == "(" && self.form(unit.end + 2) == ")";
        let next = if bracket { unit.end + 3 } else { unit.end };
        Some(Nationals { parties: vec![Party(party_of(body).to_owned())], next })
    }

    /// Past "the", "the Republic of", "the sisterly State of".
    fn past_form_of_state(&self, at: usize) -> usize {
        const COURTESY: [&str; 4] = ["the", "sisterly", "brotherly", "friendly"];
        const FORMS: [&str; 5] = ["republic", "state", "kingdom", "government", "sultanate"];
        let courtesy = |at: usize| at + (at..).take_while(|t| self.is(*t, &COURTESY)).count();
        let name = courtesy(at);
        let formal = self.is(name, &FORMS) && self.is(name + 1, &["of"]);
        if formal && !self.units.contains_key(&name) { courtesy(name + 2) } else { name }
    }

    /// "Kenya's", "Kenyan" before a body of Kenya.
    fn is_owner(&self, unit: &Unit) -> bool {
        matches!(unit.kind, UnitKind::Adjective(_)) || self.possessive(unit.end)
    }

    fn listed_party(&self, at: usize, end: usize) -> Option<(Party, usize)> {
        let at = self.past_form_of_state(at);
        let unit = self.units.get(&at)?;
        let party = match &unit.kind {
            UnitKind::State(state) | UnitKind::Capital { state } => state.code,
            UnitKind::Organisation(body) => party_of(body),
            UnitKind::Seat { party } => party,
            _ => return None,
        };
        let owns = self.possessive(unit.end) || self.office(unit.end).is_some();
        (unit.end <= end && !owns).then(|| (Party(party.to_owned()), unit.end))
    }

    /// A state, city, seat, organisation or agency by itself.
    fn alone(&self, lead: &Lead, end: usize) -> Option<Actor> {
        let unit = self.units.get(&lead.next).filter(|u| u.end <= end)?;
        let (kind, party, place) = match &unit.kind {
            UnitKind::State(state) | UnitKind::Capital { state } => {
                (ActorKind::State, Some(state.code), true)
            }
            UnitKind::Seat { party } => (ActorKind::Body, Some(*party), true),
            UnitKind::Organisation(body) => (kind_of(body.kind), Some(party_of(body)), false),
            UnitKind::Agency(agency) => {
                let state = agency.state.filter(|_| agency.control == Control::State);
                (ActorKind::Outlet, state, false)
            }
            _ => return None,
        };
        let person =
            if let UnitKind::Agency(agency) = &unit.kind { Some(agency.name) } else { None };
        Some(Actor {
            parties: party.map(|p| Party(p.to_owned())).into_iter().collect(),
            person: person.map(str::to_owned),
            place,
            ..Actor::named(range(lead.next, unit.end), kind)
        })
    }
}

/// "Libyan rebels", "the Syrian opposition": not the state, but CAMEO's rebels and opposition of it. "RSF rebels" are
/// the RSF.
fn on_their_own_side(parties: Vec<Party>, title: &str) -> Vec<Party> {
    let sector = if title.contains("rebel") {
        "REB"
    } else if title.contains("opposition") {
        "OPP"
    } else {
        return parties;
    };
    let state = |party: &Party| party.0.len() == 3;
    let of = |p: Party| if state(&p) { Party(format!("{}{sector}", p.0)) } else { p };
    parties.into_iter().map(of).collect()
}

fn intelligence_chief() -> OfficeHeld {
    OfficeHeld {
        title: "intelligence chief".to_owned(),
        level: OfficeLevel::Intelligence,
        holder: OfficeHolder::Person,
    }
}

fn held(office: &Office) -> OfficeHeld {
    OfficeHeld { title: office.singular.to_owned(), level: office.level, holder: office.holder }
}

fn kind_of(kind: OrganisationKind) -> ActorKind {
    match kind {
        OrganisationKind::ArmedGroup
        | OrganisationKind::PoliticalGroup
        | OrganisationKind::DeFactoAuthority => ActorKind::Group,
        OrganisationKind::StateOrgan => ActorKind::Body,
        _ => ActorKind::Organization,
    }
}

pub(super) fn bytes(doc: &AnnotatedArticle, start: usize, end: usize) -> text::Span {
    doc.tokens[start].span.cover(doc.tokens[end - 1].span)
}

/// Tokens by index; an article has fewer than four thousand million.
pub(super) fn range(start: usize, end: usize) -> TokenRange {
    TokenRange { start: TokenIndex(start as u32), end: TokenIndex(end as u32) }
}

/// "two" to "ten", "four-" is not split here.
fn number(word: &str) -> Option<u16> {
    const WORDS: [&str; 9] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let place = WORDS.iter().position(|w| w.eq_ignore_ascii_case(word))?;
    u16::try_from(place + 2).ok()
}
