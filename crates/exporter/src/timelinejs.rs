//! `timelinejs`: meetings as slides for TimelineJS.
//!
//! TimelineJS shows text as HTML, so all words are escaped. A meeting without a first day has no
//! place on its axis and is left out.

use jiff::civil::Date;
use record::Meeting;
use serde_json::{Value, json};

use crate::dossier::TITLE;
use crate::material::Material;
use crate::output::Exported;
use crate::plain::{clip, line, xml};
use crate::told;
use crate::written::pretty;

/// Longer quotes are cut.
const LONGEST: usize = 400;

/// The slides.
pub fn timelinejs(material: &Material<'_>) -> Exported {
    let meetings = &material.record.meetings;
    let slides: Vec<Value> = meetings.iter().filter_map(|m| slide(m, material)).collect();
    let left = meetings.len() - slides.len();
    let title = json!({ "text": { "headline": TITLE } });
    let exported = Exported::from(pretty(&json!({ "title": title, "events": slides })));
    exported.without(left, "meetings left out: their first day is not known")
}

fn slide(meeting: &Meeting, material: &Material<'_>) -> Option<Value> {
    let from = meeting.when.from?;
    let last = meeting.when.until.and_then(|until| until.yesterday().ok());
    let quote = clip(&line(told::quote(meeting).unwrap_or_default()), LONGEST);
    let headline = xml(&told::title(meeting, material));
    let mut slide = json!({
        "unique_id": meeting.id.0,
        "start_date": date(from),
        "display_date": xml(&meeting.when.edtf),
        "group": meeting.status.as_str(),
        "text": { "headline": headline, "text": format!("<p>“{}”</p>", xml(&quote)) },
    });
    if let Some(last) = last.filter(|last| *last != from) {
        slide["end_date"] = date(last);
    }
    Some(slide)
}

fn date(day: Date) -> Value {
    json!({ "year": day.year(), "month": day.month(), "day": day.day() })
}
