//! Messages: newsletters as they were sent, alone or in a mailbox.

use crate::bytes::Window;
use crate::limits::size;
use crate::piece::{Capture, Content, Origin};
use crate::problems;

/// First bytes of a message in a mailbox, behind an empty line.
const POSTMARK: &[u8] = b"\nFrom ";

/// The messages of a mailbox.
pub(crate) struct Messages<'a> {
    input: Window<'a>,
    origin: Origin,
    number: usize,
}

impl<'a> Messages<'a> {
    /// The messages in a stream.
    pub fn new(input: Window<'a>, origin: Origin) -> Messages<'a> {
        Messages { input, origin, number: 0 }
    }

    /// How long the message at hand is; `None` if it is too large.
    fn extent(&mut self) -> Option<usize> {
        let (mut looked, mut least) = (0, 64 << 10);
        let most = self.input.limits().page_bytes;
        loop {
            let ahead = self.input.peek(least);
            if let Some(at) = postmark(ahead, looked) {
                return Some(at + 1);
            }
            if ahead.len() < least {
                return Some(ahead.len());
            }
            if ahead.len() > most {
                return None;
            }
            looked = ahead.len().saturating_sub(POSTMARK.len() + 2);
            least = ahead.len() * 2;
        }
    }
}

/// Where an empty line stands before a postmark.
fn postmark(ahead: &[u8], from: usize) -> Option<usize> {
    let rest = ahead.get(from..)?;
    let is_blank = |at: &usize| {
        let before = ahead.get(..*at).unwrap_or_default();
        before.ends_with(b"\n") || before.ends_with(b"\n\r")
    };
    memchr::memmem::find_iter(rest, POSTMARK).map(|at| from + at).find(is_blank)
}

impl Iterator for Messages<'_> {
    type Item = Capture;

    fn next(&mut self) -> Option<Capture> {
        loop {
            if self.input.peek(1).is_empty() {
                return None;
            }
            self.number += 1;
            let Some(len) = self.extent() else {
                let limit = size(self.input.limits().page_bytes);
                let message = format!("message {} is larger than {limit}", self.number);
                self.input.log().note(problems::TOO_LARGE.found(message));
                self.input.skip_to(b"\n\nFrom ");
                self.input.skip(2);
                continue;
            };
            let bytes = self.input.ahead().get(..len).unwrap_or_default();
            let head = bytes.iter().position(|b| *b == b'\n').map_or(0, |at| at + 1);
            let message = bytes.get(head..).unwrap_or_default().to_vec();
            self.input.skip(len);
            return Some(self.origin.part(self.number, Content::Message(message)));
        }
    }
}
