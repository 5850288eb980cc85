//! The main text of a page.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::blocks;
use crate::plain::Line;

/// The lines of the element that reads most like an article. Uses up the tree.
pub(super) fn main_lines(document: Document) -> Vec<Line> {
    let whole = document.body().map(|body| blocks::lines(&body)).unwrap_or_default();
    let config = Config { disable_json_ld: true, ..Config::default() };
    let parsed =
        Readability::with_document(document, None, Some(config)).and_then(|mut page| page.parse());
    match parsed {
        Ok(article) => blocks::lines(&Document::from(article.content).root()),
        Err(_) => whole,
    }
}
