//! Pages, records and packings, to make hostile ones of.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};

/// What every story here says.
pub const STORY: &str = "The envoys of both states met in Tarn on Thursday and spoke for four hours about the railway along the \
    coast. They will meet again before the month is out, officials of both sides said.";

/// A page with something before its story.
pub fn page(before: &str) -> Vec<u8> {
    let story = format!("<p>{STORY}</p>").repeat(3);
    format!(
        "<!doctype html><html lang=en><head><title>Envoys meet in Tarn</title><meta property='article:published_time' \
         content='2021-03-04T09:30:00Z'></head><body><h1>Envoys meet in Tarn</h1>{before}{story}"
    )
    .into()
}

/// An answer of a server.
pub fn http(field: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{field}\r\n");
    [head.as_bytes(), body].concat()
}

/// A record of a web archive that says it has this length.
pub fn record(kind: &str, length: &str, content: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/2021/03/04/a\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), content, b"\r\n\r\n"].concat()
}

/// A record that tells the truth.
pub fn response(field: &str, body: &[u8]) -> Vec<u8> {
    let content = http(field, body);
    record("response", &content.len().to_string(), &content)
}

/// Packed.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An archive of members that are not packed.
pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut table) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let (size, at) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(out.len()).unwrap());
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let told = [&[0; 8][..], &crc.sum().to_le_bytes(), &size.to_le_bytes(), &size.to_le_bytes()].concat();
        let named = [&u16::try_from(name.len()).unwrap().to_le_bytes()[..], &[0, 0]].concat();
        out.extend([b"PK\x03\x04\x14\0", &told[..], &named, name.as_bytes(), bytes].concat());
        let place = [&[0; 10][..], &at.to_le_bytes()].concat();
        table.extend([b"PK\x01\x02\x14\0\x14\0", &told[..], &named, &place, name.as_bytes()].concat());
    }
    let many = u16::try_from(members.len()).unwrap().to_le_bytes();
    let (size, at) = (u32::try_from(table.len()).unwrap(), u32::try_from(out.len()).unwrap());
    out.extend([&table[..], b"PK\x05\x06\0\0\0\0", &many, &many, &size.to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat());
    out
}
