//! Feeds and sitemaps.

use crate::ground::chosen;
use crate::reading;

const HEADS: [&str; 6] = [
    "<?xml version=\"1.0\"?><rss><channel>",
    "<rss version=\"2.0\"><channel><title>Wire</title><item><title>Talks</title>",
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>",
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
    "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>",
    "<sitemapindex><sitemap>",
];

/// The first byte chooses the kind of list.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let head = HEADS[usize::from(choice) % HEADS.len()];
    reading::check(&[head.as_bytes(), rest].concat(), "a.xml");
}
