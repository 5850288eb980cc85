//! Markdown: its marks become the elements they stand for, its front matter the fields of a row.

use capture::Row;
use pulldown_cmark::{Options, Parser, html};
use serde_json::Value;

use crate::draft::Draft;
use crate::page_date::Order;
use crate::rows::{Writing, draft};
use crate::{html as page, plain};

/// Reads a Markdown file, with front matter or without.
pub(crate) fn read(text: &str) -> Draft {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let (fields, body) = front_matter(text);
    if fields.is_empty() {
        return page::read_fragment(&to_html(text), None);
    }
    let body = ("text".to_owned(), Value::String(body.to_owned()));
    let unread = || plain::read(text, plain::Known { title: None, order: Order::Unknown });
    draft(&Row::new(fields.into_iter().chain([body])), Writing::Markdown).unwrap_or_else(unread)
}

/// The same text as HTML.
pub(crate) fn to_html(text: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(text, options));
    out
}

/// The fields between two fences at the start, and the text behind them.
fn front_matter(text: &str) -> (Vec<(String, Value)>, &str) {
    let fence = text.lines().next().unwrap_or_default().trim_end();
    if fence != "---" && fence != "+++" {
        return (Vec::new(), text);
    }
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        if number > 0 && line.trim_end() == fence {
            let head = text.get(..at).unwrap_or_default();
            return (fields(head), text.get(at..).unwrap_or_default());
        }
    }
    (Vec::new(), text)
}

/// `name: value`, `name = value`, and lists below a name or in brackets. What is nested deeper is
/// left out.
fn fields(head: &str) -> Vec<(String, Value)> {
    let mut fields: Vec<(String, Value)> = Vec::new();
    for line in head.lines().skip(1) {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            if let Some((_, Value::Array(list))) = fields.last_mut() {
                list.push(Value::String(unquoted(item).to_owned()));
            }
        } else if let Some((name, value)) =
            line.split_once([':', '=']).filter(|_| !line.starts_with(' '))
        {
            fields.push((name.trim().to_owned(), value_of(value.trim())));
        }
    }
    fields
}

fn value_of(value: &str) -> Value {
    let list = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match list {
        _ if value.is_empty() => Value::Array(Vec::new()),
        Some(list) => list.split(',').map(|item| unquoted(item).to_owned()).collect(),
        None => Value::String(unquoted(value).to_owned()),
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    let within = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_read() {
        let text = "---\ntitle: \"Envoys: a meeting\"\nauthors:\n  - Jane Doe\n  - A. Roe\ntags: [a, b]\n---\nThey met.\n";
        let (fields, body) = front_matter(text);
        assert_eq!(body, "They met.\n");
        assert_eq!(fields[0], ("title".to_owned(), "Envoys: a meeting".into()));
        assert_eq!(fields[1].1, serde_json::json!(["Jane Doe", "A. Roe"]));
        assert_eq!(fields[2].1, serde_json::json!(["a", "b"]));
        assert_eq!(front_matter("---\nno end"), (vec![], "---\nno end"));
    }
}
