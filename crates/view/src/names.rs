//! Parties, days and states in words for people.

use jiff::civil::Date;
use pipeline::Tools;
use record::{Level, Party, Settled, Status};

/// "Turkey, Syria and Russia"
pub fn parties(tools: &Tools, parties: &[Party]) -> String {
    listed(&parties.iter().map(|party| tools.party_name(party)).collect::<Vec<_>>())
}

/// "a, b and c"
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [others @ .., last] => {
            let others: Vec<_> = others.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", others.join(", "), last.as_ref())
        }
    }
}

/// "3 documents", "1 document"
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// "28 December 2022"
pub fn day(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// "Wednesday 28 December 2022", "between 29 December 2022 and 9 May 2023", "date not reported"
pub fn settled(when: &Settled) -> String {
    match (when.from, when.until.and_then(|until| until.yesterday().ok())) {
        (Some(first), Some(last)) => days(first, last),
        (Some(first), None) => format!("on or after {}", day(first)),
        (None, Some(last)) => format!("by {}", day(last)),
        (None, None) => "date not reported".to_owned(),
    }
}

/// "Wednesday 28 December 2022", "April 2023", "between 3 and 4 April 2023"
pub fn days(first: Date, last: Date) -> String {
    if first == last {
        return first.strftime("%A %-d %B %Y").to_string();
    }
    if first == first.first_of_month() && last == first.last_of_month() {
        return first.strftime("%B %Y").to_string();
    }
    if first == first.first_of_year() && last == first.last_of_year() {
        return first.year().to_string();
    }
    let shared = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => "%-d",
        (true, false) => "%-d %B",
        _ => "%-d %B %Y",
    };
    format!("between {} and {}", first.strftime(shared), day(last))
}

/// "Tuesday" for 2.
pub fn weekday(number: i8) -> Option<&'static str> {
    const NAMES: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    usize::try_from(number).ok()?.checked_sub(1).and_then(|at| NAMES.get(at).copied())
}

/// "withdrawal of troops" for `troop-withdrawal`
pub fn issue(tools: &Tools, key: &str) -> String {
    let Some(issue) = tools.lexicon.issues().get(key) else { return key.to_owned() };
    let mut letters = issue.title.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// "foreign ministers"; `None` where the reports tell no rank that has a name.
pub fn level(level: Level) -> Option<&'static str> {
    Some(match level {
        Level::HeadOfState => "leaders",
        Level::ForeignMinister => "foreign ministers",
        Level::DefenceMinister => "defence ministers",
        Level::Intelligence => "intelligence chiefs",
        Level::DeputyMinister => "deputy ministers",
        Level::SpecialEnvoy => "envoys",
        Level::Delegation => "delegations",
        Level::Other => return None,
    })
}

/// "expected" for what was scheduled at some point of its life.
pub fn step(status: Status) -> &'static str {
    match status {
        Status::Scheduled => "expected",
        other => other.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_range_is_never_told_as_a_day() {
        let when = |from, until| Settled { edtf: String::new(), from, until, why: Vec::new() };
        let (a, b) = (date(2023, 4, 1), date(2023, 5, 1));
        assert_eq!(settled(&when(Some(a), Some(b))), "April 2023");
        assert_eq!(settled(&when(Some(a), Some(date(2023, 4, 2)))), "Saturday 1 April 2023");
        assert_eq!(
            settled(&when(Some(date(2023, 3, 31)), Some(b))),
            "between 31 March and 30 April 2023"
        );
        assert_eq!(days(date(2023, 4, 3), date(2023, 4, 4)), "between 3 and 4 April 2023");
        assert_eq!(
            days(date(2022, 12, 29), date(2023, 5, 9)),
            "between 29 December 2022 and 9 May 2023"
        );
        assert_eq!(days(date(2011, 1, 1), date(2011, 12, 31)), "2011");
        assert_eq!(settled(&when(Some(a), None)), "on or after 1 April 2023");
        assert_eq!(settled(&when(None, Some(b))), "by 30 April 2023");
        assert_eq!(settled(&when(None, None)), "date not reported");
    }

    #[test]
    fn days_of_the_week_have_names_from_one_to_seven() {
        assert_eq!([1, 7].map(weekday), [Some("Monday"), Some("Sunday")]);
        assert_eq!([0, 8, -1].map(weekday), [None; 3]);
    }

    #[test]
    fn lists_read_aloud() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(
            (count(1, "report"), count(2, "report")),
            ("1 report".into(), "2 reports".into())
        );
    }
}
