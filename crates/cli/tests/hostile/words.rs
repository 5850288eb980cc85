//! Titles, addresses and names that are programs, queries, formulas, paths or commands of a terminal.

use serde_json::json;

use crate::job::Place;
use crate::made::{STORY, page, told};
use crate::table::Found;

// The server's list; what that makes of them for addresses is not needed here.
#[allow(dead_code)]
#[path = "../../../server/tests/server/payload.rs"]
mod payload;

/// Rows with these words in each of their fields, among them one that is a row of another.
fn rows(words: &[String]) -> String {
    let row = |(number, words): (usize, &String)| {
        let text = STORY.replace("officials", &format!("{words} officials"));
        json!({
            "id": format!("{number}-{words}"), "title": words, "outlet": words, "url": format!("https://example.com/{words}"),
            "author": words, "language": "en", "date": "2023-05-10", "text": format!("{text}\n\n\"{words},\" Mekdad said."),
        })
    };
    words.iter().enumerate().map(|each| row(each).to_string() + "\n").collect()
}

/// The same words where a page has them, as it would be written by who knows what a quote does.
fn pages(words: &[String]) -> Vec<String> {
    let safe =
        |words: &String| words.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&#39;");
    let page = |words: &String| {
        page(&told()).replace("Ministers meet in Moscow", &safe(words)).replace("The Example Herald", &safe(words)).replace(
            "</head>",
            &format!("<link rel=canonical href='https://example.com/{0}'><meta name=author content='{0}'></head>", safe(words)),
        )
    };
    words.iter().map(page).collect()
}

#[test]
fn words_that_are_more_than_words() {
    let place = Place::new();
    let words = payload::all();
    std::fs::write(place.input("m-rows.jsonl"), rows(&words)).unwrap();
    for (number, page) in pages(&words).into_iter().enumerate() {
        std::fs::write(place.input(&format!("m-{number}.html")), page).unwrap();
    }
    assert_eq!(place.read(), 0);
    let documents = place.documents();
    assert_eq!(documents.len(), words.len() * 2 + 2, "each is a document of its own");
    let titles: Vec<_> = place.show("documents").iter().map(|row| row["title"].clone()).collect();
    for words in [
        "<script>alert(1)</script>",
        "'; DROP TABLE claims; --",
        "=HYPERLINK(\"https://elsewhere.example\")",
    ] {
        assert!(titles.iter().any(|title| title == words), "{words} is a title, and no more");
    }
    drop(Found::of(&place));
    place.finish();
    for format in [
        "json",
        "jsonl",
        "gdelt",
        "icews",
        "polecat",
        "phoenix",
        "markdown",
        "docx",
        "xlsx",
        "parquet",
        "graphml",
        "gexf",
        "mermaid",
        "ics",
        "geojson",
        "timelinejs",
        "jsonld",
        "webannotation",
        "prov",
        "ftm",
    ] {
        place.ends_well(&[
            "export",
            "--format",
            format,
            "--full-text",
            "--output",
            &format!("out-{format}"),
        ]);
    }
    for words in words.iter().step_by(6) {
        place.ends_well(&["search", "--", words]);
    }
}
