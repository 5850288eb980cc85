//! Where meetings were, as far as reports tell.

use std::collections::BTreeMap;

use record::{Meeting, Place, Status};
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{self, Choice, Extent, Named};
use crate::ask::{
    AS_OF, Ask, FOCUS, FROM, ISSUE, PAGE as PAGE_PARAM, PARTY, Param, ParamKind, ROWS_PARAM, UNTIL,
};
use crate::drawing::map;
use crate::page::{Group, Page, Shown, View, shape};
use crate::refusal::Refusal;
use crate::snapshot::Snapshot;

/// `/map`
pub const PAGE: Page = Page {
    name: "map",
    path: "/map",
    title: "Where",
    about: "The places that reports name for meetings, and no others",
    group: Group::Talks,
    asks: &[AS_OF, FOCUS, PARTY, ISSUE, FROM, UNTIL, BORDERS, PAGE_PARAM, ROWS_PARAM],
    shape: shape::<Map>,
    tool: None,
    show,
};

/// Whether borders are drawn.
const BORDERS: Param = Param {
    name: "borders",
    about: "“no” for a map without borders between states",
    kind: ParamKind::Words,
};

/// Places, those with most meetings first.
#[derive(Serialize, JsonSchema)]
pub struct Map {
    /// Which of them are given.
    pub extent: Extent,
    /// The places.
    pub places: Vec<Spot>,
    /// Meetings for which no report names a place.
    pub nowhere: usize,
    /// Whether the map has borders.
    pub borders: bool,
    /// Parties to choose by.
    pub parties: Vec<Choice>,
    /// Issues to choose by.
    pub issues: Vec<Choice>,
}

/// A place as reports name it.
#[derive(Clone, Debug, JsonSchema, Serialize)]
pub struct Spot {
    /// The city, else the country.
    pub name: String,
    /// The state.
    pub country: Option<Named>,
    /// Degrees north, if the place is a city or region that is known.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Why it has no dot: `country` if no city is told, `unknown` if its coordinates are not known; `region` if the dot
    /// stands for the middle of one.
    pub note: Option<String>,
    /// Meetings and contacts there, planned ones too.
    pub meetings: usize,
    /// Those that took place.
    pub held: usize,
    /// The row of the latest.
    pub latest: String,
    /// Its days in words.
    pub when: String,
}

fn show(view: &View<'_>) -> Result<Shown, Refusal> {
    let (snapshot, ask) = (view.snapshot, view.ask);
    let all = &snapshot.opened.record.meetings;
    let fit: Vec<&Meeting> = all.iter().filter(|meeting| fits(meeting, ask)).collect();
    let mut places: BTreeMap<&Place, Vec<&Meeting>> = BTreeMap::new();
    for meeting in &fit {
        if let Some(place) = meeting.places.first() {
            places.entry(&place.value).or_default().push(meeting);
        }
    }
    let told: usize = places.values().map(Vec::len).sum();
    let spots = places.into_iter().filter_map(|(place, meetings)| spot(snapshot, place, &meetings));
    let mut spots: Vec<Spot> = spots.collect();
    spots.sort_by(|a, b| b.meetings.cmp(&a.meetings).then_with(|| a.name.cmp(&b.name)));
    let range = ask.range(spots.len());
    let page = Map {
        extent: parts::extent(&range, spots.len()),
        places: spots.drain(range).collect(),
        nowhere: fit.len() - told,
        borders: ask.words(BORDERS) != Some("no"),
        parties: parts::parties_met(snapshot),
        issues: parts::issues_met(snapshot),
    };
    let drawn = map::draw(&page);
    Ok(Shown::of(page)?.drawn(drawn))
}

fn fits(meeting: &Meeting, ask: &Ask) -> bool {
    let day = meeting.when.from.or(meeting.when.until);
    let of_party = |party: &str| meeting.participants.iter().any(|p| p.party.0 == party);
    let on_issue = |issue: &str| meeting.issues.iter().any(|row| row.value == issue);
    meeting.status != Status::Cancelled
        && ask.words(PARTY).is_none_or(of_party)
        && ask.words(ISSUE).is_none_or(on_issue)
        && ask.day(FROM).is_none_or(|from| day.is_some_and(|day| day >= from))
        && ask.day(UNTIL).is_none_or(|until| day.is_some_and(|day| day <= until))
}

fn spot(snapshot: &Snapshot, place: &Place, meetings: &[&Meeting]) -> Option<Spot> {
    let opened = &snapshot.opened;
    let latest = meetings.iter().max_by_key(|meeting| meeting.when.from.or(meeting.when.until))?;
    let country = place.country.as_ref().map(|code| Named {
        key: code.clone(),
        name: opened.tools.party_name(&record::Party(code.clone())).to_owned(),
    });
    let city = place.city.as_deref();
    let point = city.and_then(|city| opened.tools.point(city, place.country.as_deref()));
    let note = match (city, point.map(|point| point.extent)) {
        (None, _) => Some("country"),
        (Some(_), None) => Some("unknown"),
        (Some(_), Some(pipeline::Extent::Region)) => Some("region"),
        (Some(_), Some(pipeline::Extent::City)) => None,
    };
    let happened = |m: &&&Meeting| matches!(m.status, Status::Held | Status::Contact);
    Some(Spot {
        name: city.map(str::to_owned).or_else(|| Some(country.as_ref()?.name.clone()))?,
        country,
        latitude: point.map(|point| point.latitude),
        longitude: point.map(|point| point.longitude),
        note: note.map(str::to_owned),
        meetings: meetings.len(),
        held: meetings.iter().filter(happened).count(),
        latest: latest.id.0.clone(),
        when: view::names::settled(&latest.when),
    })
}
