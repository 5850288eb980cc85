//! `geojson`: where meetings are, RFC 7946.
//!
//! The record knows places by name, as they are reported, and no coordinates: every feature has a
//! `null` geometry, as the format allows, and its names to join a gazetteer on.

use record::Meeting;
use serde_json::{Value, json};

use crate::material::Material;
use crate::output::Exported;
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
        json!({
            "type": "Feature",
            "id": format!("{}/{at}", meeting.id),
            "geometry": null,
            "properties": {
                "meeting": meeting.id.0,
                "title": told::title(meeting, material),
                "status": meeting.status.as_str(),
                "when": meeting.when.edtf,
                "city": place.value.city,
                "country": country,
                "country_name": country.map(|code| material.index.country(code)),
                "precision": if place.value.city.is_some() { "city" } else { "country" },
                "claims": place.claims.len(),
                "origins": meeting.origins,
            },
        })
    };
    meeting.places.iter().enumerate().map(feature).collect()
}
