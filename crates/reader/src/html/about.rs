//! The text of a story where a page gives it to programs.

/// The field of schema.org that holds a story's text.
const BODY: &str = "\"articleBody\"";

/// The longest text that the page's structured data gives for a story.
pub(super) fn article_body(linked_data: &[&str]) -> String {
    let texts = linked_data.iter().filter_map(|json| body_in(json));
    texts.max_by_key(String::len).unwrap_or_default()
}

/// The story in a block of JSON that need not be whole.
fn body_in(json: &str) -> Option<String> {
    let (_, after) = json.split_once(BODY)?;
    let value = after.trim_start().strip_prefix(':')?;
    serde_json::Deserializer::from_str(value).into_iter::<String>().next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_is_found_in_broken_json() {
        let json = r#"{"@type": "NewsArticle", "articleBody" : "Envoys \"met\".", "author": {"#;
        assert_eq!(body_in(json).as_deref(), Some("Envoys \"met\"."));
        assert_eq!(body_in(r#"{"articleBody": 4}"#), None);
    }
}
