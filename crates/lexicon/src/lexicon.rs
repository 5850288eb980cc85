//! All tables and the ways into them.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::coordinates::{CityKey, Coordinates};
use crate::fold::{fold, key};
use crate::index::{Index, IndexBuilder};
use crate::naming::{BadLine, Naming, NamingKind, Tables};
use crate::people::{People, full_names};
use crate::{
    Agency, Attributive, City, Cue, CuePart, DemonymForm, Entry, Issues, Match, Metonym, Office,
    OfficeLevel, Organisation, Person, PersonId, State, Tongue,
};

/// Everything that is known beforehand.
pub struct Lexicon {
    states: Vec<State>,
    cities: Vec<City>,
    coordinates: HashMap<CityKey, Coordinates>,
    seats: Vec<Metonym>,
    organisations: Vec<Organisation>,
    agencies: Vec<Agency>,
    offices: Vec<Office>,
    cues: HashMap<&'static str, Cue>,
    attributives: HashMap<&'static str, Vec<Attributive>>,
    people: People,
    issues: Issues,
    index: Index<Meaning>,
    agency_names: HashMap<String, usize>,
    language: String,
    tongue: Option<Tongue>,
}

/// An entry by its place in its table.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Meaning {
    State(usize),
    Demonym(usize, Form),
    City(usize),
    Seat(usize),
    Organisation(usize),
    Agency(usize),
    Person(PersonId),
    Office(usize),
    /// Several of them, where that does not follow from the English words.
    Offices(usize),
}

#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Form {
    Adjective,
    Singular,
    Plural,
}

impl Lexicon {
    /// The tables that come with the program.
    pub fn shipped() -> Lexicon {
        let agencies = crate::agency::shipped();
        let mut lexicon = Lexicon {
            states: crate::state::shipped(),
            cities: crate::city::shipped(),
            coordinates: crate::coordinates::shipped(),
            seats: crate::metonym::shipped(),
            organisations: crate::organisation::shipped(),
            agency_names: agency_names(&agencies),
            agencies,
            offices: crate::office::shipped(),
            cues: crate::cue::shipped().into_iter().map(|cue| (cue.lemma, cue)).collect(),
            attributives: attributives(),
            people: People::shipped(),
            issues: Issues::shipped(),
            index: IndexBuilder::new().finish(),
            language: "en".to_owned(),
            tongue: None,
        };
        lexicon.index = lexicon.indexed().finish();
        lexicon
    }

    /// The same things as another language calls them, beside their English names, and what its words and
    /// days are to rules.
    pub fn in_language(language: &str, tables: Tables) -> Result<Lexicon, BadLine> {
        let mut lexicon = Lexicon::shipped();
        let rows = Naming::read(tables.names).map_err(BadLine::Names)?;
        let mut index = lexicon.indexed_names();
        for row in &rows {
            lexicon.add_naming(row, &rows, &mut index).ok_or(BadLine::Names(row.line))?;
        }
        lexicon.index = index.finish();
        lexicon.language = language.to_owned();
        lexicon.tongue = Some(Tongue::read(tables.words, tables.calendar)?);
        Ok(lexicon)
    }

    /// The language whose names it finds, as a short tag.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What words and days of that language are to rules; none for English, which the rules are written in.
    pub fn tongue(&self) -> Option<&Tongue> {
        self.tongue.as_ref()
    }

