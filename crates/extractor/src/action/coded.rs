//! Who a nominal is, as a CAMEO actor code: a state or body, then a sector.
//!
//! "the Turkish army" → `TURMIL`; "rebels" → `UNKREB`; "the bridge" → nobody.

use lexicon::{DemonymForm, Entry, OfficeLevel};
use text::{EntityKind, Role, TokenIndex, Upos};

use super::sectors::{Sectors, is_political};
use crate::actor::Reference;
use crate::reading::Reading;
use crate::tree::Tree;

/// An actor as the codes see it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Coded {
    /// "TURMIL"
    pub code: String,
    /// A state, a body of states, or a role in politics: not "men", not "the company".
    pub political: bool,
    /// The word it hangs on.
    pub head: TokenIndex,
}

impl Coded {
    /// Somebody whom the sentence does not name.
    pub fn unnamed(head: TokenIndex) -> Coded {
        Coded { code: "UNK".to_owned(), political: false, head }
    }

    /// The same, of this state if its own is not known.
    pub fn of(mut self, state: &str) -> Coded {
        if state != "UNK" && self.code.len() > 3 && self.code.starts_with("UNK") {
            self.code.replace_range(..3, state);
            self.political = true;
        }
        self
    }

    /// The state or body.
    pub fn base(&self) -> &str {
        base(&self.code)
    }

    /// What it is there: "MIL". Empty for the state itself.
    pub fn sector(&self) -> &str {
        &self.code[self.base().len()..]
    }
}

/// "TUR" of "TURMIL", "IGOUNO" of "IGOUNOMIL".
fn base(code: &str) -> &str {
    let length = if code.starts_with("IGO") { 6 } else { 3 };
    code.get(..length).unwrap_or(code)
}

/// A run of words that the lexicon knows.
struct Name {
    people: bool,
    party: String,
    sector: &'static str,
    office: bool,
    adjective: bool,
}

/// A reader of nominals in one article.
pub(super) struct ActorCoder<'a> {
    reading: &'a Reading<'a>,
    sectors: &'a Sectors,
    names: Vec<Name>,
    of_token: Vec<Option<u32>>,
}

impl<'a> ActorCoder<'a> {
    /// Looks up every run of words of the article.
    pub fn new(reading: &'a Reading<'a>, sectors: &'a Sectors) -> ActorCoder<'a> {
        let tokens = reading.doc().tokens.len();
        let mut coder =
            ActorCoder { reading, sectors, names: Vec::new(), of_token: vec![None; tokens] };
        for sentence in &reading.doc().sentences {
            coder.look_up(sentence.tokens.range());
        }
        coder
    }

    fn look_up(&mut self, tokens: std::ops::Range<usize>) {
        let mut at = tokens.start;
        while at < tokens.end {
            let found = self.reading.listed.at(at);
            let Some((length, name)) = found.and_then(|m| Some((m.words, read(&m.entries)?)))
            else {
                at += 1;
                continue;
            };
            self.of_token[at..at + length].fill(u32::try_from(self.names.len()).ok());
            self.names.push(name);
            at += length;
        }
    }

    fn tree(&self) -> &Tree<'a> {
        &self.reading.tree
    }

    fn name(&self, token: TokenIndex) -> Option<&Name> {
        self.of_token[token.at()].map(|n| &self.names[n as usize])
    }

    /// The actors at a nominal and at those joined to it.
    pub fn codes(&self, nominal: TokenIndex) -> Vec<Coded> {
        let mut found = self.one(nominal, 0);
        let first = found.first().map(|c| base(&c.code).to_owned()).filter(|b| b != "UNK");
        for joined in self.tree().children_in(nominal, Role::Conjunct) {
            if is_nominal(self.tree().upos(joined)) {
                let more = self.codes(joined).into_iter();
                found.extend(more.map(|c| c.of(first.as_deref().unwrap_or("UNK"))));
            }
        }
        found.dedup_by(|a, b| a.code == b.code);
        found
    }

