//! Packings: zip, gzip, Zstandard, and codings of a web archive's answers.

use std::io::Write;

use exporter::{Named, Output};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};

use crate::ground::chosen;
use crate::reading;

const PAGE: &[u8] = b"<html><p>The envoys met in Tarn on Tuesday and spoke for an hour.";

/// The first byte chooses the packing; the rest is the packed bytes, or what is packed.
pub fn check(bytes: &[u8]) {
    let (choice, rest) = chosen(bytes);
    let packed = match choice % 10 {
        0 => [b"PK\x03\x04", rest].concat(),
        1 => [b"\x1f\x8b\x08", rest].concat(),
        2 => [b"\x28\xb5\x2f\xfd", rest].concat(),
        3 => gzip(rest),
        4 => gzip(&zip("a.html", rest)),
        5 => zip(&String::from_utf8_lossy(rest), PAGE),
        6 => [zip("a.html", PAGE), rest.to_vec()].concat(),
        7 => patched(zip("a.html", PAGE), rest),
        8 => patched(gzip(PAGE), rest),
        _ => coded(rest),
    };
    reading::check(&packed, "a.zip");
}

fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    Output::Folder(vec![Named { name: name.to_owned(), bytes: bytes.to_vec() }]).into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).expect("memory takes all");
    out.finish().expect("memory takes all")
}

/// The same with bytes written over it: pairs of a place and a byte.
fn patched(mut whole: Vec<u8>, pairs: &[u8]) -> Vec<u8> {
    for pair in pairs.chunks_exact(2) {
        let at = usize::from(pair[0]) % whole.len();
        whole[at] = pair[1];
    }
    whole
}

/// A record of a web archive whose body is in a coding.
fn coded(bytes: &[u8]) -> Vec<u8> {
    let (choice, rest) = chosen(bytes);
    let coding = ["gzip", "deflate", "br", "zstd"][usize::from(choice) % 4];
    let body = match choice & 64 > 0 {
        true => {
            let mut out = DeflateEncoder::new(Vec::new(), Compression::fast());
            out.write_all(rest).expect("memory takes all");
            out.finish().expect("memory takes all")
        }
        false => rest.to_vec(),
    };
    let head =
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n");
    let length = head.len() + body.len();
    let record = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\n\
         Content-Type: application/http\r\nContent-Length: {length}\r\n\r\n{head}"
    );
    [record.as_bytes(), &body, b"\r\n\r\n"].concat()
}
