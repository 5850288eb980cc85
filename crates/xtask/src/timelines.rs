//! Days of timelines beside those that people chose: the days that articles go on naming.
//!
//! A day counts once for each day on which an article was published whose words name it, that day or later: ten
//! articles of one morning are one. Of the days within a timeline's span the most counted are taken, as many as it
//! has, so that precision, recall and F1 are one figure. It measures the annotator's times and nothing of the
//! record. Only topics whose texts are at hand whole are scored.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::Context;
use pipeline::Tools;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use text::{Anchor, Article, DateBasis, Published, When};

use crate::tree;

/// Topics that rules may be looked at on; of others the articles are those of chosen days alone, or kept apart.
const TOPICS: [&str; 2] = ["libya", "iraq"];

/// One article.
#[derive(Deserialize)]
struct Page {
    topic: String,
    pub_date: String,
    text: String,
}

/// A timeline that people made.
#[derive(Deserialize)]
struct Timeline {
    collection: String,
    topic: String,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    date: String,
}

/// On which days of publication each day is named.
type Named = BTreeMap<String, BTreeSet<String>>;

/// Annotates the articles and prints the F1 of days of each topic and of all timelines.
pub fn run() -> anyhow::Result<()> {
    let Some(folder) = tree::shared("gold/timeline/tls") else { return Ok(()) };
    let mut pages: Vec<Page> = rows(&folder.join("t17_docs.jsonl"))?;
    pages.retain(|page| TOPICS.contains(&page.topic.as_str()));
    let named = named(&pages, &Tools::shipped());
    let timelines: Vec<Timeline> = rows(&folder.join("gold_timelines.jsonl"))?;
    let mut all = Vec::new();
    for topic in TOPICS {
        let of = timelines.iter().filter(|t| t.topic == topic && t.collection.starts_with('t'));
        let figures: Vec<f64> = of.map(|timeline| f1(timeline, &named[topic])).collect();
        println!("{topic:8} {} timelines, F1 of days {:.3}", figures.len(), mean(&figures));
        all.extend(figures);
    }
    println!("{} articles, {} timelines, F1 of days {:.3}", pages.len(), all.len(), mean(&all));
    Ok(())
}

fn rows<T: DeserializeOwned>(path: &Path) -> anyhow::Result<Vec<T>> {
    let lines =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    lines.lines().map(|line| serde_json::from_str(line).context("a row of the gold")).collect()
}

fn named<'p>(pages: &'p [Page], tools: &Tools) -> BTreeMap<&'p str, Named> {
    let mut named: BTreeMap<&str, Named> = BTreeMap::new();
    for page in pages {
        let topic = named.entry(&page.topic).or_default();
        let published = page.pub_date.get(..10).unwrap_or_default();
        for day in days(page, tools).into_iter().filter(|day| day.as_str() <= published) {
            topic.entry(day).or_default().insert(published.to_owned());
        }
    }
    named
}

/// The days that the words of an article name.
fn days(page: &Page, tools: &Tools) -> BTreeSet<String> {
    let mut article = Article::of_paragraphs(&page.text);
    let day = page.pub_date.get(..10).and_then(|day| day.parse().ok());
    article.published = day.map(|day| Published {
        when: When::day(day, Anchor::Stated),
        basis: DateBasis::Given,
        agreeing: 1,
    });
    let times = pipeline::annotate(&article, tools).0.map(|doc| doc.times).unwrap_or_default();
    // "2011-02-20TMO" is that day, too.
    let days = times.iter().filter_map(|time| time.value.get(..10));
    days.filter(|day| day.parse::<jiff::civil::Date>().is_ok()).map(str::to_owned).collect()
}

/// Of as many days as the timeline has, how many it has too.
fn f1(timeline: &Timeline, named: &Named) -> f64 {
    let chosen: BTreeSet<&str> = timeline.entries.iter().map(|e| e.date.as_str()).collect();
    let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { return 0.0 };
    let within = named.iter().filter(|(day, _)| (*first..=*last).contains(&day.as_str()));
    let mut ranked: Vec<_> = within.collect();
    ranked.sort_by_key(|(_, on)| std::cmp::Reverse(on.len()));
    let taken: BTreeSet<&str> =
        ranked.iter().take(chosen.len()).map(|(day, _)| day.as_str()).collect();
    let both = taken.intersection(&chosen).count() as f64;
    2.0 * both / (taken.len() + chosen.len()) as f64
}

fn mean(figures: &[f64]) -> f64 {
    figures.iter().sum::<f64>() / figures.len().max(1) as f64
}
