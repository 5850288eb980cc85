//! What speaks for a day being that of publication.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use text::DateBasis;

use super::finding::{self, Finding};
use super::label::Label;
use super::moment;
use crate::html::headline::Headline;
use crate::html::json_ld::Story;
use crate::html::survey::{Metas, Name, Place, Region, Survey};
use crate::page_date::{self, Order};

/// A reason to think that the page was published on a day: where the day stands, and as what.
/// The words are those of the table of weights.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::html) struct Evidence {
    pub day: Date,
    pub reason: String,
    pub basis: DateBasis,
}

/// Everything that dates are read from.
pub(in crate::html) struct Page<'a> {
    pub survey: &'a Survey,
    pub headline: &'a Headline,
    /// The page's own stories in JSON-LD.
    pub own: &'a [&'a Story],
    pub stories: &'a [Story],
    pub url: Option<&'a str>,
    pub order: Order,
}

/// News on the web begins here. A date before it is that of something else.
const FIRST: Date = date(1995, 1, 1);

/// `<meta>` names for the day of publication.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article.published",
    "article:published",
    "article:published_date",
    "article:publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publish_time",
    "published_time",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.publication",
    "article_date_original",
    "originalpublicationdate",
    "displaydate",
    "bt:pubdate",
    "rnews:datepublished",
    "date_published",
    "og:published_time",
    "og:pubdate",
    "og:publish_date",
    "citation_publication_date",
    "citation_online_date",
    "prism.publicationdate",
    "publication_date",
    "published_date",
    "published-date",
    "publisheddate",
    "shareaholic:article_published_time",
    "vr:published_time",
    "mediator_published_time",
    "og:release_date",
    "release_date",
    "sw-pubdate",
    "ptime",
    "pdate",
    "dtk:publishdate",
    "content_publisheddate",
    "video:release_date",
    "og:article:time",
    "bepress_citation_date",
    "apub:time",
    "analyticsattributes.articledate",
    "publicationdate",
    "article:post_date",
    "dateposted",
];
/// `<meta>` names for a day that is mostly the one of publication.
const DATES: &[&str] = &[
    "date",
    "dc.date",
    "dc:date",
    "dcterms.date",
    "dcterms.created",
    "dcterms:created",
    "dc.created",
    "dc.date.created",
    "dc:date.created",
    "article.created",
    "created",
    "datecreated",
    "date_created",
    "createdate",
    "dtk:createddate",
    "content_create_date",
    "doc_date",
    "citation_date",
    "timestamp",
    "uploaddate",
    "article:created",
    "article:create",
    "creation_date",
    "gentime",
];
/// `<meta>` names for the day of the last change.
pub(in crate::html) const MODIFIED: &[&str] = &[
    "article:modified_time",
    "datemodified",
    "article:modified",
    "article:modified_date",
    "og:article:modified_time",
    "og:modified_time",
    "lastmod",
    "last-modified",
    "lastmodified",
    "dcterms.modified",
    "dc.date.modified",
    "dc:date.modified",
    "dc.modified",
    "og:updated_time",
    "bt:moddate",
    "updated_time",
    "modified_time",
    "modificationdate",
    "revision_date",
    "revised",
    "last_updated_date",
    "dateupdate",
    "shareaholic:article_modified_time",
    "article:updated_time",
    "zdf:modificationdate",
];

/// All evidence of a page.
pub(in crate::html) fn gather(page: &Page) -> Vec<Evidence> {
    let mut found = Gather { page, evidence: Vec::new() };
    found.linked_data();
    found.metas(&page.survey.metas);
    found.addresses();
    found.findings();
    found.evidence.retain(|evidence| evidence.day >= FIRST);
    found.leave_out_weak();
    found.agreements();
    found.evidence
}

/// True for a `<meta>` name that nobody listed but that speaks of publication.
fn is_other(name: &str) -> bool {
    ["publish", "pubdate", "posted", "uploaded", "publication"].iter().any(|cue| name.contains(cue))
        && !["modif", "updat", "expir", "unpublish", "publisher"]
            .iter()
            .any(|cue| name.contains(cue))
}

