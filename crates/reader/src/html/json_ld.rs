//! schema.org in JSON-LD: what the page says of its own article. A page may describe others too.

use serde_json::Value;

use crate::plain::normal;

/// An article, or the page itself, as JSON-LD describes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    /// It is an article, not only a page.
    pub is_article: bool,
    pub headline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub url: Option<String>,
}

/// Largest block looked at, in bytes. Publishers' own stay below 100 KB.
const LARGEST: usize = 2 << 20;
/// Most objects looked at in one block.
const MOST: usize = 5_000;
/// Most objects of a `@graph` that an author may be looked up in.
const PEOPLE: usize = 200;

/// All articles and pages that the blocks describe. A broken block has none.
pub(super) fn stories(blocks: &[&str]) -> Vec<Story> {
    blocks.iter().filter(|block| block.len() <= LARGEST).flat_map(|block| of_block(block)).collect()
}

/// Which of the stories are the page's own, by title or address; the only one, if there is one.
pub(super) fn own<'a>(stories: &'a [Story], titles: &[&str], url: Option<&str>) -> Vec<&'a Story> {
    let titles: Vec<String> = titles.iter().map(|title| normal(title)).collect();
    let articles = || stories.iter().filter(|story| story.is_article);
    let sure: Vec<&Story> =
        articles().filter(|story| story.is_titled(&titles) || story.is_at(url)).collect();
    match (sure.is_empty(), articles().count()) {
        (true, 1) => articles().collect(),
        (true, 0) => stories.iter().filter(|story| story.published.is_some()).take(1).collect(),
        _ => sure,
    }
}

fn of_block(block: &str) -> Vec<Story> {
    let Some(value) = parse(block) else { return Vec::new() };
    let mut found = Vec::new();
    let people = people(&value);
    let mut rest = vec![&value];
    for _ in 0..MOST {
        let Some(value) = rest.pop() else { break };
        match value {
            Value::Array(items) => rest.extend(items.iter().rev()),
            Value::Object(fields) => {
                found.extend(Sort::of(value).map(|sort| Story::of(value, sort, &people)));
                let inner = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed"];
                rest.extend(inner.iter().filter_map(|key| fields.get(*key)));
            }
            _ => {}
        }
    }
    found
}

/// Parses what pages call JSON: in comments, with raw line ends, with commas too many.
fn parse(block: &str) -> Option<Value> {
    let plain = block
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_start_matches("<![CDATA[");
    let plain = plain
        .trim_end_matches("-->")
        .trim_end_matches("//]]>")
        .trim_end_matches("]]>")
        .trim()
        .trim_end_matches(';');
    let spaced: String = plain.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    serde_json::from_str(&spaced)
        .or_else(|_| serde_json::from_str(&without_spare_commas(&spaced)))
        .ok()
}

/// The text without commas before a closing bracket.
fn without_spare_commas(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '}' | ']' if !in_string => {
                let kept = mended.trim_end().trim_end_matches(',').len();
                mended.truncate(kept);
            }
            _ => {}
        }
        mended.push(c);
    }
    mended
}

/// What kind of thing an object describes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Sort {
    Article,
    Page,
}

impl Sort {
    fn of(value: &Value) -> Option<Sort> {
        let kinds: Vec<&str> = match value.get("@type")? {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return None,
        };
        let ends =
            |ends: &[&str]| kinds.iter().any(|kind| ends.iter().any(|end| kind.ends_with(end)));
        if ends(&[
            "Article",
            "Posting",
            "Report",
            "Recipe",
            "Review",
            "Report",
            "PressRelease",
            "HowTo",
        ]) {
            Some(Sort::Article)
        } else if ends(&["WebPage", "ItemPage", "AboutPage"]) {
            Some(Sort::Page)
        } else {
            None
        }
    }
}

/// Names by the `@id` that articles refer to them with.
fn people(value: &Value) -> Vec<(&str, &str)> {
    let graph =
        value.get("@graph").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let named = graph
        .iter()
        .take(PEOPLE)
        .filter_map(|item| Some((item.get("@id")?.as_str()?, item.get("name")?.as_str()?)));
    named.collect()
}

