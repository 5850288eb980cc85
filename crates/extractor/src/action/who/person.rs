//! People by name: who it is, and what they are on the day.

use jiff::civil::Date;
use lexicon::{Lexicon, OfficeLevel, OrganisationKind, PersonId, Term};

use super::Told;
use crate::action::coded::sector_of;

/// Who of these it is, if that can be told; what they share if not.
pub(super) fn one_of(
    lexicon: &Lexicon,
    people: &[PersonId],
    on: Option<Date>,
    parties: &[String],
) -> Option<Told> {
    let fits = |id: &PersonId| {
        let terms = &lexicon.person(*id).offices;
        let party = terms.iter().any(|t| parties.iter().any(|p| t.state.starts_with(p.as_str())));
        let (term, serving) = term_on(terms, on)?;
        Some((party, serving, std::cmp::Reverse(term.level)))
    };
    let best = people.iter().filter_map(fits).max()?;
    let mut fitting = people.iter().filter(|id| fits(id).is_some_and(|fit| fit == best));
    let told = told(lexicon, *fitting.next()?, on)?;
    let others: Vec<Told> = fitting.filter_map(|id| self::told(lexicon, *id, on)).collect();
    let shared = others.iter().all(|other| other.party == told.party);
    match others.is_empty() {
        true => Some(told),
        false => shared.then_some(Told { name: None, office: None, ..told }),
    }
}

/// True for those whom a surname alone names though it is a given name too: "Kim".
pub(super) fn is_foremost(lexicon: &Lexicon, id: PersonId, on: Option<Date>) -> bool {
    let term = term_on(&lexicon.person(id).offices, on);
    term.is_some_and(|(term, serving)| serving && term.level <= OfficeLevel::ForeignMinister)
}

/// A person as what the day makes of them: in office, or out of it.
fn told(lexicon: &Lexicon, id: PersonId, on: Option<Date>) -> Option<Told> {
    let person = lexicon.person(id);
    let (term, serving) = term_on(&person.offices, on)?;
    let (party, own) = side(lexicon, term, on);
    let sector = match (serving || own.is_some(), own) {
        (true, Some("GOV")) if term.level == OfficeLevel::MilitaryChief => "MIL",
        (true, Some(own)) => own,
        (true, None) => sector_of(term.level),
        (false, _) => "ELI",
    };
    Some(Told {
        party: Some(party),
        sector,
        name: Some(person.name.to_owned()),
        office: serving.then(|| term.title.to_owned()),
    })
}

/// The party of a term, and the sector of a group or body.
fn side(lexicon: &Lexicon, term: &Term, on: Option<Date>) -> (String, Option<&'static str>) {
    match lexicon.organisation(term.state) {
        Some(body) => {
            let (party, sector) = of_body(body, on);
            (party, Some(sector))
        }
        None => (term.state.to_owned(), None),
    }
}

/// The party and sector of an organisation that day.
pub(super) fn of_body(body: &lexicon::Organisation, on: Option<Date>) -> (String, &'static str) {
    let governed = body.state.zip(on).filter(|(_, day)| body.governs(*day));
    if let Some((state, _)) = governed {
        return (state.to_owned(), "GOV");
    }
    let sector = triplets(body.code).skip(1).find_map(known_sector).unwrap_or("");
    match (body.state, body.kind) {
        (Some(state), _) => (state.to_owned(), sector),
        (None, OrganisationKind::NonGovernmental) => ("NGO".to_owned(), sector),
        _ => (body.code.get(..6).unwrap_or(body.code).to_owned(), sector),
    }
}

fn triplets(code: &str) -> impl Iterator<Item = &str> {
    (0..code.len() / 3).filter_map(move |n| code.get(3 * n..3 * n + 3))
}

/// The sectors that stand in codes of organisations.
fn known_sector(triplet: &str) -> Option<&'static str> {
    const SECTORS: [&str; 20] = [
        "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PRM", "OPP", "PTY", "SEP", "BUS", "CRM",
        "EDU", "REL", "LAB", "MED", "HLH", "REF", "HRI",
    ];
    SECTORS.into_iter().find(|sector| *sector == triplet)
}

/// The term that counts on a day, and whether it runs: else the last before it.
fn term_on(terms: &[Term], on: Option<Date>) -> Option<(&Term, bool)> {
    let runs = |t: &&Term| match on {
        Some(day) => t.covers(day),
        None => t.end.is_none(),
    };
    let high = |t: &&Term| if t.level == OfficeLevel::Other { 1 } else { 0 };
    let running =
        terms.iter().rev().filter(runs).max_by_key(|t| (std::cmp::Reverse(high(t)), t.start));
    let begun = |t: &&Term| on.is_none_or(|day| t.start.is_none_or(|start| start <= day));
    let last = || terms.iter().filter(begun).max_by_key(|t| t.start);
    let running = running.map(|t| (t, true));
    running.or_else(|| last().map(|t| (t, false))).or_else(|| terms.first().map(|t| (t, true)))
}
