//! What an element's name and attributes say of what is in it.

use std::sync::LazyLock;

use dom_query::Element;
use dom_query::LocalName;
use rustc_hash::{FxHashMap as HashMap, FxHashSet};

const TABLE: &str = include_str!("../../data/cues.txt");

/// Cues of element names and roles, before those of the table.
const TAGS: &[(&str, &[&str])] = &[
    ("article", &["article"]),
    ("main", &["main"]),
    ("aside", &["aside"]),
    ("nav", &["nav"]),
    ("footer", &["footer"]),
    ("header", &["header"]),
    ("figure", &["figure", "figcaption", "caption", "picture"]),
    ("table", &["table"]),
    ("form", &["form", "fieldset", "label", "input"]),
    ("list", &["ul", "ol", "dl"]),
    ("item", &["li", "dt", "dd"]),
    ("quote", &["blockquote", "q"]),
    ("section", &["section"]),
    ("heading", &["h1", "h2", "h3", "h4", "h5", "h6"]),
    ("address", &["address", "time"]),
];

/// A set of cues, one bit each.
pub(super) type Cues = u64;

/// Attributes whose value names the element.
const NAMING: &[&str] = &[
    "class",
    "id",
    "role",
    "itemprop",
    "property",
    "data-component",
    "data-testid",
    "data-module",
    "data-type",
    "data-block-type",
    "data-qa",
    "data-widget",
    "aria-label",
    "rel",
];

static NAMES: LazyLock<FxHashSet<LocalName>> =
    LazyLock::new(|| NAMING.iter().map(|name| LocalName::from(*name)).collect());

/// Longest part of a name that is looked at, in bytes.
const LONGEST: usize = 24;
/// Letters of the shortest word that may be only the start or the end of a part.
const AFFIX: usize = 5;
/// Longest attribute value that is looked at, in bytes.
const VALUE: usize = 400;

/// The words of the tables.
struct Words {
    whole: HashMap<&'static str, Cues>,
    /// Those that may be only the start or the end of a part.
    affixes: HashMap<&'static str, Cues>,
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// What the tables say of the names met so far.
#[derive(Default)]
pub(super) struct CueTable {
    seen: HashMap<String, Cues>,
}

/// The cue of readers' comments: the last of the table.
pub(super) const COMMENTS: Cues = 1 << (CUES - 1);

/// The cue of standfirsts: the seventeenth of the table.
pub(super) const SUMMARY: usize = TAGS.len() + 16;

/// Number of different cues.
pub(super) const CUES: usize = TAGS.len() + 31;

/// The names of elements that have cues.
pub(super) fn tag_names() -> impl Iterator<Item = &'static str> {
    TAGS.iter().flat_map(|(_, names)| names.iter().copied())
}

/// The cues of an element's name.
pub(super) fn of_tag(name: &str) -> Cues {
    let rows = TAGS.iter().enumerate().filter(|(_, (_, names))| names.contains(&name));
    rows.map(|(at, _)| 1 << at).fold(0, |a, b| a | b)
}

impl Words {
    fn read() -> Words {
        let mut words = Words { whole: HashMap::default(), affixes: HashMap::default() };
        let rows = TABLE.lines().filter(|row| !row.starts_with('#') && !row.is_empty());
        for (at, row) in rows.enumerate().take(CUES - TAGS.len()) {
            words.add(row, 1 << (TAGS.len() + at));
        }
        words
    }

    fn add(&mut self, row: &'static str, bit: Cues) {
        for word in row.split_whitespace().skip(1) {
            let bare = word.trim_start_matches('=');
            *self.whole.entry(bare).or_default() |= bit;
            if bare.len() == word.len() && word.len() >= AFFIX {
                *self.affixes.entry(bare).or_default() |= bit;
            }
        }
    }

    fn of_part(&self, part: &str) -> Cues {
        if let Some(cues) = self.whole.get(part) {
            return *cues;
        }
        if part.len() <= AFFIX || part.len() > LONGEST {
            return 0;
        }
        let ends =
            (AFFIX..part.len()).flat_map(|len| [part.get(..len), part.get(part.len() - len..)]);
        let cues = ends.flatten().filter_map(|end| self.affixes.get(end));
        cues.fold(0, |all, cues| all | cues)
    }
}

impl CueTable {
    /// The cues of an element's attributes.
    pub fn of(&mut self, element: &Element) -> Cues {
        let mut cues = 0;
        for attribute in &element.attrs {
            if !attribute.value.is_empty() && NAMES.contains(&attribute.name.local) {
                cues |= self.of_name(&attribute.value);
            }
        }
        cues
    }

    fn of_name(&mut self, name: &str) -> Cues {
        if let Some(cues) = self.seen.get(name) {
            return *cues;
        }
        let mut end = name.len().min(VALUE);
        while !name.is_char_boundary(end) {
            end -= 1;
        }
        let mut cues = 0;
        each_part(&name[..end], |part| cues |= WORDS.of_part(part));
        self.seen.insert(name.to_owned(), cues);
        cues
    }
}

/// Hands over the parts of a name, in lower case: at every mark and before every capital.
fn each_part(name: &str, mut take: impl FnMut(&str)) {
    let mut part = String::new();
    let mut lower = false;
    for c in name.chars() {
        if !part.is_empty() && (!c.is_alphabetic() || c.is_uppercase() && lower) {
            take(&part);
            part.clear();
        }
        lower = c.is_lowercase();
        if c.is_ascii_alphabetic() {
            part.push(c.to_ascii_lowercase());
        } else if c.is_alphabetic() {
            part.extend(c.to_lowercase());
        }
    }
    if !part.is_empty() {
        take(&part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_stand_where_they_are_looked_for() {
        let rows: Vec<&str> =
            TABLE.lines().filter(|row| !row.starts_with('#') && !row.is_empty()).collect();
        assert_eq!(rows.len() + TAGS.len(), CUES);
        assert!(rows[SUMMARY - TAGS.len()].starts_with("summary "));
        assert!(rows.last().is_some_and(|row| row.starts_with("comments ")));
    }

    #[test]
    fn names_fall_into_parts() {
        let mut parts = Vec::new();
        each_part("articleBody post-12_text", |part| parts.push(part.to_owned()));
        assert_eq!(parts, ["article", "body", "post", "text"]);
    }
}
