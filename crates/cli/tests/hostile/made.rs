//! Pages, and the packings, archives and feeds that they come in: made by code, so that nothing large is kept.

use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};

/// The words by which the story of a page is known again.
pub const TOLD: &str = "spoke for four hours about the railway";

/// What stands beside a story and must not be taken for it.
pub const SECRET: &str = "the harbour was sold in secret";

/// A story that is a meeting to the rules.
pub const STORY: &str = "Turkey's Foreign Minister Mevlut Cavusoglu met Syria's Foreign Minister Faisal Mekdad in Moscow on Wednesday and \
    spoke for four hours about the railway along the coast, officials of both sides said. They will meet again before the month is out, in \
    the same place and on the same floor.";

/// Numbers of the rooms in which the stories take place.
static ROOM: AtomicUsize = AtomicUsize::new(1);

/// The story, each time in another room: of equal articles a record keeps one.
pub fn story() -> String {
    let room = ROOM.fetch_add(1, Ordering::Relaxed);
    format!("{STORY} They sat in room {room}.")
}

/// A page on which there is nothing to read.
pub fn bare() -> String {
    let room = ROOM.fetch_add(1, Ordering::Relaxed);
    page(&format!("<p>Nothing in room {room}.</p>"))
}

/// A page with that as its body, behind a head that says what pages say.
pub fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ministers meet in Moscow</title><meta property='og:site_name' \
         content='The Example Herald'><meta property='article:published_time' content='2023-05-10T10:00:00Z'></head><body><article>\
         <h1>Ministers meet in Moscow</h1>{body}</article></body></html>"
    )
}

/// The story as a paragraph.
pub fn told() -> String {
    format!("<p>{}</p>", story())
}

/// A page with the story, and this before it.
pub fn before(what: &str) -> String {
    page(&format!("{what}{}", told()))
}

/// A page with the story, and this behind it.
pub fn behind(what: &str) -> String {
    page(&format!("{}{what}", told()))
}

/// A page with the story between two things, each so many times.
pub fn within(open: &str, close: &str, times: usize) -> String {
    page(&format!("{}{}{}", open.repeat(times), told(), close.repeat(times)))
}

pub fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes.as_ref()).unwrap();
    encoder.finish().unwrap()
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A frame of Zstandard that is one byte, 128 KiB at a time.
pub fn zstd_of_blanks(blocks: usize) -> Vec<u8> {
    // A window of 1 MiB, no length, no sum. Each block is of the second kind: one byte, so many times.
    let mut out = b"\x28\xb5\x2f\xfd\x00\x50".to_vec();
    for block in 1..=blocks {
        let head = (128 << 10) << 3 | 1 << 1 | u32::from(block == blocks);
        out.extend(&head.to_le_bytes()[..3]);
        out.push(b' ');
    }
    out
}

/// A member of a zip archive, and what its header says of it.
pub struct Member {
    name: Vec<u8>,
    packed: Vec<u8>,
    flags: u16,
    method: u16,
    sum: u32,
    /// Packed and unpacked.
    lengths: [u32; 2],
}

/// A member that is what it says.
pub fn member(name: impl AsRef<[u8]>, bytes: impl AsRef<[u8]>) -> Member {
    let (bytes, packed) = (bytes.as_ref(), deflate(bytes.as_ref()));
    let mut sum = Crc::new();
    sum.update(bytes);
    let lengths = [packed.len() as u32, bytes.len() as u32];
    let name = name.as_ref().to_vec();
    Member { name, packed, flags: 0, method: 8, sum: sum.sum(), lengths }
}

impl Member {
    /// The same, said to be encrypted.
    pub fn encrypted(self) -> Member {
        Member { flags: 1, ..self }
    }

    /// The same, said to be packed in another way.
    pub fn packed_by(self, method: u16) -> Member {
        Member { method, ..self }
    }

    /// The same, said to be of other lengths.
    pub fn said(self, packed: u32, unpacked: u32) -> Member {
        Member { lengths: [packed, unpacked], ..self }
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend(b"PK\x03\x04");
        for short in [20, self.flags, self.method, 0, 0] {
            out.extend(short.to_le_bytes());
        }
        out.extend(self.sum.to_le_bytes());
        self.lengths.iter().for_each(|length| out.extend(length.to_le_bytes()));
        out.extend((self.name.len() as u16).to_le_bytes());
        out.extend([0, 0]);
        out.extend(&self.name);
        out.extend(&self.packed);
    }
}

pub fn zip(members: &[Member]) -> Vec<u8> {
    let mut out = Vec::new();
    members.iter().for_each(|member| member.put(&mut out));
    out.extend(b"PK\x05\x06\0\0\0\0");
    out
}

/// An answer of a server with this body and these further fields.
pub fn answer(fields: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields}\r\n");
    [head.as_bytes(), body.as_ref()].concat()
}

/// A record of a web archive with this answer.
pub fn record(answer: impl AsRef<[u8]>) -> Vec<u8> {
    record_of(answer.as_ref().len(), "https://example.com/2023/05/10/ministers-meet", answer)
}

/// The same, of an address, with a length that need not be true.
pub fn record_of(length: impl ToString, address: &str, answer: impl AsRef<[u8]>) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n",
        length.to_string()
    );
    [head.as_bytes(), answer.as_ref(), b"\r\n\r\n"].concat()
}

/// A feed with these items.
pub fn feed(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Example Feed</title>{items}</channel></rss>"
    )
}

/// An item with the story.
pub fn item() -> String {
    let text = [STORY; 3].join(" ");
    format!(
        "<item><title>Ministers meet in Moscow</title><link>https://example.com/a</link><pubDate>Wed, 10 May 2023 10:00:00 GMT</pubDate>\
         <description>{text}</description></item>"
    )
}

/// A message with these fields and this body.
pub fn mail(fields: &str, body: &str) -> String {
    format!(
        "From: The Example Letter <letter@example.com>\r\nTo: reader@example.com\r\nSubject: Ministers meet in Moscow\r\nDate: Wed, 10 May \
         2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\n{fields}\r\n{body}"
    )
}
