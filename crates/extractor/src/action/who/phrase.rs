//! The words of a phrase: names, a role noun, and whose it is.
//!
//! The head stands before the first preposition, or behind *of* where a word of number comes first. A state
//! in front of the head owns it, else one behind *of*, *in* or *from*; nobody is of the place they are sent to.

use std::ops::Range;

use jiff::civil::Date;
use lexicon::{DemonymForm, Entry, OfficeLevel, Organisation, PersonId};
use text::{EntityKind, TokenIndex, TokenRange, Upos};

use super::{Told, person};
use crate::action::coded::{is_count, sector_of};
use crate::action::sectors::Sectors;
use crate::actor::LONGEST;
use crate::reading::Reading;

/// Words that end the part of a phrase where its head stands.
const BREAKS: [&str; 22] = [
    "of", "in", "at", "for", "from", "on", "to", "with", "across", "who", "which", "that", "by",
    "near", "inside", "outside", "within", "between", "against", ",", "(", "tied",
];

/// Before an office that is held no more.
const FORMER: [&str; 10] = [
    "former",
    "ex",
    "ousted",
    "deposed",
    "disgraced",
    "onetime",
    "retired",
    "erstwhile",
    "exiled",
    "late",
];

/// The longest role noun of the table, in words.
const LONGEST_ROLE: usize = 4;

/// A phrase and the names in it.
pub(super) struct Phrase<'a> {
    pub reading: &'a Reading<'a>,
    pub sectors: &'a Sectors,
    pub tokens: TokenRange,
    pub names: Vec<(Range<usize>, Vec<Entry<'a>>)>,
}

impl<'a> Phrase<'a> {
    /// These tokens of a text.
    pub fn new(reading: &'a Reading<'a>, sectors: &'a Sectors, tokens: TokenRange) -> Phrase<'a> {
        let doc = reading.doc();
        let words: Vec<&str> =
            doc.tokens[tokens.range()].iter().map(|t| doc.words(t.span)).collect();
        let mut names = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = reading.lexicon.find(&words[at..(at + LONGEST).min(words.len())]);
            let length = found.as_ref().map_or(1, |m| m.words);
            let start = tokens.start.at() + at;
            names.extend(found.map(|m| (start..start + length, m.entries)));
            at += length;
        }
        Phrase { reading, sectors, tokens, names }
    }

