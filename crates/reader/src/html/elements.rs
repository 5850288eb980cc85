//! Elements by what they do to lines, each name looked up once.

use std::sync::LazyLock;

use dom_query::LocalName;
use rustc_hash::FxHashMap;

use super::cues::{self, Cues};
use super::outline::{Style, Tag};

/// Elements that end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];
/// Elements that hold no text for readers.
const SKIPPED: &[&str] = &[
    "script", "style", "template", "noscript", "textarea", "select", "button", "svg", "iframe",
    "head", "object", "canvas", "video", "audio", "math",
];
/// Pictures and players.
const PICTURES: &[&str] = &["img", "picture", "video", "audio", "iframe", "amp-img"];

/// What an element's name says.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    /// It ends a line.
    pub block: bool,
    /// It holds no text for readers.
    pub skipped: bool,
    pub picture: bool,
    pub tag: Tag,
    pub style: Style,
    pub cues: Cues,
}

static KINDS: LazyLock<FxHashMap<LocalName, Kind>> = LazyLock::new(|| {
    let named = cues::tag_names().chain(Style::NAMES.iter().copied());
    let all = BLOCKS.iter().chain(SKIPPED).chain(PICTURES).copied().chain(named);
    all.map(|name| (LocalName::from(name), Kind::read(name))).collect()
});

impl Kind {
    /// Of an element with this name.
    pub fn of(name: &LocalName) -> Kind {
        KINDS.get(name).copied().unwrap_or_else(|| Kind::read(""))
    }

    fn read(name: &str) -> Kind {
        Kind {
            block: BLOCKS.contains(&name),
            skipped: SKIPPED.contains(&name),
            picture: PICTURES.contains(&name),
            tag: Tag::of(name),
            style: Style::of(name),
            cues: cues::of_tag(name),
        }
    }
}
