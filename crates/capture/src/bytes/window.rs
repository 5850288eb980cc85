//! A window on a stream: it looks ahead as far as asked, back as far as told, and holds no more.

use std::io::{self, BufRead, ErrorKind, Read};

use super::{Log, find};
use crate::{Limits, problems};

/// Bytes asked of the stream at once.
const STEP: usize = 64 << 10;
/// Room kept once a large piece has gone by.
const USUAL_ROOM: usize = 1 << 20;

/// Bytes of a stream around the place where reading stands.
pub(crate) struct Window<'a> {
    input: Box<dyn Read + 'a>,
    buffer: Vec<u8>,
    /// The next byte, as an index of `buffer`.
    at: usize,
    /// Where `buffer` begins in the stream.
    base: u64,
    /// Bytes already read that can be gone back to.
    behind: usize,
    ended: bool,
    log: Log,
}

impl<'a> Window<'a> {
    /// A window that looks ahead only.
    pub fn new(input: impl Read + 'a, log: Log) -> Window<'a> {
        let input = Box::new(input);
        Window { input, buffer: Vec::new(), at: 0, base: 0, behind: 0, ended: false, log }
    }

    /// The same, able to go back so many bytes.
    pub fn reaching_back(self, behind: usize) -> Window<'a> {
        Window { behind, ..self }
    }

    /// Where problems go.
    pub fn log(&self) -> &Log {
        &self.log
    }

    /// How much is taken in.
    pub fn limits(&self) -> &Limits {
        self.log.limits()
    }

    /// What comes next: at least `least` bytes, or all there are.
    pub fn peek(&mut self, least: usize) -> &[u8] {
        while !self.ended && self.buffer.len() - self.at < least {
            self.fill();
        }
        self.ahead()
    }

    /// What has been looked at and not read.
    pub fn ahead(&self) -> &[u8] {
        self.buffer.get(self.at..).unwrap_or_default()
    }

    /// Reads over bytes that were looked at.
    pub fn skip(&mut self, bytes: usize) {
        self.at = self.buffer.len().min(self.at.saturating_add(bytes));
    }

    /// Reads over so many bytes, held or not; how many there were.
    pub fn pass(&mut self, bytes: u64) -> u64 {
        let from = self.offset();
        while self.offset() - from < bytes {
            let left = usize::try_from(bytes - (self.offset() - from)).unwrap_or(usize::MAX);
            match self.peek(1).len().min(left) {
                0 => break,
                len => self.skip(len),
            }
        }
        self.offset() - from
    }

    /// Where reading stands.
    pub fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    /// Goes back to a place, or as near to it as the window reaches.
    pub fn go_back(&mut self, offset: u64) {
        let back = usize::try_from(offset.saturating_sub(self.base)).unwrap_or(usize::MAX);
        self.at = self.at.min(back);
    }

    /// Reads up to the next place where `mark` stands. False if there is none: all has been read.
    pub fn skip_to(&mut self, mark: &[u8]) -> bool {
        loop {
            let ahead = self.peek(STEP);
            let (len, found) = (ahead.len(), find(ahead, mark));
            if let Some(at) = found {
                self.skip(at);
                return true;
            }
            if self.ended {
                self.skip(len);
                return false;
            }
            self.skip((len + 1).saturating_sub(mark.len()));
        }
    }

    fn fill(&mut self) {
        self.forget();
        let len = self.buffer.len();
        self.buffer.resize(len + STEP, 0);
        let got = self.input.read(self.buffer.get_mut(len..).unwrap_or_default());
        let read = *got.as_ref().unwrap_or(&0);
        self.buffer.truncate(len + read);
        match got {
            Ok(read) => self.ended = read == 0,
            Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
            Err(cause) => {
                self.ended = true;
                self.log.note(
                    problems::BREAKS_OFF.found(format!("it cannot be read further: {cause}")),
                );
            }
        }
    }

    /// Drops what lies too far behind, once that is most of what is held: no byte is moved often.
    fn forget(&mut self) {
        let past = self.at.saturating_sub(self.behind);
        if past * 2 <= self.buffer.len() {
            return;
        }
        self.buffer.drain(..past);
        self.at -= past;
        self.base += past as u64;
        if self.buffer.len() < USUAL_ROOM / 2 {
            self.buffer.shrink_to(USUAL_ROOM);
        }
    }
}

impl Read for Window<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let ahead = self.peek(1);
        let len = ahead.len().min(out.len());
        out.iter_mut().zip(ahead).for_each(|(to, from)| *to = *from);
        self.skip(len);
        Ok(len)
    }
}

impl BufRead for Window<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(self.peek(1))
    }

    fn consume(&mut self, bytes: usize) {
        self.skip(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let len = self.0.len().min(out.len()).min(1);
            self.0.read(&mut out[..len])
        }
    }

    #[test]
    fn it_looks_ahead_and_back() {
        let mut window = Window::new(Drip(b"abcdef"), Log::default()).reaching_back(2);
        assert_eq!(window.peek(3), b"abc");
        window.skip(3);
        assert_eq!((window.offset(), window.peek(9)), (3, &b"def"[..]));
        window.go_back(1);
        assert_eq!(window.peek(1)[..1], b"b"[..]);
    }

    #[test]
    fn it_holds_little_of_a_long_stream() {
        let mut window = Window::new(io::repeat(b'x').take(64 << 20), Log::default());
        let mut read = 0;
        while !window.peek(1).is_empty() {
            read += window.ahead().len();
            window.skip(window.ahead().len());
        }
        assert_eq!(read, 64 << 20);
        assert!(window.buffer.capacity() <= 4 * STEP, "{}", window.buffer.capacity());
    }

    #[test]
    fn a_mark_is_found_across_reads() {
        let mut window = Window::new(Drip(b"..WAR.WARC/1"), Log::default());
        assert!(window.skip_to(b"WARC/"));
        assert_eq!(window.peek(9), b"WARC/1");
        window.skip(1);
        assert!(!window.skip_to(b"WARC/"));
        assert!(window.peek(1).is_empty());
    }
}
