//! The attributes of an element that the survey reads, looked up once.

use dom_query::Element;

/// Bytes of the longest class or id looked at.
const LONGEST: usize = 300;
/// Bytes of the longest value kept.
const VALUE: usize = 2_000;

/// An element as the survey sees it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag<'a> {
    pub name: &'a str,
    /// Class and id.
    pub labels: &'a str,
    pub property: String,
    pub rel: String,
    pub href: &'a str,
    pub content: &'a str,
    /// `name`, `property`, `itemprop` or `http-equiv` of a `<meta>`.
    pub key: String,
    /// A date that the element carries in an attribute.
    pub date: &'a str,
    /// A title, which some pages use for the full date.
    pub title: &'a str,
    pub lang: &'a str,
    pub pubdate: bool,
    pub hidden: bool,
}

impl<'a> Tag<'a> {
    /// What an element's attributes say; `room` is for its class and id.
    pub fn of(element: &'a Element, room: &'a mut String) -> Tag<'a> {
        room.clear();
        let mut tag = Tag { name: &element.name.local, ..Tag::default() };
        for attribute in &element.attrs {
            let value = attribute.value.get(..VALUE).unwrap_or(&attribute.value).trim();
            match &*attribute.name.local {
                "class" | "id" => label(value, room),
                name => tag.take(name, value),
            }
        }
        tag.labels = room;
        tag
    }

    fn take(&mut self, name: &str, value: &'a str) {
        match name {
            "itemprop" => {
                self.property = value.to_lowercase();
                self.key_unless_set(value);
            }
            "property" | "name" if self.name == "meta" => self.key = value.to_lowercase(),
            "property" => self.property = value.to_lowercase(),
            "http-equiv" => self.key_unless_set(value),
            "rel" => self.rel = value.to_lowercase(),
            "href" => self.href = value,
            "content" => self.content = value,
            "datetime" | "data-datetime" | "data-date" | "data-time" | "data-timestamp"
            | "data-utime" | "data-published" | "data-pubdate" | "data-seconds"
            | "data-unixtime" => self.date = value,
            "title" => self.title = value,
            "lang" => self.lang = value,
            "pubdate" => self.pubdate = true,
            "hidden" => self.hidden = true,
            "style" => self.hidden |= is_hiding(value),
            _ => {}
        }
    }

    fn key_unless_set(&mut self, value: &str) {
        if self.key.is_empty() {
            self.key = value.to_lowercase();
        }
    }
}

/// Adds a class or id.
fn label(value: &str, room: &mut String) {
    let mut end = LONGEST.min(value.len());
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    room.push_str(&value[..end]);
    room.push(' ');
}

fn is_hiding(style: &str) -> bool {
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    rules.any(|(name, value)| {
        name.trim().eq_ignore_ascii_case("display") && value.trim().starts_with("none")
    })
}