    /// The nearest actor inside a nominal that is none: the "Polish government" of its "laws".
    pub fn inside(&self, nominal: TokenIndex) -> Vec<Coded> {
        let mut level = vec![nominal];
        for _ in 0..4 {
            let mut next = Vec::new();
            for at in level {
                for child in self.parts(at) {
                    let found = self.codes(child);
                    if !found.is_empty() {
                        return found;
                    }
                    next.push(child);
                }
            }
            level = next;
        }
        Vec::new()
    }

    /// What may name an actor below a noun, owners first.
    fn parts(&self, nominal: TokenIndex) -> Vec<TokenIndex> {
        let tree = self.tree();
        let rank = |t: &TokenIndex| match tree.role(*t) {
            Role::Possessive => Some(0),
            Role::Compound | Role::AdjectiveModifier => Some(1),
            Role::NounModifier => Some(2),
            Role::Apposition | Role::Flat => Some(3),
            _ => None,
        };
        let mut parts: Vec<TokenIndex> =
            tree.children(nominal).iter().copied().filter(|t| rank(t).is_some()).collect();
        parts.sort_by_key(|t| (rank(t), *t));
        parts
    }

    fn one(&self, head: TokenIndex, depth: usize) -> Vec<Coded> {
        let tree = self.tree();
        if depth > 4 || tree.upos(head) == Upos::PUNCT {
            return Vec::new();
        }
        if let Some(name) = self.name(head).filter(|n| !n.office && !n.party.is_empty()) {
            let elsewhere = if name.people { self.dwelling(head) } else { None };
            return vec![coded(elsewhere.as_deref().unwrap_or(&name.party), name.sector, head)];
        }
        if let Some(of) = self.counted(head) {
            return self.one(of, depth + 1);
        }
        let sector = self.sector(head);
        let person = self.reading.actors.at(head).filter(|a| a.holds(head));
        let parties: Vec<String> =
            person.into_iter().flat_map(|a| a.parties.iter().map(|p| p.0.clone())).collect();
        if let (false, Some(actor)) = (parties.is_empty(), person) {
            let office = actor.offices.first().map_or("", |o| sector_of(o.level));
            let sector = sector.unwrap_or(if actor.person.is_some() { "GOV" } else { office });
            let pronoun = actor.reference != Reference::Named && sector.is_empty();
            let sector = if pronoun { "" } else { sector };
            return parties.iter().map(|p| coded(p, sector, head)).collect();
        }
        if tree.upos(head) == Upos::PRON {
            return Vec::new();
        }
        match sector {
            Some(sector) => self.owned(head, sector, depth),
            None if self.is_named(head) => {
                let title = self.title(head);
                let owners = self.owned(head, title.unwrap_or(""), depth);
                if title.is_some() {
                    return owners;
                }
                if owners.iter().all(|o| o.code == "UNK") {
                    vec![Coded::unnamed(head)]
                } else {
                    owners
                }
            }
            None => Vec::new(),
        }
    }

    /// "hundreds of **protesters**", "a group of **diplomats**".
    fn counted(&self, head: TokenIndex) -> Option<TokenIndex> {
        let tree = self.tree();
        let lemma = tree.lemma(head).to_lowercase();
        let of = || {
            tree.children_in(head, Role::NounModifier)
                .find(|c| matches!(tree.preposition(*c).as_str(), "of" | "from"))
        };
        if is_count(&lemma) { of() } else { None }
    }

