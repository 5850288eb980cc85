//! What a page of a web archive is called: as its address calls it. A number in the archive would
//! change with every page before it, and the same page in two archives would be two.

/// Longest name, in characters. Addresses that are made of headlines are longer.
const LONGEST: usize = 60;

/// Last parts of paths that say nothing.
const EMPTY: &[&str] = &["", "index", "default", "amp"];

/// The last part of an address that tells something, without its ending; behind the host if there is
/// no word in it.
pub(crate) fn of_address(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    let mut parts = path.rsplit('/').map(without_ending);
    let name = match parts.find(|part| !EMPTY.contains(part)) {
        None => host.to_owned(),
        Some(part) if part.contains(|c: char| c.is_ascii_alphabetic()) => part.to_owned(),
        Some(part) => format!("{host}-{part}"),
    };
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    (!name.is_empty()).then_some(name)
}

fn without_ending(part: &str) -> &str {
    match part.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_called_as_their_addresses_call_them() {
        let name = |url| of_address(url).unwrap_or_default();
        assert_eq!(
            name("https://www.example.com/2024/03/envoys-meet-in-tarn.html?x=1"),
            "envoys-meet-in-tarn"
        );
        assert_eq!(name("https://example.com/en/envoys-meet/"), "envoys-meet");
        assert_eq!(name("https://example.com/2024/03/envoys-meet/index.php"), "envoys-meet");
        assert_eq!(name("https://example.com/news/123456.html"), "example.com-123456");
        assert_eq!(name("https://www.example.com/"), "example.com");
        assert_eq!(name("https://example.com"), "example.com");
        assert_eq!(name("example.com/a"), "");
    }
}
