//! Zstandard (RFC 8878) as a stream: frame after frame, with a limit on growth, and on to the next
//! frame where one is broken. The dictionary that a web archive carries in its first frame is used.

use std::io::{self, Read};

use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::{BlockDecodingStrategy, Dictionary, FrameDecoder};
use text::Problem;

use super::{Log, Window};
use crate::problems;

/// First bytes of a frame.
const FRAME: &[u8] = b"\x28\xb5\x2f\xfd";
/// What follows the first byte of a frame to be skipped: that byte is 0x50 to 0x5f.
const SKIPPED: &[u8] = b"\x2a\x4d\x18";
/// First byte of the skipped frame that holds a web archive's dictionary.
const DICTIONARY: u8 = 0x5d;
/// Bytes of a skipped frame's head: its mark and its length.
const HEAD: usize = 8;
/// Most bytes of a dictionary. Those in use stay below 1 MiB.
const LARGEST_DICTIONARY: usize = 16 << 20;
/// Most bytes that a frame may look back. Level 19 looks back 8 MiB.
const WINDOW: u64 = 64 << 20;
/// Packed bytes gone back to look for the next frame behind one that is broken.
const REACH: usize = 1 << 20;
/// Stands in for what a broken frame would have said: what follows begins a line, and a record.
const SEAM: &[u8] = b"\r\n\r\n";

/// True if the bytes begin as Zstandard does.
pub(crate) fn is_zstd(bytes: &[u8]) -> bool {
    bytes.starts_with(FRAME) || is_skipped(bytes)
}

fn is_skipped(bytes: &[u8]) -> bool {
    let first = bytes.first().is_some_and(|first| (0x50..0x60).contains(first));
    first && bytes.get(1..).is_some_and(|rest| rest.starts_with(SKIPPED))
}

/// What is packed in a stream of frames.
pub(crate) struct Unzstd<'a> {
    input: Window<'a>,
    decoder: FrameDecoder,
    /// The dictionary of all frames.
    dictionary: Option<u32>,
    state: State,
    seam: &'static [u8],
    log: Log,
}

enum State {
    /// Between two frames.
    Between,
    /// In a frame that began here and gave so many bytes.
    Within {
        start: u64,
        grown: u64,
    },
    Ended,
}

impl<'a> Unzstd<'a> {
    /// What is packed in this stream, which begins with a frame.
    pub fn new(input: Window<'a>) -> Unzstd<'a> {
        let log = input.log().clone();
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WINDOW);
        let input = input.reaching_back(REACH);
        Unzstd { input, decoder, dictionary: None, state: State::Between, seam: b"", log }
    }

    /// Begins the next frame, reading over those to be skipped.
    fn begin(&mut self) {
        let (start, head) = (self.input.offset(), self.input.peek(HEAD));
        if is_skipped(head) {
            return self.pass(start);
        }
        if !head.starts_with(FRAME) {
            return self.resume(start, None);
        }
        let begun = self.decoder.init(&mut self.input);
        let begun = begun.and_then(|()| match self.dictionary {
            Some(dictionary) => self.decoder.force_dict(dictionary),
            None => Ok(()),
        });
        match begun {
            Ok(()) => self.state = State::Within { start, grown: 0 },
            Err(FrameDecoderError::WindowSizeTooBig { requested, .. }) => {
                let back = requested >> 20;
                let message = format!("the Zstandard frame at byte {start} looks back {back} MiB");
                self.leave(problems::TOO_LARGE.found(message));
            }
            Err(because) => self.broken(start, &because.to_string()),
        }
    }

    /// Reads over a frame to be skipped; a dictionary is kept.
    fn pass(&mut self, start: u64) {
        let head = self.input.peek(HEAD);
        let said = head.get(SKIPPED.len() + 1..HEAD).and_then(|len| <[u8; 4]>::try_from(len).ok());
        let is_dictionary = head.first() == Some(&DICTIONARY) && start == 0;
        let mut left = said.map_or(0, u32::from_le_bytes) as usize;
        self.input.skip(HEAD);
        if is_dictionary && left <= LARGEST_DICTIONARY {
            let raw = self.input.peek(left);
            self.dictionary = dictionary(raw.get(..left).unwrap_or(raw), &mut self.decoder);
        }
        while left > 0 {
            let passed = self.input.peek(1).len().min(left);
            self.input.skip(passed);
            left = if passed == 0 { 0 } else { left - passed };
        }
    }

    fn broken(&mut self, start: u64, because: &str) {
        let message = format!("the Zstandard frame at byte {start} is broken: {because}");
        self.input.go_back(start + 1);
        self.resume(start, Some(message));
        self.seam = SEAM;
    }

    /// Goes on to the next frame, or to the end.
    fn resume(&mut self, from: u64, because: Option<String>) {
        let found = self.input.skip_to(FRAME);
        self.state = if found { State::Between } else { State::Ended };
        let skipped = self.input.offset() - from;
        let message = because
            .or_else(|| found.then(|| format!("{skipped} bytes at byte {from} are not Zstandard")));
        if let Some(message) = message {
            self.log.note(problems::BROKEN_ARCHIVE.found(message));
        }
    }

