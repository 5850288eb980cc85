//! Who wrote a page's story, as the page says: names alone, without "By", dates and sections.

use super::dated;
use super::headline::Headline;
use super::json_ld::Story;
use super::survey::{BylineKind, Place, Region, Survey};
use crate::page_date::{self, Order, is_weekday};

/// `<meta>` names of authors, best first.
const AUTHORS: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dc:creator",
    "dcterms.creator",
    "byl",
    "citation_author",
    "rbauthors",
    "og:article:author",
    "og:author",
    "article.author",
    "cxenseparse:author",
    "mediator_author",
    "vr:author",
    "shareaholic:article_author_name",
    "dc.contributor",
    "authors",
    "twitter:data1",
];
/// Words that open a byline.
const BY: &[&str] = &[
    "by",
    "von",
    "par",
    "por",
    "di",
    "da",
    "door",
    "av",
    "af",
    "autor",
    "autore",
    "auteur",
    "author",
    "authors",
    "autorin",
    "autor/in",
    "written",
    "words",
    "text",
    "texte",
    "texto",
    "testo",
    "posted",
    "published",
    "reported",
    "автор",
    "автори",
    "авторы",
    "yazan",
    "yazar",
    "oleh",
    "penulis",
    "reporter",
    "from",
    "story",
    "review",
    "reviewed",
    "geschrieben",
    "verfasst",
    "verfasser",
    "erstellt",
    "redaktion:",
    "foto",
    "photo",
    "photos",
    "i",
    "ein",
    "beitrag",
    "artikel",
    "article",
    "gastbeitrag",
    "kommentar",
    "an",
    "a",
    "beiträge",
    "post",
    "bis",
];
/// Words that are no part of a name.
const NO_NAMES: &[&str] = &[
    "comment",
    "comments",
    "share",
    "email",
    "e-mail",
    "facebook",
    "twitter",
    "read",
    "more",
    "view",
    "views",
    "subscribe",
    "follow",
    "login",
    "profile",
    "articles",
    "posts",
    "kommentare",
    "kommentar",
    "http",
    "https",
    "www",
    "about",
    "biography",
    "newsletter",
    "click",
    "minutes",
    "minute",
    "min",
    "zeige",
    "alle",
    "datum",
    "todas",
    "voir",
    "date",
    "section",
];
/// Words of the longest name of one author.
const WORDS: usize = 6;
/// Most authors of one story.
const MOST: usize = 10;

/// The authors, joined by commas.
pub(super) fn names(
    survey: &Survey,
    headline: &Headline,
    own: &[&Story],
    outlet: Option<&str>,
) -> Option<String> {
    let stated =
        own.iter().find_map(|story| joined(story.authors.iter().map(String::as_str), outlet));
    let told = || {
        AUTHORS.iter().find_map(|name| joined(survey.metas.get(*name).map(String::as_str), outlet))
    };
    stated.or_else(told).or_else(|| shown(survey, headline, outlet))
}

/// The names that the body shows, by the surest kind of element.
fn shown(survey: &Survey, headline: &Headline, outlet: Option<&str>) -> Option<String> {
    let kinds = [BylineKind::Property, BylineKind::Link, BylineKind::Class, BylineKind::Line];
    kinds.iter().find_map(|kind| {
        let own = survey
            .bylines
            .iter()
            .filter(|byline| byline.kind == *kind && is_own(survey, headline, byline.place));
        let mut found: Vec<&str> = own.map(|byline| byline.text.as_str()).collect();
        found.dedup();
        if *kind >= BylineKind::Class {
            found.truncate(1);
        }
        joined(found, outlet)
    })
}

/// Words between the headline and a name that is the story's whatever stands around it.
const UNDER: usize = 80;
/// Words between such a name and the headline under it.
const ABOVE: usize = 20;

/// True outside the foreign parts of the page and other stories.
fn is_own(survey: &Survey, headline: &Headline, place: Place) -> bool {
    let Some((own, _)) = headline.place else { return place.region == 0 };
    let region = survey.regions.get(usize::from(place.region)).copied().unwrap_or(Region::Page);
    let near = place.word + ABOVE >= own.word
        && place.word <= own.word + UNDER
        && region != Region::Comments;
    let foreign = place.region != own.region && region != Region::Page && !near;
    let other = place.story != own.story && place.story != 0 && own.story != 0;
    !foreign && !other
}

