//! `icews`: the 20 columns of ICEWS, tabs between, with a header.
//!
//! `Event Date` is the day that the words tell, else that of the first report, as in ICEWS, where it
//! is the story's. Empty: the number of the sentence, districts and provinces.

use crate::coded::{Actor, Coded, layout};
use crate::material::Material;
use crate::output::Exported;
use crate::point::Point;

const HEADER: [&str; 20] = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
];

/// The events.
pub fn icews(material: &Material<'_>) -> Exported {
    layout(material, Some(HEADER), |event, material| Some(row(event, material)))
}

/// Positions are those of the header.
fn row(coded: &Coded<'_>, material: &Material<'_>) -> [String; 20] {
    let mut row = [const { String::new() }; 20];
    row[0] = coded.number();
    row[1] = coded.day_or_report().map(|day| day.to_string()).unwrap_or_default();
    row[2..5].clone_from_slice(&actor(&coded.source, material));
    row[5] = coded.cameo.name.to_owned();
    row[6] = coded.cameo.code.to_owned();
    row[7] = coded.cameo.goldstein.to_string();
    row[8..11].clone_from_slice(&actor(&coded.target, material));
    row[11] = coded.document.map(|d| d.name.clone()).unwrap_or_default();
    row[13] = coded.document.and_then(|d| d.outlet.clone()).unwrap_or_default();
    row[14] = coded.place.and_then(|place| place.city.clone()).unwrap_or_default();
    let country = coded.place.and_then(|place| place.country.as_deref());
    row[17] = country.map(|code| material.index.country(code).to_owned()).unwrap_or_default();
    row[18..20].clone_from_slice(&Point::cells(coded.point));
    row
}

/// Name, sectors, country. Who has no name is called by the code.
fn actor(actor: &Actor<'_>, material: &Material<'_>) -> [String; 3] {
    let name = match (actor.name, actor.sectors().first()) {
        (Some(state), Some(sector)) if actor.state.is_some() => format!("{sector} ({state})"),
        (Some(name), _) => name.to_owned(),
        (None, _) => actor.code.to_owned(),
    };
    let country = actor.state.map(|code| material.index.country(code).to_owned());
    [name, actor.sectors().join(","), country.unwrap_or_default()]
}
