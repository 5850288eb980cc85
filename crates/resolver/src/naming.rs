//! Parties, levels and days in words for people.

use jiff::civil::Date;
use lexicon::Lexicon;
use record::{Level, Party};

/// What a party is called: the name of the state or organisation, else its code.
pub(crate) fn party_name<'a>(lexicon: &'a Lexicon, party: &'a Party) -> &'a str {
    let code = party.0.as_str();
    let state = lexicon.state(code).map(|state| state.name);
    state.or_else(|| lexicon.organisation(code).map(|body| body.name)).unwrap_or(code)
}

/// "Syria, Turkey, Russia"
pub(crate) fn party_names<'a>(
    lexicon: &Lexicon,
    parties: impl IntoIterator<Item = &'a Party>,
) -> String {
    let names: Vec<&str> = parties.into_iter().map(|p| party_name(lexicon, p)).collect();
    names.join(", ")
}

/// "foreign minister"
pub(crate) fn level_name(level: Level) -> String {
    level.as_str().replace('_', " ")
}

/// "foreign ministers"
pub(crate) fn level_plural(level: Level) -> &'static str {
    match level {
        Level::HeadOfState => "leaders",
        Level::ForeignMinister => "foreign ministers",
        Level::DefenceMinister => "defence ministers",
        Level::Intelligence => "intelligence chiefs",
        Level::DeputyMinister => "deputy ministers",
        Level::SpecialEnvoy => "envoys",
        Level::Delegation => "delegations",
        Level::Other => "officials",
    }
}

/// "28 December 2022"
pub(crate) fn day_name(day: Date) -> String {
    let month = usize::try_from(day.month()).ok().and_then(|m| MONTHS.get(m.saturating_sub(1)));
    format!("{} {} {}", day.day(), month.unwrap_or(&""), day.year())
}

/// "Tuesday"
pub(crate) fn weekday_name(weekday: i8) -> &'static str {
    let place = usize::try_from(weekday).ok().and_then(|w| w.checked_sub(1));
    place.and_then(|at| WEEKDAYS.get(at)).copied().unwrap_or("day")
}

/// True for the name of a month.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