impl Story {
    fn of(value: &Value, sort: Sort, people: &[(&str, &str)]) -> Story {
        let text = |key: &str| {
            value
                .get(key)
                .and_then(Value::as_str)
                .map(str::trim)
                .filter(|s| !s.is_empty())
                .map(unescaped)
        };
        let page = value.get("mainEntityOfPage").unwrap_or(&Value::Null);
        let name = |key: &str| value.get(key).map(|value| names(value, people)).unwrap_or_default();
        let publisher = name("publisher").into_iter().next();
        let mut authors = name("author");
        if authors.is_empty() {
            authors = name("creator");
        }
        if authors.len() > 1 {
            authors.retain(|name| Some(name) != publisher.as_ref());
        }
        Story {
            is_article: sort == Sort::Article,
            headline: text("headline").or_else(|| text("name")),
            published: text("datePublished").or_else(|| text("dateCreated")),
            modified: text("dateModified"),
            authors,
            publisher,
            url: text("url")
                .or_else(|| page.as_str().or_else(|| page.get("@id")?.as_str()).map(str::to_owned)),
        }
    }

    fn is_titled(&self, titles: &[String]) -> bool {
        let Some(headline) = self.headline.as_deref().map(normal) else { return false };
        let starts = |title: &String| {
            !title.is_empty()
                && (headline.starts_with(title.as_str())
                    || title.starts_with(&headline)
                    || title.contains(&headline))
        };
        headline.len() > 8 && titles.iter().any(starts)
    }

    fn is_at(&self, url: Option<&str>) -> bool {
        let path = |url: &str| {
            let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
            let rest = rest.strip_prefix("www.").unwrap_or(rest);
            rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned()
        };
        match (self.url.as_deref(), url) {
            (Some(own), Some(url)) => path(own) == path(url) && path(url).contains('/'),
            _ => false,
        }
    }
}

/// A text without the entities that some publishers leave in their JSON.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let known = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&apos;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&#8217;", "’"),
        ("&#8211;", "–"),
        ("&rsquo;", "’"),
        ("&amp;", "&"),
    ];
    known.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

/// Names of people or organisations, however they are written.
fn names(value: &Value, people: &[(&str, &str)]) -> Vec<String> {
    let items: &[Value] = match value {
        Value::Array(items) => items,
        other => std::slice::from_ref(other),
    };
    let is = |item: &Value, kind: &str| item.get("@type").and_then(Value::as_str) == Some(kind);
    let has_person = items.iter().any(|item| is(item, "Person"));
    // Beside a person, an organisation is not an author.
    let items = items.iter().filter(|item| !has_person || !is(item, "Organization"));
    let names = items.take(20).flat_map(|item| match item.get("name") {
        Some(Value::Array(names)) => names.iter().take(20).filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name.as_str()],
        _ => item.as_str().or_else(|| referred(item, people)).into_iter().collect(),
    });
    names
        .map(|name| unescaped(name.trim()))
        .filter(|name| !name.is_empty() && name.len() < 200 && !name.starts_with("http"))
        .collect()
}

fn referred<'a>(item: &Value, people: &[(&str, &'a str)]) -> Option<&'a str> {
    let id = item.get("@id")?.as_str()?;
    people.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = r#"{"@graph": [
        {"@type": "NewsArticle", "headline": "Rain expected tomorrow", "datePublished": "2025-01-01"},
        {"@type": "Person", "@id": "roe", "name": "John Roe"},
        {"@type": ["NewsArticle"], "headline": "Envoys meet in Vienna", "datePublished": "2021-03-04T09:00:00Z",
         "author": [{"name": "Jane Doe"}, {"@id": "roe"}], "publisher": {"name": "Example Times"}}]}"#;

    #[test]
    fn the_block_of_this_page_is_taken() {
        let stories = stories(&[BLOCK]);
        let own = own(&stories, &["Envoys meet in Vienna | Example Times"], None);
        let [story] = own[..] else { panic!("one story, not {}", own.len()) };
        assert_eq!(story.published.as_deref(), Some("2021-03-04T09:00:00Z"));
        assert_eq!(story.authors, ["Jane Doe", "John Roe"]);
    }

    #[test]
    fn of_two_strangers_neither_is_taken() {
        assert!(own(&stories(&[BLOCK]), &["Something else altogether"], None).is_empty());
    }

    #[test]
    fn broken_and_deep_blocks_are_passed_over() {
        let deep = "[".repeat(100_000);
        assert_eq!(stories(&["{\"@type\": ", deep.as_str(), BLOCK]).len(), 2);
    }

    #[test]
    fn small_faults_are_mended() {
        let block = "<!-- {\"@type\": \"NewsArticle\", \"headline\": \"Envoys, [again],\nmeet\", \"author\": [\"Jane Doe\",],} -->";
        let stories = stories(&[block]);
        assert_eq!(stories[0].headline.as_deref(), Some("Envoys, [again], meet"));
    }
}