    /// The sector of a role noun: the longest run of words that ends at it.
    fn sector(&self, head: TokenIndex) -> Option<&'static str> {
        let tree = self.tree();
        if !is_nominal(tree.upos(head)) && tree.upos(head) != Upos::ADJ {
            return None;
        }
        let first = tree.sentence(head).tokens.start.0;
        let start = head.0.saturating_sub(2).max(first);
        let word = |t: u32, last: bool| {
            let t = TokenIndex(t);
            if last { tree.lemma(t).to_lowercase() } else { tree.form(t).to_lowercase() }
        };
        for from in start..=head.0 {
            let words: Vec<String> = (from..=head.0).map(|t| word(t, t == head.0)).collect();
            let named = tree.upos(head) == Upos::PROPN && from == head.0;
            let sector = self.sectors.of(&words.join(" "));
            if let Some(sector) = sector.filter(|s| !named || !matches!(*s, "CVL" | "LAB" | "BUS"))
            {
                return Some(sector);
            }
        }
        let office = self.name(head).filter(|n| n.office)?;
        (!office.sector.is_empty()).then_some(office.sector)
    }

    /// A role noun with whom it belongs to: "Turkish **police**", "the **army** of Sudan".
    fn owned(&self, head: TokenIndex, sector: &'static str, depth: usize) -> Vec<Coded> {
        let mut owners: Vec<String> = Vec::new();
        for part in self.parts(head).into_iter().filter(|part| !self.is_remit(head, *part)) {
            if !owners.is_empty() {
                break;
            }
            owners.extend(self.owners(part, depth));
        }
        if owners.is_empty() {
            owners.extend(self.before(head));
        }
        if owners.is_empty() {
            owners.extend(self.within(head));
        }
        if owners.is_empty() {
            owners.push("UNK".to_owned());
        }
        owners.iter().map(|o| coded(o, sector, head)).collect()
    }

    /// "to Libya" of an envoy, who is of whoever sends them.
    fn is_remit(&self, head: TokenIndex, part: TokenIndex) -> bool {
        const SENT: [&str; 6] =
            ["envoy", "ambassador", "mediator", "representative", "emissary", "consul"];
        let tree = self.tree();
        let sent = SENT.contains(&tree.lemma(head).to_lowercase().as_str());
        let place = matches!(tree.preposition(part).as_str(), "to" | "for" | "in" | "on");
        sent && place && tree.role(part) == Role::NounModifier
    }

    fn owners(&self, part: TokenIndex, depth: usize) -> Vec<String> {
        let tree = self.tree();
        let joined = tree.children_in(part, Role::Conjunct);
        let mut found = Vec::new();
        for at in std::iter::once(part).chain(joined) {
            let actor = self.reading.actors.at(at).filter(|a| a.person.is_some());
            if let Some(name) = self.name(at).filter(|n| !n.office) {
                found.push(name.party.clone());
            } else if let Some(actor) = actor {
                found.extend(actor.parties.iter().map(|p| p.0.clone()));
            } else if tree.role(part) != Role::Compound {
                let inner = self.one(at, depth + 1);
                let known = inner.iter().map(Coded::base).filter(|b| *b != "UNK");
                found.extend(known.map(str::to_owned));
            }
        }
        found.retain(|party| !party.is_empty());
        found
    }

    /// A state in a clause on the noun: "refugees who fled Liberia".
    fn within(&self, head: TokenIndex) -> Option<String> {
        let tree = self.tree();
        let clauses = tree
            .children(head)
            .iter()
            .filter(|c| matches!(tree.role(**c), Role::RelativeClause | Role::NounClause));
        let mut tokens =
            clauses.flat_map(|c| tree.subtree(*c).range()).map(|t| TokenIndex(t as u32));
        let name = tokens.find_map(|t| self.name(t).filter(|n| !n.office && n.party.len() == 3))?;
        Some(name.party.clone())
    }

    /// "**Albanians** in Serbia": where a people lives.
    fn dwelling(&self, head: TokenIndex) -> Option<String> {
        let tree = self.tree();
        let mut places = tree
            .children_in(head, Role::NounModifier)
            .filter(|c| matches!(tree.preposition(*c).as_str(), "in" | "of" | "from"));
        places
            .find_map(|p| self.name(p).filter(|n| !n.office && !n.party.is_empty()))
            .map(|n| n.party.clone())
    }

    /// "**Judge** X", "opposition **leader** X": the sector that a title before a name gives.
    fn title(&self, head: TokenIndex) -> Option<&'static str> {
        let tree = self.tree();
        let first = tree.sentence(head).tokens.start.0;
        let mut before = (head.0.saturating_sub(4).max(first)..head.0).rev().map(TokenIndex);
        before
            .by_ref()
            .take_while(|t| is_nominal(tree.upos(*t)) || tree.upos(*t) == Upos::ADJ)
            .find_map(|t| self.sector(t))
    }

    /// A nationality among the words just before, where the tree lost it.
    fn before(&self, head: TokenIndex) -> Option<String> {
        let tree = self.tree();
        let first = tree.sentence(head).tokens.start.0;
        (head.0.saturating_sub(4).max(first)..head.0)
            .rev()
            .map(TokenIndex)
            .take_while(|t| {
                let upos = tree.upos(*t);
                is_nominal(upos) || matches!(upos, Upos::ADJ | Upos::PART | Upos::NUM)
            })
            .find_map(|t| self.name(t).filter(|n| n.adjective && !n.party.is_empty()))
            .map(|n| n.party.clone())
    }

    /// Somebody with a name, known or not.
    fn is_named(&self, head: TokenIndex) -> bool {
        let entities = &self.reading.doc().entities;
        let at = entities.partition_point(|e| e.tokens.end <= head);
        let entity = entities.get(at).filter(|e| e.tokens.contains(head));
        entity.is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organization))
    }
}

