//! One row as a draft.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use text::DateBasis;

use super::{Role, Row};
use crate::draft::Draft;
use crate::page_date::{self, Order};
use crate::published::Candidate;
use crate::{html, markdown, plain, problems};

/// How a row's text is written, where its tags do not tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Writing {
    Plain,
    Markdown,
}

/// The article that a row tells; `None` if the row has no text.
pub(crate) fn draft(row: &Row, writing: Writing) -> Option<Draft> {
    let title = row.words(Role::Title);
    let language = row.words(Role::Language);
    let order = Order::of_language(language.as_deref().unwrap_or_default());
    let text = row.words(Role::Text).or_else(|| row.words(Role::Html))?;
    let mut draft = body(&text, title.as_deref(), order, writing);
    draft.url = web(row).or(draft.url);
    draft.outlet = row.words(Role::Outlet).or(draft.outlet);
    draft.title = title.or(draft.title);
    draft.byline = row.words(Role::Byline).or(draft.byline);
    draft.language = language.or(draft.language);
    add_dates(row, order, &mut draft);
    if is_cut(&text) {
        draft.problems.push(problems::CUT.found("the row gives the beginning of the text only"));
    }
    Some(draft)
}

/// The address, if it is one of the web.
pub(super) fn web(row: &Row) -> Option<String> {
    let url = row.words(Role::Url)?;
    ["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)).then_some(url)
}

/// A text may be plain, in tags, or a page as it was fetched.
fn body(text: &str, title: Option<&str>, order: Order, writing: Writing) -> Draft {
    let start: String = text.chars().take(400).collect::<String>().to_ascii_lowercase();
    if start.contains("<html") || start.trim_start().starts_with("<!doctype") {
        return html::read(text);
    }
    if has_tags(text) {
        return html::read_fragment(text, title);
    }
    match writing {
        Writing::Markdown => html::read_fragment(&markdown::to_html(text), title),
        Writing::Plain => {
            plain::read(text, plain::Known { title: title.map(plain::Title::Name), order })
        }
    }
}

/// Tags of paragraphs and lines: angle brackets alone may be anything.
fn has_tags(text: &str) -> bool {
    ["</p>", "<p>", "<br>", "<br/>", "<br />", "</div>", "</P>", "<BR>"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// "… [+1234 chars]": a service that gives no more without being paid.
fn is_cut(text: &str) -> bool {
    let tail = text.trim_end().rsplit_once("[+").map(|(_, tail)| tail);
    tail.and_then(|tail| tail.strip_suffix(" chars]"))
        .is_some_and(|count| count.bytes().all(|b| b.is_ascii_digit()))
}

fn add_dates(row: &Row, order: Order, draft: &mut Draft) {
    if let Some(value) = row.words(Role::Published) {
        match day(&value, order) {
            Some(day) => draft.dates.insert(0, Candidate::Day(day, DateBasis::Given)),
            None => draft
                .problems
                .push(problems::BAD_DATE.found(format!("not a date: {}", brief(&value)))),
        }
    }
    let by_url = draft.url.as_deref().and_then(page_date::url_day);
    draft.dates.extend(by_url.map(|day| Candidate::Day(day, DateBasis::Url)));
    let modified = row.words(Role::Modified).and_then(|value| day(&value, order));
    draft.modified = modified.or(draft.modified);
}

/// The day of a field: as machines write it, as people do, or in seconds since 1970.
pub(super) fn day(value: &str, order: Order) -> Option<Date> {
    let value = value.trim();
    page_date::machine_day(value, order)
        .or_else(|| epoch(value))
        .or_else(|| page_date::first_day(value, order))
}

/// Seconds or milliseconds since 1970, of a day that news on the web can have.
fn epoch(value: &str) -> Option<Date> {
    let number = value.split('.').next()?;
    let seconds: i64 = match number.len() {
        9 | 10 => number.parse().ok()?,
        12 | 13 => number.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    Some(Timestamp::from_second(seconds).ok()?.to_zoned(TimeZone::UTC).date())
}

/// The start of a value, for a message.
fn brief(value: &str) -> String {
    value.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_come_in_many_forms() {
        let expected = Some(date(2021, 3, 4));
        for value in [
            "2021-03-04",
            "2021-03-04T23:30:00+02:00",
            "2021-03-04 10:00:00",
            "20210304T100000Z",
            "Thu, 04 Mar 2021 10:00:00 GMT",
            "1614852000",
            "1614852000000",
            "1614852000.0",
            "March 4, 2021",
        ] {
            assert_eq!(day(value, Order::Unknown), expected, "{value}");
        }
        assert_eq!(day("yesterday", Order::Unknown), None);
        assert_eq!(day("03/04/2021", Order::Unknown), None);
    }

    #[test]
    fn a_text_that_was_cut_says_so() {
        assert!(is_cut("The envoys met in… [+2310 chars]"));
        assert!(!is_cut("The envoys met in Tarn [+1]."));
    }
}
