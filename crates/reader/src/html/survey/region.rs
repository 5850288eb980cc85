//! Parts of a page that belong to something else than its own story.

use super::heard::{Heard, List};

/// What a part of a page is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::html) enum Region {
    /// The page itself.
    Page,
    /// Readers' comments.
    Comments,
    /// Navigation, margins, mastheads and feet.
    Margin,
    /// Lists of other stories.
    Others,
}

/// Words of names of margins.
const MARGIN_WORDS: &[&str] =
    &["nav", "menu", "aside", "toolbar", "cookie", "cookies", "newsletter"];
/// What a name of comments is not: a count, a switch, a link to them.
const NO_COMMENTS: &[&str] = &[
    "count", "number", "link", "open", "closed", "enabled", "has", "no", "with", "meta", "icon",
    "bubble",
];

/// What an element's tag alone says: `None` if nothing, `Some(None)` if its names say nothing either.
pub(super) fn of_tag(tag: &str) -> Option<Option<Region>> {
    match tag {
        "nav" | "aside" | "footer" | "header" => Some(Some(Region::Margin)),
        "html" | "body" | "main" | "article" | "h1" | "time" => Some(None),
        _ => None,
    }
}

/// What an element's class and id, in small letters, say it is.
pub(super) fn of(labels: &str, heard: Heard) -> Option<Region> {
    if heard.any(List::Comments) && is_comments(labels) {
        return Some(Region::Comments);
    }
    let boxed = || heard.any(List::Widgets) && labels.split_whitespace().any(is_widget);
    if heard.any(List::OtherStories) || boxed() {
        return Some(Region::Others);
    }
    let word =
        || heard.any(List::MarginWords) && words(labels).any(|word| MARGIN_WORDS.contains(&word));
    let margin = heard.any(List::Margins) && !heard.any(List::Feet) || word();
    margin.then_some(Region::Margin)
}

/// A box of a margin by a common publishing program, not the boxes that some page builders make whole pages of.
fn is_widget(label: &str) -> bool {
    label.starts_with("widget")
        && !label.starts_with("widget-container")
        && !label.starts_with("widget-content")
}

fn is_comments(labels: &str) -> bool {
    labels.split_whitespace().any(|label| {
        let speaks = ["comment", "disqus", "kommentar"].iter().any(|cue| label.contains(cue));
        speaks && !words(label).any(|word| NO_COMMENTS.contains(&word))
    })
}

fn words(labels: &str) -> impl Iterator<Item = &str> {
    labels.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