    /// The longest entry that starts at the first of these consecutive words, written as it must be:
    /// names with a capital, abbreviations in capitals, office words anyhow. Of "Saudi-led" as one
    /// word, what stands before the hyphen.
    pub fn find<'a>(&'a self, words: &[&str]) -> Option<Match<'a>> {
        let found = self.index.longest(words);
        let (words, mut meanings) = found.or_else(|| self.led(words.first()?))?;
        meanings.sort_unstable();
        let plural = meanings.iter().any(|m| matches!(m, Meaning::Offices(_)));
        let entries = meanings.into_iter().filter_map(|m| self.entry(m)).collect();
        Some(Match { words, entries, plural })
    }

    /// The state of that alpha-3 code.
    pub fn state(&self, code: &str) -> Option<&State> {
        let at = self.states.binary_search_by(|state| state.code.cmp(code)).ok()?;
        self.states.get(at)
    }

    /// All states, by code.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The organisation of that code.
    pub fn organisation(&self, code: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.code == code)
    }

    /// Where a city lies, by any of its names and the state that is said to hold it. `None` where the tables
    /// know no such city, or several and the state does not tell them apart.
    pub fn coordinates(&self, city: &str, state: Option<&str>) -> Option<Coordinates> {
        let meanings = self.index.exact(city).into_iter();
        let cities = meanings.filter_map(|meaning| match meaning {
            Meaning::City(n) => self.cities.get(n),
            _ => None,
        });
        let fits = |city: &&City| state.is_none() || city.state.is_none() || city.state == state;
        let mut fitting = cities.filter(fits);
        let city = fitting.next().filter(|_| fitting.next().is_none())?;
        self.coordinates.get(&(city.name, city.state)).copied()
    }

    /// A person. An id that is not of this lexicon gives a person without name or office.
    pub fn person(&self, id: PersonId) -> &Person {
        self.people.get(id)
    }

    /// Who has this full name or alias, however spelled as to case, accents, hyphens and "al-"; if nobody, those
    /// whose name sounds like it.
    pub fn people_named(&self, name: &str) -> Vec<PersonId> {
        let written = self.people_written(name);
        if written.is_empty() { self.people.sounding(name) } else { written }
    }

    /// Who has this full name or alias, however spelled as to case, accents, hyphens and "al-".
    pub fn people_written(&self, name: &str) -> Vec<PersonId> {
        let found = self.index.exact(name).into_iter();
        let person = |m| if let Meaning::Person(id) = m { Some(id) } else { None };
        found.filter_map(person).collect()
    }

    /// Who is called that alone: "Assad", "Kim", "bin Salman".
    pub fn people_surnamed(&self, surname: &str) -> Vec<PersonId> {
        self.people.surnamed(surname)
    }

    /// True if a person that the tables list is so called before the surname: "Angela".
    pub fn is_given_name(&self, word: &str) -> bool {
        self.people.is_given_name(word)
    }

    /// Who held the office that day, as far as a source vouches for the day. On the day of a handover, both.
    pub fn holder(&self, state: &str, level: OfficeLevel, on: Date) -> Vec<PersonId> {
        self.people.holders(state, level, on)
    }

    /// The agency of that name, in a credit: "AP", "Anadolu Agency".
    pub fn agency(&self, name: &str) -> Option<&Agency> {
        let name = key(name);
        let at = self.agency_names.get(&name);
        let at = at.or_else(|| self.agency_names.get(name.strip_prefix("the")?))?;
        self.agencies.get(*at)
    }

    /// The agency whose site that is; subdomains count.
    pub fn agency_by_domain(&self, domain: &str) -> Option<&Agency> {
        let domain = fold(domain);
        let is_of = |site: &&str| {
            let rest = domain.strip_suffix(*site);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let mut sites = self.agencies.iter().flat_map(|a| a.domains.iter().map(move |d| (a, d)));
        sites.find(|(_, site)| is_of(site)).map(|(agency, _)| agency)
    }

    /// The cue of that lemma.
    pub fn cue(&self, lemma: &str) -> Option<&Cue> {
        self.cues.get(lemma)
    }

    /// The word of attribution of that lemma.
    pub fn attributive(&self, part: CuePart, lemma: &str) -> Option<&Attributive> {
        self.attributives.get(lemma)?.iter().find(|word| word.part == part)
    }

    /// What is bargained over.
    pub fn issues(&self) -> &Issues {
        &self.issues
    }

    /// How many rows each table has, for reports and tests.
    pub fn sizes(&self) -> Vec<(&'static str, usize)> {
        let (people, terms) =
            self.people.all().fold((0, 0), |(p, t), (_, person)| (p + 1, t + person.offices.len()));
        vec![
            ("states", self.states.len()),
            ("cities", self.cities.len()),
            ("metonyms", self.seats.len()),
            ("organisations", self.organisations.len()),
            ("agencies", self.agencies.len()),
            ("offices", self.offices.len()),
            ("cues", self.cues.len()),
            ("attributions", self.attributives.values().map(Vec::len).sum()),
            ("issues", self.issues.all().len()),
            ("people", people),
            ("terms", terms),
        ]
    }

    /// What leads a compound: "Saudi" of "Saudi-led". Not a name with a hyphen of its own.
    fn led(&self, word: &str) -> Option<(usize, Vec<Meaning>)> {
        let (head, tail) = word.rsplit_once('-')?;
        if !tail.starts_with(char::is_lowercase) || head.len() < 2 {
            return None;
        }
        let (_, mut meanings) = self.index.longest(&[head])?;
        meanings.retain(|m| !matches!(m, Meaning::Person(_) | Meaning::Office(_)));
        (!meanings.is_empty()).then_some((1, meanings))
    }

    fn entry(&self, meaning: Meaning) -> Option<Entry<'_>> {
        Some(match meaning {
            Meaning::State(n) => Entry::State(self.states.get(n)?),
            Meaning::Demonym(n, form) => {
                Entry::Demonym { state: self.states.get(n)?, noun: form.into() }
            }
            Meaning::City(n) => Entry::City(self.cities.get(n)?),
            Meaning::Seat(n) => Entry::Seat(self.seats.get(n)?),
            Meaning::Organisation(n) => Entry::Organisation(self.organisations.get(n)?),
            Meaning::Agency(n) => Entry::Agency(self.agencies.get(n)?),
            Meaning::Person(id) => Entry::Person(id),
            Meaning::Office(n) | Meaning::Offices(n) => Entry::Office(self.offices.get(n)?),
        })
    }

    /// All that the tables know by its English words.
    fn indexed(&self) -> IndexBuilder<Meaning> {
        let mut index = self.indexed_names();
        self.index_demonyms(&mut index);
        for (n, office) in self.offices.iter().enumerate() {
            let names = [office.singular, office.plural];
            add_all(&mut index, Meaning::Office(n), names, &office.variants);
        }
        index
    }

    /// Names alone, which other languages often write alike.
    fn indexed_names(&self) -> IndexBuilder<Meaning> {
        let mut index = IndexBuilder::new();
        for (n, state) in self.states.iter().enumerate() {
            add_all(&mut index, Meaning::State(n), [state.name], &state.aliases);
        }
        for (n, city) in self.cities.iter().enumerate() {
            add_all(&mut index, Meaning::City(n), [city.name], &city.aliases);
        }
        for (n, seat) in self.seats.iter().enumerate() {
            add_all(&mut index, Meaning::Seat(n), [seat.name], &seat.aliases);
        }
        for (n, body) in self.organisations.iter().enumerate() {
            add_all(&mut index, Meaning::Organisation(n), [body.name], &body.aliases);
        }
        for (n, agency) in self.agencies.iter().enumerate() {
            let name = [agency.name].into_iter().filter(|name| !agency.credits.contains(name));
            add_all(&mut index, Meaning::Agency(n), name, &agency.aliases);
        }
        for (id, person) in self.people.all() {
            full_names(person).iter().for_each(|name| index.add(name, Meaning::Person(id)));
        }
        index
    }

    fn index_demonyms(&self, index: &mut IndexBuilder<Meaning>) {
        for (n, state) in self.states.iter().enumerate() {
            add_all(index, Meaning::Demonym(n, Form::Adjective), [], &state.adjectives);
            add_all(index, Meaning::Demonym(n, Form::Singular), [], &state.singulars);
            add_all(index, Meaning::Demonym(n, Form::Plural), [], &state.plurals);
        }
    }
}

