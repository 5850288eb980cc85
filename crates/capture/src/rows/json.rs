//! JSON as a stream: one object a line, or values one after another in an array or alone.

use super::{RawRow, Untold};
use crate::bytes::Window;
use crate::limits::size;
use crate::piece::{Capture, Origin};
use crate::problems;

/// Bytes looked at first.
const STEP: usize = 16 << 10;

/// One object a line. A bad line does not harm the others.
pub(crate) struct Lines<'a> {
    input: Window<'a>,
    origin: Origin,
    /// Lines read.
    number: usize,
    untold: Untold,
}

impl<'a> Lines<'a> {
    /// The lines of a stream.
    pub fn new(input: Window<'a>, origin: Origin) -> Lines<'a> {
        Lines { input, origin, number: 0, untold: Untold::default() }
    }

    fn capture(&mut self, bytes: Vec<u8>) -> Capture {
        let (place, number) = (format!("line {}", self.number), self.number);
        let raw = RawRow { place, number, bytes, row: None };
        self.origin.part(number, self.untold.sort(raw))
    }
}

impl Iterator for Lines<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        loop {
            let len = extent(&mut self.input, line_end);
            let ahead = self.input.ahead();
            if ahead.is_empty() {
                self.untold.tell("lines", self.input.log());
                return None;
            }
            self.number += 1;
            let Some(len) = len else {
                let limit = size(self.input.limits().row_bytes);
                let message = format!("line {} is longer than {limit}", self.number);
                self.input.log().note(problems::TOO_LARGE.found(message));
                self.input.skip_to(b"\n");
                self.input.skip(1);
                continue;
            };
            let line = ahead.get(..len).unwrap_or_default().trim_ascii().to_vec();
            self.input.skip(len + 1);
            if !line.is_empty() {
                return Some(self.capture(line));
            }
        }
    }
}

/// How far a piece of the stream reaches, by a rule that is shown ever more of it and tells how far
/// it has looked in vain; all there is where the stream ends; `None` if it is too large.
fn extent(input: &mut Window, mut end: impl FnMut(&[u8]) -> Option<usize>) -> Option<usize> {
    let (mut least, most) = (1, input.limits().row_bytes);
    loop {
        let ahead = input.peek(least);
        if let Some(end) = end(ahead) {
            return Some(end);
        }
        let len = ahead.len();
        if len < least {
            return Some(len);
        }
        if len > most {
            return None;
        }
        least = (len + 1).max(STEP);
    }
}

fn line_end(ahead: &[u8]) -> Option<usize> {
    memchr::memchr(b'\n', ahead)
}

/// Objects one after another, in an array or not.
pub(crate) struct Values<'a> {
    input: Window<'a>,
    origin: Origin,
    number: usize,
    untold: Untold,
}

impl<'a> Values<'a> {
    /// The values of a stream.
    pub fn new(input: Window<'a>, origin: Origin) -> Values<'a> {
        Values { input, origin, number: 0, untold: Untold::default() }
    }
}

impl Iterator for Values<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        if !self.input.skip_to(b"{") {
            self.untold.tell("items", self.input.log());
            return None;
        }
        self.number += 1;
        let mut depth = Depth::default();
        let Some(len) = extent(&mut self.input, |ahead| depth.end(ahead)) else {
            let limit = size(self.input.limits().row_bytes);
            let message = format!("item {} is longer than {limit}", self.number);
            self.input.log().note(problems::TOO_LARGE.found(message));
            return None;
        };
        let bytes = self.input.ahead().get(..len).unwrap_or_default().to_vec();
        self.input.skip(len);
        let (place, number) = (format!("item {}", self.number), self.number);
        let raw = RawRow { place, number, bytes, row: None };
        Some(self.origin.part(number, self.untold.sort(raw)))
    }
}

/// Where in an object a reader stands.
#[derive(Default)]
struct Depth {
    seen: usize,
    braces: usize,
    in_string: bool,
    escaped: bool,
}

impl Depth {
    /// The end of the object that begins with the first byte; goes on where it left off.
    fn end(&mut self, ahead: &[u8]) -> Option<usize> {
        for byte in ahead.get(self.seen..)? {
            self.seen += 1;
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.in_string => self.escaped = true,
                b'"' => self.in_string = !self.in_string,
                b'{' if !self.in_string => self.braces += 1,
                b'}' if !self.in_string => self.braces = self.braces.saturating_sub(1),
                _ => continue,
            }
            if self.braces == 0 {
                return Some(self.seen);
            }
        }
        None
    }
}