/// Words of number, before "of" and those who are counted.
const COUNTS: [&str; 34] = [
    "group",
    "number",
    "hundred",
    "thousand",
    "dozen",
    "member",
    "team",
    "score",
    "one",
    "some",
    "many",
    "most",
    "part",
    "majority",
    "handful",
    "couple",
    "lot",
    "several",
    "million",
    "all",
    "both",
    "half",
    "third",
    "representative",
    "unit",
    "contingent",
    "bloc",
    "coalition",
    "crowd",
    "each",
    "two",
    "three",
    "patch",
    "ten",
];

/// True for "group", "dozen", "several".
pub(super) fn is_count(lemma: &str) -> bool {
    COUNTS.contains(&lemma)
}

fn is_nominal(upos: Upos) -> bool {
    matches!(upos, Upos::NOUN | Upos::PROPN)
}

fn coded(party: &str, sector: &str, head: TokenIndex) -> Coded {
    let code = match (party.len(), sector) {
        (_, "") => party.to_owned(),
        (3, sector) => format!("{party}{sector}"),
        (6, sector) if party.starts_with("IGO") => format!("{party}{sector}"),
        _ => party.to_owned(),
    };
    let political = !party.starts_with("UNK") && party != "MNC" || is_political(sector);
    Coded { code, political, head }
}

/// The reading of a run of words that politics needs most.
fn read(entries: &[Entry]) -> Option<Name> {
    let name = |party: &str, sector: &'static str, office, adjective| Name {
        party: party.to_owned(),
        people: sector == "CVL",
        sector,
        office,
        adjective,
    };
    let rank = |e: &&Entry| match e {
        Entry::State(_) => 0,
        Entry::Demonym { noun: DemonymForm::Adjective, .. } => 1,
        Entry::Demonym { .. } => 2,
        Entry::Organisation(_) => 3,
        Entry::Seat(_) => 4,
        Entry::City(_) => 5,
        Entry::Office(_) => 6,
        Entry::Agency(_) => 7,
        Entry::Person(_) => 8,
    };
    Some(match entries.iter().min_by_key(rank)? {
        Entry::State(state) => name(state.code, "", false, false),
        Entry::Demonym { state, noun: DemonymForm::Adjective } => name(state.code, "", false, true),
        Entry::Demonym { state, .. } => name(state.code, "CVL", false, false),
        Entry::Organisation(body) => {
            let cut = if body.code.len() > 6 { &body.code[..6] } else { body.code };
            name(cut, "", false, false)
        }
        Entry::Seat(seat) => name(seat.state, "GOV", false, false),
        Entry::City(city) => name(city.state?, "", false, false),
        Entry::Office(office) => name("", sector_of(office.level), true, false),
        Entry::Agency(agency) => name(agency.state.unwrap_or("UNK"), "MED", false, false),
        Entry::Person(_) => return None,
    })
}

/// What an office makes its holder.
pub(super) fn sector_of(level: OfficeLevel) -> &'static str {
    match level {
        OfficeLevel::MilitaryChief => "MIL",
        OfficeLevel::Intelligence => "SPY",
        OfficeLevel::IgoHead | OfficeLevel::GroupLeader | OfficeLevel::Other => "",
        _ => "GOV",
    }
}
