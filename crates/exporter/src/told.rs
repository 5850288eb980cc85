//! A meeting in a few words.

use record::Meeting;

use crate::material::Material;
use crate::plain::{clip, line};

/// Longer titles are cut.
const LONGEST_TITLE: usize = 200;

/// "Turkey, Syria: held".
pub fn title(meeting: &Meeting, material: &Material<'_>) -> String {
    let mut parties: Vec<&str> =
        meeting.participants.iter().map(|p| material.index.side(p)).collect();
    parties.dedup();
    let parties = if parties.is_empty() { "Meeting".to_owned() } else { parties.join(", ") };
    format!("{}: {}", clip(&line(&parties), LONGEST_TITLE), meeting.status.as_str())
}

/// "Moscow, Russia"; `None` if no place is said.
pub fn place(meeting: &Meeting, material: &Material<'_>) -> Option<String> {
    let place = &meeting.places.first()?.value;
    let country = place.country.as_deref().map(|code| material.index.country(code));
    let names: Vec<&str> = place.city.as_deref().into_iter().chain(country).collect();
    (!names.is_empty()).then(|| clip(&line(&names.join(", ")), LONGEST_TITLE))
}

/// The words of its first report.
pub fn quote(meeting: &Meeting) -> Option<&str> {
    meeting.reports.first().map(|report| report.evidence.words())
}
