//! `phoenix`: the 26 columns of the Phoenix data, tabs between, without a header.
//!
//! `story_date`, year, month and day are those of the first report, as in Phoenix. Empty:
//! the name of a province.

use crate::coded::{Actor, Coded, digits, layout};
use crate::material::Material;
use crate::output::Exported;
use crate::point::Point;

/// The events.
pub fn phoenix(material: &Material<'_>) -> Exported {
    layout(material, None, |event, material| Some(row(event, material)))
}

/// Positions are those of the data's own description, counted from nought.
fn row(coded: &Coded<'_>, material: &Material<'_>) -> [String; 26] {
    let mut row = [const { String::new() }; 26];
    row[0] = format!("{}_{}", coded.number(), coded.cameo.code);
    row[1] = digits(coded.event.reported);
    if let Some(day) = coded.event.reported {
        row[2] = day.year().to_string();
        row[3] = day.month().to_string();
        row[4] = day.day().to_string();
    }
    row[5..9].clone_from_slice(&actor(&coded.source));
    row[9..13].clone_from_slice(&actor(&coded.target));
    row[13] = coded.cameo.code.to_owned();
    row[14] = coded.cameo.root().to_owned();
    row[15] = coded.cameo.quad.to_string();
    row[16] = coded.cameo.goldstein.to_string();
    row[17] = coded.event.contexts.join(";");
    row[18..20].clone_from_slice(&Point::cells(coded.point));
    row[20] = coded.place.and_then(|place| place.city.clone()).unwrap_or_default();
    let country = coded.place.and_then(|place| place.country.as_deref());
    row[22] = country.map(|code| material.index.country(code).to_owned()).unwrap_or_default();
    row[23..26].clone_from_slice(&reports(coded, material));
    row
}

/// All of the code, its state or first role, the next role, the rest.
fn actor(actor: &Actor<'_>) -> [String; 4] {
    let parts: Vec<&str> = actor.state.into_iter().chain(actor.roles.iter().copied()).collect();
    let part = |at: usize| parts.get(at).copied().unwrap_or_default().to_owned();
    let others = parts.get(2..).unwrap_or_default().join(";");
    [actor.code.to_owned(), part(0), part(1), others]
}

/// Ids, addresses and outlets of all reports, each once.
fn reports(coded: &Coded<'_>, material: &Material<'_>) -> [String; 3] {
    let reports = coded.event.reports.iter();
    let mut rows: Vec<_> = reports.filter_map(|report| material.document(report.article)).collect();
    rows.dedup_by_key(|row| row.article);
    let ids: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let urls: Vec<&str> = rows.iter().filter_map(|row| row.url.as_deref()).collect();
    let outlets: Vec<&str> = rows.iter().filter_map(|row| row.outlet.as_deref()).collect();
    [ids.join(";"), urls.join(";"), outlets.join(";")]
}
