//! A stream in another encoding as a stream of UTF-8.

use std::io::{self, Read};

use encoding_rs::{Decoder, Encoding};

use super::Window;

/// Bytes decoded at once; each may become three.
const STEP: usize = 16 << 10;

/// Decodes while reading.
pub(crate) struct Transcoded<'a> {
    input: Window<'a>,
    decoder: Decoder,
    ready: Vec<u8>,
    handed: usize,
    ended: bool,
}

impl<'a> Transcoded<'a> {
    /// The same text in UTF-8. A byte-order mark is left out.
    pub fn new(input: Window<'a>, encoding: &'static Encoding) -> Transcoded<'a> {
        let decoder = encoding.new_decoder_with_bom_removal();
        Transcoded { input, decoder, ready: vec![0; STEP * 4], handed: STEP * 4, ended: false }
    }

    fn refill(&mut self) {
        self.ready.resize(STEP * 4, 0);
        let ahead = self.input.peek(STEP);
        let last = ahead.len() < STEP;
        let piece = ahead.get(..STEP).unwrap_or(ahead);
        let (_, read, written, _) = self.decoder.decode_to_utf8(piece, &mut self.ready, last);
        self.ended = last && read == piece.len();
        self.input.skip(read);
        self.ready.truncate(written);
        self.handed = 0;
    }
}

impl Read for Transcoded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.handed >= self.ready.len() {
            if self.ended {
                return Ok(0);
            }
            self.refill();
        }
        let mut rest = self.ready.get(self.handed..).unwrap_or_default();
        let len = rest.read(out)?;
        self.handed += len;
        Ok(len)
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_16LE, WINDOWS_1251};

    use super::*;
    use crate::bytes::Log;

    fn read(bytes: &[u8], encoding: &'static Encoding) -> String {
        let mut text = String::new();
        let window = Window::new(bytes, Log::default());
        Transcoded::new(window, encoding).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn long_streams_are_decoded_whole() {
        let text = "Посланники встретились в Тарне. ".repeat(3_000);
        let (bytes, _, _) = WINDOWS_1251.encode(&text);
        assert_eq!(read(&bytes, WINDOWS_1251), text);
        let wide: Vec<u8> =
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide, UTF_16LE), text);
    }
}
