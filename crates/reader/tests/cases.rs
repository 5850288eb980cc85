//! Pages of data: each case is a page and what an attentive reader keeps of it.
//!
//! A case has a fence `page` and a fence `article`. In the latter, `published:`, `modified:`,
//! `credits:`, `byline:`, `language:`, `outlet:`, `title:` and `problems:` are checked if they are there; every
//! other line is a block of the story or a piece that stands around it: its kind, a colon, its words
//! (`…` at the end: how it begins). Both are checked in full and in order.

use std::fs;
use std::path::Path;

use reader::{Given, Reading, Source, read};
use text::Article;

#[test]
fn plain() {
    check_all("plain");
}

#[test]
fn html() {
    check_all("html");
}

#[test]
fn rows() {
    check_all("rows");
}

fn check_all(folder: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty());
    let wrong: Vec<String> = paths.iter().flat_map(|path| check(path)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn check(path: &Path) -> Vec<String> {
    let case = fs::read_to_string(path).unwrap();
    let (page, expected) = (fence(&case, "page"), fence(&case, "article"));
    let reading = read(&Source { path: "case.txt", bytes: page.as_bytes() }, &Given::default());
    let wrong = differences(&reading, &expected);
    wrong.into_iter().map(|line| format!("{}: {line}", path.display())).collect()
}

/// The lines between "```name" and "```".
fn fence(case: &str, name: &str) -> String {
    let start = format!("```{name}\n");
    let after = case.split(&start).nth(1).unwrap_or_else(|| panic!("no fence {name}"));
    after.split("\n```").next().unwrap().to_owned()
}

fn differences(reading: &Reading, expected: &str) -> Vec<String> {
    let Some(article) = reading.articles.first() else {
        let codes =
            reading.problems.iter().map(|n| n.problem.code.0.clone()).collect::<Vec<_>>().join(" ");
        return if expected == format!("nothing: {codes}") {
            vec![]
        } else {
            vec![format!("no article: {codes}")]
        };
    };
    let mut blocks = Vec::new();
    let mut wrong = Vec::new();
    for line in expected.lines().filter(|line| !line.is_empty()) {
        let (key, value) = line.split_once(": ").unwrap_or((line, ""));
        match field(article, reading, key) {
            Some(got) if got != value => wrong.push(format!("{key} is {got:?}, not {value:?}")),
            Some(_) => {}
            None => blocks.push(line),
        }
    }
    let around =
        |line: &&str| ["headline: ", "byline: ", "caption: "].iter().any(|k| line.starts_with(k));
    let (beside, story): (Vec<&str>, Vec<&str>) = blocks.into_iter().partition(around);
    let got = article.blocks.iter().map(|b| shown(b.kind, b.span.slice(&article.text).unwrap()));
    wrong.extend(compare(&got.collect::<Vec<_>>(), &story));
    let got = article.around.iter().map(|aside| shown(aside.kind, &aside.text));
    wrong.extend(compare(&got.collect::<Vec<_>>(), &beside));
    wrong
}

fn field(article: &Article, reading: &Reading, key: &str) -> Option<String> {
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
    Some(match key {
        "published" => match &article.published {
            Some(published) => format!("{} {}", published.when.from, published.basis.as_str()),
            None => "none".to_owned(),
        },
        "modified" => or_none(&article.modified.as_ref().map(|m| m.when.from.to_string())),
        "credits" => article.credits.join(", "),
        "author" => or_none(&article.byline),
        "language" => article.language.clone(),
        "outlet" => or_none(&article.outlet),
        "title" => or_none(&article.title),
        "name" => article.name.clone(),
        "problems" => {
            let codes: Vec<_> =
                reading.problems.iter().map(|n| n.problem.code.0.as_str()).collect();
            if codes.is_empty() { "none".to_owned() } else { codes.join(" ") }
        }
        _ => return None,
    })
}

fn compare(got: &[String], expected: &[&str]) -> Vec<String> {
    let fits = |got: &String, line: &&str| match line.strip_suffix('…') {
        Some(start) => got.starts_with(start),
        None => got == line,
    };
    if got.len() == expected.len() && got.iter().zip(expected).all(|(got, line)| fits(got, line)) {
        return Vec::new();
    }
    let first = got
        .iter()
        .zip(expected)
        .position(|(got, line)| !fits(got, line))
        .unwrap_or(got.len().min(expected.len()));
    vec![format!("block {first} is {:?}, not {:?}", got.get(first), expected.get(first))]
}

fn shown(kind: text::BlockKind, words: &str) -> String {
    let kind = format!("{kind:?}").to_lowercase();
    format!("{kind}: {}", words.replace('\n', " "))
}
