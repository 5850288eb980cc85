//! `score actors`: whose and what an actor phrase is, beside what people say.
//!
//! Three sets: phrases with country and sector, mentions in sentences with the country that acts, and the
//! people named in mediation events, whom the tables should know.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pipeline::{CodedActor, Mention, Tools, actor};
use serde_json::Value;
use text::Span;

use crate::mention_sets::spaced;
use crate::tree;

const PHRASES: &str = "gold/event_coding/dev.jsonl";
const COUNTRIES: &str = "gold/newswcl50_country_actor_gold.jsonl";
const EVENTS: &str = "gold/coref/mend/events.jsonl";

/// What the phrases' set means by "today", and by no date: the autumn that it was made in.
const TODAY: &str = "2022-11-01";

/// Who a phrase names, if anybody.
fn answer(mention: &Mention, tools: &Tools) -> Option<CodedActor> {
    actor(mention, tools).ok().flatten()
}

/// How many were right, and what went wrong how often.
#[derive(Default)]
struct Tally {
    asked: usize,
    right: usize,
    wrong: BTreeMap<String, usize>,
}

impl Tally {
    fn count(&mut self, right: bool, told: impl FnOnce() -> String) {
        self.asked += 1;
        self.right += usize::from(right);
        if !right {
            *self.wrong.entry(told()).or_default() += 1;
        }
    }

    fn print(&self, what: &str, misses: bool) {
        if misses {
            let mut wrong: Vec<_> = self.wrong.iter().collect();
            wrong.sort_by_key(|(told, count)| (std::cmp::Reverse(**count), *told));
            wrong.iter().for_each(|(told, count)| println!("  {count:3}  {told}"));
        }
        let share = self.right as f64 / self.asked.max(1) as f64;
        println!("{what:42} {:5} of {:5}  {share:.3}", self.right, self.asked);
    }
}

/// Scores what is at hand of the three sets.
pub fn run(misses: bool) -> anyhow::Result<()> {
    let tools = Tools::shipped();
    if let Some(path) = tree::shared(PHRASES) {
        phrases(&rows(&path)?, &tools).print("phrases: country and sector", misses);
    }
    if let Some(path) = tree::shared(COUNTRIES) {
        countries(&rows(&path)?, &tools).print("mentions in sentences: country", misses);
    }
    if let Some(path) = tree::shared(EVENTS) {
        negotiators(&rows(&path)?, &tools).print("named negotiators: known", misses);
    }
    Ok(())
}

fn rows(path: &Path) -> anyhow::Result<Vec<Value>> {
    let text = fs::read_to_string(path)?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn phrases(rows: &[Value], tools: &Tools) -> Tally {
    let mut tally = Tally::default();
    for row in rows.iter().filter(|row| row["file"] == "ngec_actor_resolution.jsonl") {
        let expected: Vec<&Value> = row["expected"].as_array().into_iter().flatten().collect();
        if expected.iter().all(|answer| answer.get("title").is_some()) {
            continue;
        }
        let dates = [&row["context"]["query_date"], &row["extra_args"][1]];
        let said = dates.iter().filter_map(|date| date.as_str()).find(|date| !date.is_empty());
        let date = said.and_then(|date| date.parse().ok()).or_else(|| TODAY.parse().ok());
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let found = answer(&Mention { text: text.clone(), date, context: None, span: None }, tools);
        let right = expected.iter().any(|answer| agrees(answer, found.as_ref()));
        tally.count(right, || format!("{text}: {} not {expected:?}", codes(found.as_ref())));
    }
    tally
}

/// True if all that is expected was found: `country`, `code_1`, one of several, or no code at all.
fn agrees(expected: &Value, found: Option<&CodedActor>) -> bool {
    if expected.get("code is").is_some() {
        return found.is_none();
    }
    let country = found.map_or("", |found| found.country.as_str());
    let sector = found.map_or("", |found| found.sector.as_str());
    let is = |field: &str, found: &str| expected.get(field).is_none_or(|value| value == found);
    let among = expected.get("code_1 in").and_then(Value::as_array);
    let among = among.is_none_or(|codes| codes.iter().any(|code| code == sector));
    is("country", country) && is("cc", country) && is("code_1", sector) && among
}

fn codes(found: Option<&CodedActor>) -> String {
    found.map_or("nobody".to_owned(), |found| format!("{} {}", found.country, found.sector))
}

fn countries(rows: &[Value], tools: &Tools) -> Tally {
    let mut tally = Tally::default();
    for row in rows.iter().filter(|row| row["split"] == "dev") {
        let Some((context, span)) = sentence(row) else { continue };
        let text = span.slice(&context).unwrap_or_default().to_owned();
        let mention =
            Mention { text: text.clone(), date: None, context: Some(context), span: Some(span) };
        let found = answer(&mention, tools);
        let country = found.as_ref().map_or("", |found| found.country.as_str());
        let gold = row["gold_iso3"].as_str().unwrap_or_default();
        tally.count(country == gold, || format!("{text}: {} not {gold}", codes(found.as_ref())));
    }
    tally
}

/// The sentence as running text, and where the mention is in it.
fn sentence(row: &Value) -> Option<(String, Span)> {
    let words = row["tokens"].as_array()?.iter().filter_map(Value::as_str);
    let tokens: Vec<String> = words.map(str::to_owned).collect();
    let bound = |at: usize| row["span"][at].as_u64().and_then(|at| usize::try_from(at).ok());
    let (text, span) = spaced(&tokens, (bound(0)?, bound(1)?));
    Some((text, span?))
}

fn negotiators(rows: &[Value], tools: &Tools) -> Tally {
    let mut tally = Tally::default();
    let develop = ["Sudan", "Libya", "Afghanistan"];
    for event in rows.iter().filter(|row| develop.iter().any(|name| row["conflict"] == *name)) {
        let date = event["date"].as_str().and_then(|date| date.parse().ok());
        for name in event["individuals"].as_array().into_iter().flatten().filter_map(Value::as_str)
        {
            let text = name.to_owned();
            let found = answer(&Mention { text, date, context: None, span: None }, tools);
            let known = found.is_some_and(|found| found.name.is_some());
            tally.count(known, || name.to_owned());
        }
    }
    tally
}
