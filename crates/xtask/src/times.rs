//! Time expressions beside hand-keyed ones, as TempEval-3 counts them.
//!
//! A line of gold is an article: `doc_id`, its day of publication `dct`, its `text` and its `timexes`
//! with `start` and `end` in characters, `type` and `value`. Two expressions meet if they share a
//! character (relaxed) or, marks and a leading "the" aside, all of them (strict). The F1 of values is
//! the relaxed one times the share of right values among those that meet.

use std::collections::HashSet;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::Context;
use pipeline::Tools;
use serde::Deserialize;
use text::{Anchor, Article, DateBasis, Published, Span, TimeExpression, TimexKind, When};

/// Bytes shown on either side of a disagreement.
const CONTEXT: usize = 70;

/// One article of the gold.
#[derive(Deserialize)]
struct Page {
    doc_id: String,
    dct: Option<String>,
    text: String,
    timexes: Vec<Timex>,
}

/// One expression of the gold, in characters.
#[derive(Deserialize)]
struct Timex {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
}

/// An expression of either side, in bytes.
struct Expression {
    span: Range<usize>,
    kind: String,
    value: String,
}

/// What was keyed, found, and how much of it agrees.
#[derive(Default)]
struct Tally {
    keyed: usize,
    found: usize,
    meet: usize,
    strict: usize,
    value: usize,
    kind: usize,
}

/// Annotates the articles of a gold file and prints the figures; with `misses`, each disagreement.
pub fn run(gold: &Path, misses: bool) -> anyhow::Result<()> {
    let lines =
        fs::read_to_string(gold).with_context(|| format!("cannot read {}", gold.display()))?;
    let tools = Tools::shipped();
    let mut tally = Tally::default();
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let page: Page = serde_json::from_str(line).context("a line of the gold is odd")?;
        let (annotated, _) = tools.annotator.annotate(&article(&page), &tools.lexicon);
        let found: Vec<Expression> = annotated.times.iter().flat_map(found).collect();
        for told in compare(&page.text, &keyed(&page), &found, &mut tally) {
            if misses {
                println!("{}\t{told}", page.doc_id);
            }
        }
    }
    print(&tally);
    Ok(())
}

/// The text as an article of its day.
fn article(page: &Page) -> Article {
    let day = page.dct.as_ref().and_then(|day| day.get(..10)?.parse().ok());
    let published = day.map(|day| Published {
        when: When::day(day, Anchor::Stated),
        basis: DateBasis::Given,
        agreeing: 1,
    });
    Article { published, ..Article::of_paragraphs(&page.text) }
}

fn keyed(page: &Page) -> Vec<Expression> {
    let mut bytes: Vec<usize> = page.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(page.text.len());
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(page.text.len());
    let expression = |timex: &Timex| Expression {
        span: byte(timex.start)..byte(timex.end),
        kind: timex.kind.clone(),
        value: timex.value.clone().unwrap_or_default(),
    };
    page.timexes.iter().map(expression).collect()
}

fn found(time: &TimeExpression) -> Vec<Expression> {
    let kind = match time.kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    };
    let expression = |(span, value): (Span, &str)| Expression {
        span: span.start() as usize..span.end() as usize,
        kind: kind.to_owned(),
        value: value.to_owned(),
    };
    time.timexes().into_iter().map(expression).collect()
}

/// Counts one article; tells each disagreement.
fn compare(
    text: &str,
    keyed: &[Expression],
    found: &[Expression],
    tally: &mut Tally,
) -> Vec<String> {
    tally.keyed += keyed.len();
    tally.found += found.len();
    let pairs = pairs(keyed, found);
    let mut told = Vec::new();
    for &(k, f) in &pairs {
        told.extend(count(text, &keyed[k], &found[f], tally));
    }
    let alone = |list: &[Expression], taken: HashSet<usize>, word: &str| -> Vec<String> {
        let rest = list.iter().enumerate().filter(|(at, _)| !taken.contains(at));
        rest.map(|(_, e)| format!("{word}\t{}\t\t{}", shown(text, e), around(text, &e.span)))
            .collect()
    };
    told.extend(alone(keyed, pairs.iter().map(|pair| pair.0).collect(), "missed"));
    told.extend(alone(found, pairs.iter().map(|pair| pair.1).collect(), "unkeyed"));
    told
}

/// One to one, the longest overlaps first.
fn pairs(keyed: &[Expression], found: &[Expression]) -> Vec<(usize, usize)> {
    let overlap =
        |a: &Range<usize>, b: &Range<usize>| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    let mut all: Vec<(usize, usize, usize)> = Vec::new();
    for (k, key) in keyed.iter().enumerate() {
        let shared = found.iter().enumerate().map(|(f, e)| (overlap(&key.span, &e.span), k, f));
        all.extend(shared.filter(|(length, ..)| *length > 0));
    }
    all.sort_by(|a, b| b.cmp(a));
    let (mut keys, mut founds) = (HashSet::new(), HashSet::new());
    all.retain(|&(_, k, f)| {
        let free = !keys.contains(&k) && !founds.contains(&f);
        if free {
            keys.insert(k);
            founds.insert(f);
        }
        free
    });
    all.into_iter().map(|(_, k, f)| (k, f)).collect()
}

fn count(text: &str, key: &Expression, found: &Expression, tally: &mut Tally) -> Option<String> {
    let strict = core(text, &key.span) == core(text, &found.span);
    let (value, kind) = (key.value == found.value, key.kind == found.kind);
    tally.meet += 1;
    tally.strict += usize::from(strict);
    tally.value += usize::from(value);
    tally.kind += usize::from(kind);
    let word = if value { "extent" } else { "value" };
    (!strict || !value || !kind).then(|| {
        let around = around(text, &key.span);
        format!("{word}\t{}\t{}\t{around}", shown(text, key), shown(text, found))
    })
}

/// Where the words begin and end without marks around them and a leading "the".
fn core(text: &str, span: &Range<usize>) -> (usize, usize) {
    let Some(words) = text.get(span.clone()) else { return (span.start, span.end) };
    let inner = words.trim_matches(|c: char| !c.is_alphanumeric());
    let inner = inner
        .strip_prefix("the ")
        .or_else(|| inner.strip_prefix("The "))
        .map_or(inner, str::trim_start);
    let start = inner.as_ptr() as usize - text.as_ptr() as usize;
    (start, start + inner.len())
}

fn shown(text: &str, expression: &Expression) -> String {
    let words = text.get(expression.span.clone()).unwrap_or_default().replace('\n', " ");
    format!("{words} [{} {}]", expression.kind, expression.value)
}

/// The words around an expression, on one line.
fn around(text: &str, span: &Range<usize>) -> String {
    let mut from = span.start.saturating_sub(CONTEXT);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut until = span.end.saturating_add(CONTEXT).min(text.len());
    while !text.is_char_boundary(until) {
        until += 1;
    }
    text.get(from..until).unwrap_or_default().replace('\n', " ")
}

fn print(tally: &Tally) {
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let f1 = |hits: usize| 2.0 * share(hits, tally.keyed + tally.found);
    println!("keyed {} found {}", tally.keyed, tally.found);
    println!("precision {:.3}", share(tally.meet, tally.found));
    println!("recall {:.3}", share(tally.meet, tally.keyed));
    println!("relaxed F1 {:.3}", f1(tally.meet));
    println!("strict F1 {:.3}", f1(tally.strict));
    println!("value F1 {:.3}", f1(tally.meet) * share(tally.value, tally.meet));
    println!("type F1 {:.3}", f1(tally.meet) * share(tally.kind, tally.meet));
}
