//! From link to link, as a reader would.

use std::collections::{BTreeMap, VecDeque};

use crate::desk::Desk;
use crate::http::Reply;

/// Every page that a link on a page leads to, from the first one on, up to so many.
pub fn all(desk: &Desk, most: usize) -> BTreeMap<String, Reply> {
    let mut seen: BTreeMap<String, Reply> = BTreeMap::new();
    let mut open = VecDeque::from(["/".to_owned()]);
    while let Some(path) = open.pop_front() {
        if seen.len() >= most || seen.contains_key(&path) {
            continue;
        }
        let reply = desk.get(&path);
        if reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            open.extend(links(&path, &reply.body));
        }
        seen.insert(path, reply);
    }
    seen
}

/// Addresses of this server in a page, without their fragments.
fn links(base: &str, html: &str) -> Vec<String> {
    let path = base.split('?').next().unwrap_or(base);
    let values = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let whole = values.map(|link| link.replace("&amp;", "&").replace("&#x2f;", "/"));
    let without = whole.map(|link| link.split('#').next().unwrap_or_default().to_owned());
    let own = without.filter_map(|link| match link.chars().next() {
        Some('/') if !link.starts_with("//") => Some(link),
        Some('?') => Some(format!("{path}{link}")),
        _ => None,
    });
    own.collect()
}
