//! Files that hold many pages.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use reader::{Given, Reading, Source, read};

const BODY: &str = "<p>The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway.</p>\
    <p>They will meet again before the month is out, in the same place and on the same floor, officials said.</p>";

fn read_bytes(bytes: &[u8]) -> Reading {
    read(&Source { path: "days/a.warc", bytes }, &Given::default())
}

/// A response record that says it is `extra` bytes longer than it is.
fn record(title: &str, extra: usize) -> Vec<u8> {
    let http = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>{title}</title><body><h1>{title}</h1>{BODY}</html>"
    );
    let length = http.len() + extra;
    format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.com/2021/03/04/a\r\nContent-Length: {length}\r\n\r\n{http}\r\n\r\n"
    )
    .into_bytes()
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn titles(reading: &Reading) -> Vec<&str> {
    reading.articles.iter().filter_map(|article| article.title.as_deref()).collect()
}

#[test]
fn each_response_is_an_article() {
    let archive = [record("Envoys meet in Tarn", 0), record("Envoys part in Tarn", 0)].concat();
    let reading = read_bytes(&archive);
    assert_eq!(titles(&reading), ["Envoys meet in Tarn", "Envoys part in Tarn"]);
    let article = &reading.articles[1];
    assert_eq!((article.name.as_str(), article.outlet.as_deref()), ("a", Some("example.com")));
    assert_eq!(article.published.as_ref().unwrap().when.from, jiff::civil::date(2021, 3, 4));
}

#[test]
fn a_record_that_lies_about_its_length_is_read_to_the_next() {
    let archive =
        [record("Envoys meet in Tarn", 900), record("Envoys part in Tarn", usize::MAX / 2)]
            .concat();
    let reading = read_bytes(&archive);
    assert_eq!(titles(&reading), ["Envoys meet in Tarn", "Envoys part in Tarn"]);
    assert_eq!(reading.problems.iter().filter(|noted| noted.problem.code.0 == "R014").count(), 2);
}

#[test]
fn a_broken_member_does_not_harm_the_next() {
    let broken = [0x1f, 0x8b, 0x08, 0, 1, 2, 3, 4, 5, 6, 7, 8];
    let archive = [
        packed(&record("Envoys meet in Tarn", 0)),
        broken.to_vec(),
        packed(&record("Envoys part in Tarn", 0)),
    ]
    .concat();
    assert_eq!(titles(&read_bytes(&archive)), ["Envoys meet in Tarn", "Envoys part in Tarn"]);
}

#[test]
fn items_with_their_whole_text_are_articles() {
    let paragraphs = BODY.repeat(3).replace('<', "&lt;").replace('>', "&gt;");
    let feed = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><title>Example Courier</title>\
         <item><title>Envoys meet in Tarn</title><link>https://example.com/a</link><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>\
         <description>&x;{paragraphs}</description></item>\
         <item><title>Storm</title><link>javascript:alert(1)</link><description>Ports close.</description></item></channel></rss>"
    );
    let reading = read_bytes(feed.as_bytes());
    assert_eq!(titles(&reading), ["Envoys meet in Tarn"]);
    let published = reading.articles[0].published.as_ref().unwrap();
    assert_eq!(
        (published.when.from, published.basis),
        (jiff::civil::date(2021, 3, 4), text::DateBasis::Feed)
    );
    assert_eq!(reading.articles[0].outlet.as_deref(), Some("Example Courier"));
    assert!(reading.problems.iter().any(|noted| noted.problem.code.0 == "R018"));
}
