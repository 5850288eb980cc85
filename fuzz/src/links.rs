//! What lists on the web link to.

#[path = "../../crates/fetch/src/feed.rs"]
#[allow(dead_code, reason = "a part of the crate is taken")]
mod file;

use std::sync::LazyLock;

use url::Url;

use crate::ground::chosen;

static BASE: LazyLock<Url> =
    LazyLock::new(|| Url::parse("https://a.example/news/feed.xml").expect("an address"));

const HEADS: [&str; 4] =
    ["<rss><channel><item><link>", "<feed><entry><link href=\"", "<urlset><url><loc>", ""];

/// Only addresses of the web, each once, without fragments.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let list = [HEADS[usize::from(choice) % HEADS.len()].as_bytes(), rest].concat();
    let Some(links) = file::links(&list, &BASE) else { return };
    for (at, link) in links.iter().enumerate() {
        assert!(matches!(link.scheme(), "http" | "https") && link.fragment().is_none(), "{link}");
        assert!(!links[..at].contains(link), "{link} stands twice");
        assert_eq!(Url::parse(link.as_str()).as_ref(), Ok(link));
    }
}
