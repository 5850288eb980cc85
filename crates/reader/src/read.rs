//! The ways in: bytes to articles, all at once or as they come.

use std::io::Read;

use capture::Captures;

use crate::{Given, Reading, Source, read_capture};

/// Reads all articles of a source. Never fails: what cannot be read is a problem.
pub fn read(source: &Source, given: &Given) -> Reading {
    let mut reading = Reading::default();
    for part in readings(source.bytes, source.path, given) {
        reading.append(part);
    }
    reading
}

/// Reads a stream of any length, one article or so at a time. What it holds in memory does not
/// depend on how long the stream is.
pub fn readings<'a>(
    input: impl Read + 'a,
    path: &str,
    given: &'a Given,
) -> impl Iterator<Item = Reading> + 'a {
    Captures::new(input, path).map(move |capture| read_capture(&capture, given))
}
