//! The tables of the record.

mod documents;
mod meetings;
mod moves;
mod rest;
mod said;

use crate::csv::codebook;
use crate::material::Material;
use crate::sheet::Sheet;

/// All tables in a fixed order, and last the codebook that describes their columns.
pub fn described_tables(material: &Material<'_>) -> Vec<Sheet> {
    let mut sheets = tables(material);
    sheets.push(codebook(&sheets));
    sheets
}

/// All tables, in a fixed order.
pub fn tables(material: &Material<'_>) -> Vec<Sheet> {
    vec![
        meetings::meetings(material),
        meetings::participants(material),
        meetings::reports(material),
        said::statements(material),
        said::commitments(material),
        said::conditions(material),
        rest::events(material),
        moves::positions(material),
        moves::processes(material),
        moves::deadlocks(material),
        documents::documents(material),
        documents::lineage(material),
        documents::problems(material),
        rest::disagreements(material),
        rest::timeline(material),
    ]
}