fn joined<'a>(texts: impl IntoIterator<Item = &'a str>, outlet: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in texts.into_iter().flat_map(split).take(MOST) {
        let lower = name.to_lowercase();
        if !names.iter().any(|other| other.to_lowercase() == lower) {
            names.push(name);
        }
    }
    // Beside a person, the outlet is not an author.
    if names.len() > 1 {
        names.retain(|name| {
            outlet.is_none_or(|outlet| outlet.to_lowercase() != name.to_lowercase())
        });
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The names in a text: "By Jane Doe and John Roe, May 10, 2023".
fn split(text: &str) -> Vec<String> {
    let text = page_date::days(text, Order::Unknown)
        .first()
        .map_or(text, |day| text.get(..day.range.start).unwrap_or(text));
    let text = text.trim();
    if text.starts_with("http") || text.contains("://") {
        return Vec::new();
    }
    let mut parts = vec![text];
    for mark in [
        ",", ";", "|", "•", "·", "/", "، ", "、", " & ", " and ", " und ", " et ", " y ", " e ",
        " og ", " och ", " en ", " ve ", " и ", " та ", " with ", " — ", " – ", " - ", "\n",
    ] {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).collect();
    }
    parts.into_iter().filter_map(clean).collect()
}

/// A name without what stands around it; none if it is no name.
fn clean(part: &str) -> Option<String> {
    let mut words: Vec<&str> = part.split_whitespace().map(unglued).collect();
    let is_by = |word: &str| {
        let lower = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        BY.contains(&lower.as_str())
    };
    while words.len() > 1 && is_by(words[0]) {
        words.remove(0);
    }
    while words.last().is_some_and(|word| {
        is_weekday(word)
            || matches!(
                word.to_lowercase().trim_end_matches(':'),
                "on" | "am" | "le" | "at" | "in" | "published" | "updated" | "posted" | "um"
            )
    }) {
        words.pop();
    }
    let name = words.join(" ");
    let name = name
        .trim_matches(|c: char| !c.is_alphanumeric() && c != ')' && c != '.' && c != '"')
        .trim_end_matches(':')
        .trim();
    is_name(name).then(|| name.to_owned())
}

/// "byJane": the word for "by" glued to a name by its markup.
fn unglued(word: &str) -> &str {
    let rest = ["by", "By", "von", "Von", "par", "Par"].iter().find_map(|by| word.strip_prefix(by));
    rest.filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(word)
}

fn is_name(name: &str) -> bool {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let digits = name.chars().filter(|c| c.is_numeric()).count();
    (1..=WORDS).contains(&words.len())
        && letters >= 2
        && !words.iter().all(|word| dated::is_label(word))
        && digits * 3 < letters
        && name.chars().count() <= 60
        && !name.contains('@')
        && !words
            .iter()
            .any(|word| NO_NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
        && !matches!(
            name.to_lowercase().as_str(),
            "admin"
                | "administrator"
                | "staff"
                | "unknown"
                | "null"
                | "none"
                | "undefined"
                | "author"
                | "autor"
                | "by"
                | "redaktion"
                | "root"
                | "webmaster"
                | "editor"
                | "user"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names_of(text: &str) -> Option<String> {
        joined([text], Some("Example Times"))
    }

    #[test]
    fn names_are_told_from_what_stands_around_them() {
        for text in [
            "By Jane Doe",
            "Von Jane Doe, 10. Mai 2023",
            "Jane Doe | Example Times",
            "posted by Jane Doe on May 10, 2023",
            "Written by: Jane Doe",
        ] {
            assert_eq!(names_of(text).as_deref(), Some("Jane Doe"), "{text}");
        }
        assert_eq!(names_of("By Jane Doe and John Roe").as_deref(), Some("Jane Doe, John Roe"));
        assert_eq!(names_of("https://example.com/doe"), None);
        assert_eq!(names_of("12 comments"), None);
    }
}
