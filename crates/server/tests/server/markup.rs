//! A page's tags, compared with those that its templates have: what else is there came from a record or a question.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Attributes that stand without a value.
const BARE: [&str; 7] = ["hidden", "open", "defer", "required", "checked", "selected", "external"];

/// A start tag.
#[derive(Debug)]
pub struct Tag {
    /// In small letters.
    pub name: String,
    /// Names and values, entities read back.
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's value.
    pub fn value(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What templates may write.
pub struct Known {
    tags: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

impl Known {
    /// From the templates' own text.
    pub fn of_templates() -> Known {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let mut known = Known { tags: BTreeSet::new(), attributes: BTreeSet::new() };
        known.attributes.extend(BARE.map(str::to_owned));
        for file in fs::read_dir(folder).unwrap() {
            let source = fs::read_to_string(file.unwrap().path()).unwrap();
            let starts = source.split('<').skip(1).map(word);
            known.tags.extend(starts.filter(|name| !name.is_empty()));
            let values = source.match_indices("=\"").map(|(at, _)| last_word(&source[..at]));
            known.attributes.extend(values.filter(|name| !name.is_empty()));
        }
        known
    }

    /// What a page holds that no template has, or that leads elsewhere; one line each.
    pub fn strange(&self, html: &str) -> Vec<String> {
        let tags = tags(html);
        let unknown = tags.iter().filter(|tag| !self.tags.contains(&tag.name));
        let mut strange: Vec<String> = unknown.map(|tag| format!("{tag:?}")).collect();
        for tag in &tags {
            let odd = |name: &str| name.starts_with("on") || !self.attributes.contains(name);
            let all = tag.attributes.iter();
            strange
                .extend(all.filter(|(name, _)| odd(name)).map(|one| format!("{tag:?}: {one:?}")));
            if tag.name == "script"
                && !tag.value("src").is_some_and(|src| src.starts_with("/assets/"))
            {
                strange.push(format!("{tag:?} is no script of ours"));
            }
            if leads_elsewhere(tag) {
                strange.push(format!("{tag:?} leads elsewhere"));
            }
        }
        strange
    }
}

/// True unless every address in it is of this server, or the marked link to a report's own page on the web.
fn leads_elsewhere(tag: &Tag) -> bool {
    let addresses = ["href", "src", "action", "formaction", "data", "poster"];
    let mut values = addresses.iter().filter_map(|name| tag.value(name));
    let is_marked = tag.value("rel").is_some_and(|rel| rel.contains("external"));
    let is_web = |to: &str| to.starts_with("https://") || to.starts_with("http://");
    values.any(|to| !is_own(to) && !(is_marked && is_web(to)))
}

/// Of this server, as a browser reads it.
pub fn is_own(to: &str) -> bool {
    let read: String = to.chars().filter(|c| !matches!(c, '\t' | '\r' | '\n')).collect();
    let is_path = read.starts_with('/') && !read.starts_with("//") && !read.starts_with("/\\");
    is_path || read.is_empty() || read.starts_with('?') || read.starts_with('#')
}

/// Every start tag, with a quoted value taken as a whole.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name = word(rest);
        if name.is_empty() {
            continue;
        }
        rest = &rest[name.len()..];
        let mut attributes = Vec::new();
        while let Some((attribute, after)) = attribute(rest) {
            attributes.push(attribute);
            rest = after;
        }
        tags.push(Tag { name, attributes });
    }
    tags
}

fn attribute(rest: &str) -> Option<((String, String), &str)> {
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))?;
    let (name, rest) = rest.split_at(end);
    if name.is_empty() {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let Some(value) = rest.strip_prefix('=') else { return Some(((name, String::new()), rest)) };
    match value.strip_prefix('"') {
        Some(quoted) => {
            let (value, after) = quoted.split_once('"')?;
            Some(((name, plain(value)), after))
        }
        None => {
            let end = value.find(|c: char| c.is_whitespace() || c == '>')?;
            Some(((name, plain(&value[..end])), &value[end..]))
        }
    }
}

/// Entities read back, those that our templates write.
fn plain(value: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#x2f;", "/")];
    let read = pairs.iter().fold(value.to_owned(), |value, (from, to)| value.replace(from, to));
    read.replace("&amp;", "&")
}

fn word(text: &str) -> String {
    text.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

fn last_word(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == ':';
    let start = text.rfind(|c| !is_part(c)).map_or(0, |at| at + 1);
    text.get(start..).unwrap_or_default().to_ascii_lowercase()
}

#[test]
fn what_no_template_has_is_found() {
    let known = Known::of_templates();
    assert_eq!(known.strange("<p><a href=\"/meetings?a=b\">x</a> &lt;img&gt;</p>"), [""; 0]);
    for harm in [
        "<img src=\"/x\">",
        "<p onclick=\"alert(1)\">",
        "<p style=\"color: red\">",
        "<a href=\"javascript:alert(1)\">",
        "<a href=\"&#x2f;/elsewhere.example\">",
        "<a href=\"/\t/elsewhere.example\">",
        "<a href=\"https://elsewhere.example\">",
        "<script>alert(1)</script>",
        "<p title=\"\"onmouseover=alert(1) x=\"\">",
    ] {
        assert!(!known.strange(harm).is_empty(), "{harm}");
    }
}
