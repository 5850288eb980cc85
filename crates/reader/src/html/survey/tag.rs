//! The attributes of an element that the survey reads, looked up once.

use dom_query::NodeRef;

/// Bytes of the longest class or id looked at.
const LONGEST: usize = 300;
/// Bytes of the longest value kept.
const VALUE: usize = 2_000;

/// An element as the survey sees it.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag {
    pub name: String,
    /// Class and id in small letters.
    pub labels: String,
    pub property: String,
    pub rel: String,
    pub kind: String,
    pub href: String,
    pub content: String,
    /// `name`, `property`, `itemprop` or `http-equiv` of a `<meta>`.
    pub key: String,
    /// A date that the element carries in an attribute.
    pub date: String,
    /// A title, which some pages use for the full date.
    pub title: String,
    pub lang: String,
    pub pubdate: bool,
    pub hidden: bool,
}

impl Tag {
    pub fn of(node: &NodeRef) -> Option<Tag> {
        let element = node.element_ref()?;
        let mut tag = Tag { name: element.name.local.to_string(), ..Tag::default() };
        for attribute in &element.attrs {
            tag.take(&attribute.name.local, &attribute.value);
        }
        Some(tag)
    }

    fn take(&mut self, name: &str, value: &str) {
        let value = value.get(..VALUE).unwrap_or(value).trim();
        match name {
            "class" | "id" => {
                let end =
                    (0..=LONGEST.min(value.len())).rev().find(|at| value.is_char_boundary(*at));
                self.labels.push_str(&value[..end.unwrap_or(0)].to_lowercase());
                self.labels.push(' ');
            }
            "itemprop" => {
                self.property = value.to_lowercase();
                self.key_unless_set(value);
            }
            "property" | "name" if self.name == "meta" => self.key = value.to_lowercase(),
            "property" => self.property = value.to_lowercase(),
            "http-equiv" => self.key_unless_set(value),
            "rel" => self.rel = value.to_lowercase(),
            "type" => self.kind = value.to_lowercase(),
            "href" => self.href = value.to_owned(),
            "content" => self.content = value.to_owned(),
            "datetime" | "data-datetime" | "data-date" | "data-time" | "data-timestamp"
            | "data-utime" | "data-published" | "data-pubdate" | "data-seconds"
            | "data-unixtime" => self.date = value.to_owned(),
            "title" => self.title = value.to_owned(),
            "lang" => self.lang = value.to_owned(),
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

fn is_hiding(style: &str) -> bool {
    let mut rules = style.split(';').filter_map(|rule| rule.split_once(':'));
    rules.any(|(name, value)| {
        name.trim().eq_ignore_ascii_case("display") && value.trim().starts_with("none")
    })
}
