//! Where the cities of the table lie.
//!
//! To a hundredth of a degree, which is a kilometre; a region has one point near its middle.

use std::collections::HashMap;

use crate::table::{Row, read, said};

/// A point for a city or a region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Degrees east of Greenwich.
    pub longitude: f64,
    /// What the point stands for.
    pub extent: Extent,
}

/// What a point stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Extent {
    /// A town, a resort, a building.
    City,
    /// A province, an island, a stretch of land: the point is somewhere near its middle.
    Region,
}

/// A city by its name and its state.
pub(crate) type CityKey = (&'static str, Option<&'static str>);

const TABLE: &str = include_str!("../data/coordinates.tsv");

/// Every point of the table.
pub(crate) fn shipped() -> HashMap<CityKey, Coordinates> {
    read(TABLE, parse).into_iter().collect()
}

/// The last column is whose figures they are; the table's readme says who is meant.
fn parse(row: Row) -> Option<(CityKey, Coordinates)> {
    let [name, state, latitude, longitude, extent, _] = row.columns()?;
    let extent = match extent {
        "city" => Extent::City,
        "region" => Extent::Region,
        _ => return None,
    };
    let (latitude, longitude) = (latitude.parse().ok()?, longitude.parse().ok()?);
    Some(((name, said(state)), Coordinates { latitude, longitude, extent }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::city;
    use crate::table::rows;

    const BOXES: &str = include_str!("../tests/boxes.tsv");
    /// How far beyond its state a place on the coast or the border may seem to lie, in degrees.
    const MARGIN: f64 = 0.1;

    /// A state and a stretch of land that is its: south, north, west, east.
    type Bounds = (&'static str, [f64; 4]);

    fn bounds(row: Row) -> Option<Bounds> {
        let [state, south, north, west, east] = row.columns()?;
        let degrees = [south, north, west, east].map(|degrees| degrees.parse().unwrap());
        Some((state, degrees))
    }

    fn holds([south, north, west, east]: [f64; 4], at: Coordinates) -> bool {
        let tall = south - MARGIN..=north + MARGIN;
        let wide = west - MARGIN..=east + MARGIN;
        tall.contains(&at.latitude) && wide.contains(&at.longitude)
    }

    #[test]
    fn every_city_has_a_point_and_every_point_a_city() {
        let points = shipped();
        assert_eq!(points.len(), rows(TABLE).count());
        let cities = city::shipped();
        assert_eq!(points.len(), cities.len());
        for city in cities {
            assert!(points.contains_key(&(city.name, city.state)), "{}", city.name);
        }
    }

    #[test]
    fn every_point_lies_in_its_state() {
        let boxes = read(BOXES, bounds);
        for ((name, state), point) in shipped() {
            let Some(state) = state else { continue };
            let mut own = boxes.iter().filter(|(of, _)| *of == state);
            assert!(own.any(|(_, bounds)| holds(*bounds, point)), "{name} {state} {point:?}");
        }
    }

    #[test]
    fn every_source_is_named_in_the_readme() {
        let readme = include_str!("../data/README.md");
        for row in rows(TABLE) {
            let [name, .., source] = row.columns::<6>().unwrap();
            assert!(readme.contains(&format!("`{source}`")), "{name}: {source}");
        }
    }
}
