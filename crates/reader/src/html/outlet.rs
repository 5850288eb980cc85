//! Who published a page, as the page says.

use super::json_ld::Story;
use super::survey::Survey;

/// `<meta>` names of the site, best first.
const SITES: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "citation_journal_title",
    "apple-mobile-web-app-title",
    "twitter:site",
];
/// Characters of the longest name of an outlet.
const LONGEST: usize = 60;

/// The outlet's name: the publisher of the story, else the site's name.
pub(super) fn name(survey: &Survey, own: &[&Story]) -> Option<String> {
    let publisher = own.iter().find_map(|story| story.publisher.as_deref());
    let sites = SITES.iter().filter_map(|name| survey.metas.get(*name)).map(String::as_str);
    sites
        .take(1)
        .chain(publisher)
        .chain(SITES.iter().filter_map(|name| survey.metas.get(*name)).map(String::as_str))
        .map(|name| name.trim().trim_start_matches('@').trim())
        .find(|name| is_name(name))
        .map(str::to_owned)
}

fn is_name(name: &str) -> bool {
    (2..=LONGEST).contains(&name.chars().count())
        && !name.starts_with("http")
        && name.contains(char::is_alphabetic)
}
