//! `polecat`: the 40 columns of POLECAT, tabs between, with its header. `None` where it is not said.
//!
//! A bare statement (CAMEO root 01) has no type in PLOVER and is left out. Not said: `Intensity`,
//! which is PLOVER's own scale and not Goldstein's, Wikipedia and GeoNames ids, and lists of all that
//! a story names.

use crate::coded::{Actor, Coded, layout};
use crate::material::Material;
use crate::output::Exported;
use crate::point::Point;
use crate::words::edtf;

const HEADER: [&str; 40] = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
];

/// What stands where nothing is said.
const NONE: &str = "None";

/// The events.
pub fn polecat(material: &Material<'_>) -> Exported {
    layout(material, Some(HEADER), row)
}

/// Positions are those of the header.
fn row(coded: &Coded<'_>, material: &Material<'_>) -> Option<[String; 40]> {
    let mut row = [const { String::new() }; 40];
    row[0] = coded.event.id.0.clone();
    row[1] = coded.event.day.map(|day| day.to_string()).unwrap_or_default();
    row[2] = coded.cameo.plover()?.to_owned();
    row[3] = coded.cameo.mode.unwrap_or_default().to_owned();
    row[5] = coded.cameo.quad.to_string();
    row[6] = coded.event.contexts.join("; ");
    row[7..12].clone_from_slice(&actor(&coded.source));
    row[15..20].clone_from_slice(&actor(&coded.target));
    let city = coded.place.and_then(|place| place.city.clone()).unwrap_or_default();
    let country = coded.place.and_then(|place| place.country.clone()).unwrap_or_default();
    row[23] =
        if city.is_empty() { material.index.country(&country).to_owned() } else { city.clone() };
    row[24] = city;
    row[27] = country;
    row[28..30].clone_from_slice(&Point::cells(coded.point));
    if let Some(document) = coded.document {
        row[33] = document.outlet.clone().unwrap_or_default();
        row[34] = document.published.as_ref().map(|p| edtf(&p.when)).unwrap_or_default();
        row[38] = document.language.clone();
    }
    row[39] = concat!("rapporteur ", env!("CARGO_PKG_VERSION")).to_owned();
    Some(row.map(|cell| if cell.is_empty() { NONE.to_owned() } else { cell }))
}

/// Name, country, COW number, first sector, all sectors.
fn actor(actor: &Actor<'_>) -> [String; 5] {
    let sectors = actor.sectors();
    let name = actor.name.unwrap_or(actor.code).to_owned();
    let country = actor.state.unwrap_or_default().to_owned();
    let first = sectors.first().copied().unwrap_or_default().to_owned();
    [name, country, actor.cow().to_owned(), first, sectors.join("; ")]
}
