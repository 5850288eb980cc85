//! What a page says of its article: title, author, outlet, language, address, dates.

use dom_query::Document;
use jiff::civil::Date;

use super::dated::{self, Page};
use super::depth::Programs;
use super::headline;
use super::json_ld;
use super::survey::{Survey, survey};
use super::{author, outlet};
use crate::page_date::Order;
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
    /// A summary of the story.
    pub description: Option<String>,
    pub dates: Vec<Candidate>,
    pub modified: Option<Date>,
}

/// Reads the head, and what the body says of the story.
pub(super) fn read(document: &Document, programs: &Programs) -> Metadata {
    let survey = survey(document, &programs.scripts);
    let stories = json_ld::stories(&programs.linked_data);
    let url = url(&survey);
    let titles = titles(&survey);
    let own = json_ld::own(&stories, &titles, url.as_deref());
    let stated: Vec<&str> = own
        .iter()
        .filter(|story| story.is_article)
        .filter_map(|story| story.headline.as_deref())
        .collect();
    let headline = headline::choose(&survey, &stated);
    let language = language(&survey);
    let order = Order::of_language(language.as_deref().unwrap_or_default());
    let page = Page {
        survey: &survey,
        headline: &headline,
        own: &own,
        stories: &stories,
        url: url.as_deref(),
        order,
    };
    let outlet = outlet::name(&survey, &own);
    Metadata {
        dates: dated::candidates(&page),
        modified: dated::modified(&page),
        byline: author::names(&survey, &headline, &own, outlet.as_deref()),
        outlet,
        title: headline.title,
        description: description(&survey),
        heading: headline.heading,
        url,
        language,
    }
}

/// What the page calls itself and its story.
fn titles(survey: &Survey) -> Vec<&str> {
    let told = ["og:title", "twitter:title"]
        .iter()
        .filter_map(|name| survey.metas.get(*name))
        .map(String::as_str);
    let headings = survey.headings.iter().filter(|heading| heading.level == 1).take(5);
    told.chain(survey.title.as_deref())
        .chain(headings.map(|heading| heading.text.as_str()))
        .collect()
}

fn url(survey: &Survey) -> Option<String> {
    let web = |url: &&String| url.starts_with("http://") || url.starts_with("https://");
    let told =
        [survey.canonical.as_ref(), survey.metas.get("og:url"), survey.metas.get("twitter:url")];
    told.into_iter().flatten().find(web).cloned()
}

/// The longest description of the page.
fn description(survey: &Survey) -> Option<String> {
    let told = ["og:description", "description"].iter();
    told.filter_map(|name| survey.metas.get(*name)).max_by_key(|text| text.len()).cloned()
}

fn language(survey: &Survey) -> Option<String> {
    let told = ["og:locale", "content-language", "inlanguage", "dc.language", "language"];
    let mut metas = told.iter().filter_map(|name| survey.metas.get(*name));
    survey.language.as_ref().or_else(|| metas.next()).cloned()
}
