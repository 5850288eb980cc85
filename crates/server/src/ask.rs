//! What a request asks of a page: its query, read once, with every name and value checked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::refusal::Refusal;

/// Rows on a page unless asked otherwise.
const ROWS: usize = 100;
/// And at most.
const MOST_ROWS: usize = 1_000;
/// The largest number that is read.
pub const MOST: usize = 1_000_000_000;
/// The longest value that is read, in bytes; more than any page of ours links to.
const LONGEST_VALUE: usize = 2_000;

/// One thing that a page can be asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Param {
    /// Its name in the query.
    pub name: &'static str,
    /// What it does, in one line.
    pub about: &'static str,
    /// What values it takes.
    pub kind: ParamKind,
}

/// What values a parameter takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ParamKind {
    /// `2023-05-10`
    Day,
    /// A whole number from 1.
    Number,
    /// Any words.
    Words,
}

/// The record as of a day.
pub const AS_OF: Param = Param {
    name: "as_of",
    about: "the record as it could be known at the end of this day",
    kind: ParamKind::Day,
};
/// The row whose evidence is shown beside the page.
pub const FOCUS: Param = Param {
    name: "focus",
    about: "the row whose evidence is shown beside",
    kind: ParamKind::Words,
};
/// Rows of one party.
pub const PARTY: Param =
    Param { name: "party", about: "only rows of this party, by code", kind: ParamKind::Words };
/// Rows on one issue.
pub const ISSUE: Param =
    Param { name: "issue", about: "only rows on this issue, by key", kind: ParamKind::Words };
/// Rows of one outlet.
pub const OUTLET: Param =
    Param { name: "outlet", about: "only rows of this outlet, by name", kind: ParamKind::Words };
/// One state, act or kind.
pub const STATE: Param = Param {
    name: "state",
    about: "only rows in this state or of this act",
    kind: ParamKind::Words,
};
/// Changes after a day.
pub const SINCE: Param =
    Param { name: "since", about: "what changed after this day", kind: ParamKind::Day };
/// Rows from a day on.
pub const FROM: Param =
    Param { name: "from", about: "only rows from this day on", kind: ParamKind::Day };
/// Rows up to a day.
pub const UNTIL: Param =
    Param { name: "until", about: "only rows up to this day", kind: ParamKind::Day };
/// Words to search for.
pub const Q: Param = Param { name: "q", about: "words to search for", kind: ParamKind::Words };
/// Which page of rows.
pub const PAGE: Param =
    Param { name: "page", about: "which page of rows, from 1", kind: ParamKind::Number };
/// How many rows on a page.
pub const ROWS_PARAM: Param = Param {
    name: "rows",
    about: "how many rows a page has, at most 1,000",
    kind: ParamKind::Number,
};
/// The row that is judged.
pub const ROW: Param =
    Param { name: "row", about: "the row that is judged", kind: ParamKind::Words };
/// Who is coding.
pub const CODER: Param =
    Param { name: "coder", about: "the name of whoever judges", kind: ParamKind::Words };

/// A request's query.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Ask {
    given: BTreeMap<String, String>,
}

impl Ask {
    /// Of the pairs of a query; a name that the page does not know is refused, and so is a value of the wrong kind.
    pub fn of(pairs: Vec<(String, String)>, known: &[Param]) -> Result<Ask, Refusal> {
        let mut given = BTreeMap::new();
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            let param = known.iter().find(|param| param.name == name);
            let Some(param) = param else { return Err(unknown(&name, known)) };
            check(param, &value)?;
            given.insert(name, value);
        }
        Ok(Ask { given })
    }

    /// A value as it was given.
    pub fn words(&self, param: Param) -> Option<&str> {
        self.given.get(param.name).map(String::as_str)
    }

    /// A day.
    pub fn day(&self, param: Param) -> Option<Date> {
        self.words(param)?.parse().ok()
    }

    /// The rows that this page of them holds, of all those there are.
    pub fn range(&self, all: usize) -> std::ops::Range<usize> {
        let rows = self.rows();
        let start = (self.page() - 1).saturating_mul(rows).min(all);
        start..start.saturating_add(rows).min(all)
    }

    /// Which page of rows, from 1.
    pub fn page(&self) -> usize {
        self.number(PAGE).unwrap_or(1)
    }

    /// How many rows a page has.
    pub fn rows(&self) -> usize {
        self.number(ROWS_PARAM).unwrap_or(ROWS).min(MOST_ROWS)
    }

    /// The same query with one value changed, or left out, as it stands in an address: `?a=b`.
    pub fn with(&self, name: &str, value: Option<&str>) -> String {
        self.changed(&[(name, value)])
    }

    /// The same query with several values changed.
    pub fn changed(&self, changes: &[(&str, Option<&str>)]) -> String {
        let mut given = self.given.clone();
        for (name, value) in changes {
            match value {
                Some(value) => given.insert((*name).to_owned(), (*value).to_owned()),
                None => given.remove(*name),
            };
        }
        let pairs = given.iter().map(|(name, value)| format!("{name}={}", escaped(value)));
        format!("?{}", pairs.collect::<Vec<_>>().join("&"))
    }

    fn number(&self, param: Param) -> Option<usize> {
        self.words(param)?.parse().ok().filter(|number| *number > 0)
    }
}

