//! Which of a page's headings and titles is the headline, without the name of the site.

use super::survey::{Heading, Metas, Place, Survey};
use crate::plain::normal;

/// The headline of a page's story.
#[derive(Clone, Debug, Default)]
pub(super) struct Headline {
    pub title: Option<String>,
    /// The page's own heading, if it is surely the headline.
    pub heading: Option<String>,
    /// Where the heading stands, and how many words it has.
    pub place: Option<(Place, usize)>,
}

/// `<meta>` names of titles, the story's own first.
const TITLES: &[&str] =
    &["og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline"];

/// Marks between a headline and the name of the site.
const MARKS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ", " |", "| ", " : "];

/// Words of the shortest heading that cannot be the name of the site.
const SURE: usize = 4;
/// Bytes of the shortest heading that may be found in a title.
const SHORTEST: usize = 6;

/// Chooses. `stated` are the headlines of the page's JSON-LD.
pub(super) fn choose(survey: &Survey, stated: &[&str]) -> Headline {
    let metas = TITLES.iter().filter_map(|name| survey.metas.get(*name)).map(String::as_str);
    let titles: Vec<&str> =
        metas.chain(survey.title.as_deref()).chain(stated.iter().copied()).collect();
    let plain: Vec<String> = titles.iter().map(|title| normal(title)).collect();
    let site = survey.metas.get("og:site_name").map(|name| normal(name));
    let own = own_heading(survey, &plain, site.as_deref());
    let sure = own.filter(|heading| is_sure(heading, &plain, site.as_deref()));
    let names = Names::of(survey);
    let title = own.map(|heading| heading.text.as_str()).or_else(|| told(survey, stated));
    Headline {
        title: title.map(|title| names.without_site(title)),
        heading: sure.map(|heading| names.without_site(&heading.text)),
        place: own.map(|heading| (heading.place, heading.text.split_whitespace().count())),
    }
}

/// The heading that a title repeats; else the only `<h1>`.
fn own_heading<'a>(
    survey: &'a Survey,
    titles: &[String],
    site: Option<&str>,
) -> Option<&'a Heading> {
    let names = Names::of(survey);
    let is_short = |heading: &Heading| {
        names.is_site(&heading.text) || heading.text.split_whitespace().count() < 2
    };
    let rank = |heading: &Heading| {
        (heading.place.region != 0, heading.text.is_ascii() && is_short(heading), heading.level)
    };
    let fits = |heading: &&Heading| {
        let text = normal(&heading.text);
        text.len() >= SHORTEST
            && Some(text.as_str()) != site
            && titles.iter().any(|title| repeats(title, &text))
    };
    let repeated =
        survey.headings.iter().take(HEADINGS).filter(fits).min_by_key(|heading| rank(heading));
    repeated.or_else(|| {
        let mut first = survey
            .headings
            .iter()
            .filter(|heading| heading.level == 1 && heading.text.contains(' '));
        let only = first.next()?;
        let is_site = site.is_some_and(|site| normal(&only.text) == site);
        (first.next().is_none() && !is_site && only.place.region == 0).then_some(only)
    })
}

/// Most headings looked at.
const HEADINGS: usize = 60;

/// True if a title holds the heading, or the heading all but the end of the title.
fn repeats(title: &str, heading: &str) -> bool {
    let within = title.contains(heading)
        && (heading.contains(' ') || title == heading || !heading.is_ascii());
    within || title.len() > 20 && heading.starts_with(title)
}

/// True if a heading is surely the story's: long enough, and repeated by what the head says.
fn is_sure(heading: &Heading, titles: &[String], site: Option<&str>) -> bool {
    let text = normal(&heading.text);
    let repeated = titles.iter().filter(|title| title.contains(&text)).count() > 1
        || titles.len() == 1
            && titles.iter().any(|title| title.contains(&text))
            && heading.level == 1;
    repeated && site != Some(text.as_str()) && heading.text.split_whitespace().count() >= SURE
}