    /// All of the text.
    pub fn whole(reading: &'a Reading<'a>, sectors: &'a Sectors) -> Phrase<'a> {
        let end = TokenIndex(reading.doc().tokens.len() as u32);
        Phrase::new(reading, sectors, TokenRange { start: TokenIndex(0), end })
    }

    /// Its tokens, in order.
    pub fn tokens(&self) -> impl Iterator<Item = TokenIndex> + use<> {
        (self.tokens.start.0..self.tokens.end.0).map(TokenIndex)
    }

    /// True if a token is of the phrase.
    pub fn holds(&self, token: usize) -> bool {
        self.tokens.range().contains(&token)
    }

    /// How many tokens lie between.
    pub fn distance(&self, other: &Range<usize>) -> usize {
        let own = self.tokens.range();
        own.start.saturating_sub(other.end).max(other.start.saturating_sub(own.end))
    }

    /// The day of the text.
    pub fn on(&self) -> Option<Date> {
        self.reading.doc().article.published.as_ref().map(|p| p.when.from)
    }

    /// What its words say.
    pub fn read(&self) -> Option<Told> {
        let head = self.head();
        let own = self.person(&head).or_else(|| self.body(&head));
        own.or_else(|| self.described(&head)).or_else(|| self.role(&head))
    }

    /// An unknown name by what is said of its bearer: "Harry Tseng, Taiwan's deputy foreign minister".
    fn described(&self, head: &Range<usize>) -> Option<Told> {
        let end = self.tokens.range().end;
        if head.end + 1 >= end || !self.is(head.end, &[","]) || self.role_of(head).is_some() {
            return None;
        }
        let next = (head.end + 2..end).find(|at| self.breaks(*at)).unwrap_or(end);
        let behind = head.end + 1..next;
        self.role_of(&behind).and_then(|_| self.role(&behind))
    }

    pub(super) fn form(&self, at: usize) -> &'a str {
        self.reading.tree.form(TokenIndex(at as u32))
    }

    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.form(at).eq_ignore_ascii_case(word))
    }

    /// Where the head stands: up to the first preposition, behind "several of".
    fn head(&self) -> Range<usize> {
        let Range { start, end } = self.tokens.range();
        let first = (start + 1..end).find(|at| self.breaks(*at)).unwrap_or(end);
        let counted = first < end && self.is(first, &["of"]) && self.counts(start..first);
        if !counted {
            return start..first;
        }
        let next = (first + 2..end).find(|at| self.breaks(*at)).unwrap_or(end);
        first + 1..next
    }

    /// True at a preposition or comma outside names.
    pub(super) fn breaks(&self, at: usize) -> bool {
        self.is(at, &BREAKS) && !self.names.iter().any(|(range, _)| range.contains(&at))
    }

    fn counts(&self, range: Range<usize>) -> bool {
        range.clone().last().is_some_and(|at| {
            let lemma = self.reading.tree.lemma(TokenIndex(at as u32)).to_lowercase();
            is_count(&lemma) && range.clone().all(|at| self.sector_at(at, range.start).is_none())
        })
    }

    /// Somebody with a name that the tables hold.
    fn person(&self, head: &Range<usize>) -> Option<Told> {
        let people = self.people(head)?;
        let lexicon = self.reading.lexicon;
        let parties: Vec<String> = self.owner(head).into_iter().collect();
        person::one_of(lexicon, &people, self.on(), &parties)
    }

    /// Those who may be meant: by full name, by a name that looks like a person's, by surname alone.
    fn people(&self, head: &Range<usize>) -> Option<Vec<PersonId>> {
        let listed = self.names.iter().find_map(|(range, entries)| {
            let people: Vec<PersonId> = entries.iter().filter_map(person_of).collect();
            (range.end <= head.end && !people.is_empty() && !self.owns(range.end)).then_some(people)
        });
        if listed.is_some() {
            return listed;
        }
        let name = self.name_in(head)?;
        let doc = self.reading.doc();
        let words = doc.words(doc.tokens[name.start].span.cover(doc.tokens[name.end - 1].span));
        let lexicon = self.reading.lexicon;
        let alone = name.len() == 1 && name.start == head.start;
        let people = match name.len() {
            1 if alone && lexicon.is_given_name(words) => {
                let mut people = lexicon.people_surnamed(words);
                people.retain(|id| person::is_foremost(lexicon, *id, self.on()));
                people
            }
            1 => lexicon.people_surnamed(words),
            _ => lexicon.people_named(words),
        };
        (!people.is_empty()).then_some(people)
    }

    /// True at a possessive: the "'s" of "Trump's lawyers".
    pub(super) fn owns(&self, at: usize) -> bool {
        self.holds(at) && self.is(at, &["'s", "’s", "'", "’"])
    }

    /// The end of the head that is a name and in no table but of people: capitals behind title and nationality.
    fn name_in(&self, head: &Range<usize>) -> Option<Range<usize>> {
        let named = |at: &usize| {
            let word = self.form(*at);
            let own = !self.names.iter().any(|(range, _)| range.contains(at));
            let title = self.is(*at, &TITLES) || self.sector_at(*at, *at).is_some();
            own && !title && (word.starts_with(char::is_uppercase) || self.inside_name(*at))
        };
        let length = head.clone().rev().take_while(named).count();
        let name = head.end - length..head.end;
        let whole = name.start == head.start || name.len() > 1 || self.is(name.start - 1, &TITLES);
        (!name.is_empty() && (whole || self.is_titled(name.start))).then_some(name)
    }

    /// A particle or hyphen between parts of a name.
    fn inside_name(&self, at: usize) -> bool {
        self.is(at, &["al", "bin", "ibn", "de", "van", "von", "-", "el", "der", "da", "di"])
    }

    /// "Secretary" before "Clinton".
    fn is_titled(&self, at: usize) -> bool {
        at > self.tokens.start.at() && self.sector_at(at - 1, self.tokens.start.at()).is_some()
    }

    /// An organisation, seat or state that is what the phrase names, or whose members it does.
    fn body(&self, head: &Range<usize>) -> Option<Told> {
        let (range, entries) = self.names.iter().rfind(|(range, entries)| {
            range.end <= head.end && !self.owns(range.end) && entries.iter().any(is_body)
        })?;
        let entry = entries.iter().find(|e| is_body(e))?;
        let last = range.end == head.end
            || self.reading.tree.form(TokenIndex(range.end as u32 - 1)) == ")";
        let role = (!last).then(|| self.role_of(head)).flatten();
        let told = match entry {
            Entry::Organisation(body) => self.member(body, role),
            Entry::Seat(seat) => Told {
                party: Some(
                    self.owner_before(head, range).unwrap_or_else(|| seat.state.to_owned()),
                ),
                sector: role.unwrap_or(organ_sector(seat)),
                ..Told::default()
            },
            Entry::City(city) if last && head.len() <= range.len() + 1 => Told {
                party: Some(city.state?.to_owned()),
                sector: if city.capital { "GOV" } else { disputed(city.name) },
                name: Some(city.name.to_owned()),
                office: None,
            },
            Entry::Agency(agency) => Told {
                party: agency.state.map(str::to_owned),
                sector: "MED",
                name: Some(agency.name.to_owned()),
                office: None,
            },
            Entry::State(state) if last && head.len() <= range.len() + 1 => Told {
                party: Some(state.code.to_owned()),
                name: Some(state.name.to_owned()),
                ..Told::default()
            },
            _ => return None,
        };
        Some(told)
    }

    /// A group or body itself; of a body of states also a role: its lawmakers, its troops.
    fn member(&self, body: &Organisation, role: Option<&'static str>) -> Told {
        let (party, sector) = person::of_body(body, self.on());
        let sector = match (body.state, role) {
            (None, Some(role)) => role,
            (Some(_), Some("ELI")) => "ELI",
            _ => sector,
        };
        Told { party: Some(party), sector, name: Some(body.name.to_owned()), office: None }
    }

    /// A role noun with whose it is; a thing of a state; nobody.
    fn role(&self, head: &Range<usize>) -> Option<Told> {
        if self.is_unknown_name(head) {
            return None;
        }
        let owner = self.owner(head);
        let sector = self.role_of(head).or_else(|| self.role_behind(head, owner.is_some()));
        let party = owner.or_else(|| self.owner_behind(head));
        match (sector, party) {
            (None, None) => None,
            (None, party) => Some(Told { party, ..Told::role(self.nationals(head)) }),
            (Some(sector), party) => Some(Told { party, ..Told::role(sector) }),
        }
    }

    /// "Russians" are people, a "Syrian island" is a thing.
    fn nationals(&self, head: &Range<usize>) -> &'static str {
        let people = |e: &Entry| {
            matches!(e, Entry::Demonym { noun: DemonymForm::Plural | DemonymForm::Singular, .. })
        };
        let last = self
            .names
            .iter()
            .any(|(range, entries)| range.end == head.end && entries.iter().any(people));
        if last { "CVL" } else { "UNK" }
    }

    /// A name that happens to hold a word for a role or somebody's surname: "Adam Bishop".
    fn is_unknown_name(&self, head: &Range<usize>) -> bool {
        let doc = self.reading.doc();
        let start = (head.clone()).find(|at| !self.is(*at, &["the"])).unwrap_or(head.start);
        let is_name = |e: &text::EntityMention| {
            let tokens = e.tokens.range();
            e.kind == EntityKind::Person && tokens.start <= start && head.end <= tokens.end
        };
        head.end - start > 1 && doc.entities.iter().any(is_name)
    }

    /// The sector of the last role noun of the head, "ELI" if it is a former one.
    pub(super) fn role_of(&self, head: &Range<usize>) -> Option<&'static str> {
        let at = head.clone().rev().find(|at| self.sector_at(*at, head.start).is_some())?;
        let sector = self.sector_at(at, head.start)?;
        let former = head.clone().any(|at| self.is(at, &FORMER));
        let office = matches!(sector, "GOV" | "MIL" | "LEG" | "JUD" | "COP" | "SPY");
        Some(if former && office { "ELI" } else { sector })
    }

    /// Of a thing, the role of whose it is: "the home of the prime minister".
    fn role_behind(&self, head: &Range<usize>, owned: bool) -> Option<&'static str> {
        let rest = head.end..self.tokens.range().end;
        if owned || rest.len() < 3 || !self.is(rest.start, &["of", "tied"]) {
            return None;
        }
        self.role_of(&(rest.start + 1..rest.end))
    }

    /// The sector of the longest run of words that ends at a token and starts no earlier than another.
    fn sector_at(&self, at: usize, first: usize) -> Option<&'static str> {
        let tree = &self.reading.tree;
        let start = first.max((at + 1).saturating_sub(LONGEST_ROLE));
        let word = |t: usize| {
            let token = TokenIndex(t as u32);
            let form = tree.form(token).to_lowercase();
            if t == at && tree.upos(token) != Upos::ADJ {
                tree.lemma(token).to_lowercase()
            } else {
                form
            }
        };
        let listed = (start..=at).find_map(|from| {
            let words: Vec<String> = (from..=at).map(word).collect();
            let before =
                words[..words.len() - 1].iter().fold(String::new(), |all, word| all + word + " ");
            let last = tree.form(TokenIndex(at as u32)).to_lowercase();
            let singular = last.strip_suffix('s').unwrap_or(&last);
            let forms = [words[words.len() - 1].as_str(), &last, singular];
            forms.iter().find_map(|form| self.sectors.in_plover(&format!("{before}{form}")))
        });
        listed.or_else(|| self.office_at(at))
    }

    fn office_at(&self, at: usize) -> Option<&'static str> {
        let (_, entries) = self.names.iter().find(|(range, _)| range.end == at + 1)?;
        entries.iter().find_map(|e| match e {
            Entry::Office(office) if office.level != OfficeLevel::Other => {
                Some(sector_of(office.level)).filter(|sector| !sector.is_empty())
            }
            _ => None,
        })
    }
}

