//! The bricks of an actor phrase: what the lexicon or the names layer knows a run of tokens as.

use std::ops::Range;

use lexicon::{
    Agency, DemonymForm, Entry, Lexicon, Office, Organisation, OrganisationKind, PersonId, State,
};
use text::{AnnotatedArticle, EntityKind, Upos};

use super::listed::Listed;
use super::phrase::HONORIFICS;

/// A run of tokens with one meaning.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'a> {
    /// First token.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub kind: UnitKind<'a>,
}

/// What a run of tokens is.
#[derive(Clone, Debug)]
pub(crate) enum UnitKind<'a> {
    /// "Turkey"
    State(&'a State),
    /// "Turkish"
    Adjective(&'a State),
    /// "Ankara": may stand for the state.
    Capital { state: &'a State },
    /// "Geneva": never does.
    City,
    /// "the Kremlin"
    Seat { party: &'a str },
    /// "the Arab League", "Hamas"
    Organisation(&'a Organisation),
    /// "Reuters"
    Agency(&'a Agency),
    /// Someone the lexicon knows by this name; several may share it.
    Known(Vec<PersonId>),
    /// Someone whose name sounds like one that it knows.
    Alike(Vec<PersonId>),
    /// A name that it does not.
    Name,
    /// "foreign ministers"
    Office { office: &'a Office, plural: bool },
}

/// All bricks of an article, in order, none overlapping.
pub(crate) fn units<'a>(
    doc: &'a AnnotatedArticle,
    lexicon: &'a Lexicon,
    listed: &Listed<'a>,
) -> Vec<Unit<'a>> {
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let mut left = sentence.tokens.range();
        while !left.is_empty() {
            let unit = unit_at(doc, lexicon, listed, left.clone());
            left.start = unit.as_ref().map_or(left.start + 1, |u| u.end);
            found.extend(unit);
        }
    }
    found
}

/// The brick that the first of these tokens, the rest of a sentence, begins.
fn unit_at<'a>(
    doc: &'a AnnotatedArticle,
    lexicon: &'a Lexicon,
    listed: &Listed<'a>,
    tokens: Range<usize>,
) -> Option<Unit<'a>> {
    let start = tokens.start;
    let named = name_at(doc, start);
    let listed = listed.at(start);
    let known = listed.map_or(0, |m| m.words);
    if let Some(end) = named.filter(|end| end - start > known) {
        let name = doc.words(doc.tokens[start].span.cover(doc.tokens[end - 1].span));
        return Some(Unit { start, end, kind: bearer(lexicon, name) });
    }
    let listed = listed?;
    let end = start + listed.words;
    let word = doc.words(doc.tokens[start].span);
    let mut kind = choose(&listed.entries, lexicon, named.is_some(), word)?;
    if let UnitKind::Office { plural, .. } = &mut kind {
        *plural |= listed.plural;
    }
    let unsure = lexicon.language() != "en" && !matches!(kind, UnitKind::Office { .. });
    let verb = !unsure && matches!(doc.tokens[start].upos, Upos::VERB | Upos::AUX);
    if qualifies(doc, end..tokens.end) && !matches!(kind, UnitKind::Office { .. }) {
        return None;
    }
    let named = matches!(kind, UnitKind::Organisation(_));
    let end = if named { past_initials(doc, end..tokens.end) } else { end };
    (!verb || listed.words > 1).then_some(Unit { start, end, kind })
}

/// "Iran-backed", "Saudi-led": whoever stands before the hyphen only says of which kind somebody else is.
fn qualifies(doc: &AnnotatedArticle, mut behind: Range<usize>) -> bool {
    let mut word = || behind.next().map_or("", |t| doc.words(doc.tokens[t].span));
    let hyphen = matches!(word(), "-" | "–" | "‑");
    let kind = word();
    hyphen
        && kind.starts_with(char::is_lowercase)
        && (kind.ends_with("ed") || kind == "led" || kind == "run")
}

/// Whose full name that is.
fn bearer<'a>(lexicon: &Lexicon, name: &str) -> UnitKind<'a> {
    let written = lexicon.people_written(name);
    if !written.is_empty() {
        return UnitKind::Known(written);
    }
    let alike = lexicon.people_named(name);
    if alike.is_empty() { UnitKind::Name } else { UnitKind::Alike(alike) }
}

/// "the Organization of American States (OAS)": past the initials in brackets.
fn past_initials(doc: &AnnotatedArticle, tokens: Range<usize>) -> usize {
    let start = tokens.start;
    let mut words = tokens.map(|t| doc.words(doc.tokens[t].span));
    let bracketed = words.next() == Some("(")
        && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.next() == Some(")");
    if bracketed { start + 3 } else { start }
}

/// Words of names that are written small.
const PARTICLES: [&str; 17] = [
    "al", "el", "ould", "abu", "bin", "bint", "ibn", "de", "del", "da", "di", "van", "von", "der",
    "den", "la", "-",
];

/// The end of a person's name that starts at this token.
fn name_at(doc: &AnnotatedArticle, start: usize) -> Option<usize> {
    let place = doc.entities.binary_search_by_key(&start, |e| e.tokens.start.at()).ok()?;
    let entity = &doc.entities[place];
    let title = HONORIFICS.iter().any(|title| doc.words(entity.span).eq_ignore_ascii_case(title));
    let timed = doc.times.iter().any(|t| t.span.overlaps(entity.span));
    let lower = |t: &text::Token| {
        let word = doc.words(t.span);
        word.starts_with(char::is_lowercase) && !PARTICLES.contains(&word)
    };
    let named = !timed && !title && !doc.tokens[entity.tokens.range()].iter().any(lower);
    (named && entity.kind == EntityKind::Person).then(|| entity.tokens.end.at())
}

/// The reading that talks need most: people before places, governments before cities.
fn choose<'a>(
    entries: &[Entry<'a>],
    lexicon: &'a Lexicon,
    person: bool,
    word: &str,
) -> Option<UnitKind<'a>> {
    let people: Vec<PersonId> = entries
        .iter()
        .filter_map(|e| if let Entry::Person(id) = e { Some(*id) } else { None })
        .collect();
    if !people.is_empty() && (person || entries.len() == people.len()) {
        return Some(UnitKind::Known(people));
    }
    entries.iter().filter_map(|e| read_as(e, lexicon, word)).min_by_key(|kind| rank(kind))
}

