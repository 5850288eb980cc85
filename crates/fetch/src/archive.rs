//! The web archive of what was received: WARC 1.1 (ISO 28500:2017), each record a gzip member.

use std::fmt::Write as _;
use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::exchange::Exchange;
use crate::{Seen, Terms};

/// Writes records.
pub(crate) struct Archive<'a> {
    to: &'a mut dyn Write,
    /// Bytes written.
    pub written: usize,
    /// The record that tells which program wrote the others.
    about: Option<String>,
}

/// A record in the making.
struct Record<'a> {
    kind: &'a str,
    url: Option<&'a str>,
    when: Timestamp,
    /// Fields of this kind of record, each with its line end.
    more: String,
    content_type: &'a str,
    block: &'a [u8],
}

impl<'a> Archive<'a> {
    /// An archive that goes to a writer.
    pub fn new(to: &'a mut dyn Write) -> Archive<'a> {
        Archive { to, written: 0, about: None }
    }

    /// Keeps an exchange: the request as sent, and the answer as received.
    pub fn keep(&mut self, exchange: &Exchange, terms: &Terms) -> io::Result<()> {
        let digest = digest(&exchange.payload);
        let more = format!("WARC-Payload-Digest: {digest}\r\n");
        let id = self.answer(exchange, terms, ("response", &more), &exchange.response)?;
        self.request(exchange, &id)
    }

    /// Notes that a page is as it was: the header of the answer, and where the body was kept.
    pub fn revisit(&mut self, exchange: &Exchange, seen: &Seen, terms: &Terms) -> io::Result<()> {
        let (profile, cut) = match exchange.status {
            304 => ("server-not-modified", ""),
            _ => ("identical-payload-digest", "WARC-Truncated: length\r\n"),
        };
        let (url, when, digest) = (&exchange.url, &seen.when, &seen.digest);
        let more = format!(
            "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/{profile}\r\n\
             WARC-Refers-To-Target-URI: {url}\r\nWARC-Refers-To-Date: {when}\r\n\
             WARC-Payload-Digest: {digest}\r\n{cut}"
        );
        let end = exchange.response.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.map_or(exchange.response.len(), |at| at + 4);
        let header = exchange.response.get(..end).unwrap_or_default();
        let id = self.answer(exchange, terms, ("revisit", &more), header)?;
        self.request(exchange, &id)
    }

    fn answer(
        &mut self,
        exchange: &Exchange,
        terms: &Terms,
        (kind, more): (&str, &str),
        block: &[u8],
    ) -> io::Result<String> {
        let about = self.introduce(exchange.when, terms)?;
        self.put(&Record {
            kind,
            url: Some(exchange.url.as_str()),
            when: exchange.when,
            more: format!("WARC-Warcinfo-ID: {about}\r\n{more}"),
            content_type: "application/http;msgtype=response",
            block,
        })
    }

    fn request(&mut self, exchange: &Exchange, answer: &str) -> io::Result<()> {
        self.put(&Record {
            kind: "request",
            url: Some(exchange.url.as_str()),
            when: exchange.when,
            more: format!("WARC-Concurrent-To: {answer}\r\n"),
            content_type: "application/http;msgtype=request",
            block: &exchange.request,
        })
        .map(|_| ())
    }

    /// The record before the first: who wrote this, and by which manners.
    fn introduce(&mut self, when: Timestamp, terms: &Terms) -> io::Result<String> {
        if let Some(about) = &self.about {
            return Ok(about.clone());
        }
        let version = env!("CARGO_PKG_VERSION");
        let agent = terms.user_agent();
        let block = format!(
            "software: rapporteur/{version}\r\nformat: WARC File Format 1.1\r\nrobots: classic\r\n\
             http-header-user-agent: {agent}\r\n"
        );
        let about = self.put(&Record {
            kind: "warcinfo",
            url: None,
            when,
            more: String::new(),
            content_type: "application/warc-fields",
            block: block.as_bytes(),
        })?;
        self.about = Some(about.clone());
        Ok(about)
    }

    /// Writes a record and gives its id.
    fn put(&mut self, record: &Record) -> io::Result<String> {
        let mut named = format!("{} {} {:?}", self.written, record.kind, record.url).into_bytes();
        named.extend(record.when.to_string().bytes().chain(record.block.iter().copied()));
        let id = format!("<urn:uuid:{}>", uuid(&Sha256::digest(&named)));
        let url = record.url.map(|url| format!("WARC-Target-URI: {url}\r\n")).unwrap_or_default();
        let header = format!(
            "WARC/1.1\r\nWARC-Type: {}\r\n{url}WARC-Date: {}\r\nWARC-Record-ID: {id}\r\n{}\
             WARC-Block-Digest: {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n",
            record.kind,
            record.when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            record.more,
            digest(record.block),
            record.content_type,
            record.block.len(),
        );
        let mut member = GzEncoder::new(Vec::new(), Compression::default());
        for part in [header.as_bytes(), record.block, b"\r\n\r\n"] {
            member.write_all(part)?;
        }
        let member = member.finish()?;
        self.written += member.len();
        self.to.write_all(&member)?;
        Ok(id)
    }
}

/// `sha256:` and base 32, as archives write it.
pub(crate) fn digest(bytes: &[u8]) -> String {
    format!("sha256:{}", base32(&Sha256::digest(bytes)))
}

/// RFC 4648, five bits a letter, without padding.
fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut out = String::new();
    for five in bytes.chunks(5) {
        let mut bits = [0; 8];
        bits.iter_mut().skip(3).zip(five).for_each(|(to, from)| *to = *from);
        let bits = u64::from_be_bytes(bits);
        let letters = (five.len() * 8).div_ceil(5);
        let at = |n: usize| LETTERS[((bits >> (35 - 5 * n)) & 31) as usize];
        out.extend((0..letters).map(|n| char::from(at(n))));
    }
    out
}

/// A UUID of version 8: the first bytes of a digest.
fn uuid(digest: &[u8]) -> String {
    let mut out = String::new();
    for (at, byte) in digest.iter().take(16).enumerate() {
        let byte = match at {
            6 => byte & 0x0f | 0x80,
            8 => byte & 0x3f | 0x80,
            _ => *byte,
        };
        let dash = if matches!(at, 4 | 6 | 8 | 10) { "-" } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(out, "{dash}{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_32_is_that_of_the_standard() {
        let of = |text: &str| base32(text.as_bytes());
        assert_eq!(
            [of(""), of("f"), of("fo"), of("foo"), of("foob"), of("fooba"), of("foobar")],
            ["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]
        );
    }

    #[test]
    fn ids_have_the_form_of_a_uuid() {
        assert_eq!(uuid(&[0xff; 32]), "ffffffff-ffff-8fff-bfff-ffffffffffff");
    }
}
