//! Events as the layouts of event data want them.
//!
//! Each row of `record.events` is at most one line of a layout. Meetings and statements are no
//! lines of their own, so an event in the same words as one of them is written once. Where dyads are
//! asked for, the lines of a meeting stand for what is coded from its words.
//!
//! The layouts have no column for what did not take place. An event that is to come is written
//! only if its code itself says so: an intention (root 03) or a threat (13). What is negated or
//! hypothetical is left out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use record::{Cameo, DocumentRow, Event, EventStatus, Party, Place, RowId};

use crate::material::Material;
use crate::output::{Exported, Output};
use crate::plain;
use crate::point::Point;
use crate::state_codes::StateCodes;

/// Why an event is not in a layout.
const UNTOLD: &str = "events left out: negated, hypothetical, or to come under a code of deeds";

/// An event with what the layouts say of it.
pub struct Coded<'a> {
    /// The row.
    pub event: &'a Event,
    /// Its code.
    pub cameo: &'a Cameo,
    /// Where it was, if it is the words of a meeting with a place.
    pub place: Option<&'a Place>,
    /// Where that lies.
    pub point: Option<Point>,
    /// The article of the first report.
    pub document: Option<&'a DocumentRow>,
    /// Who acts.
    pub source: Actor<'a>,
    /// On or with whom.
    pub target: Actor<'a>,
}

/// An actor code taken apart: `TURGOV` is a state and a role.
pub struct Actor<'a> {
    /// All of it.
    pub code: &'a str,
    /// ISO 3166-1 alpha-3, if it is of a state.
    pub state: Option<&'a str>,
    /// The state or body in English, if known.
    pub name: Option<&'a str>,
    /// What stands behind the state, three letters each; all of it if there is no state.
    pub roles: Vec<&'a str>,
}

/// The beginnings of codes of those who are of no state: CAMEO's generic actors.
const STATELESS: [&str; 6] = ["IGO", "NGO", "NGM", "MNC", "IMG", "UNK"];

impl<'a> Actor<'a> {
    fn of(code: &'a str, material: &'a Material<'_>) -> Actor<'a> {
        if !Party(code.to_owned()).is_code() {
            return Actor { code: "", state: None, name: Some(code), roles: Vec::new() };
        }
        let head = code.get(..3).unwrap_or(code);
        let state = (head.len() == 3 && !STATELESS.contains(&head)).then_some(head);
        let party = Party(state.unwrap_or(code).to_owned());
        let behind = state.map_or(code, |_| &code[3..]);
        let letters = behind.as_bytes().chunks(3);
        let roles = letters.filter_map(|three| std::str::from_utf8(three).ok()).collect();
        Actor { code, state, name: material.index.name(&party), roles }
    }

    /// The number of its state in the Correlates of War; empty if there is none.
    pub fn cow(&self) -> &'static str {
        self.state.map(StateCodes::of).unwrap_or_default().cow
    }

    /// Its roles in words, as ICEWS and POLECAT have them.
    pub fn sectors(&self) -> Vec<&'static str> {
        self.roles.iter().filter_map(|role| sector(role)).collect()
    }
}

fn sector(role: &str) -> Option<&'static str> {
    Some(match role {
        "GOV" => "Government",
        "MIL" => "Military",
        "COP" => "Police",
        "JUD" => "Judicial",
        "LEG" => "Legislative",
        "SPY" => "Intelligence",
        "REB" => "Rebel",
        "UAF" => "Unidentified Armed Forces",
        "OPP" => "Opposition",
        "PTY" => "Parties",
        "CVL" => "Civilian",
        "REF" => "Refugees",
        "MED" => "Media",
        "BUS" => "Business",
        "LAB" => "Labor",
        "AGR" => "Agriculture",
        "EDU" => "Education",
        "REL" => "Religious",
        "NGO" => "Nongovernmental Organization",
        "IGO" => "International Government Organization",
        "CRM" => "Criminal",
        "HLH" => "Health",
        "ELI" => "Elite",
        _ => return None,
    })
}

impl Coded<'_> {
    /// The day: that of the words, else that of the first report.
    pub fn day_or_report(&self) -> Option<Date> {
        self.event.day.or(self.event.reported)
    }

    /// How many articles report it, and how many outlets.
    pub fn counts(&self, material: &Material<'_>) -> (usize, usize) {
        let articles: BTreeSet<_> =
            self.event.reports.iter().map(|report| report.article).collect();
        let outlets: BTreeSet<_> = articles
            .iter()
            .filter_map(|article| material.document(*article)?.outlet.as_deref())
            .collect();
        (articles.len(), outlets.len())
    }

    /// A number for it, where ids are numbers: the digits of its row's id.
    pub fn number(&self) -> String {
        let digits = self.event.id.0.trim_start_matches("e-");
        u64::from_str_radix(digits, 16).map(|number| number.to_string()).unwrap_or_default()
    }
}

/// The events that a layout can hold, in the record's order.
fn coded<'a>(material: &'a Material<'_>) -> impl Iterator<Item = Coded<'a>> {
    let meetings = material.record.meetings.iter();
    let places: BTreeMap<&RowId, &Place> =
        meetings.filter_map(|m| Some((&m.id, &m.places.first()?.value))).collect();
    let events = material.events().iter();
    events.filter_map(move |event| {
        let place = event.of.as_ref().and_then(|row| places.get(row).copied());
        of(event, place, material)
    })
}

fn of<'a>(
    event: &'a Event,
    place: Option<&'a Place>,
    material: &'a Material<'_>,
) -> Option<Coded<'a>> {
    let cameo = material.index.ontology.code(&event.code)?;
    let told = match event.status {
        EventStatus::Past => true,
        EventStatus::Future => matches!(cameo.root(), "03" | "13"),
        EventStatus::Negated | EventStatus::Hypothetical => false,
    };
    told.then(|| Coded {
        event,
        cameo,
        place,
        point: place.and_then(|place| material.index.point(place)),
        document: event.reports.first().and_then(|report| material.document(report.article)),
        source: Actor::of(&event.source, material),
        target: Actor::of(&event.target, material),
    })
}

/// A day as eight digits.
pub fn digits(day: Option<Date>) -> String {
    day.map(|day| day.strftime("%Y%m%d").to_string()).unwrap_or_default()
}

/// Lines of cells with tabs between; no cell holds a tab or begins like a formula.
fn tabbed<const N: usize>(header: Option<[&str; N]>, rows: Vec<[String; N]>) -> String {
    let header = header.into_iter().map(|names| names.map(str::to_owned));
    let mut lines = header.map(|row| row.join("\t") + "\n").collect::<String>();
    for row in rows {
        lines.push_str(&row.map(|words| tab(&words)).join("\t"));
        lines.push('\n');
    }
    lines
}

/// Numbers may begin with a minus; words may not.
fn tab(words: &str) -> String {
    let flat = plain::line(words).replace('"', "'");
    match words.parse::<f64>() {
        Ok(_) => flat,
        Err(_) => plain::cell(&flat),
    }
}

/// The events as a layout has them, with a line on those that it cannot hold.
pub fn layout<const N: usize>(
    material: &Material<'_>,
    header: Option<[&str; N]>,
    row: impl Fn(&Coded<'_>, &Material<'_>) -> Option<[String; N]>,
) -> Exported {
    let rows: Vec<_> = coded(material).filter_map(|event| row(&event, material)).collect();
    let left = material.events().len() - rows.len();
    let exported = Exported::from(Output::File(tabbed(header, rows).into_bytes()));
    exported.without(left, UNTOLD).noting(material.told_of_dyads())
}
