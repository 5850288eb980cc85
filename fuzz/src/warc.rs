//! Web archives, bare and packed: a record whose header and content are anything.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::ground::chosen;
use crate::reading;

/// The first byte chooses how a record begins and how it is packed. Two whole records stand around it.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let record = match choice & 3 {
        0 => [b"WARC/1.0\r\nWARC-Type: response\r\n", rest].concat(),
        1 => response(rest),
        2 => response(&[b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n", rest].concat()),
        _ => [b"WARC/1.1\r\n", rest].concat(),
    };
    let archive = match choice & 12 {
        4 => packed(&record),
        8 => [packed(&record), packed(&whole())].concat(),
        12 => [whole(), record].concat(),
        _ => record,
    };
    reading::check(&archive, "a.warc");
}

/// A record with this content, its length told rightly.
fn response(content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/2023/05/10/talks\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        content.len()
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

fn whole() -> Vec<u8> {
    let story = "The envoys of both sides met in Tarn on Tuesday and spoke for an hour. ".repeat(4);
    response(
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>{story}").as_bytes(),
    )
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::none());
    out.write_all(bytes).expect("memory takes all");
    out.finish().expect("memory takes all")
}