/// The values in scripts, and whether they agree.
fn page_stated(values: &[String], order: Order) -> Vec<(&str, &'static str)> {
    let days: Vec<Date> = values
        .iter()
        .filter_map(|value| moment::parse(value, order))
        .map(|found| found.day)
        .collect();
    let agree = days.windows(2).all(|pair| pair[0] == pair[1]);
    let reason = if agree { "script" } else { "script-first" };
    values.iter().take(1).map(|value| (value.as_str(), reason)).collect()
}

struct Gather<'a> {
    page: &'a Page<'a>,
    evidence: Vec<Evidence>,
}

impl Gather<'_> {
    fn add(&mut self, day: Date, reason: impl Into<String>, basis: DateBasis) {
        let evidence = Evidence { day, reason: reason.into(), basis };
        if !self.evidence.contains(&evidence) {
            self.evidence.push(evidence);
        }
    }

    fn moment(&mut self, value: Option<&str>, reason: &str, basis: DateBasis) -> bool {
        let Some(moment) = value.and_then(|value| moment::parse(value, self.page.order)) else {
            return false;
        };
        self.add(moment.day, reason, basis);
        if let Some(elsewhere) = moment.elsewhere {
            self.add(elsewhere, format!("{reason}-zone"), basis);
        }
        true
    }

    fn linked_data(&mut self) {
        for story in self.page.own {
            self.moment(story.published.as_deref(), "json", DateBasis::StructuredData);
            self.moment(story.modified.as_deref(), "json-changed", DateBasis::StructuredData);
        }
        for story in self
            .page
            .stories
            .iter()
            .filter(|story| !self.page.own.iter().any(|own| std::ptr::eq(*own, *story)))
        {
            let reason = if story.is_article { "json-other" } else { "json-page" };
            self.moment(story.published.as_deref(), reason, DateBasis::StructuredData);
        }
    }

    fn metas(&mut self, metas: &Metas) {
        for value in page_stated(&self.page.survey.stated, self.page.order) {
            self.moment(Some(value.0), value.1, DateBasis::Markup);
        }
        for (name, value) in metas.iter().filter(|(name, _)| is_other(name)) {
            if value.len() < 40 && !PUBLISHED.contains(&name.as_str()) {
                self.moment(Some(value), "meta-other", DateBasis::Markup);
            }
        }
        for (names, reason) in
            [(PUBLISHED, "meta"), (DATES, "meta-date"), (MODIFIED, "meta-changed")]
        {
            for name in names {
                self.moment(metas.get(*name).map(String::as_str), reason, DateBasis::Markup);
            }
        }
    }

    fn addresses(&mut self) {
        let metas = &self.page.survey.metas;
        let own = [
            self.page.url,
            metas.get("og:url").map(String::as_str),
            self.page.survey.canonical.as_deref(),
        ];
        for url in own.into_iter().flatten() {
            if let Some(day) = page_date::url_day(url) {
                self.add(day, "url", DateBasis::Url);
            }
        }
        let pictures = ["og:image", "twitter:image", "twitter:image:src"];
        for url in pictures.iter().filter_map(|name| metas.get(*name)) {
            if let Some(day) = page_date::url_day(url) {
                self.add(day, "picture", DateBasis::Url);
            }
        }
    }

    fn findings(&mut self) {
        let findings = finding::findings(self.page.survey, self.page.order);
        let mut first: BTreeMap<&str, (Date, DateBasis)> = BTreeMap::new();
        for finding in &findings {
            let zone = self.zone(finding.seen.place);
            let strength = strength(finding);
            let Some(strength) =
                strength.filter(|strength| zone != "masthead" || *strength == "property")
            else {
                continue;
            };
            let basis = if finding.seen.is_time || finding.seen.property || finding.is_attribute() {
                DateBasis::Markup
            } else {
                DateBasis::Visible
            };
            self.add(finding.day, format!("{strength}-{zone}"), basis);
            if finding.label == Some(Label::Published) && strength != "changed" {
                self.add(finding.day, format!("labelled-{zone}"), basis);
            }
            let counts = !matches!(strength, "changed" | "prose" | "opening");
            // Above the headline the last is the nearest.
            if counts && (zone == "above" || !first.contains_key(zone)) {
                first.insert(zone, (finding.day, basis));
            }
            if finding.seen.in_link {
                self.add(finding.day, format!("linked-{zone}"), basis);
            }
            if let Some(elsewhere) = finding.elsewhere {
                self.add(elsewhere, format!("markup-zone-{zone}"), basis);
            }
        }
        for (zone, (day, basis)) in first {
            self.add(day, format!("first-{zone}"), basis);
        }
    }

    /// Where the story gives a date of its own, dates in margins, comments and far down say nothing.
    fn leave_out_weak(&mut self) {
        if self.evidence.iter().any(|evidence| is_firm(&evidence.reason)) {
            self.evidence
                .retain(|evidence| !WEAK.iter().any(|place| evidence.reason.ends_with(place)));
        }
    }

    /// What the pieces of evidence say together.
    fn agreements(&mut self) {
        let strong: BTreeMap<Date, DateBasis> = self
            .evidence
            .iter()
            .filter(|e| !e.reason.ends_with("-zone") && !e.reason.contains("changed"))
            .map(|e| (e.day, e.basis))
            .collect();
        if let [(day, basis)] = Vec::from_iter(strong.clone())[..] {
            self.add(day, "only", basis);
        }
        for (day, basis) in strong {
            let on = |reasons: &[&str]| {
                self.evidence.iter().any(|e| e.day == day && reasons.contains(&e.reason.as_str()))
            };
            let zoned = on(&["json-zone", "meta-zone", "json-page-zone"]);
            let shown = self.evidence.iter().any(|e| {
                e.day == day
                    && (e.reason.ends_with("-under") || e.reason.ends_with("-above"))
                    && !e.reason.starts_with("prose")
                    && !e.reason.starts_with("markup-zone")
            });
            if zoned && shown && !on(&["json", "meta"]) {
                self.add(day, "local", basis);
            }
        }
    }

    /// Where a date stands, seen from the headline.
    fn zone(&self, place: Place) -> &'static str {
        let Some((headline, words)) = self.page.headline.place else {
            return if place.region == 0 { "page" } else { "away" };
        };
        let foreign = place.region != 0 && place.region != headline.region;
        let other_story = place.story != headline.story && place.story != 0;
        let region = self.page.survey.regions.get(usize::from(place.region)).copied();
        if foreign && place.word < headline.word && region == Some(Region::Margin) {
            return "masthead";
        }
        if foreign || other_story {
            return "away";
        }
        if place.word < headline.word {
            return if headline.word - place.word <= BEFORE { "above" } else { "masthead" };
        }
        match place.word - headline.word {
            distance if distance <= words + NEAR => "under",
            distance if distance <= words + BELOW => "near",
            _ => "below",
        }
    }
}