/// Names in other languages.
impl Lexicon {
    /// Adds the names of a row, those of offices with all endings; `None` if it names nothing known.
    fn add_naming(
        &self,
        row: &Naming,
        rows: &[Naming],
        index: &mut IndexBuilder<Meaning>,
    ) -> Option<()> {
        let is_ending = |row: &&Naming| row.kind == NamingKind::Ending;
        if is_ending(&row) {
            return Some(());
        }
        let meaning = self.named(row)?;
        for name in row.names() {
            index.add(name, meaning);
            if matches!(meaning, Meaning::Office(_) | Meaning::Offices(_)) {
                let endings = rows.iter().filter(is_ending).flat_map(|row| row.names());
                endings.for_each(|ending| index.add(&format!("{name}{ending}"), meaning));
            }
        }
        Some(())
    }

    /// What a row names.
    fn named(&self, row: &Naming) -> Option<Meaning> {
        let of = row.of;
        let state = || self.states.iter().position(|s| s.code == of);
        let office = || self.offices.iter().position(|o| o.singular == of);
        Some(match row.kind {
            NamingKind::State => Meaning::State(state()?),
            NamingKind::Adjective => Meaning::Demonym(state()?, Form::Adjective),
            NamingKind::City => Meaning::City(self.cities.iter().position(|c| c.name == of)?),
            NamingKind::Seat => Meaning::Seat(self.seats.iter().position(|s| s.name == of)?),
            NamingKind::Organisation => {
                Meaning::Organisation(self.organisations.iter().position(|o| o.code == of)?)
            }
            NamingKind::Person => {
                Meaning::Person(self.people.all().find(|(_, person)| person.name == of)?.0)
            }
            NamingKind::Office => Meaning::Office(office()?),
            NamingKind::Offices => Meaning::Offices(office()?),
            NamingKind::Ending => return None,
        })
    }
}

impl From<Form> for DemonymForm {
    fn from(form: Form) -> DemonymForm {
        match form {
            Form::Adjective => DemonymForm::Adjective,
            Form::Singular => DemonymForm::Singular,
            Form::Plural => DemonymForm::Plural,
        }
    }
}

fn add_all<'n>(
    index: &mut IndexBuilder<Meaning>,
    meaning: Meaning,
    names: impl IntoIterator<Item = &'n str>,
    aliases: &[&'n str],
) {
    names.into_iter().chain(aliases.iter().copied()).for_each(|name| index.add(name, meaning));
}

