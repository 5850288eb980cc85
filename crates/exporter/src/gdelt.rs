//! `gdelt`: the 61 columns of GDELT 2.0's events, tabs between, without a header.
//!
//! Empty: ethnic and religious codes, tone, `IsRootEvent`, where actors are, and of a place its
//! districts and its number. `SQLDATE` is the day that the words tell, or empty; `DATEADDED` is the day of
//! the first report, not the time of an export.

use jiff::civil::Date;

use crate::coded::{Actor, Coded, digits, layout};
use crate::material::Material;
use crate::output::Exported;
use crate::point::{Point, Precision};
use crate::state_codes::StateCodes;

/// GDELT's number for a country as a place.
const COUNTRY: &str = "1";
/// GDELT's number for a state of the United States.
const US_STATE: &str = "2";
/// GDELT's number for a province elsewhere.
const WORLD_STATE: &str = "5";
/// GDELT's number for a city in the United States.
const US_CITY: &str = "3";
/// GDELT's number for a city elsewhere.
const WORLD_CITY: &str = "4";

/// The events.
pub fn gdelt(material: &Material<'_>) -> Exported {
    layout(material, None, |event, material| Some(row(event, material)))
}

/// Positions are those of GDELT's codebook, counted from nought.
fn row(coded: &Coded<'_>, material: &Material<'_>) -> [String; 61] {
    let mut row = [const { String::new() }; 61];
    row[0] = coded.number();
    row[1..5].clone_from_slice(&dates(coded.event.day));
    row[5..15].clone_from_slice(&actor(&coded.source));
    row[15..25].clone_from_slice(&actor(&coded.target));
    row[26] = coded.cameo.code.to_owned();
    row[27] = coded.cameo.code.get(..3).unwrap_or(coded.cameo.code).to_owned();
    row[28] = coded.cameo.root().to_owned();
    row[29] = coded.cameo.quad.to_string();
    row[30] = coded.cameo.goldstein.to_string();
    let (articles, outlets) = coded.counts(material);
    row[31] = coded.event.reports.len().to_string();
    row[32] = outlets.to_string();
    row[33] = articles.to_string();
    row[51..54].clone_from_slice(&place(coded, material));
    row[56..58].clone_from_slice(&Point::cells(coded.point));
    row[59] = digits(coded.event.reported);
    row[60] = coded.document.and_then(|d| d.url.clone()).unwrap_or_default();
    row
}

/// `SQLDATE`, `MonthYear`, `Year`, `FractionDate`.
fn dates(day: Option<Date>) -> [String; 4] {
    let Some(date) = day else { return Default::default() };
    let month = date.strftime("%Y%m").to_string();
    // The codebook's own reckoning: months of thirty days in a year of 365.
    let passed = f64::from(date.month()) * 30.0 + f64::from(date.day());
    let fraction = f64::from(date.year()) + passed / 365.0;
    [digits(day), month, date.year().to_string(), format!("{fraction:.4}")]
}

/// Code, name, country, known group, ethnicity, two religions, three types.
fn actor(actor: &Actor<'_>) -> [String; 10] {
    let name = actor.name.unwrap_or_default().to_uppercase();
    let state = actor.state.unwrap_or_default().to_owned();
    let (group, types) = match actor.roles.as_slice() {
        ["IGO", group, rest @ ..] => (*group, [&["IGO"], rest].concat()),
        roles => ("", roles.to_vec()),
    };
    let kind = |at: usize| types.get(at).copied().unwrap_or_default().to_owned();
    let none = String::new;
    let code = actor.code.to_owned();
    [code, name, state, group.to_owned(), none(), none(), none(), kind(0), kind(1), kind(2)]
}

/// `ActionGeo_Type`, `ActionGeo_FullName` and `ActionGeo_CountryCode`.
fn place(coded: &Coded<'_>, material: &Material<'_>) -> [String; 3] {
    let Some(place) = coded.place else { return Default::default() };
    let code = place.country.as_deref();
    let region = coded.point.is_some_and(|point| point.precision == Precision::Region);
    let kind = match (&place.city, code) {
        (Some(_), Some("USA")) if region => US_STATE,
        (Some(_), _) if region => WORLD_STATE,
        (Some(_), Some("USA")) => US_CITY,
        (Some(_), _) => WORLD_CITY,
        (None, _) => COUNTRY,
    };
    let country = code.map(|code| material.index.country(code));
    let name: Vec<&str> = place.city.as_deref().into_iter().chain(country).collect();
    let fips = code.map(StateCodes::of).unwrap_or_default().fips;
    [kind.to_owned(), name.join(", "), fips.to_owned()]
}
