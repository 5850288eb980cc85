//! Hostile pages and real ones that are kept beside the repository, not in it. Skipped if they are
//! not there.

use std::fs;
use std::path::PathBuf;

use reader::{Given, Reading, Source, read};
use text::BlockKind;

fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// Reads a file on a small stack.
fn read_file(path: PathBuf) -> Reading {
    let worker = std::thread::Builder::new().stack_size(2 << 20);
    let job = move || {
        let bytes = fs::read(&path).unwrap();
        read(&Source { path: &path.to_string_lossy(), bytes: &bytes }, &Given::default())
    };
    worker.spawn(job).unwrap().join().unwrap()
}

fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending != "md"));
    files.sort();
    files
}

#[test]
fn hostile_pages_give_an_article_or_a_problem() {
    let Some(folder) = shared("nasty") else { return };
    for path in files(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let reading = read_file(path);
        assert!(!reading.articles.is_empty() || !reading.problems.is_empty(), "{name}: silence");
        let text: String = reading.articles.iter().map(|article| article.text.as_str()).collect();
        for trap in ["HIDDEN", "RAWTEXT", "<script", "842 partners"] {
            assert!(!text.contains(trap), "{name}: {trap}");
        }
        for article in &reading.articles {
            let year = article.published.as_ref().map(|published| published.when.from.year());
            assert!(year.is_none_or(|year| year < 2025), "{name}: {year:?}");
        }
    }
}

/// Hostile files: how each begins, how many articles are in it, which problem belongs to it.
const HOSTILE: &[(&str, usize, &str)] = &[
    ("01_", 1, "R015"),
    ("02_", 1, "R015"),
    ("03_", 1, "R015"),
    ("04_", 1, "R015"),
    ("05_", 1, "R026"),
    ("06_", 1, "R026"),
    ("07_", 1, "R009"),
    ("08_", 1, ""),
    ("09_", 1, "R008"),
    ("10_", 1, ""),
    ("11_", 1, "R024"),
    ("12_", 0, "R013"),
    ("13_", 0, "R007"),
    ("14_", 3, "R014"),
    ("14b_", 0, "R014"),
    ("15_", 2, "R014"),
    ("16_", 1, "R013"),
    ("17_", 1, "R018"),
    ("18_", 1, ""),
    ("19_", 1, ""),
    ("20_", 1, ""),
    ("21_", 1, ""),
    ("22_", 1, ""),
    ("23_", 1, ""),
    ("24a_", 0, "R006"),
    ("24c_", 0, "R006"),
    ("24d_", 0, "R005"),
];

#[test]
fn each_hostile_page_gives_its_articles_and_its_problem() {
    let Some(folder) = shared("nasty") else { return };
    for path in files(folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let row = HOSTILE.iter().find(|(start, ..)| name.starts_with(start));
        let Some((_, articles, code)) = row else { continue };
        let reading = read_file(path);
        assert_eq!(reading.articles.len(), *articles, "{name}");
        let codes: Vec<_> = reading.problems.iter().map(|n| n.problem.code.0.as_str()).collect();
        assert!(code.is_empty() || codes.contains(code), "{name}: {codes:?}");
    }
}

#[test]
fn every_quoted_line_is_in_the_page() {
    let Some(folder) = shared("seeds") else { return };
    for path in files(folder) {
        let page = fs::read_to_string(&path).unwrap();
        let reading = read_file(path.clone());
        let [article] = reading.articles.as_slice() else {
            panic!("{}: one article", path.display())
        };
        for block in &article.blocks {
            assert!(page.contains(block.span.slice(&article.text).unwrap()));
        }
        assert!(
            article.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).count() >= 7
        );
        assert!(!article.text.contains("More from") && !article.text.contains(" views"));
    }
}

#[test]
fn dates_are_those_that_the_pages_give() {
    let (Some(rows), Some(gold)) =
        (shared("coverage/articles.jsonl"), shared("coverage/gold.json"))
    else {
        return;
    };
    let gold: serde_json::Value = serde_json::from_slice(&fs::read(gold).unwrap()).unwrap();
    let reading = read_file(rows);
    for article in &reading.articles {
        let Some(expected) = gold["documents"].get(&article.name) else { continue };
        let got = article.published.as_ref().map(|published| published.when.from.to_string());
        assert_eq!(got.as_deref(), expected["published"].as_str(), "{}", article.name);
    }
}