fn attributives() -> HashMap<&'static str, Vec<Attributive>> {
    let mut by_lemma: HashMap<_, Vec<_>> = HashMap::new();
    for word in crate::attributive::shipped() {
        by_lemma.entry(word.lemma).or_default().push(word);
    }
    by_lemma
}

/// Where two agencies share an abbreviation, the first of the table has it.
fn agency_names(agencies: &[Agency]) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    for (n, agency) in agencies.iter().enumerate() {
        let aliases = agency.aliases.iter().chain(agency.credits.iter()).copied();
        for name in std::iter::once(agency.name).chain(aliases) {
            names.entry(key(name)).or_insert(n);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(lexicon: &Lexicon, name: &str, meaning: Meaning) -> bool {
        let words: Vec<&str> = name.split(' ').collect();
        let found = lexicon.index.longest(&words);
        found.is_some_and(|(n, meanings)| n == words.len() && meanings.contains(&meaning))
    }

    fn names_of(lexicon: &Lexicon) -> Vec<(&'static str, Meaning)> {
        let mut names = Vec::new();
        let mut add = |all: &[&'static str], meaning| {
            names.extend(all.iter().filter(|name| !name.is_empty()).map(|name| (*name, meaning)));
        };
        for (n, state) in lexicon.states.iter().enumerate() {
            add(&[state.name], Meaning::State(n));
            add(&state.aliases, Meaning::State(n));
            add(&state.adjectives, Meaning::Demonym(n, Form::Adjective));
            add(&state.plurals, Meaning::Demonym(n, Form::Plural));
        }
        for (n, city) in lexicon.cities.iter().enumerate() {
            add(&[city.name], Meaning::City(n));
            add(&city.aliases, Meaning::City(n));
        }
        for (n, seat) in lexicon.seats.iter().enumerate() {
            add(&[seat.name], Meaning::Seat(n));
            add(&seat.aliases, Meaning::Seat(n));
        }
        for (n, body) in lexicon.organisations.iter().enumerate() {
            add(&[body.name], Meaning::Organisation(n));
            add(&body.aliases, Meaning::Organisation(n));
        }
        for (n, agency) in lexicon.agencies.iter().enumerate() {
            add(&agency.aliases, Meaning::Agency(n));
        }
        for (n, office) in lexicon.offices.iter().enumerate() {
            add(&[office.singular, office.plural], Meaning::Office(n));
            add(&office.variants, Meaning::Office(n));
        }
        for (id, person) in lexicon.people.all() {
            add(&[person.name], Meaning::Person(id));
            add(&person.aliases, Meaning::Person(id));
        }
        names
    }

    #[test]
    fn every_name_of_every_table_finds_its_row() {
        let lexicon = Lexicon::shipped();
        let names = names_of(&lexicon);
        let lost: Vec<_> = names.iter().filter(|(name, m)| !means(&lexicon, name, *m)).collect();
        let lost: Vec<_> = lost.iter().map(|(name, _)| name).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn every_state_of_every_table_is_known() {
        let lexicon = Lexicon::shipped();
        let known =
            |code: &str| lexicon.state(code).is_some() || lexicon.organisation(code).is_some();
        let cities = lexicon.cities.iter().filter_map(|city| city.state);
        let seats = lexicon.seats.iter().map(|seat| seat.state);
        let bodies = lexicon.organisations.iter().filter_map(|body| body.state);
        let agencies = lexicon.agencies.iter().filter_map(|agency| agency.state);
        let people = lexicon.people.all().flat_map(|(_, p)| p.offices.iter().map(|t| t.state));
        for code in cities.chain(seats).chain(bodies).chain(agencies).chain(people) {
            assert!(known(code), "{code}");
        }
    }

    #[test]
    fn every_agency_and_every_capital_is_found() {
        let lexicon = Lexicon::shipped();
        for agency in &lexicon.agencies {
            assert!(lexicon.agency(agency.name).is_some_and(|a| a.name == agency.name));
            for domain in &agency.domains {
                assert_eq!(lexicon.agency_by_domain(domain).map(|a| a.name), Some(agency.name));
            }
        }
        for state in lexicon.states.iter().filter(|state| !state.capitals.is_empty()) {
            let of_state = |city: &City| city.state == Some(state.code) && city.capital;
            let known = lexicon.cities.iter().any(of_state);
            assert!(
                known || ["MDV", "SYC", "VCT", "HKG", "MAC", "ESH"].contains(&state.code),
                "{}",
                state.code
            );
        }
    }

    #[test]
    fn the_tables_have_the_rows_the_reports_say() {
        let sizes = Lexicon::shipped().sizes();
        let of = |table| sizes.iter().find(|(name, _)| *name == table).map_or(0, |(_, n)| *n);
        assert!(of("states") >= 195 && of("people") >= 4_000 && of("cues") >= 250, "{sizes:?}");
        eprintln!("{sizes:?}");
    }
}
