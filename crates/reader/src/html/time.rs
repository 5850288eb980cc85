//! Dates that the markup of the body gives: `<time datetime>` and `itemprop="datePublished"`.

use dom_query::{Document, NodeRef};
use jiff::civil::Date;

use crate::page_date::{self, Order};
use crate::plain::normal;

/// Elements between a headline and the article's own `<time>`. Beyond it are other stories.
const NEAR: usize = 150;

/// The publication date by markup.
pub(super) fn published(document: &Document, headline: Option<&str>, order: Order) -> Option<Date> {
    by_property(document, order).or_else(|| after_headline(document, headline?, order))
}

fn by_property(document: &Document, order: Order) -> Option<Date> {
    let marked = document.select("[itemprop=\"datePublished\"], time[pubdate], time.published, time.entry-date, .dt-published");
    let own = marked.nodes().iter().filter(|node| !is_elsewhere(node));
    let days: Vec<Date> = own.filter_map(|node| value(node, order)).collect();
    days.first().copied().filter(|first| days.iter().all(|day| day == first))
}

/// The first `<time>` after the headline.
fn after_headline(document: &Document, headline: &str, order: Order) -> Option<Date> {
    let headline = normal(headline);
    let body = document.body()?;
    let elements = body.descendants_it().filter(|node| node.is_element());
    let after = elements.skip_while(|node| !is_headline(node, &headline)).take(NEAR);
    let mut times = after.filter(|node| node.node_name().is_some_and(|name| &*name == "time"));
    times.find(|node| !is_elsewhere(node)).and_then(|node| value(&node, order))
}

pub(super) fn is_headline(node: &NodeRef, headline: &str) -> bool {
    node.node_name().is_some_and(|name| matches!(&*name, "h1" | "h2")) && {
        let text = normal(&node.text());
        !text.is_empty()
            && (text == headline || headline.starts_with(&text) || text.starts_with(headline))
    }
}

fn value(node: &NodeRef, order: Order) -> Option<Date> {
    let attribute = ["datetime", "content", "title"].iter().find_map(|name| node.attr(name));
    let by_attribute = attribute.and_then(|value| page_date::machine_day(&value, order));
    by_attribute.or_else(|| page_date::first_day(&node.text(), order))
}

/// Names of parts of a page that belong to other stories.
const OTHERS: &[&str] = &[
    "related",
    "comment",
    "sidebar",
    "recommend",
    "teaser",
    "most-read",
    "trending",
    "promo",
    "latest",
    "widget",
];

/// True inside navigation, margins, comments and lists of other stories.
pub(super) fn is_elsewhere(node: &NodeRef) -> bool {
    node.ancestors_it(Some(40)).any(|around| {
        let name = around.node_name().unwrap_or_default();
        let part = matches!(&*name, "nav" | "aside" | "footer");
        let class = [around.attr("class"), around.attr("id")].into_iter().flatten();
        let labels = class.map(|value| value.chars().take(300).collect::<String>().to_lowercase());
        part || name.as_ref() != "body"
            && name.as_ref() != "html"
            && labels.into_iter().any(|l| OTHERS.iter().any(|other| l.contains(other)))
    })
}