/// Words between a date above the headline and the headline.
const BEFORE: usize = 25;
/// Words between the headline and a date right under it.
const NEAR: usize = 40;
/// Words between the headline and a date that has a standfirst or a picture before it.
const BELOW: usize = 130;

/// Endings of reasons that count only where no firm one is.
const WEAK: &[&str] = &["-away", "-masthead", "-below"];

/// True if a reason stands for a date of the story's own, that could be right alone.
pub(super) fn is_firm(reason: &str) -> bool {
    let place =
        reason.ends_with("-under") || reason.ends_with("-above") || reason.ends_with("-near");
    let strong = ["property", "published", "dated", "time", "meta-line", "bare", "labelled"];
    matches!(reason, "json" | "json-page" | "meta" | "meta-date" | "meta-other" | "script" | "url")
        || place && strong.iter().any(|strong| reason.starts_with(strong))
}

/// How strongly a date's element and line say that it is a date of its own.
fn strength(finding: &Finding) -> Option<&'static str> {
    let name = finding.seen.name;
    if name == Some(Name::Other) || finding.label == Some(Label::Other) && !finding.is_attribute() {
        return None;
    }
    if name == Some(Name::Change) && finding.label != Some(Label::Published)
        || finding.label == Some(Label::Changed) && !finding.seen.property
    {
        return Some("changed");
    }
    Some(match name {
        Some(Name::Publication) if finding.seen.property => "property",
        _ if finding.is_running() && finding.label == Some(Label::Published) => "told",
        _ if finding.is_running() && finding.start < OPENING => "opening",
        _ if finding.is_running() => "prose",
        Some(Name::Publication) => "published",
        Some(Name::Date) if finding.seen.is_time => "time",
        Some(Name::Date) => "dated",
        _ if finding.seen.is_time => "time",
        Some(Name::Meta) => "meta-line",
        _ if finding.others == 0 => "bare",
        _ => "beside",
    })
}

/// Bytes before a date that stands where a dateline does.
const OPENING: usize = 40;
