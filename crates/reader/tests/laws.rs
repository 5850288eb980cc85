//! What holds for any input.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use reader::{Given, Reading, Source, read};

/// A worker's stack, as small as the smallest that runs this code.
const STACK: usize = 2 << 20;

fn read_bytes(bytes: &[u8]) -> Reading {
    read(&Source { path: "any", bytes }, &Given::default())
}

/// Blocks stand in order, do not overlap, slice, and leave nothing out but blank lines.
fn check_blocks(reading: &Reading) {
    for article in &reading.articles {
        let mut at = 0;
        for block in &article.blocks {
            let words = block.span.slice(&article.text).expect("a block slices");
            assert_eq!(words, words.trim());
            assert!(!words.is_empty());
            let between = &article.text[at..block.span.start() as usize];
            assert_eq!(between, if at == 0 { "" } else { "\n\n" });
            at = block.span.end() as usize;
        }
        assert_eq!(at, article.text.len());
    }
}

/// Lines that pages are made of, in any order.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Envoys meet in Tarn".to_owned()),
        Just(
            "The envoys of both states met in Tarn on Thursday and spoke for four hours."
                .to_owned()
        ),
        Just("TARN, March 4 (Reuters) - The envoys of both states met on Thursday.".to_owned()),
        Just("Friday, Jun 20, 2025".to_owned()),
        Just("Related Articles".to_owned()),
        Just("  • Storm closes ports".to_owned()),
        Just("Comments".to_owned()),
        Just(String::new()),
        "\\PC{0,60}",
        "[<>/a-z&;=\"' ]{0,60}",
    ]
}

proptest! {
    #[test]
    fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        check_blocks(&read_bytes(&bytes));
    }

    #[test]
    fn blocks_cover_the_text(lines in proptest::collection::vec(line(), 0..30)) {
        check_blocks(&read_bytes(lines.join("\n").as_bytes()));
    }

    #[test]
    fn html_of_any_lines_is_read(lines in proptest::collection::vec(line(), 0..12)) {
        let page = format!("<!doctype html><html><body><h1>Envoys</h1><p>{}", lines.join("</p><p>"));
        check_blocks(&read_bytes(page.as_bytes()));
    }

    #[test]
    fn kept_lines_are_lines_of_the_page(lines in proptest::collection::vec(line(), 0..30)) {
        let page = lines.join("\n");
        let reading = read_bytes(page.as_bytes());
        let plain = !page.trim_start().starts_with(['<', '{', '[']);
        for article in reading.articles.iter().filter(|_| plain) {
            for block in &article.blocks {
                let words = block.span.slice(&article.text).unwrap();
                for line in words.lines() {
                    prop_assert!(page.contains(line), "{line:?} is not in the page");
                }
            }
        }
    }

    #[test]
    fn rows_of_any_text_are_read(text in "\\PC{0,200}", title in proptest::option::of("\\PC{0,40}")) {
        let row = serde_json::json!({ "id": "x", "text": text, "title": title }).to_string();
        check_blocks(&read_bytes(row.as_bytes()));
    }
}

#[test]
fn the_same_bytes_have_the_same_ids() {
    let page = b"Envoys meet\n\nThe envoys of both states met in Tarn on Thursday and spoke for four hours.";
    let id = |bytes| read_bytes(bytes).articles[0].id;
    assert_eq!(id(page), id(page));
    assert_ne!(id(page), id(b"Envoys part\n\nThe envoys of both states met in Tarn on Thursday and spoke for four hours."));
}

#[test]
fn a_given_date_outweighs_the_page() {
    let page = b"Envoys meet\nMarch 4, 2021\n\nThe envoys of both states met in Tarn on Thursday and spoke for four hours.";
    let given = Given {
        published: Some(jiff::civil::date(2021, 3, 5)),
        outlet: Some("Example".to_owned()),
    };
    let reading = read(&Source { path: "a.txt", bytes: page }, &given);
    let published = reading.articles[0].published.as_ref().unwrap();
    assert_eq!(published.when.from, jiff::civil::date(2021, 3, 5));
    assert_eq!(published.basis, text::DateBasis::Given);
    assert_eq!(reading.articles[0].outlet.as_deref(), Some("Example"));
}

#[test]
fn packed_pages_are_read_as_they_are() {
    let page = b"Envoys meet\n\nThe envoys of both states met in Tarn on Thursday and spoke for four hours.";
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(page).unwrap();
    let packed = encoder.finish().unwrap();
    assert_eq!(read_bytes(&packed).articles[0].text, read_bytes(page).articles[0].text);
}

#[test]
fn deep_and_long_pages_need_little_stack() {
    let body = "<p>The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway.</p>\
                <p>They will meet again before the month is out, in the same place and on the same floor, officials said.</p>";
    let pages = [
        format!("<html><body>{}{body}", "<div>".repeat(50_000)),
        format!("<html><body>{}{body}", "<ul><li>".repeat(20_000)),
        format!("<html><body>{}{}{body}", "<a>".repeat(5_000), "<i>".repeat(5_000)),
        format!("<html><body><div {}>{body}</div>", "a1='b' c2='d' ".repeat(20_000)),
        format!("<html><body>{}{body}", "<br>".repeat(100_000)),
        format!("<html><body>{}{}", "<blockquote><p>".repeat(5_000), body),
    ];
    for page in pages {
        let worker = std::thread::Builder::new().stack_size(STACK);
        let reading = worker.spawn(move || read_bytes(page.as_bytes())).unwrap().join().unwrap();
        check_blocks(&reading);
        assert_eq!(reading.articles.len(), 1);
    }
}
