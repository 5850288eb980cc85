//! Words of others, made harmless for the program that will show them.
//!
//! What is on a page may be written to mislead whoever reads the export: a formula, a script, a
//! sign that turns the order of letters round. Each function is for one kind of reader.

use std::fmt::Write;

/// Stands where a character was that no program should be given. One for one, so that positions
/// in characters stay what they were.
const REPLACED: char = '\u{FFFD}';

/// Text without control characters, and without signs that turn the order of letters round.
///
/// Lines and tabs stay. Scripts that run from right to left do so without such signs.
pub fn plain(words: &str) -> String {
    words.chars().map(|c| if is_unwanted(c) { REPLACED } else { c }).collect()
}

/// The same on one line.
pub fn line(words: &str) -> String {
    plain(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell that no spreadsheet takes for a formula: one that begins like one is led by `'`.
pub fn cell(words: &str) -> String {
    let words = plain(words);
    match words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        true => format!("'{words}"),
        false => words,
    }
}

/// Text in XML or HTML, between tags or in an attribute.
pub fn xml(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for c in plain(words).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// JSON in which signs that turn the order of letters round are escaped. It says the same.
pub fn json(written: &str) -> String {
    let mut safe = String::with_capacity(written.len());
    for c in written.chars() {
        match is_turning(c) {
            true => _ = write!(safe, "\\u{:04x}", u32::from(c)),
            false => safe.push(c),
        }
    }
    safe
}

/// At most so many characters; `…` says that there were more.
pub fn clip(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", &words[..end]),
    }
}

/// An address that a browser may open; `None` for anything but the web.
pub fn web(address: &str) -> Option<&str> {
    let scheme = address.split("://").next().unwrap_or_default();
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (web && !address.chars().any(|c| c.is_whitespace() || is_unwanted(c))).then_some(address)
}

fn is_unwanted(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\n' | '\t' | '\r');
    control || is_turning(c) || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

fn is_turning(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_cells_of_text() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(cell(formula).starts_with('\''), "{formula:?}");
        }
        assert_eq!(cell("a = b"), "a = b");
    }

    #[test]
    fn a_turned_word_keeps_its_length() {
        let words = "a\u{202E}b\0c";
        assert_eq!(plain(words).chars().count(), words.chars().count());
        assert_eq!(plain(words), "a\u{FFFD}b\u{FFFD}c");
    }

    #[test]
    fn json_with_escapes_says_the_same() {
        let words = "a\u{202E}b";
        let written = json(&serde_json::to_string(words).unwrap());
        assert!(written.is_ascii());
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), words);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(web("javascript:alert(1)"), None);
        assert_eq!(web("https://example.org/a b"), None);
        assert!(web("HTTPS://example.org/").is_some());
    }
}
