//! Nesting, looked at before parsing: tree builders take quadratic time in depth, and what walks a
//! tree by calling itself runs out of stack.

/// Elements inside each other. Browsers stop nesting at 512; real pages stay below 100.
const DEEPEST: usize = 400;

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements whose end tag is often left out; one closes the one before.
const OPTIONAL: &[&str] = &["p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead"];
/// Elements whose content is not text of the page.
const RAW: &[&str] =
    &["script", "style", "template", "noscript", "textarea", "svg", "iframe", "head"];
/// Elements after which a line does not end.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// A tag as it stands in the source.
struct Tag<'a> {
    name: String,
    closing: bool,
    /// Where it begins in the searched text.
    at: usize,
    /// What follows it.
    rest: &'a str,
}

/// The next tag of a page.
fn next_tag(rest: &str) -> Option<Tag<'_>> {
    let mut from = 0;
    loop {
        let at = from + rest.get(from..)?.find('<')?;
        let inner = rest.get(at + 1..)?;
        let closing = inner.starts_with('/');
        let name_at = inner.strip_prefix('/').unwrap_or(inner);
        let len = name_at.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name_at.len());
        if len == 0 {
            from = at + 1;
            continue;
        }
        let name = name_at.get(..len)?.to_ascii_lowercase();
        let after = inner.find('>').map_or("", |end| inner.get(end + 1..).unwrap_or(""));
        return Some(Tag { name, closing, at, rest: after });
    }
}

/// True if elements are nested beyond what any page needs.
pub(super) fn is_too_deep(page: &str) -> bool {
    let (mut depth, mut inline) = (0usize, 0usize);
    let mut rest = page;
    while let Some(tag) = next_tag(rest) {
        rest = tag.rest;
        let name = tag.name.as_str();
        if VOID.contains(&name) {
            continue;
        }
        let counted = if OPTIONAL.contains(&name) && name != "li" {
            continue;
        } else {
            INLINE.contains(&name)
        };
        let count = if counted { &mut inline } else { &mut depth };
        *count = if tag.closing { count.saturating_sub(1) } else { *count + 1 };
        if depth > DEEPEST || inline > DEEPEST {
            return true;
        }
    }
    false
}

/// Longest tag, in bytes. Inlined pictures are the longest that mean something to a browser; to a
/// reader nothing beyond this does.
const LONGEST_TAG: usize = 32 << 10;

/// The page without the attributes of tags too long to be meant for anyone.
pub(super) fn shorten_tags(page: &str) -> String {
    let mut short = String::new();
    let mut rest = page;
    while let Some(tag) = next_tag(rest) {
        let len = rest.len() - tag.at - tag.rest.len();
        if len > LONGEST_TAG {
            short.push_str(rest.get(..tag.at).unwrap_or_default());
            short.push_str(if tag.closing { "</" } else { "<" });
            short.push_str(&tag.name);
            short.push('>');
        } else {
            short.push_str(rest.get(..tag.at + len).unwrap_or_default());
        }
        rest = tag.rest;
    }
    short.push_str(rest);
    short
}

/// The text of a page without building its tree: tags out, a line for each block.
pub(super) fn flat_text(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some(tag) = next_tag(rest) {
        text.push_str(rest.get(..tag.at).unwrap_or_default());
        if !INLINE.contains(&tag.name.as_str()) {
            text.push_str("\n\n");
        }
        rest = tag.rest;
        if RAW.contains(&tag.name.as_str()) && !tag.closing {
            rest = after_end(rest, &tag.name);
        }
    }
    text.push_str(rest);
    unescape(&text)
}

/// What follows the end tag of a raw element; nothing if it is never closed.
fn after_end<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut rest = rest;
    while let Some(tag) = next_tag(rest) {
        rest = tag.rest;
        if tag.closing && tag.name == name {
            return rest;
        }
    }
    ""
}

/// The few entities that text is full of.
fn unescape(text: &str) -> String {
    const ENTITIES: &[(&str, &str)] = &[
        ("&nbsp;", " "),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&apos;", "'"),
        ("&rsquo;", "’"),
        ("&lsquo;", "‘"),
        ("&rdquo;", "”"),
        ("&ldquo;", "“"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    ENTITIES.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_pages_are_noticed() {
        assert!(is_too_deep(&"<div>".repeat(1000)));
        assert!(is_too_deep(&"<ul><li>".repeat(1000)));
        assert!(!is_too_deep(&"<div><p>a<p>b</div>".repeat(1000)));
        assert!(!is_too_deep(&"<br><img>".repeat(1000)));
    }

    #[test]
    fn long_tags_lose_their_attributes() {
        let page = format!("<p class=\"{}\">a</p><p id=b>c</p>", "x ".repeat(LONGEST_TAG));
        assert_eq!(shorten_tags(&page), "<p>a</p><p id=b>c</p>");
    }

    #[test]
    fn flat_text_has_a_line_for_each_block() {
        let page = "<head><title>x</title></head><script>var a = '<p>';</script><h1>Head</h1><div><p>a <b>b</b> &amp; c</div>";
        let lines: Vec<String> =
            flat_text(page).lines().filter(|l| !l.is_empty()).map(str::to_owned).collect();
        assert_eq!(lines, ["Head", "a b & c"]);
    }
}
