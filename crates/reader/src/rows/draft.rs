//! One row as a draft.

use capture::{Role, Row};
use text::DateBasis;

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
    draft.url = row.entry().map(|entry| entry.url).or(draft.url);
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
        match page_date::field_day(&value, order) {
            Some(day) => draft.dates.insert(0, Candidate::Day(day, DateBasis::Given)),
            None => draft
                .problems
                .push(problems::BAD_DATE.found(format!("not a date: {}", brief(&value)))),
        }
    }
    let by_url = draft.url.as_deref().and_then(page_date::url_day);
    draft.dates.extend(by_url.map(|day| Candidate::Day(day, DateBasis::Url)));
    let modified = row.words(Role::Modified).and_then(|value| page_date::field_day(&value, order));
    draft.modified = modified.or(draft.modified);
}

/// The start of a value, for a message.
fn brief(value: &str) -> String {
    value.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_was_cut_says_so() {
        assert!(is_cut("The envoys met in… [+2310 chars]"));
        assert!(!is_cut("The envoys met in Tarn [+1]."));
    }
}
