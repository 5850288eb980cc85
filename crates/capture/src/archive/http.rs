//! An HTTP response as an archive keeps it: status, header, body in its transfer and content coding.

use text::Problem;

use crate::Limits;
use crate::bytes::{Coding, find, is_gzip, unpack};
use crate::problems;

/// A page as a web archive keeps it.
#[derive(Clone, Debug)]
pub struct Response {
    /// Where its record begins in the archive.
    pub at: u64,
    /// The address it was asked for under.
    pub url: Option<String>,
    /// The encoding that its header names.
    pub charset: Option<String>,
    /// As it came over the wire.
    pub body: Vec<u8>,
    is_chunked: bool,
    coding: Option<Coding>,
    limits: Limits,
}

/// What stands before a body.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Head {
    status: u16,
    kind: String,
    is_chunked: bool,
    coding: Option<Coding>,
    /// Where the body begins.
    pub len: usize,
}

impl Head {
    /// The head of a response at the beginning of these bytes. The error says what is wrong with it.
    pub fn parse(bytes: &[u8]) -> Result<Head, &'static str> {
        let end = find(bytes, b"\r\n\r\n").map(|at| (at, 4));
        let (end, mark) =
            end.or_else(|| find(bytes, b"\n\n").map(|at| (at, 2))).ok_or("no HTTP header")?;
        let header = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned();
        let status = header.split_whitespace().nth(1).and_then(|code| code.parse().ok());
        let field = |name| field(&header, name).unwrap_or_default().to_lowercase();
        Ok(Head {
            status: status.ok_or("no HTTP status")?,
            kind: field("Content-Type"),
            is_chunked: field("Transfer-Encoding").contains("chunked"),
            coding: coding(&field("Content-Encoding")),
            len: end + mark,
        })
    }

    /// The head of a page that was archived without one, by its type.
    pub fn of_resource(kind: &str) -> Head {
        Head { status: 200, kind: kind.to_lowercase(), is_chunked: false, coding: None, len: 0 }
    }

    /// True if it is what was asked for, and text.
    pub fn is_page(&self) -> bool {
        let text = self.kind.is_empty()
            || self.kind.contains("html")
            || self.kind.starts_with("text/plain");
        self.status == 200 && text
    }

    /// The response with this head.
    pub fn with_body(self, body: &[u8], url: Option<String>, at: u64) -> Response {
        let limits = Limits::default();
        let charset = self.kind.split("charset=").nth(1);
        let charset = charset.and_then(|rest| rest.split(';').next());
        let charset = charset.map(|label| label.trim_matches(['"', '\'', ' ']).to_owned());
        let (is_chunked, coding, body) = (self.is_chunked, self.coding, body.to_vec());
        Response { at, url, charset, body, is_chunked, coding, limits }
    }
}

fn coding(name: &str) -> Option<Coding> {
    match name {
        "gzip" | "x-gzip" => Some(Coding::Gzip),
        "deflate" => Some(Coding::Deflate),
        "br" => Some(Coding::Brotli),
        "zstd" => Some(Coding::Zstandard),
        _ => None,
    }
}

fn field<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header.lines().skip(1).find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

impl Response {
    /// The same, with limits to what it may become when it is unpacked.
    pub(super) fn within(self, limits: Limits) -> Response {
        Response { limits, ..self }
    }

    /// The body as the server meant it. Archives often keep the header of a coding that they have
    /// undone, so each is undone only where it is there.
    pub fn unpacked(&self) -> Result<Vec<u8>, Problem> {
        let body = if self.is_chunked { unchunk(&self.body) } else { self.body.clone() };
        let coding = if is_gzip(&body) {
            Some(Coding::Gzip)
        } else {
            self.coding.filter(|c| *c != Coding::Gzip)
        };
        let Some(coding) = coding.filter(|_| !is_plain(&body)) else { return Ok(body) };
        match unpack(&body, coding, &self.limits) {
            Some(unpacked) if unpacked.is_empty() => Ok(body),
            Some(unpacked) => Ok(unpacked),
            None => {
                let at = self.at;
                let message = format!(
                    "the record at byte {at}: its body grows beyond the limit when unpacked"
                );
                Err(problems::TOO_LARGE.found(message))
            }
        }
    }
}

/// True for a body that begins as a page does: nothing is packed.
fn is_plain(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

/// The chunks' content. A body whose chunks make no sense is taken as it stands.
fn unchunk(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = body;
    loop {
        match chunk(rest) {
            Some(([], _)) => return out,
            Some((content, after)) => {
                out.extend_from_slice(content);
                rest = after;
            }
            None if out.is_empty() => return body.to_vec(),
            None => return out,
        }
    }
}

/// The first chunk and what follows it. The last one of a body that breaks off is shorter than it says.
fn chunk(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = find(rest.get(..200).unwrap_or(rest), b"\n")?;
    let size = std::str::from_utf8(rest.get(..line)?).ok()?.split(';').next()?.trim();
    let size = usize::from_str_radix(size, 16).ok()?;
    let content = rest.get(line + 1..)?;
    let after = content.get(size..)?;
    let after = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    Some((content.get(..size)?, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined() {
        assert_eq!(unchunk(b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), b"abcde");
        assert_eq!(unchunk(b"<html>not chunked"), b"<html>not chunked");
        assert_eq!(unchunk(b"3\r\nabc\r\nffffffffffffffff\r\nde"), b"abc");
    }

    #[test]
    fn a_response_is_read() {
        let bytes =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"; x=y\r\n\r\n<p>a";
        let head = Head::parse(bytes).unwrap();
        assert!(head.is_page());
        let response = head.clone().with_body(&bytes[head.len..], None, 0);
        assert_eq!(response.charset.as_deref(), Some("utf-8"));
        assert_eq!(response.unpacked().unwrap(), b"<p>a");
    }

    #[test]
    fn a_coding_undone_by_the_archive_is_not_undone_again() {
        for coding in ["gzip", "deflate", "br"] {
            let head = format!(
                "HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nTransfer-Encoding: chunked\r\n\r\n"
            );
            let response =
                Head::parse(head.as_bytes()).unwrap().with_body(b"<html><p>plain", None, 0);
            assert_eq!(response.unpacked().unwrap(), b"<html><p>plain", "{coding}");
        }
    }
}
