//! All people, found by name, by surname, or by office and day.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::fold::key;
use crate::person::days;
use crate::sound::{sound, without_initials};
use crate::table::{Row, list, rows, said};
use crate::{OfficeLevel, Person, PersonId, Term};

const TABLE: &str = include_str!("../data/people.tsv");

/// People and the ways to find them.
pub(crate) struct People {
    people: Vec<Person>,
    /// Stands for ids of no person.
    nobody: Person,
    by_surname: HashMap<String, Vec<PersonId>>,
    by_sound: HashMap<String, Vec<PersonId>>,
    by_office: HashMap<(&'static str, OfficeLevel), Vec<PersonId>>,
    given: HashSet<&'static str>,
}

impl People {
    pub(crate) fn shipped() -> People {
        let people = read_people();
        let (mut by_surname, mut by_office) = (HashMap::new(), HashMap::new());
        let mut by_sound = HashMap::new();
        for (id, person) in numbered(&people) {
            let names = std::iter::once(person.name).chain(person.aliases.iter().copied());
            for sound in names.filter_map(|name| sound(&without_initials(name))) {
                push(&mut by_sound, sound, id);
            }
            for family in &person.family {
                push(&mut by_surname, key(family), id);
                push(&mut by_surname, key(without_article(family)), id);
            }
            for term in &person.offices {
                push(&mut by_office, (term.state, term.level), id);
            }
        }
        let given = people.iter().filter_map(given_name).collect();
        People { people, nobody: unknown(""), by_surname, by_sound, by_office, given }
    }

    pub(crate) fn get(&self, id: PersonId) -> &Person {
        self.people.get(id.0 as usize).unwrap_or(&self.nobody)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        numbered(&self.people)
    }

    pub(crate) fn surnamed(&self, surname: &str) -> Vec<PersonId> {
        let known = self.by_surname.get(&key(surname));
        let known = known.or_else(|| self.by_surname.get(&key(without_article(surname))));
        known.cloned().unwrap_or_default()
    }

    /// Whose full name sounds like this one, its initials apart.
    pub(crate) fn sounding(&self, name: &str) -> Vec<PersonId> {
        let sound = sound(&without_initials(name));
        sound.and_then(|sound| self.by_sound.get(&sound)).cloned().unwrap_or_default()
    }

    pub(crate) fn is_given_name(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    pub(crate) fn holders(&self, state: &str, level: OfficeLevel, on: Date) -> Vec<PersonId> {
        let state = self.by_office.keys().find(|(s, l)| *s == state && *l == level);
        let ever = state.and_then(|office| self.by_office.get(office));
        let held = |id: &&PersonId| {
            let mut terms = self.get(**id).offices.iter();
            terms.any(|t| Some(&(t.state, t.level)) == state && t.surely_covers(on))
        };
        ever.into_iter().flatten().filter(held).copied().collect()
    }
}

/// The first word of a name of several words, unless the family comes first or it is short.
fn given_name(person: &Person) -> Option<&'static str> {
    let (first, _) = person.name.split_once(' ')?;
    let family = person.family.iter().any(|family| family.starts_with(first));
    (first.chars().count() > 2 && !family).then_some(first)
}

/// How a person may be named in full: the name and the aliases, each with its articles and without.
/// Whoever is written with an article once may be so in every spelling.
pub(crate) fn full_names(person: &Person) -> Vec<String> {
    let given: Vec<&str> =
        std::iter::once(person.name).chain(person.aliases.iter().copied()).collect();
    let bare: Vec<String> = given.iter().map(|name| without_articles(name)).collect();
    let arabic = given.iter().zip(&bare).any(|(name, bare)| name != bare);
    let with = bare.iter().filter(|_| arabic).filter_map(|name| {
        let (first, last) = name.rsplit_once(' ')?;
        Some(format!("{first} al-{last}"))
    });
    let with: Vec<String> = with.collect();
    given.into_iter().map(str::to_owned).chain(bare).chain(with).collect()
}

fn without_articles(name: &str) -> String {
    name.split(' ').map(without_article).collect::<Vec<_>>().join(" ")
}

/// "Assad" of "al-Assad".
fn without_article(word: &str) -> &str {
    const ARTICLES: [&str; 8] = ["al-", "Al-", "el-", "El-", "as-", "ash-", "an-", "ar-"];
    ARTICLES.iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word)
}

fn numbered(people: &[Person]) -> impl Iterator<Item = (PersonId, &Person)> {
    people.iter().enumerate().map(|(n, person)| (PersonId(n as u32), person))
}

fn push<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<PersonId>>, key: K, id: PersonId) {
    let ids = map.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

/// One row is one term; the rows of one person follow one another, and the first has the names.
fn read_people() -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for row in rows(TABLE) {
        match parse(row) {
            Some((Some(person), term)) => people.push(Person { offices: vec![term], ..person }),
            Some((None, term)) => people.extend_last(term),
            None => {}
        }
    }
    people
}

trait ExtendLast {
    fn extend_last(&mut self, term: Term);
}

impl ExtendLast for Vec<Person> {
    fn extend_last(&mut self, term: Term) {
        if let Some(person) = self.last_mut() {
            person.offices.push(term);
        }
    }
}

fn parse(row: Row) -> Option<(Option<Person>, Term)> {
    let [name, family, aliases, wikidata, state, level, title, start, end, seen] = row.columns()?;
    let person = said(name).map(|name| Person {
        family: list(family),
        aliases: list(aliases),
        wikidata: said(wikidata),
        ..unknown(name)
    });
    let level = OfficeLevel::parse(level)?;
    let start = days(start).map(|(first, _)| first);
    let end = days(end).map(|(_, last)| last);
    let seen = days(seen).map(|(_, last)| last);
    Some((person, Term { state, level, title, start, end, seen }))
}

/// A person of whom nothing but the name is known.
fn unknown(name: &'static str) -> Person {
    Person { name, family: Vec::new(), aliases: Vec::new(), wikidata: None, offices: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_a_term() {
        assert!(rows(TABLE).all(|row| parse(row).is_some()));
        let terms: usize = read_people().iter().map(|p| p.offices.len()).sum();
        assert_eq!(terms, rows(TABLE).count());
    }

    #[test]
    fn every_date_that_is_written_is_read() {
        for row in rows(TABLE) {
            let columns: [&str; 10] = row.columns().unwrap();
            for words in columns[7..].iter().filter(|words| !words.is_empty()) {
                assert!(days(words).is_some(), "{words}");
            }
        }
    }

    #[test]
    fn no_term_ends_before_it_starts() {
        for person in read_people() {
            for term in &person.offices {
                assert!(term.start.zip(term.end).is_none_or(|(s, e)| s <= e), "{}", person.name);
            }
        }
    }

    #[test]
    fn a_person_stands_once() {
        let people = read_people();
        let keys: HashSet<_> = people.iter().map(|p| (p.name, p.wikidata)).collect();
        assert_eq!(keys.len(), people.len());
        assert!(people.iter().all(|p| !p.family.is_empty()));
    }
}