/// Before names, and no part of them.
pub(super) const TITLES: [&str; 24] = [
    "mr.",
    "mr",
    "mrs.",
    "mrs",
    "ms.",
    "ms",
    "dr.",
    "dr",
    "gen.",
    "lt.",
    "col.",
    "maj.",
    "adm.",
    "sen.",
    "rep.",
    "gov.",
    "prof.",
    "sheikh",
    "sir",
    "lord",
    "sgt.",
    "colonel-general",
    "capt.",
    "amb.",
];

pub(super) fn person_of(entry: &Entry) -> Option<PersonId> {
    if let Entry::Person(id) = entry { Some(*id) } else { None }
}

fn is_body(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Organisation(_)
            | Entry::Seat(_)
            | Entry::City(_)
            | Entry::Agency(_)
            | Entry::State(_)
    )
}

/// What no or few states recognise, where the table of places has its name.
fn disputed(name: &str) -> &'static str {
    const PLACES: [&str; 5] =
        ["Nagorno-Karabakh", "Northern Cyprus", "Crimea", "Western Sahara", "Kashmir"];
    if PLACES.contains(&name) { "SEP" } else { "" }
}

/// What an organ of a state is.
fn organ_sector(seat: &lexicon::Metonym) -> &'static str {
    match seat.organ {
        lexicon::Organ::Parliament => "LEG",
        lexicon::Organ::Intelligence => "SPY",
        lexicon::Organ::Military => "MIL",
        _ => "GOV",
    }
}
