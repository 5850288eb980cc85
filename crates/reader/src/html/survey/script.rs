//! Dates that programs in the page hold under a name that says what they are: `"publishedAt": "…"`.

/// Ends of names for the day of publication, without their first letter's case.
const NAMES: &[&str] = &[
    "datePublished",
    "publishedAt",
    "published_at",
    "publishedDate",
    "published_date",
    "publishDate",
    "publish_date",
    "publicationDate",
    "publication_date",
    "publishedTime",
    "published_time",
    "publishTime",
    "firstPublished",
    "firstPublishedAt",
    "publishedOn",
    "date_published",
    "datePublication",
    "article_publish_date",
    "publishDateTime",
    "pubDate",
];
/// What all of them have in them.
const COMMON: &str = "ub";
/// Bytes of the longest value.
const LONGEST: usize = 40;
/// Most values of one script.
const MOST: usize = 20;
/// Bytes of the longest program looked at.
const LARGEST: usize = 1 << 20;

/// The values of such names, in order.
pub(super) fn published(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = script.get(..LARGEST).unwrap_or(script);
    while let Some(at) = rest.find(COMMON) {
        let quote = rest[..at].rfind(['"', '\'']).unwrap_or(0);
        let piece = &rest[quote..];
        match value(piece) {
            Some(value) if found.len() < MOST => found.push(value),
            Some(_) => break,
            None => {}
        }
        rest = &rest[at + COMMON.len()..];
    }
    found
}

/// The value at the start of `"publishedAt":"2019-03-02T06:22:28"`.
fn value(piece: &str) -> Option<String> {
    let quote = piece.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (name, rest) = piece.get(1..)?.split_once(quote)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let value = rest.strip_prefix(quote)?.split(quote).next()?;
    let known = NAMES.contains(&name);
    (known && value.len() <= LONGEST).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_values_are_found() {
        let script = r#"var a = {"public": 1, "published_at":"2019-03-02T06:22:28", 'datePublished': '2019-03-03'}; sub("x")"#;
        assert_eq!(published(script), ["2019-03-02T06:22:28", "2019-03-03"]);
        assert!(published("var expiry = \"2031-01-31\"; // pub").is_empty());
    }
}
