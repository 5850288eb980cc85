//! gzip as a stream: member after member, with a limit on growth, and on to the next member where
//! one is broken.

use std::io::{self, ErrorKind, Read};

use flate2::bufread::GzDecoder;

use super::{Log, Window};
use crate::problems;

/// First bytes of a member.
const GZIP: &[u8] = &[0x1f, 0x8b, 0x08];

/// Packed bytes gone back to look for the next member behind one that is broken.
const REACH: usize = 1 << 20;
/// Most bytes unpacked before growth is looked at again.
const STEP: usize = 64 << 10;
/// Stands in for what a broken member would have said: what follows begins a line, and a record.
const SEAM: &[u8] = b"\r\n\r\n";

/// True if the bytes begin as gzip does.
pub(crate) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(GZIP)
}

/// What is packed in a stream of gzip members.
pub(crate) struct Inflated<'a> {
    member: Option<GzDecoder<Window<'a>>>,
    /// Where the member begins.
    start: u64,
    /// What came out of it.
    grown: u64,
    seam: &'static [u8],
    log: Log,
}

impl<'a> Inflated<'a> {
    /// What is packed in this stream, which begins with a member.
    pub fn new(input: Window<'a>) -> Inflated<'a> {
        let log = input.log().clone();
        let start = input.offset();
        let member = Some(GzDecoder::new(input.reaching_back(REACH)));
        Inflated { member, start, grown: 0, seam: b"", log }
    }

    /// Goes on to the next member. `sound` is whether the last one was.
    fn next_member(&mut self, mut input: Window<'a>, sound: Sound) {
        let from = input.offset();
        // Zeros fill up the blocks of a tape or a disk.
        let padded = input.peek(STEP).iter().all(|byte| *byte == 0);
        let found = input.skip_to(GZIP);
        let skipped = input.offset() - from;
        if sound == Sound::Yes && !padded && skipped > 0 {
            self.note(format!("{skipped} bytes at byte {from} are not gzip"));
        }
        self.start = input.offset();
        self.grown = 0;
        self.member = found.then(|| GzDecoder::new(input));
    }

    fn broken(&mut self, cause: &io::Error) {
        let Some(member) = self.member.take() else { return };
        let mut input = member.into_inner();
        let start = self.start;
        match cause.kind() {
            ErrorKind::UnexpectedEof => self.note("the gzip stream breaks off".to_owned()),
            _ => self.note(format!("the gzip member at byte {start} is broken")),
        }
        self.seam = SEAM;
        input.go_back(start + 1);
        self.next_member(input, Sound::No);
    }

    /// A member that grows beyond all reason is left.
    fn leave(&mut self) {
        let Some(member) = self.member.take() else { return };
        let grown = self.grown >> 20;
        let message = format!("the gzip member at byte {} grows beyond {grown} MiB", self.start);
        self.log.note(problems::TOO_LARGE.found(message));
        self.seam = SEAM;
        self.next_member(member.into_inner(), Sound::No);
    }

    fn is_bomb(&self, member: &GzDecoder<Window>) -> bool {
        let packed = member.get_ref().offset().saturating_sub(self.start);
        self.grown > self.log.limits().grown(packed)
    }

    fn note(&self, message: String) {
        self.log.note(problems::BROKEN_ARCHIVE.found(message));
    }
}

/// Whether a member could be read to its end.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Sound {
    Yes,
    No,
}

impl Read for Inflated<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let most = out.len().min(STEP);
        let out = out.get_mut(..most).unwrap_or_default();
        loop {
            if !self.seam.is_empty() {
                return self.seam.read(out);
            }
            let Some(member) = &mut self.member else { return Ok(0) };
            match member.read(out) {
                Ok(0) if out.is_empty() => return Ok(0),
                Ok(0) => {
                    if let Some(member) = self.member.take() {
                        self.next_member(member.into_inner(), Sound::Yes);
                    }
                }
                Ok(len) => {
                    self.grown += len as u64;
                    if self.member.as_ref().is_some_and(|member| self.is_bomb(member)) {
                        self.leave();
                    }
                    return Ok(len);
                }
                Err(cause) => self.broken(&cause),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    /// What comes out, and the codes of what was odd.
    fn unpack(bytes: &[u8]) -> (Vec<u8>, Vec<String>) {
        let log = Log::default();
        let mut out = Vec::new();
        Inflated::new(Window::new(bytes, log.clone())).read_to_end(&mut out).unwrap();
        (out, std::iter::from_fn(|| log.take()).map(|p| p.code.0).collect())
    }

    #[test]
    fn members_are_read_one_after_another() {
        let (out, odd) = unpack(&[packed(b"one "), packed(b"two")].concat());
        assert_eq!((out.as_slice(), odd.len()), (&b"one two"[..], 0));
        let padded = [packed(b"one"), vec![0; 900]].concat();
        assert_eq!(unpack(&padded), (b"one".to_vec(), vec![]));
        let followed = [packed(b"one"), b"noise".to_vec()].concat();
        assert_eq!(unpack(&followed), (b"one".to_vec(), vec!["R014".to_owned()]));
    }

    #[test]
    fn growth_has_a_limit_and_the_next_member_is_read() {
        let (out, odd) = unpack(&[packed(&vec![0; 32 << 20]), packed(b"two")].concat());
        assert!(out.len() < 8 << 20 && out.ends_with(b"\r\n\r\ntwo"));
        assert_eq!(odd, ["R013"]);
    }

    #[test]
    fn a_broken_member_costs_itself_alone() {
        let mut broken = packed(&b"middle ".repeat(40));
        let len = broken.len();
        broken[len / 2..].fill(0xff);
        let (out, odd) = unpack(&[packed(b"one "), broken, packed(b"two")].concat());
        assert!(out.starts_with(b"one ") && out.ends_with(b"\r\n\r\ntwo"), "{out:?}");
        assert_eq!(odd, ["R014"]);
        let (out, odd) = unpack(&packed(b"a page that breaks off in the middle of a word")[..30]);
        assert!(out.starts_with(b"a page") || out == SEAM, "{out:?}");
        assert_eq!(odd, ["R014"]);
    }
}
