//! Parts of a page that belong to something else than its own story.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

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

/// Parts of names of lists of other stories.
const OTHERS: &[&str] = &[
    "related",
    "recommend",
    "teaser",
    "mostread",
    "most-read",
    "mostpopular",
    "popular",
    "trending",
    "promo",
    "latest",
    "readmore",
    "read-more",
    "more-news",
    "morenews",
    "newslist",
    "news-list",
    "recent",
    "similar",
    "linklist",
    "carousel",
    "slider",
    "upcoming",
    "prev-next",
    "pagination",
    "ticker",
    "aktuell",
    "lentanews",
    "navigation",
    "outbrain",
    "taboola",
];
/// Parts of names of margins.
const MARGINS: &[&str] = &[
    "sidebar",
    "side-bar",
    "sidecol",
    "footer",
    "navbar",
    "topbar",
    "breadcrumb",
    "masthead",
    "copyright",
];
/// The foot of a story, which is part of it.
const FEET: &[&str] = &[
    "post-footer",
    "entry-footer",
    "article-footer",
    "article__footer",
    "postfooter",
    "content-footer",
    "story-footer",
];
/// Words of names of margins.
const MARGIN_WORDS: &[&str] =
    &["nav", "menu", "aside", "toolbar", "cookie", "cookies", "newsletter"];
/// What a name of comments is not: a count, a switch, a link to them.
const NO_COMMENTS: &[&str] = &[
    "count", "number", "link", "open", "closed", "enabled", "has", "no", "with", "meta", "icon",
    "bubble",
];

static OTHERS_IN: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(OTHERS));
static MARGINS_IN: LazyLock<AhoCorasick> = LazyLock::new(|| any_of(MARGINS));

/// Finds any of some words, which are few.
pub(super) fn any_of(words: &[&str]) -> AhoCorasick {
    AhoCorasick::new(words).expect("the words are few")
}

/// What an element's tag alone says: `None` if nothing, `Some(None)` if its names say nothing either.
pub(super) fn of_tag(tag: &str) -> Option<Option<Region>> {
    match tag {
        "nav" | "aside" | "footer" | "header" => Some(Some(Region::Margin)),
        "html" | "body" | "main" | "article" | "h1" | "time" => Some(None),
        _ => None,
    }
}

/// What an element's class and id, in small letters, say it is.
pub(super) fn of(labels: &str) -> Option<Region> {
    if labels.is_empty() {
        return None;
    }
    if is_comments(labels) {
        return Some(Region::Comments);
    }
    if OTHERS_IN.is_match(labels) || labels.split_whitespace().any(is_widget) {
        return Some(Region::Others);
    }
    let margin = MARGINS_IN.is_match(labels) && !FEET.iter().any(|foot| labels.contains(foot))
        || words(labels).any(|word| MARGIN_WORDS.contains(&word));
    margin.then_some(Region::Margin)
}

/// A box of a margin by a common publishing program, not the boxes that some page builders make whole pages of.
fn is_widget(label: &str) -> bool {
    label.starts_with("widget")
        && !label.starts_with("widget-container")
        && !label.starts_with("widget-content")
}

fn is_comments(labels: &str) -> bool {
    if !labels.contains("comment") && !labels.contains("disqus") && !labels.contains("kommentar") {
        return false;
    }
    labels.split_whitespace().any(|label| {
        let speaks = ["comment", "disqus", "kommentar"].iter().any(|cue| label.contains(cue));
        speaks && !words(label).any(|word| NO_COMMENTS.contains(&word))
    })
}

fn words(labels: &str) -> impl Iterator<Item = &str> {
    labels.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