    /// Unpacks a little more of the frame at hand.
    fn unpack(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let State::Within { start, grown } = self.state else { return Ok(0) };
        while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
            let step = BlockDecodingStrategy::UptoBlocks(1);
            if let Err(because) = self.decoder.decode_blocks(&mut self.input, step) {
                self.broken(start, &because.to_string());
                return Ok(0);
            }
        }
        let len = self.decoder.read(out)?;
        if len == 0 {
            self.state = State::Between;
            return Ok(0);
        }
        let grown = grown + len as u64;
        self.state = State::Within { start, grown };
        if grown > self.input.limits().grown(self.input.offset() - start) {
            let grown = grown >> 20;
            let message = format!("the Zstandard frame at byte {start} grows beyond {grown} MiB");
            self.leave(problems::TOO_LARGE.found(message));
        }
        Ok(len)
    }

    /// A frame that takes more than it may is left.
    fn leave(&mut self, because: Problem) {
        self.log.note(because);
        let found = self.input.skip_to(FRAME);
        self.state = if found { State::Between } else { State::Ended };
        self.seam = SEAM;
    }
}

/// Takes in a dictionary, packed or not, and tells its number.
fn dictionary(raw: &[u8], decoder: &mut FrameDecoder) -> Option<u32> {
    let mut unpacked = Vec::new();
    if raw.starts_with(FRAME) {
        let packed = Unzstd::new(Window::new(raw, Log::default()));
        packed.take(LARGEST_DICTIONARY as u64).read_to_end(&mut unpacked).ok()?;
    }
    let whole = if unpacked.is_empty() { raw } else { &unpacked };
    let dictionary = Dictionary::decode_dict(whole).ok()?;
    let id = dictionary.id;
    decoder.add_dict(dictionary).ok()?;
    Some(id)
}

impl Read for Unzstd<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.is_empty() {
            return Ok(0);
        }
        loop {
            if !self.seam.is_empty() {
                return self.seam.read(out);
            }
            match self.state {
                State::Ended => return Ok(0),
                State::Between if self.input.peek(1).is_empty() => return Ok(0),
                State::Between => self.begin(),
                State::Within { .. } => match self.unpack(out)? {
                    0 => {}
                    len => return Ok(len),
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        compress_to_vec(bytes, CompressionLevel::Fastest)
    }

    /// What comes out, and the codes of what was odd.
    fn unpack(bytes: &[u8]) -> (Vec<u8>, Vec<String>) {
        let log = Log::default();
        let mut out = Vec::new();
        Unzstd::new(Window::new(bytes, log.clone())).read_to_end(&mut out).unwrap();
        (out, std::iter::from_fn(|| log.take()).map(|p| p.code.0).collect())
    }

    #[test]
    fn frames_are_read_one_after_another() {
        let skipped = b"\x53\x2a\x4d\x18\x03\0\0\0abc".to_vec();
        let long = b"word and ".repeat(100_000);
        let (out, odd) = unpack(&[skipped, packed(b"one "), packed(&long)].concat());
        assert_eq!((out, odd.len()), ([&b"one "[..], &long].concat(), 0));
    }

    #[test]
    fn growth_has_a_limit_and_the_next_frame_is_read() {
        let (out, odd) = unpack(&[packed(&vec![0; 32 << 20]), packed(b"two")].concat());
        assert!(out.len() < 8 << 20 && out.ends_with(b"\r\n\r\ntwo"), "{}", out.len());
        assert_eq!(odd, ["R013"]);
    }

    #[test]
    fn a_packed_source_is_taken_apart_once() {
        let page = b"<!doctype html><p>Envoys meet in Tarn";
        for (bytes, is_page) in [(packed(page), true), (packed(&packed(page)), false)] {
            let captures: Vec<_> = crate::Captures::new(&bytes[..], "a.html.zst").collect();
            let [capture] = captures.as_slice() else { panic!("one capture") };
            let read = matches!(capture.content(), crate::Content::Page(crate::Format::Html, _));
            assert_eq!((read, capture.name()), (is_page, "a"));
        }
    }

    #[test]
    fn a_broken_frame_costs_itself_alone() {
        let mut broken = packed(&b"middle ".repeat(40));
        broken[6..].fill(0xff);
        let (out, odd) = unpack(&[packed(b"one "), broken, packed(b"two")].concat());
        assert!(out.starts_with(b"one ") && out.ends_with(b"\r\n\r\ntwo"), "{out:?}");
        assert_eq!(odd, ["R014"]);
        for bytes in
            [&b"\x28\xb5\x2f\xfd"[..], b"\x5d\x2a\x4d\x18\xff\xff\xff\xffabc", b"\x50\x2a\x4d\x18"]
        {
            assert!(unpack(bytes).1.len() <= 1);
        }
    }
}