fn rank(kind: &UnitKind) -> u8 {
    match kind {
        UnitKind::State(_) => 0,
        UnitKind::Adjective(_) => 1,
        UnitKind::Capital { .. } => 3,
        UnitKind::Seat { .. } => 4,
        UnitKind::Organisation(_) => 5,
        UnitKind::Agency(_) => 6,
        UnitKind::Office { .. } => 7,
        UnitKind::City => 8,
        UnitKind::Known(_) | UnitKind::Alike(_) | UnitKind::Name => 9,
    }
}

fn read_as<'a>(entry: &Entry<'a>, lexicon: &'a Lexicon, word: &str) -> Option<UnitKind<'a>> {
    Some(match *entry {
        Entry::State(state) => UnitKind::State(state),
        Entry::Demonym { state, noun: DemonymForm::Adjective } => UnitKind::Adjective(state),
        Entry::Demonym { .. } => return None,
        Entry::City(city) if city.capital && !is_dateline(word) => {
            UnitKind::Capital { state: lexicon.state(city.state?)? }
        }
        Entry::City(_) => UnitKind::City,
        Entry::Seat(seat) => UnitKind::Seat { party: seat.state },
        Entry::Organisation(body) => UnitKind::Organisation(body),
        Entry::Agency(agency) => UnitKind::Agency(agency),
        Entry::Office(office) => {
            let plural = office.plural.split(' ').any(|w| w.eq_ignore_ascii_case(word))
                && !office.singular.split(' ').any(|w| w.eq_ignore_ascii_case(word));
            UnitKind::Office { office, plural }
        }
        Entry::Person(_) => return None,
    })
}

/// "CAIRO": as datelines write a city; it speaks for nobody.
fn is_dateline(word: &str) -> bool {
    word.len() > 3 && !word.contains(char::is_lowercase)
}

/// The party an organisation acts for: its state if it is an organ of one, else its own code.
pub(crate) fn party_of(body: &Organisation) -> &str {
    match (body.kind, body.state) {
        (OrganisationKind::StateOrgan, Some(state)) => state,
        _ => body.code,
    }
}
