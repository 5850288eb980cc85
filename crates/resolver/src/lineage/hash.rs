//! A hash that is the same on every machine: FNV-1a, 64 bits.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Of words in order.
pub(super) fn of_words<'a>(words: impl IntoIterator<Item = &'a str>) -> u64 {
    words.into_iter().fold(OFFSET, |hash, word| {
        let hash = word.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
        // A mark that no word holds, so that words do not run together.
        (hash ^ 0xff).wrapping_mul(PRIME)
    })
}
