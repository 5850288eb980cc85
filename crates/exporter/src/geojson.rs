//! `geojson`: where meetings are, RFC 7946.
//!
//! A place is a point where its name is one that the tables know; else, and for a whole country, its
//! geometry is `null`, as the format allows. `precision` tells what the point stands for.

use record::{Meeting, Place};
use serde_json::{Value, json};

use crate::material::Material;
use crate::output::Exported;
use crate::point::{Point, Precision};
use crate::told;
use crate::written::pretty;

/// One feature a place that reports give a meeting.
pub fn geojson(material: &Material<'_>) -> Exported {
    let meetings = material.record.meetings.iter();
    let features: Vec<Value> = meetings.flat_map(|meeting| features(meeting, material)).collect();
    pretty(&json!({ "type": "FeatureCollection", "features": features })).into()
}

fn features(meeting: &Meeting, material: &Material<'_>) -> Vec<Value> {
    let feature = |(at, place): (usize, &record::Supported<record::Place>)| {
        let country = place.value.country.as_deref();
        let point = material.index.point(&place.value);
        json!({
            "type": "Feature",
            "id": format!("{}/{at}", meeting.id),
            "geometry": point.map(geometry),
            "properties": {
                "meeting": meeting.id.0,
                "title": told::title(meeting, material),
                "status": meeting.status.as_str(),
                "when": meeting.when.edtf,
                "city": place.value.city,
                "country": country,
                "country_name": country.map(|code| material.index.country(code)),
                "precision": precision(&place.value, point),
                "claims": place.claims.len(),
                "origins": meeting.origins,
            },
        })
    };
    meeting.places.iter().enumerate().map(feature).collect()
}

/// Longitude first, as the format has it.
fn geometry(point: Point) -> Value {
    json!({ "type": "Point", "coordinates": [point.longitude, point.latitude] })
}

fn precision(place: &Place, point: Option<Point>) -> &'static str {
    match (&place.city, point.map(|point| point.precision)) {
        (None, _) => "country",
        (Some(_), Some(Precision::Region)) => "region",
        (Some(_), _) => "city",
    }
}
