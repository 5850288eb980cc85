//! What a page says of itself in its head.

use std::collections::HashMap;

use dom_query::Document;
use jiff::civil::Date;
use text::DateBasis;

use super::json_ld::{self, Story};
use super::{beside, time};
use crate::page_date::{self, Order};
use crate::plain::normal;
use crate::published::Candidate;

/// What a page says of its article, best source first.
#[derive(Clone, Debug, Default)]
pub(super) struct Metadata {
    pub title: Option<String>,
    /// The page's own heading, if its title repeats it.
    pub heading: Option<String>,
    pub url: Option<String>,
    pub outlet: Option<String>,
    pub byline: Option<String>,
    pub language: Option<String>,
    pub dates: Vec<Candidate>,
    /// The date beside the headline.
    pub beside: Option<Candidate>,
    pub modified: Option<Date>,
}

/// `<meta>` names for the day of publication, most specific first.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "article_date_original",
    "originalpublicationdate",
    "displaydate",
    "bt:pubdate",
    "rnews:datepublished",
    "date_published",
    "citation_publication_date",
    "article.created",
    "date",
];
const MODIFIED: &[&str] = &[
    "article:modified_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "og:updated_time",
];
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
];

type Metas = HashMap<String, String>;

/// Reads the head, and the dates that the body's markup gives.
pub(super) fn read(document: &Document) -> Metadata {
    let metas = metas(document);
    let title = element(document, "title");
    let heading = own_heading(document, &metas, title.as_deref());
    let url = url(document, &metas);
    let titles: Vec<&str> = [metas.get("og:title"), heading.as_ref(), title.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let story = json_ld::own_story(document, &titles, url.as_deref()).unwrap_or_default();
    let language = language(document, &metas);
    let order = Order::of_language(language.as_deref().unwrap_or_default());
    let sure = heading.clone().filter(|heading| is_headline(heading, &titles, &metas));
    let headline = heading
        .or_else(|| story.headline.clone())
        .or_else(|| metas.get("og:title").cloned())
        .or(title);
    let found = Found { document, metas: &metas, story: &story, order };
    Metadata {
        dates: found.dates(headline.as_deref(), url.as_deref()),
        beside: headline.as_deref().and_then(|line| beside::date(document, line, order)),
        modified: found.modified(),
        heading: sure.map(|heading| without_site(&heading, &metas)),
        outlet: outlet(&story, &metas),
        byline: found.byline(),
        title: headline.map(|title| without_site(&title, &metas)),
        url,
        language,
    }
}

/// Name or property of each `<meta>` to its first content.
fn metas(document: &Document) -> Metas {
    let mut found = Metas::new();
    for meta in document.select("meta").nodes() {
        let key = ["property", "name", "itemprop"].iter().find_map(|name| meta.attr(name));
        let (Some(key), Some(content)) = (key, meta.attr("content")) else { continue };
        let content = content.trim();
        if !content.is_empty() && content.len() < 2_000 {
            found.entry(key.to_lowercase()).or_insert_with(|| content.to_owned());
        }
    }
    found
}

fn first<'a>(metas: &'a Metas, names: &[&str]) -> Option<&'a String> {
    names.iter().find_map(|name| metas.get(*name))
}

/// The text of the first such element, white space folded.
fn element(document: &Document, name: &str) -> Option<String> {
    let text = document.select_single(name).text();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty() && text.len() < 500).then_some(text)
}

/// The `<h1>` that the title repeats; the only one, if none is repeated.
fn own_heading(document: &Document, metas: &Metas, title: Option<&str>) -> Option<String> {
    let headings: Vec<String> = document
        .select("h1")
        .nodes()
        .iter()
        .take(20)
        .map(|node| node.text().split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|text| !text.is_empty() && text.len() < 500)
        .collect();
    let titles: Vec<String> =
        metas.get("og:title").map(String::as_str).into_iter().chain(title).map(normal).collect();
    let repeated = headings.iter().find(|heading| {
        let heading = normal(heading);
        heading.contains(' ') && titles.iter().any(|title| title.contains(&heading))
    });
    repeated.cloned().or_else(|| {
        headings
            .first()
            .filter(|h| headings.len() == 1 && h.contains(' ') && metas.get("og:title").is_none())
            .cloned()
    })
}

/// Words of the shortest heading that cannot be the name of the site.
const HEADLINE: usize = 4;

/// True if a heading is surely the story's: long enough, and repeated by what the head says.
fn is_headline(heading: &str, titles: &[&str], metas: &Metas) -> bool {
    let plain = normal(heading);
    let repeated = titles.iter().filter(|title| normal(title).contains(&plain)).count() > 1;
    let is_site = metas.get("og:site_name").is_some_and(|name| normal(name) == plain);
    repeated && !is_site && heading.split_whitespace().count() >= HEADLINE
}

fn url(document: &Document, metas: &Metas) -> Option<String> {
    let canonical =
        document.select("link[rel=\"canonical\"]").attr("href").map(|href| href.to_string());
    let web = |url: &String| url.starts_with("http://") || url.starts_with("https://");
    canonical.filter(web).or_else(|| metas.get("og:url").cloned().filter(web))
}

fn language(document: &Document, metas: &Metas) -> Option<String> {
    let html = document.html_root().attr("lang").map(|lang| lang.to_string());
    html.filter(|lang| !lang.trim().is_empty()).or_else(|| metas.get("og:locale").cloned())
}

fn outlet(story: &Story, metas: &Metas) -> Option<String> {
    let site = metas.get("og:site_name").or_else(|| metas.get("application-name"));
    story.publisher.clone().or_else(|| site.cloned())
}

/// "Envoys meet | Example Times" without the name of the site.
fn without_site(title: &str, metas: &Metas) -> String {
    let site = metas.get("og:site_name").map(|name| normal(name));
    for mark in [" | ", " - ", " – ", " — ", " :: ", " • "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && (head.split_whitespace().count() >= 4 || site.as_ref() == Some(&normal(tail)))
            && (mark == " | " || site.as_ref().is_none_or(|site| *site == normal(tail)))
            && tail.split_whitespace().count() <= 4
        {
            return head.trim().to_owned();
        }
    }
    title.trim().to_owned()
}

/// Everything a date or a name may be read from.
struct Found<'a> {
    document: &'a Document,
    metas: &'a Metas,
    story: &'a Story,
    order: Order,
}

impl Found<'_> {
    fn dates(&self, headline: Option<&str>, url: Option<&str>) -> Vec<Candidate> {
        let machine = |value: &String| page_date::machine_day(value, self.order);
        let day = |basis| move |day| Candidate::Day(day, basis);
        let structured =
            self.story.published.as_ref().and_then(machine).map(day(DateBasis::StructuredData));
        let meta = PUBLISHED.iter().filter_map(|name| self.metas.get(*name)).find_map(machine);
        let meta = meta
            .or_else(|| time::published(self.document, headline, self.order))
            .map(day(DateBasis::Markup));
        let by_url = url.and_then(page_date::url_day).map(day(DateBasis::Url));
        [structured, meta, by_url].into_iter().flatten().collect()
    }

    fn modified(&self) -> Option<Date> {
        let value = self.story.modified.as_ref().or_else(|| first(self.metas, MODIFIED))?;
        page_date::machine_day(value, self.order)
    }

    fn byline(&self) -> Option<String> {
        if !self.story.authors.is_empty() {
            return Some(self.story.authors.join(", "));
        }
        let name = first(self.metas, AUTHORS)?;
        (!name.starts_with("http") && name.len() < 200).then(|| name.clone())
    }
}