/// What the head says, where no heading repeats it.
fn told<'a>(survey: &'a Survey, stated: &[&'a str]) -> Option<&'a str> {
    let meta = TITLES.iter().filter_map(|name| survey.metas.get(*name)).map(String::as_str).next();
    meta.or_else(|| stated.first().copied()).or(survey.title.as_deref())
}

/// The names that the site goes by.
struct Names {
    site: Vec<String>,
}

impl Names {
    fn of(survey: &Survey) -> Names {
        let keys = [
            "og:site_name",
            "application-name",
            "twitter:site",
            "publisher",
            "dc.publisher",
            "author",
            "apple-mobile-web-app-title",
        ];
        let mut site: Vec<String> = keys
            .iter()
            .filter_map(|key| survey.metas.get(*key))
            .map(|name| squeezed(name))
            .collect();
        site.extend(host_names(&survey.metas, survey.canonical.as_deref()));
        site.retain(|name| name.chars().count() > 2);
        Names { site }
    }

    /// "Envoys meet | Example Times" without the name of the site, at either end.
    fn without_site(&self, title: &str) -> String {
        let mut rest = title.trim();
        for _ in 0..3 {
            let Some(shorter) = MARKS.iter().find_map(|mark| self.cut(rest, mark)) else { break };
            rest = shorter;
        }
        rest.to_owned()
    }

    fn cut<'t>(&self, title: &'t str, mark: &str) -> Option<&'t str> {
        let (head, tail) = title.rsplit_once(mark)?;
        let words = |text: &str| text.split_whitespace().count();
        if self.is_site(tail) && !head.trim().is_empty() {
            return Some(head.trim());
        }
        if let Some((front, rest)) = title.split_once(mark)
            && self.is_site(front)
            && words(rest) > 2
        {
            return Some(rest.trim());
        }
        let strong = matches!(mark, " | " | " |" | "| " | " :: " | " » ");
        (strong && words(head) >= 3 && words(tail) <= 4 && words(tail) < words(head))
            .then_some(head.trim())
    }

    fn is_site(&self, part: &str) -> bool {
        let part = squeezed(part);
        part.chars().count() > 2
            && self.site.iter().any(|site| {
                *site == part
                    || site.contains(&part) && part.len() * 2 > site.len()
                    || part.contains(site.as_str())
                        && site.len() > 4
                        && part.len() <= site.len() + 8
            })
    }
}

/// Letters and digits alone, in small letters.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names in the address: "example.co.uk" gives "example" and "examplecouk".
fn host_names(metas: &Metas, canonical: Option<&str>) -> Vec<String> {
    let host = canonical
        .and_then(crate::draft::host)
        .or_else(|| metas.get("og:url").and_then(|url| crate::draft::host(url)));
    let Some(host) = host else { return Vec::new() };
    let longest = host
        .split('.')
        .filter(|label| label.len() > 3)
        .max_by_key(|label| label.len())
        .map(squeezed);
    longest.into_iter().chain([squeezed(&host)]).collect()
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::super::survey::survey;
    use super::*;

    fn title(page: &str) -> Option<String> {
        choose(&survey(&Document::from(page), &[]), &[]).title
    }

    #[test]
    fn the_site_is_cut_off() {
        let page = "<title>Envoys meet in Vienna - Example Times</title><meta property=og:site_name content='Example Times'>";
        assert_eq!(title(page).as_deref(), Some("Envoys meet in Vienna"));
        let page = "<title>Example Times: Envoys meet - and part - in Vienna</title><link rel=canonical href='https://www.example-times.com/a'>";
        assert_eq!(
            title(page).as_deref(),
            Some("Example Times: Envoys meet - and part - in Vienna")
        );
        let page = "<title>example.com | Envoys meet in Vienna</title><link rel=canonical href='https://www.example.com/a'>";
        assert_eq!(title(page).as_deref(), Some("Envoys meet in Vienna"));
    }

    #[test]
    fn the_heading_that_the_title_repeats_is_the_headline() {
        let page = "<title>Envoys meet in Vienna - Example</title><h1>Example</h1><h1>Envoys meet in Vienna</h1><h2>Envoys</h2>";
        assert_eq!(title(page).as_deref(), Some("Envoys meet in Vienna"));
    }
}
