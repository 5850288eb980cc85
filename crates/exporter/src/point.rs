//! Where a place lies, for formats that draw maps.

use serde::Serialize;

/// A point, and how much of the earth it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Degrees north of the equator.
    pub latitude: f64,
    /// Degrees east of Greenwich.
    pub longitude: f64,
    /// How near it is.
    pub precision: Precision,
}

/// What a point stands for.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// A town or a building.
    City,
    /// A province or an island, by somewhere near its middle.
    Region,
}

impl Point {
    /// Latitude and longitude as cells; empty where there is no point.
    pub fn cells(point: Option<Point>) -> [String; 2] {
        let cell = |of: fn(Point) -> f64| point.map(|at| of(at).to_string()).unwrap_or_default();
        [cell(|at| at.latitude), cell(|at| at.longitude)]
    }
}
