//! An HTTP response as an archive keeps it: status, header, body in its transfer and content coding.

use super::warc::find;
use crate::bytes::{Unpacked, gunzip, is_gzip};

/// Most bytes of one page.
const LARGEST: usize = 32 << 20;

/// A response with its body as the server meant it.
pub(super) struct Response {
    pub status: u16,
    pub kind: String,
    pub charset: Option<String>,
    pub body: Vec<u8>,
}

impl Response {
    /// True if it is what was asked for, and text.
    pub fn is_page(&self) -> bool {
        let text = self.kind.is_empty()
            || self.kind.contains("html")
            || self.kind.starts_with("text/plain");
        self.status == 200 && text
    }
}

/// Reads a response. The error says what is wrong with it.
pub(super) fn parse(bytes: &[u8]) -> Result<Response, &'static str> {
    let (end, mark) = find(bytes, b"\r\n\r\n")
        .map(|at| (at, 4))
        .or_else(|| find(bytes, b"\n\n").map(|at| (at, 2)))
        .ok_or("no HTTP header")?;
    let header = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default()).into_owned();
    let body = bytes.get(end + mark..).unwrap_or_default();
    let status = header
        .split_whitespace()
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or("no HTTP status")?;
    let kind = field(&header, "Content-Type").unwrap_or_default().to_lowercase();
    let charset = kind
        .split("charset=")
        .nth(1)
        .map(|label| label.trim_matches(['"', '\'', ' ', ';']).to_owned());
    let chunked = field(&header, "Transfer-Encoding")
        .is_some_and(|coding| coding.to_lowercase().contains("chunked"));
    let body = if chunked { unchunk(body) } else { body.to_vec() };
    Ok(Response { status, kind, charset, body: unpack(body)? })
}

fn field<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    header.lines().skip(1).find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// Unpacks a body that is packed, whatever the header says.
fn unpack(body: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    if !is_gzip(&body) {
        return Ok(body);
    }
    match gunzip(&body) {
        Unpacked::Whole(bytes) | Unpacked::Broken(bytes) if bytes.len() <= LARGEST => Ok(bytes),
        _ => Err("its body grows beyond the limit when unpacked"),
    }
}

/// The chunks' content. A body whose chunks make no sense is taken as it stands, as archives often
/// keep the header of a coding that they have undone.
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

/// The first chunk and what follows it.
fn chunk(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let line = find(rest.get(..200).unwrap_or(rest), b"\n")?;
    let size = std::str::from_utf8(rest.get(..line)?).ok()?.split(';').next()?.trim();
    let size = usize::from_str_radix(size, 16).ok()?;
    let content = rest.get(line + 1..)?;
    let after = content.get(size..)?;
    let after = after.strip_prefix(b"\r\n").or_else(|| after.strip_prefix(b"\n")).unwrap_or(after);
    Some((&content[..size], after))
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
        let bytes = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>a";
        let response = parse(bytes).unwrap();
        assert!(response.is_page());
        assert_eq!(response.charset.as_deref(), Some("utf-8"));
        assert_eq!(response.body, b"<p>a");
    }
}
