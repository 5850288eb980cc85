//! What is beyond a limit is left out and told, and what is within stays.

use std::io::Write;

use capture::{Captures, Content, Limits};
use flate2::Compression;
use flate2::write::GzEncoder;

const SMALL: Limits = Limits { page_bytes: 1 << 20, row_bytes: 1 << 20, growth: 2, members: 2 };

/// How many pages or rows a source gives, and the codes of what was odd.
fn read(limits: Limits, bytes: &[u8]) -> (usize, Vec<String>) {
    let (mut pieces, mut odd) = (0, Vec::new());
    for capture in Captures::within(limits, bytes, "source") {
        match capture.content() {
            Content::Odd(problem) => odd.push(problem.code.0.to_string()),
            Content::Response(page) => match page.unpacked() {
                Ok(_) => pieces += 1,
                Err(problem) => odd.push(problem.code.0.to_string()),
            },
            _ => pieces += 1,
        }
    }
    (pieces, odd)
}

/// So much is read within the small limits, and all of it within the usual ones.
fn check(bytes: &[u8], within: usize, all: usize) {
    let (pieces, odd) = read(SMALL, bytes);
    assert_eq!((pieces, odd), (within, vec!["R013".to_owned()]));
    assert_eq!(read(Limits::default(), bytes), (all, Vec::new()));
}

fn long() -> String {
    "Envoys met again. ".repeat(300_000)
}

#[test]
fn a_page() {
    check(format!("<!doctype html><body><p>{}", long()).as_bytes(), 0, 1);
}

#[test]
fn a_message() {
    let message = |text: &str| format!("From a@b Mon\nFrom: a@b\nSubject: Talks\n\n{text}\n\n");
    let huge = long();
    check((message("Short.") + &message(&huge) + &message("Short.")).as_bytes(), 2, 3);
}

/// A record of a web archive that holds an answer of this kind.
fn record(kind: &str, text: &str) -> String {
    let page = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{text}");
    let head =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: ";
    format!("{head}{}\r\n\r\n{page}\r\n\r\n", page.len())
}

#[test]
fn a_record_of_an_archive() {
    let record = |text: &str| record("text/html", &format!("<html><p>{text}"));
    let huge = long();
    check((record("Short.") + &record(&huge) + &record("Short.")).as_bytes(), 2, 3);
}

#[test]
fn what_a_site_puts_into_a_record_is_no_record() {
    let page = record("text/html", "<html><p>Short.");
    let image = |stuffing: &str| record("image/jpeg", &format!("{stuffing}\r\n{page}{stuffing}"));
    for stuffing in [&long()[..600_000], &long(), "short"] {
        let archive = image(stuffing) + &page;
        assert_eq!(read(SMALL, archive.as_bytes()), (1, Vec::new()), "{}", stuffing.len());
        assert_eq!(read(Limits::default(), archive.as_bytes()), (1, Vec::new()));
    }
    let torn = image(&long());
    assert_eq!(read(SMALL, &torn.as_bytes()[..torn.len() / 2 + 400]), (0, vec!["R014".to_owned()]));
}

#[test]
fn an_element_of_a_feed() {
    let item =
        |text: &str| format!("<item><title>Talks</title><description>{text}</description></item>");
    let huge = long();
    let feed = format!("<rss><channel>{}{}</channel></rss>", item("Short."), item(&huge));
    let is_told = |limits| read(limits, feed.as_bytes()).1.contains(&"R013".to_owned());
    assert!(is_told(SMALL) && !is_told(Limits::default()));
}

#[test]
fn a_row() {
    let line = |text: &str| format!("{{\"title\": \"Talks\", \"text\": \"{text}\"}}\n");
    let huge = long();
    check((line("Short.") + &line(&huge) + &line("Short.")).as_bytes(), 2, 3);
    check(format!("[{},{}]", line("Short."), line(&huge)).as_bytes(), 1, 2);
    let table = format!("title,date,text\nTalks,2023-05-10,Short.\nTalks,2023-05-10,\"{huge}\"\n");
    check(table.as_bytes(), 1, 2);
}

#[test]
fn growth() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&vec![b' '; 5 << 20]).unwrap();
    packed.write_all(b"Envoys met.").unwrap();
    let bytes = packed.finish().unwrap();
    let odd = |limits| read(limits, &bytes).1;
    assert_eq!(odd(Limits::default()), ["R013"]);
    assert!(odd(Limits { growth: 2_000, ..Limits::default() }).is_empty());
}

#[test]
fn members_of_an_archive() {
    let member = |name: &str| {
        let text = b"Envoys met.";
        let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
        let lengths = u32::try_from(text.len()).unwrap().to_le_bytes();
        bytes.extend([lengths, lengths].concat());
        bytes.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        bytes.extend([0, 0]);
        bytes.extend(name.as_bytes());
        bytes.extend(text);
        bytes
    };
    check(
        &[member("a.txt"), member("b.txt"), member("c.txt"), b"PK\x05\x06".to_vec()].concat(),
        2,
        3,
    );
}
