//! schema.org in JSON-LD: what the page says of its own article. A page may describe others too.

use dom_query::Document;
use serde_json::Value;

use crate::plain::normal;

/// An article as JSON-LD describes it.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    url: Option<String>,
}

/// Largest block looked at, in bytes. Publishers' own stay below 100 KB.
const LARGEST: usize = 2 << 20;
/// Most objects looked at in one block.
const MOST: usize = 5_000;

/// The page's own article, if its title or address tells which it is.
pub(super) fn own_story(document: &Document, titles: &[&str], url: Option<&str>) -> Option<Story> {
    let blocks = document.select("script[type=\"application/ld+json\"]");
    let stories: Vec<Story> = blocks.iter().flat_map(|block| stories(&block.text())).collect();
    let is_own = |story: &&Story| story.is_titled(titles) || story.is_at(url);
    match stories.iter().find(is_own) {
        Some(story) => Some(story.clone()),
        None if stories.len() == 1 => stories.into_iter().next(),
        None => None,
    }
}

/// All articles of one block. A broken block has none.
fn stories(block: &str) -> Vec<Story> {
    if block.len() > LARGEST {
        return Vec::new();
    }
    let plain =
        block.trim().trim_start_matches("<!--").trim_end_matches("-->").trim_end_matches(';');
    let mended: String = plain.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let Ok(value) = serde_json::from_str::<Value>(&mended) else { return Vec::new() };
    let mut found = Vec::new();
    let mut rest = vec![&value];
    for _ in 0..MOST {
        let Some(value) = rest.pop() else { break };
        match value {
            Value::Array(items) => rest.extend(items.iter().rev()),
            Value::Object(fields) => {
                found.extend(is_story(value).then(|| Story::of(value)));
                rest.extend(
                    ["@graph", "mainEntity", "mainEntityOfPage"]
                        .iter()
                        .filter_map(|key| fields.get(*key)),
                );
            }
            _ => {}
        }
    }
    found
}

fn is_story(value: &Value) -> bool {
    let of_kind = |kind: &str| {
        kind.ends_with("Article") || kind.ends_with("Posting") || kind.ends_with("Report")
    };
    match &value["@type"] {
        Value::String(kind) => of_kind(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(of_kind),
        _ => false,
    }
}

impl Story {
    fn of(value: &Value) -> Story {
        let text = |key: &str| {
            value[key].as_str().map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned)
        };
        let page = &value["mainEntityOfPage"];
        let publisher = names(&value["publisher"]).into_iter().next();
        let mut authors = names(&value["author"]);
        if authors.len() > 1 {
            authors.retain(|name| Some(name) != publisher.as_ref());
        }
        Story {
            headline: text("headline").or_else(|| text("name")),
            published: text("datePublished").or_else(|| text("dateCreated")),
            modified: text("dateModified"),
            authors,
            publisher,
            url: text("url")
                .or_else(|| page.as_str().or_else(|| page["@id"].as_str()).map(str::to_owned)),
        }
    }

    fn is_titled(&self, titles: &[&str]) -> bool {
        let Some(headline) = self.headline.as_deref().map(normal) else { return false };
        let starts = |title: &&str| {
            let title = normal(title);
            !title.is_empty() && (headline.starts_with(&title) || title.starts_with(&headline))
        };
        headline.len() > 8 && titles.iter().any(starts)
    }

    fn is_at(&self, url: Option<&str>) -> bool {
        let path = |url: &str| {
            let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
            rest.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned()
        };
        match (self.url.as_deref(), url) {
            (Some(own), Some(url)) => path(own) == path(url),
            _ => false,
        }
    }
}

/// Names of people or organisations, however they are written.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.trim().to_owned()],
        Value::Array(all) => all.iter().take(20).flat_map(names_flat).collect(),
        other => names_flat(other),
    }
    .into_iter()
    .filter(|name| !name.is_empty() && name.len() < 120 && !name.starts_with("http"))
    .collect()
}

fn names_flat(value: &Value) -> Vec<String> {
    let name = value.as_str().or_else(|| value["name"].as_str());
    name.map(|name| name.trim().to_owned()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCK: &str = r#"{"@graph": [
        {"@type": "NewsArticle", "headline": "Rain expected tomorrow", "datePublished": "2025-01-01"},
        {"@type": ["NewsArticle"], "headline": "Envoys meet in Vienna", "datePublished": "2021-03-04T09:00:00Z",
         "author": [{"name": "Jane Doe"}, "John Roe"], "publisher": {"name": "Example Times"}}]}"#;

    #[test]
    fn the_block_of_this_page_is_taken() {
        let page = format!("<script type=\"application/ld+json\">{BLOCK}</script>");
        let story =
            own_story(&Document::from(page), &["Envoys meet in Vienna | Example Times"], None)
                .unwrap();
        assert_eq!(story.published.as_deref(), Some("2021-03-04T09:00:00Z"));
        assert_eq!(story.authors, ["Jane Doe", "John Roe"]);
    }

    #[test]
    fn of_two_strangers_neither_is_taken() {
        let page = format!("<script type=\"application/ld+json\">{BLOCK}</script>");
        assert!(own_story(&Document::from(page), &["Something else altogether"], None).is_none());
    }

    #[test]
    fn broken_and_deep_blocks_are_passed_over() {
        assert!(stories("{\"@type\": ").is_empty());
        assert!(stories(&"[".repeat(100_000)).is_empty());
    }
}
