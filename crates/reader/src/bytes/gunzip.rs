//! Unpacking gzip with a limit, so that a small file cannot become a large one.

use std::io::Read;

use flate2::bufread::{GzDecoder, MultiGzDecoder};

/// Most bytes that one packed file may become. News pages stay below 4 MiB; archives of many
/// articles are larger.
const LARGEST: u64 = 256 << 20;
/// Most times that content may grow. Text packs 3 to 15 times, repetitive markup up to 60.
const MOST_GROWTH: u64 = 200;
/// Growth is not looked at below this size: a short page of one repeated word is harmless.
const HARMLESS: u64 = 4 << 20;

/// What came out.
pub(crate) enum Unpacked {
    /// All of it.
    Whole(Vec<u8>),
    /// It breaks off; this is what came before.
    Broken(Vec<u8>),
    /// It grows beyond all reason.
    TooLarge,
}

/// True if the bytes begin as gzip does.
pub(crate) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b, 0x08])
}

/// All members of a gzip file, one after another.
pub(crate) fn gunzip(bytes: &[u8]) -> Unpacked {
    drain(MultiGzDecoder::new(bytes), bytes.len())
}

/// The first member of a gzip file, and how many packed bytes it took.
pub(crate) fn unpack_member(bytes: &[u8]) -> (Unpacked, usize) {
    let mut rest = bytes;
    let unpacked = drain(GzDecoder::new(&mut rest), bytes.len());
    (unpacked, bytes.len() - rest.len())
}

fn drain(packed: impl Read, size: usize) -> Unpacked {
    let limit = LARGEST.min(HARMLESS.max((size as u64).saturating_mul(MOST_GROWTH)));
    let mut out = Vec::new();
    let result = packed.take(limit + 1).read_to_end(&mut out);
    if out.len() as u64 > limit {
        return Unpacked::TooLarge;
    }
    match result {
        Ok(_) => Unpacked::Whole(out),
        Err(_) => Unpacked::Broken(out),
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

    #[test]
    fn members_are_read_one_after_another() {
        let two = [packed(b"one "), packed(b"two")].concat();
        assert!(matches!(gunzip(&two), Unpacked::Whole(out) if out == b"one two"));
        let (first, used) = unpack_member(&two);
        assert!(matches!(first, Unpacked::Whole(out) if out == b"one "));
        assert_eq!(used, packed(b"one ").len());
    }

    #[test]
    fn growth_has_a_limit() {
        let bomb = packed(&vec![0; 32 << 20]);
        assert!(matches!(gunzip(&bomb), Unpacked::TooLarge));
    }
}