fn unknown(name: &str, known: &[Param]) -> Refusal {
    let names: Vec<_> = known.iter().map(|param| param.name).collect();
    Refusal::Bad(format!("this page cannot be asked for “{name}”; it knows {}", names.join(", ")))
}

fn check(param: &Param, value: &str) -> Result<(), Refusal> {
    let fits = match param.kind {
        ParamKind::Day => value.len() == "2023-05-10".len() && value.parse::<Date>().is_ok(),
        ParamKind::Number => {
            value.bytes().all(|byte| byte.is_ascii_digit())
                && value.parse().is_ok_and(|number| (1..=MOST).contains(&number))
        }
        ParamKind::Words => value.len() <= LONGEST_VALUE,
    };
    let wants = match param.kind {
        ParamKind::Day => "a day, as 2023-05-10",
        ParamKind::Number => "a whole number from 1, and no greater than 1,000,000,000",
        ParamKind::Words => "words, and no more than 2,000 bytes of them",
    };
    let bad = || Refusal::Bad(format!("“{}” takes {wants}", param.name));
    if fits { Ok(()) } else { Err(bad()) }
}

/// For the value of a query: letters and digits stay, everything else is its bytes in hexadecimal.
pub fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                out.push(byte as char);
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// For a part of a path: as in a query, and dots too, so that `.json` at the end of a path always means the form.
pub fn segment(value: &str) -> String {
    escaped(value).replace('.', "%2E")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(pairs: &[(&str, &str)]) -> Result<Ask, Refusal> {
        let pairs = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Ask::of(pairs, &[AS_OF, PARTY, PAGE, ROWS_PARAM])
    }

    #[test]
    fn unknown_names_and_wrong_values_are_refused() {
        assert!(matches!(ask(&[("colour", "red")]), Err(Refusal::Bad(_))));
        assert!(matches!(ask(&[("as_of", "May")]), Err(Refusal::Bad(_))));
        assert!(matches!(ask(&[("page", "0")]), Err(Refusal::Bad(_))));
        for day in ["20230510", "2023-W19-3", "2023-05-10T10:00", "-002023-05-10", "2023-02-30"] {
            assert!(matches!(ask(&[("as_of", day)]), Err(Refusal::Bad(_))), "{day}");
        }
        for number in ["+1", " 1", "1e3", "1000000001", "99999999999999999999"] {
            assert!(matches!(ask(&[("page", number)]), Err(Refusal::Bad(_))), "{number}");
        }
        let long = "x".repeat(LONGEST_VALUE + 1);
        assert!(matches!(ask(&[("party", &long)]), Err(Refusal::Bad(_))));
        assert!(ask(&[("as_of", "")]).is_ok(), "an empty field of a form is not given");
    }

    #[test]
    fn rows_are_cut_into_pages_that_never_overflow() {
        assert_eq!(ask(&[("page", "2")]).map(|a| a.range(250)).ok(), Some(100..200));
        assert_eq!(ask(&[("page", "9")]).map(|a| a.range(250)).ok(), Some(250..250));
        let most = MOST.to_string();
        assert_eq!(ask(&[("page", &most), ("rows", &most)]).map(|a| a.range(7)).ok(), Some(7..7));
    }

    #[test]
    fn a_value_stays_itself_in_an_address() {
        let asked = ask(&[("party", "a&b=\"<é")]).ok();
        let query = asked.map(|a| a.with("page", Some("2"))).unwrap_or_default();
        assert_eq!(query, "?page=2&party=a%26b%3D%22%3C%C3%A9");
    }
}
