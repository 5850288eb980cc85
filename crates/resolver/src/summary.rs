//! A meeting in one line.

use std::collections::BTreeSet;

use lexicon::Lexicon;
use record::{Format, Level, Meeting, Part, Party, Settled, Status};

use crate::naming::{day_name, level_plural, party_names};

/// "9 March 2024, Muscat: bilateral meeting of envoys (Iran, United States)"
pub fn one_line(meeting: &Meeting, lexicon: &Lexicon) -> String {
    let state = match meeting.status {
        Status::Held | Status::Contact => "",
        Status::Scheduled => " (scheduled)",
        Status::Postponed => " (postponed)",
        Status::Cancelled => " (cancelled)",
    };
    let place = place(meeting, lexicon).map(|place| format!(", {place}")).unwrap_or_default();
    let (format, level) = (format(meeting), level(meeting));
    let sides = sides(meeting);
    let names = party_names(lexicon, sides.iter().copied());
    let kind = if meeting.status == Status::Contact { "contact" } else { "meeting" };
    format!("{}{place}: {format}{kind}{level} ({names}){state}", time(&meeting.when))
}

/// "9 March 2024", "between 2024-03-01 and 2024-03-09", "date unknown"
fn time(when: &Settled) -> String {
    let last = when.until.and_then(|until| until.yesterday().ok());
    match (when.from, last) {
        (None, None) => "date unknown".to_owned(),
        (Some(from), Some(last)) if from == last => day_name(from),
        (Some(from), Some(last)) => format!("between {} and {}", day_name(from), day_name(last)),
        (Some(from), None) => format!("{} or later", day_name(from)),
        (None, Some(last)) => format!("{} or earlier", day_name(last)),
    }
}

fn place(meeting: &Meeting, lexicon: &Lexicon) -> Option<String> {
    let place = &meeting.places.first()?.value;
    let country = place.country.as_ref().map(|c| Party(c.clone()));
    let country = country.map(|c| crate::naming::party_name(lexicon, &c).to_owned());
    place.city.clone().or(country)
}

fn format(meeting: &Meeting) -> &'static str {
    match meeting.format {
        None => "",
        Some(Format::Bilateral) => "bilateral ",
        Some(Format::Trilateral) => "trilateral ",
        Some(Format::Quadrilateral) => "four-way ",
        Some(Format::Multilateral) => "multilateral ",
        Some(Format::Mediated) => "mediated ",
    }
}

fn level(meeting: &Meeting) -> String {
    match meeting.levels.first() {
        Some(level) if level.value != Level::Other => format!(" of {}", level_plural(level.value)),
        _ => String::new(),
    }
}

fn sides(meeting: &Meeting) -> BTreeSet<&Party> {
    let sides = meeting.participants.iter().filter(|p| p.part == Part::Party);
    sides.map(|p| &p.party).collect()
}
