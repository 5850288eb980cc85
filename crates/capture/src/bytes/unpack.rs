//! Unpacking a body whole, with a limit, so that a small one cannot become a large one.

use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use super::{Log, Unzstd, Window};
use crate::Limits;

/// How bytes are packed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Coding {
    Gzip,
    /// zlib, or the bare stream that some servers send in its name.
    Deflate,
    Brotli,
    Zstandard,
}

/// Bytes of brotli's own buffer.
const BUFFER: usize = 4 << 10;

/// What is packed, as far as it can be read; nothing if it grows beyond a page or all reason.
pub(crate) fn unpack(bytes: &[u8], coding: Coding, limits: &Limits) -> Option<Vec<u8>> {
    let limit = limits.grown(bytes.len() as u64).min(limits.page_bytes as u64);
    match coding {
        Coding::Gzip => drain(MultiGzDecoder::new(bytes), limit),
        Coding::Brotli => drain(Decompressor::new(bytes, BUFFER), limit),
        Coding::Zstandard => drain(Unzstd::new(Window::new(bytes, Log::new(*limits))), limit),
        Coding::Deflate => match drain(ZlibDecoder::new(bytes), limit) {
            Some(out) if out.is_empty() => drain(DeflateDecoder::new(bytes), limit),
            out => out,
        },
    }
}

/// A stream that breaks off is read up to there.
fn drain(packed: impl Read, limit: u64) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let _ = packed.take(limit + 1).read_to_end(&mut out);
    (out.len() as u64 <= limit).then_some(out)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    /// "Envoys meet in Tarn" as a brotli stream of one uncompressed block.
    const BROTLI: &[u8] = b"\x0b\x09\x80Envoys meet in Tarn\x03";

    #[test]
    fn each_coding_is_undone() {
        let text = b"Envoys meet in Tarn";
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(text).unwrap();
        assert_eq!(
            unpack(&gzip.finish().unwrap(), Coding::Gzip, &Limits::default()).unwrap(),
            text
        );
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
        zlib.write_all(text).unwrap();
        assert_eq!(
            unpack(&zlib.finish().unwrap(), Coding::Deflate, &Limits::default()).unwrap(),
            text
        );
        let mut bare = DeflateEncoder::new(Vec::new(), Compression::best());
        bare.write_all(text).unwrap();
        assert_eq!(
            unpack(&bare.finish().unwrap(), Coding::Deflate, &Limits::default()).unwrap(),
            text
        );
        assert_eq!(unpack(BROTLI, Coding::Brotli, &Limits::default()).unwrap(), text);
    }

    #[test]
    fn growth_has_a_limit() {
        let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
        bomb.write_all(&vec![0; Limits::default().page_bytes]).unwrap();
        assert_eq!(unpack(&bomb.finish().unwrap(), Coding::Gzip, &Limits::default()), None);
    }
}
