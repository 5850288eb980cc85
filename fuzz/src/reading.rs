//! What holds of whatever the reader makes of bytes.

use capture::{Captures, Content};
use reader::{Given, Reading, read_capture};
use text::{Article, Digest};

use crate::ground::{one_of, problems_fit};

#[path = "../../crates/reader/tests/properties/mod.rs"]
mod properties;

/// Reads bytes as a source called `path`, piece by piece, and looks at each.
pub fn check(bytes: &[u8], path: &str) {
    let given = Given::default();
    let mut pieces = 0;
    for capture in Captures::new(bytes, path) {
        pieces += 1;
        let reading = read_capture(&capture, &given);
        let is_list = matches!(capture.content(), Content::Entry(_) | Content::Item(_));
        assert!(is_list || !is_silent(&reading), "a piece is lost without a word");
        reading.articles.iter().for_each(whole);
        for (at, article) in reading.articles.iter().enumerate() {
            problems_fit(reading.problems_of(at), article);
        }
    }
    assert!(pieces > 0, "silence");
    if one_of(16, bytes) {
        properties::check(bytes);
    }
}

fn is_silent(reading: &Reading) -> bool {
    reading.articles.is_empty() && reading.problems.is_empty() && reading.listed.is_empty()
}

/// An article is its blocks, bears the name that its content gives it, and holds no control characters.
fn whole(article: &Article) {
    properties::check_blocks(article);
    let text = &article.text;
    let odd = text.chars().find(|c| c.is_control() && *c != '\n');
    assert_eq!(odd, None, "a control character in the text: {text:?}");
    assert_ne!(article.capture.0, Digest::of(&[]), "a capture without a name");
    let id = Article::identify(article.capture, &article.name, text, article.published.as_ref());
    assert_eq!(article.id, id, "an article is not named after its content");
    if let Some(published) = &article.published {
        assert!(published.when.from <= published.when.until, "{published:?}");
    }
}
